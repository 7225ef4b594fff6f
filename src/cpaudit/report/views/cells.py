"""Figures to cells; what is not there is a dash, what is nothing is a zero."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...engine import Irr, Payback
from ...figure import Figure
from ...language import N_
from ..blocks import EMPTY, Cell, Row
from ..numbers import Numbers

PAYBACK_WORDS = {"immediate": N_("at once"), "never": N_("never")}
_BAR = 12
# the letters of a path that are left where a table has five more columns
_PATH = 22
# eighths of a block, so that a short bar still has a length
_PARTS = " ▏▎▍▌▋▊▉"
IRR_WORDS = {"none": N_("none"), "multiple": N_("several")}


def shown(figure: Figure | None, numbers: Numbers) -> str:
    """A figure in a sentence."""
    if figure is None:
        return "–"
    return numbers.figure(figure) + (" *" if figure.partial else "")


PARTIAL = N_("* without what is not counted: see the notes")


def starred(text: str, figure: Figure) -> Cell:
    """A figure as `text`; a star marks a partial sum."""
    return Cell(f"{text} *" if figure.partial else text, figure.value, figure.unit)


def legend(rows: Iterable[Row], numbers: Numbers) -> list[str]:
    """What the star means, where there is one in a table."""
    is_starred = any(cell.text.endswith(" *") for row in rows for cell in row.cells)
    return [numbers.language(PARTIAL)] if is_starred else []


def number_cell(figure: Figure | None, numbers: Numbers) -> Cell:
    """The value alone; its unit stands in the column's title."""
    return EMPTY if figure is None else starred(numbers.plain(figure.value), figure)


def quantity_cell(figure: Figure | None, numbers: Numbers) -> Cell:
    """The value with its unit."""
    return EMPTY if figure is None else starred(numbers.figure(figure), figure)


def money_cell(figure: Figure | None, numbers: Numbers, divisor: float) -> Cell:
    """Money divided by the column's scale."""
    return EMPTY if figure is None else starred(numbers.plain(figure.value / divisor), figure)


def payback_cell(payback: Payback, numbers: Numbers) -> Cell:
    """Years and months, `at once` or `never`."""
    if payback.time is None:
        return Cell(numbers.language(PAYBACK_WORDS[payback.outcome]))
    return starred(numbers.duration(payback.time.value), payback.time)


def irr_cell(irr: Irr | None, numbers: Numbers) -> Cell:
    """The one rate, all of several, or that there is none."""
    if irr is None:
        return EMPTY
    if irr.outcome == "unique":
        return Cell(numbers.percent(irr.values[0]), irr.values[0], "unit")
    if irr.outcome == "multiple":
        rates = (numbers.percent(rate) for rate in irr.values)
        several = numbers.language(IRR_WORDS[irr.outcome])
        # one below the other: a narrow screen has no room for them side by side
        return Cell("\n".join((f"{several}:", *rates)))
    return Cell(numbers.language(IRR_WORDS[irr.outcome]))


def broken(path: str) -> str:
    """A path in lines that a narrow column takes, each ended after a point."""
    lines = [""]
    for key in re.findall(r"[^.]*\.|[^.]+", path):
        if lines[-1] and len(lines[-1]) + len(key) > _PATH:
            lines.append("")
        lines[-1] += key
    return "\n".join(lines)


def bar(value: float, largest: float) -> str:
    """A bar as long as the value is large, in eighths of a character."""
    eighths = round(value / largest * _BAR * 8) if largest > 0 else 0
    whole, rest = divmod(max(0, eighths), 8)
    return ("█" * whole + _PARTS[rest]).rstrip() or _PARTS[1]
