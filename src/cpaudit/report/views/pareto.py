"""NPV against CO2e avoided: who is on the front, and who is dominated by whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...engine.comparing import Front, Point
from ...language import N_
from ..blocks import Block, Cell, Column, Plot, Row, Table
from ..numbers import Numbers
from .cells import legend, money_cell, number_cell
from .plot import SEVERAL, Mark, are_numbers, axis_of, scatter, signs_of

_RULE = N_(
    "On the front is who has no other with at least as much NPV and CO2e avoided, and more of one. "
    "CO2e over the life: tonnes a year times the lifetime."
)
_SEVERAL = N_("{sign}: several at one place.")
_NO_ROOM = N_("{sign}: one or several whose numbers have no room.")
_MOST_NAMED = 3
# the reasons for which an option is left out stand in the engine, marked there


def letters_of(names: Sequence[str]) -> dict[str, str]:
    """A letter or number for each name, the same in every table and plot."""
    return dict(zip(names, signs_of(len(names)), strict=True))


def named(name: str, letters: Mapping[str, str], titles: Mapping[str, str]) -> Cell:
    """A letter or number and what it stands for."""
    return Cell(f"{letters[name]}  {titles[name]}")


def dominated(
    name: str, points: Mapping[str, Point], letters: Mapping[str, str], numbers: Numbers
) -> Cell:
    """Who is better in both, those on the front first and not too many; or that nobody is."""
    _, better = numbers.language, points[name].dominated_by
    if not better:
        return Cell(_("on the front"))
    first = sorted(better, key=lambda other: len(points[other].dominated_by) > 0)
    rest = len(first) - _MOST_NAMED
    named = ", ".join(letters[other] for other in (first if rest <= 1 else first[:_MOST_NAMED]))
    if rest <= 1:
        return Cell(_("dominated by {better}").format(better=named))
    return Cell(_("dominated by {better} and {count} more").format(better=named, count=rest))


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
    title: str, front: Front, titles: Mapping[str, str], numbers: Numbers
) -> list[Block]:
    """A table and a plot; the plot only where the points differ in CO2e."""
    _ = numbers.language
    letters = letters_of(list(titles))
    missing = reasons(front.left_out, titles, numbers)
    if not front.points:
        return [Table(title, [Column("")], [], missing)]
    worth = [one.npv for one in front.points.values()]
    divisor, unit = numbers.money_scale([one.value for one in worth], worth[0].unit)
    rows = [
        Row(
            [
                named(name, letters, titles),
                money_cell(point.npv, numbers, divisor),
                number_cell(point.co2e, numbers),
                dominated(name, front.points, letters, numbers),
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
    # those on the front first: they have the first claim to room
    order = sorted(front.points, key=lambda name: len(front.points[name].dominated_by) > 0)
    points = {name: front.points[name] for name in order}
    marks = [
        Mark(letters[name], point.co2e.value, point.npv.value) for name, point in points.items()
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
        crowded = _NO_ROOM if are_numbers(marks) else _SEVERAL
        remarks.append(_(crowded).format(sign=SEVERAL))
    return Plot(_("{title}: plot").format(title=title), lines, remarks)
