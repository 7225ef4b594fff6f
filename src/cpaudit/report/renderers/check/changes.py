"""Expected figures that were rewritten, one a line, and how many they are."""

from __future__ import annotations

from collections.abc import Iterable

from ....language import N_, Language
from ....portfolio.checked import Checked
from ...numbers import Numbers
from ...visible import in_one_line, visible_path

_WITH_SOURCE = N_("{change} (the source that is stated, “{source}”, is of the old value)")
_COUNTS = N_("expected figures rewritten: {rewritten}, not as expected and left: {left}")


def changes_text(checked: Checked, language: Language) -> str:
    """The changes of a file, with an empty line behind them; nothing where there are none."""
    lines = []
    for one in checked.changes:
        line = f"{visible_path(checked.file)}:{one.line}: {one.figure}: {one.old} → {one.new}"
        if one.source is not None:
            source = in_one_line(one.source)
            line = language(_WITH_SOURCE).format(change=line, source=source)
        lines.append(f"{line}\n")
    return "".join([*lines, "\n"]) if lines else ""


def changes_summary(files: Iterable[Checked], language: Language) -> str:
    """How many expected figures were rewritten, and how many fail for all that."""
    files, numbers = list(files), Numbers(language)
    rewritten = sum(len(one.changes) for one in files)
    left = sum(not each.is_met for one in files for each in one.expected)
    counts = {"rewritten": numbers.decimal(rewritten, 0), "left": numbers.decimal(left, 0)}
    return language(_COUNTS).format(**counts) + "\n"
