"""Figures that move between two audits: why, and from what to what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...engine.changes import SAME, Change, Changes, is_headline
from ...language import N_, Language
from ...portfolio.changed import Compared
from ..blocks import Block, Panel
from ..numbers import Numbers
from .assessment import remarks_of
from .diff_causes import cause_table, entry_table
from .diff_figures import figure_tables

_KINDS = (("new", N_("new: {count}")), ("gone", N_("gone: {count}")))


def diff_view(
    compared: Sequence[Compared], language: Language, every: bool, in_lines: bool = True
) -> list[Block]:
    """For each pair what moves its figures and the figures themselves; first a list of the pairs
    where there are several. `every` shows all figures, not the headlines alone; `in_lines` breaks
    long paths for a screen."""
    numbers = Numbers(language)
    blocks: list[Block] = []
    if len(compared) != 1 or compared[0].changes is None:
        blocks.append(_summary(compared, numbers))
    for one in compared:
        if one.changes is not None and (one.moves or len(compared) == 1):
            blocks += _pair(one, one.changes, every, in_lines, numbers)
    return blocks


def _pair(
    compared: Compared, changes: Changes, every: bool, in_lines: bool, numbers: Numbers
) -> list[Block]:
    shown = [one for one in changes.changes if every or is_headline(one.path)]
    blocks: list[Block] = [
        Panel(_title(compared), _headline(changes, len(changes.changes) - len(shown), numbers))
    ]
    if changes.causes:
        blocks.append(cause_table(changes.causes, in_lines, numbers))
    if changes.entries and changes.changes:
        blocks.append(entry_table(changes.entries, numbers))
    blocks += figure_tables(shown, changes, in_lines, numbers)
    if changes.diagnostics:
        blocks.append(remarks_of(changes.diagnostics, numbers.language, False))
    return blocks


def _title(compared: Compared) -> str:
    pair = compared.pair
    if not pair.is_named or pair.before == pair.after:
        return pair.name
    return f"{pair.before} → {pair.after}"


def _headline(changes: Changes, hidden: int, numbers: Numbers) -> list[str]:
    _ = numbers.language
    lines = [_counted(changes.changes, changes.compared, numbers)]
    if changes.tolerance > SAME:
        within = f"{numbers.plain(changes.tolerance * 100)} %"
        lines.append(_("Changes of up to {share} are not counted.").format(share=within))
    if hidden:
        text = _("Further figures that move: {count}; `--all` shows them.")
        lines.append(text.format(count=numbers.decimal(hidden, 0)))
    return lines


def _counted(changes: Sequence[Change], compared: int, numbers: Numbers) -> str:
    _ = numbers.language
    all_of_them = numbers.decimal(compared, 0)
    if not changes:
        return _("No figure moves. Compared: {all}.").format(all=all_of_them)
    text = _("Figures that move: {count} of {all}")
    parts = [text.format(count=numbers.decimal(len(changes), 0), all=all_of_them)]
    for kind, words in _KINDS:
        count = sum(one.kind == kind for one in changes)
        if count:
            parts.append(_(words).format(count=numbers.decimal(count, 0)))
    return f"{'; '.join(parts)}."


_WORDS = {
    "new": N_("in the new folder only"),
    "gone": N_("in the old folder only"),
    "failed": N_("can't be assessed"),
    "passed_over": N_("a programme: not compared"),
    "no_figure": N_("neither has the figure that is asked for"),
}


def _summary(compared: Sequence[Compared], numbers: Numbers) -> Panel:
    """How many audits move, and what is to be said of each that does."""
    _ = numbers.language
    audits = [one for one in compared if one.status != "passed_over"]
    moving = sum(one.moves for one in audits)
    title = _("Audits whose figures move: {count} of {all}")
    values = {"count": numbers.decimal(moving, 0), "all": numbers.decimal(len(audits), 0)}
    return Panel(title.format(**values), list(_lines(compared, numbers)))


def _lines(compared: Iterable[Compared], numbers: Numbers) -> Iterable[str]:
    _ = numbers.language
    for one in compared:
        if one.status in _WORDS:
            yield f"{one.pair.name}: {_(_WORDS[one.status])}"
        elif one.changes is not None and one.changes.changes:
            said = _counted(one.changes.changes, one.changes.compared, numbers)
            yield f"{one.pair.name}: {said}"
