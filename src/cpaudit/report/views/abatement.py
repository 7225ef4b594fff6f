"""What a tonne of CO2e costs: options that pay for themselves, then the abatement cost curve."""

from __future__ import annotations

from collections.abc import Mapping

from ...engine.comparing import Abatement
from ...language import N_
from ..blocks import Block, Cell, Column, Row, Table
from ..numbers import Numbers
from .cells import legend, money_cell, number_cell
from .pareto import dominated, letters_of, named, reasons

_BAR = 18
_PAYING = N_(
    "Their cost per tonne is zero or less, which ranks nothing: it would favour who avoids little "
    "(Taylor 2012). So they stand by NPV, with who is better in NPV and CO2e over the life."
)
_AFTER_TAX = N_(
    "Cost per tonne is before tax, NPV after it: a negative NPV here is the tax's doing."
)
_ALONE = N_(
    "Each option alone: on one resource they do not add up, and ways that exclude each other are "
    "all listed. `--package NAME` shows the curve of a package."
)
_WITHIN = N_("Each option at its turn in its package: the tonnes add up to those of the packages.")
_COST = N_("Cost per t CO2e: annualised cost over the tonnes of a year, before tax and financing.")


def abatement_blocks(
    title: str,
    abatement: Abatement,
    titles: Mapping[str, str],
    currency: str,
    is_alone: bool,
    numbers: Numbers,
) -> list[Block]:
    """Two tables, either left out where it has no rows; what has no place is told below."""
    _ = numbers.language
    blocks: list[Table] = []
    if abatement.paying:
        blocks.append(_paying(title, abatement, titles, currency, numbers))
    if abatement.curve:
        blocks.append(_curve(title, abatement, titles, currency, numbers))
    if not blocks:
        blocks.append(Table(title, [Column("")], []))
    remark = [_(_ALONE if is_alone else _WITHIN)] if abatement.curve else []
    missing = reasons(abatement.left_out, titles, numbers)
    blocks[-1] = blocks[-1]._replace(remarks=[*blocks[-1].remarks, *remark, *missing])
    return [*blocks]


def _paying(
    title: str,
    abatement: Abatement,
    titles: Mapping[str, str],
    currency: str,
    numbers: Numbers,
) -> Table:
    _ = numbers.language
    letters = letters_of(list(titles))
    points = {name: one.point for name, one in abatement.paying.items()}
    worth = [one.npv.value for one in points.values()]
    divisor, unit = numbers.money_scale(worth, currency)
    rows = [
        Row(
            [
                named(name, letters, titles),
                money_cell(one.point.npv, numbers, divisor),
                number_cell(one.co2e, numbers),
                number_cell(one.point.co2e, numbers),
                dominated(name, points, letters, numbers),
            ]
        )
        for name, one in abatement.paying.items()
    ]
    columns = [
        Column(_("Option"), numeric=False),
        Column(_("NPV,\n{unit}").format(unit=unit)),
        Column(_("t CO2e\na year")),
        Column(_("t CO2e\nover the life")),
        Column(_("Front"), numeric=False),
    ]
    remarks = [_(_PAYING), *([_(_AFTER_TAX)] if min(worth) < 0 else []), *legend(rows, numbers)]
    heading = _("{title}: options that pay for themselves").format(title=title)
    return Table(heading, columns, rows, remarks)


def _curve(
    title: str,
    abatement: Abatement,
    titles: Mapping[str, str],
    currency: str,
    numbers: Numbers,
) -> Table:
    _ = numbers.language
    letters = letters_of(list(titles))
    costs = [bar.cost.value for bar in abatement.curve.values()]
    divisor, unit = numbers.money_scale(costs, currency)
    rows = [
        Row(
            [
                named(name, letters, titles),
                number_cell(bar.co2e, numbers),
                number_cell(bar.cumulative, numbers),
                money_cell(bar.cost, numbers, divisor),
                Cell("█" * max(1, round(bar.cost.value / max(costs) * _BAR))),
            ]
        )
        for name, bar in abatement.curve.items()
    ]
    columns = [
        Column(_("Option"), numeric=False),
        Column(_("t CO2e\na year")),
        Column(_("t CO2e\nso far")),
        Column(_("Cost per t,\n{unit}").format(unit=unit)),
        Column("", numeric=False, whole=True),
    ]
    heading = _("{title}: options that cost something").format(title=title)
    return Table(heading, columns, rows, [_(_COST), *legend(rows, numbers)])
