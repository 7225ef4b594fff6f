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
    swapped = (_name_in(before, cause) for cause in causes)
    told |= {name for name in swapped if name is not None}
    names = dict.fromkeys([*after.entries, *before.entries])
    return tuple(
        Entry(name, before.entries.get(name), after.entries.get(name))
        for name in names
        if name not in told and not _is_word(name)
        if _text(before.entries.get(name)) != _text(after.entries.get(name))
    )


def _name_in(side: Side, cause: Cause) -> str | None:
    """The entry of a cause that another one has taken the place of."""
    figure = cause.before
    if figure is None or not isinstance(figure.derivation, Entered):
        return None
    span = figure.derivation.span
    return next((name for name, one in side.entries.items() if one.span == span), None)


def _is_word(name: str) -> bool:
    keys = name.split(".")
    return keys[0] in _TOP or keys[-1] in _WORDS


def _text(entered: Entered | None) -> str | None:
    return None if entered is None else " ".join(entered.text.split())
