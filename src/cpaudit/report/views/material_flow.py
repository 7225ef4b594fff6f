"""Costs of material flows: each quantity centre, then all of them without counting twice."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine import Assessment
from ...engine.material_flow import KINDS, CentreResult, MaterialFlow
from ...figure import Figure
from ..blocks import Block, Column, Row, Table
from ..numbers import Numbers
from .cells import legend
from .material_flow_rows import TITLES, Money, split_row, sum_row
from .material_flow_whole import table_by_centre, table_of_whole


def material_flow_blocks(
    flow: MaterialFlow, assessment: Assessment, numbers: Numbers
) -> list[Block]:
    """A table for each centre; with several also one by centre and one of the whole."""
    money = Money(flow, assessment.audit.currency, numbers)
    blocks: list[Block] = [_centre(one, flow, money) for one in flow.centres.values()]
    if len(flow.centres) > 1:
        blocks += [table_by_centre(flow, money), table_of_whole(flow, money)]
    return blocks


def _centre(result: CentreResult, flow: MaterialFlow, money: Money) -> Table:
    _ = money.numbers.language
    carries = bool(result.sources)
    rows: list[Row] = []
    for kind in KINDS:
        split = result.kinds[kind]
        rows.append(split_row(_(TITLES[kind]), split, carries, money))
        if kind == "material":
            rows += _items(result, flow, carries, money)
    rows.append(sum_row(result.kinds, result.totals, carries, money))
    before = [Column(_("Carried\nover")), Column(_("New"))] if carries else []
    columns = [
        Column(_("Cost"), numeric=False),
        *before,
        Column(_("Total")),
        Column(_("Product")),
        Column(_("Loss")),
    ]
    title = _("Material flow costs: {centre}").format(centre=result.centre.name)
    return Table(title, columns, rows, [*_remarks(result, money), *legend(rows, money.numbers)])


def _items(result: CentreResult, flow: MaterialFlow, carries: bool, money: Money) -> Iterator[Row]:
    """Each material, where there are several; also the products that other centres hand on."""
    if len(result.sources) + len(result.materials) < 2:
        return
    for id, one in result.sources.items():
        name = flow.centres[id].centre.name
        yield split_row(f"  {name}", one._replace(carried=one.total), carries, money)
    for id, one in result.materials.items():
        names = result.centre.materials[id].names
        name = names.get(money.numbers.language.code, id)
        yield split_row(f"  {name}", one, carries, money)


def _remarks(result: CentreResult, money: Money) -> list[str]:
    numbers, masses = money.numbers, result.masses
    _ = numbers.language
    remarks = [
        _("Money in {unit}.").format(unit=money.unit),
        _("Mass a year: {input} in, {product} product ({share}), {loss} loss.").format(
            input=_mass(masses.input, masses.input, numbers),
            product=_mass(masses.product, masses.input, numbers),
            share=numbers.percent(masses.share.value),
            loss=_mass(masses.loss, masses.input, numbers),
        ),
    ]
    share, unit_cost = result.totals.loss_share, result.unit_cost
    if share is not None:
        sentence = _("The loss bears {share} of the cost.").format(
            share=numbers.percent(share.value)
        )
        if unit_cost is not None:
            sentence += " " + _("A tonne of product costs {cost}.").format(
                cost=numbers.money(unit_cost.value, unit_cost.unit.removesuffix("/t"))
            )
        remarks.append(sentence)
    return remarks


def _mass(figure: Figure, whole: Figure, numbers: Numbers) -> str:
    """Tonnes, or kilograms where less than ten tonnes go in, with digits to check by hand."""
    factor, unit = (1.0, figure.unit) if whole.value >= 10 else numbers.small_scale(figure.unit)
    places = 1 if whole.value * factor >= 1000 else 3
    return f"{numbers.decimal(figure.value * factor, places)} {numbers.unit(unit)}"
