"""Entries of two files that are written otherwise, beside those that are inputs of figures."""

from __future__ import annotations

from ...figure import Entered
from .results import Cause, Entry, Side

# what a file says of itself and of its sources; no figure changes with it
_TOP = frozenset({"cpaudit", "expect", "reported", "check"})
_WORDS = frozenset({"name", "note", "source", "quality", "uncertainty", "address", "class"})


def further_entries(before: Side, after: Side, causes: tuple[Cause, ...]) -> tuple[Entry, ...]:
    """The entries that differ and are no cause: periods, lives, orders, what is taken away."""
    told = {cause.name for cause in causes if cause.kind == "entered"}
    places = {_place(one): name for name, one in before.entries.items()}
    swapped = [cause.before.derivation for cause in causes if cause.before is not None]
    told |= {places.get(_place(one), "") for one in swapped if isinstance(one, Entered)}
    names = dict.fromkeys([*after.entries, *before.entries])
    return tuple(
        Entry(name, before.entries.get(name), after.entries.get(name))
        for name in names
        if name not in told and not _is_word(name)
        if _text(before.entries.get(name)) != _text(after.entries.get(name))
    )


def _place(entered: Entered) -> tuple[str, int, int]:
    return entered.span.source.name, entered.span.line, entered.span.column


def _is_word(name: str) -> bool:
    keys = name.split(".")
    return keys[0] in _TOP or keys[-1] in _WORDS


def _text(entered: Entered | None) -> str:
    return "" if entered is None else " ".join(entered.text.split())
