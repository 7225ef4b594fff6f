"""NPV against CO2e avoided: who is on the front, and who is dominated by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...engine.comparing import Front, Point
from ...language import N_
from ..blocks import Block, Cell, Column, Plot, Row, Table
from ..numbers import Numbers
from .cells import legend, money_cell, number_cell
from .plot import MANY, SEVERAL, Mark, axis_of, letter_of, scatter

_RULE = N_(
    "On the front is who has no other with at least as much NPV and CO2e avoided, and more of one. "
    "CO2e over the life: tonnes a year times the lifetime."
)
# the reasons for which an option is left out stand in the engine, marked there


def letters_of(names: Sequence[str]) -> dict[str, str]:
    """A letter for each name, the same in every table and plot."""
    return {name: letter_of(index) for index, name in enumerate(names)}


def named(name: str, letters: Mapping[str, str], titles: Mapping[str, str]) -> Cell:
    """A letter and what it stands for."""
    return Cell(f"{letters[name]}  {titles[name]}")


def dominated(point: Point, letters: Mapping[str, str], numbers: Numbers) -> Cell:
    """Who is better in both, or that nobody is."""
    _ = numbers.language
    if not point.dominated_by:
        return Cell(_("on the front"))
    better = ", ".join(dict.fromkeys(letters[name] for name in point.dominated_by))
    return Cell(_("dominated by {better}").format(better=better))


def reasons(left_out: Mapping[str, str], titles: Mapping[str, str], numbers: Numbers) -> list[str]:
    """Who is not in a table, and why."""
    _ = numbers.language
    sentence = _("Not counted here: {name} ({reason}).")
    by_reason: dict[str, list[str]] = {}
    for name, reason in left_out.items():
        by_reason.setdefault(reason, []).append(titles[name])
    return [
        sentence.format(name=", ".join(names), reason=_(reason))
        for reason, names in by_reason.items()
    ]


def pareto_blocks(
    title: str, front: Front, titles: Mapping[str, str], currency: str, numbers: Numbers
) -> list[Block]:
    """A table and a plot; the plot only where the points differ in CO2e."""
    _ = numbers.language
    letters = letters_of(list(titles))
    missing = reasons(front.left_out, titles, numbers)
    if not front.points:
        return [Table(title, [Column("")], [], missing)]
    divisor, unit = numbers.money_scale([one.npv.value for one in front.points.values()], currency)
    rows = [
        Row(
            [
                named(name, letters, titles),
                money_cell(point.npv, numbers, divisor),
                number_cell(point.co2e, numbers),
                dominated(point, letters, numbers),
            ]
        )
        for name, point in front.points.items()
    ]
    columns = [
        Column(_("Option or package"), numeric=False),
        Column(_("NPV,\n{unit}").format(unit=unit)),
        Column(_("t CO2e\nover the life")),
        Column(_("Front"), numeric=False),
    ]
    table = Table(title, columns, rows, [_(_RULE), *missing, *legend(rows, numbers)])
    if len({one.co2e.value for one in front.points.values()}) < 2:
        return [table]  # nothing to see but a line
    return [table, _plot(title, front, letters, (divisor, unit), numbers)]


def _plot(
    title: str,
    front: Front,
    letters: Mapping[str, str],
    money: tuple[float, str],
    numbers: Numbers,
) -> Plot:
    _ = numbers.language
    divisor, unit = money
    marks = [
        Mark(letters[name], point.co2e.value, point.npv.value)
        for name, point in front.points.items()
    ]
    x, y = axis_of([one.x for one in marks]), axis_of([one.y for one in marks])
    lines = scatter(
        marks,
        x,
        y,
        (numbers.plain(x.low), f"{numbers.plain(x.high)} {_('t CO2e')}"),
        (numbers.plain(y.low / divisor), numbers.plain(y.high / divisor)),
    )
    remarks = [
        _("Upwards: NPV, {unit}. To the right: CO2e avoided over the life.").format(unit=unit)
    ]
    if any(SEVERAL in line for line in lines):
        remarks.append(_("{sign}: several at one place.").format(sign=SEVERAL))
    if any(one.letter == MANY for one in marks):
        remarks.append(_("{sign}: those for which no letter is left.").format(sign=MANY))
    return Plot(_("{title}: plot").format(title=title), lines, remarks)
