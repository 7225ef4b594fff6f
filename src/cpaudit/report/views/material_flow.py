"""Costs of material flows: each quantity centre, then all of them without counting twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...engine import Assessment
from ...engine.material_flow import KINDS, CentreResult, MaterialFlow, Split
from ...engine.material_flow.results import Totals
from ...figure import Figure
from ...language import N_
from ..blocks import EMPTY, Block, Cell, Column, Row, Table
from ..numbers import Numbers
from .cells import legend, starred

TITLES = {
    "material": N_("Material"),
    "energy": N_("Energy"),
    "system": N_("System"),
    "waste": N_("Waste treatment"),
}


class _Money:
    """One scale and one number of places for all tables, so that sums can be checked."""

    def __init__(self, flow: MaterialFlow, currency: str, numbers: Numbers) -> None:
        values = [one.totals.cost.value for one in flow.centres.values()]
        values.append(flow.totals.cost.value)
        self.numbers = numbers
        self.divisor, self.unit, self.places = numbers.money_by_hand(values, currency)

    def cell(self, figure: Figure | None) -> Cell:
        if figure is None:
            return EMPTY
        text = self.numbers.decimal(figure.value / self.divisor, self.places)
        return starred(text, figure)

    def row(self, title: str, *figures: Figure | None) -> Row:
        return Row([Cell(title), *map(self.cell, figures)])


def material_flow_blocks(
    flow: MaterialFlow, assessment: Assessment, numbers: Numbers
) -> list[Block]:
    """A table for each centre; with several also one by centre and one of the whole."""
    money = _Money(flow, assessment.audit.currency, numbers)
    blocks: list[Block] = [_centre(one, flow, money) for one in flow.centres.values()]
    if len(flow.centres) > 1:
        blocks += [_by_centre(flow, money), _whole(flow, money)]
    return blocks


def _centre(result: CentreResult, flow: MaterialFlow, money: _Money) -> Table:
    _ = money.numbers.language
    carries = bool(result.sources)
    rows: list[Row] = []
    for kind in KINDS:
        split = result.kinds[kind]
        rows.append(_row(_(TITLES[kind]), split, carries, money))
        if kind == "material":
            rows += _items(result, flow, carries, money)
    rows.append(_sum(result.kinds, result.totals, carries, money))
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


def _row(title: str, one: Split, carries: bool, money: _Money) -> Row:
    before = [one.carried, one.new] if carries else []
    return money.row(title, *before, one.total, one.product, one.loss)


def _items(result: CentreResult, flow: MaterialFlow, carries: bool, money: _Money) -> Iterator[Row]:
    """Each material, where there are several; also the products that other centres hand on."""
    if len(result.sources) + len(result.materials) < 2:
        return
    for id, one in result.sources.items():
        name = flow.centres[id].centre.name
        yield _row(f"  {name}", one._replace(carried=one.total), carries, money)
    for id, one in result.materials.items():
        names = result.centre.materials[id].names
        name = names.get(money.numbers.language.code, id)
        yield _row(f"  {name}", one, carries, money)


def _sum(kinds: Mapping[str, Split], totals: Totals, carries: bool, money: _Money) -> Row:
    """The sums of the columns; those of the two first are added up here."""
    before: list[Cell] = []
    for name in ("carried", "new") if carries else ():
        parts = [getattr(one, name) for one in kinds.values()]
        before.append(_added([part for part in parts if part is not None], len(parts), money))
    after = map(money.cell, (totals.cost, totals.product_cost, totals.loss_cost))
    return Row([Cell(money.numbers.language("Total")), *before, *after], "total")


def _added(parts: list[Figure], all_parts: int, money: _Money) -> Cell:
    if not parts:
        return EMPTY
    whole = parts[0]._replace(
        value=sum(part.value for part in parts),
        partial=len(parts) < all_parts or any(part.partial for part in parts),
    )
    return money.cell(whole)


def _remarks(result: CentreResult, money: _Money) -> list[str]:
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


def _by_centre(flow: MaterialFlow, money: _Money) -> Table:
    """What each centre spends and loses."""
    numbers = money.numbers
    _ = numbers.language
    rows = []
    for one in flow.centres.values():
        new = _added(
            [split.new for split in one.kinds.values() if split.new is not None], len(KINDS), money
        )
        loss = one.totals.loss_cost
        rows.append(Row([Cell(one.centre.name), new, money.cell(loss), _part(loss, flow, numbers)]))
    whole = flow.totals
    cells = [money.cell(whole.cost), money.cell(whole.loss_cost)]
    rows.append(Row([Cell(_("Total")), *cells, _part(whole.loss_cost, flow, numbers)], "total"))
    columns = [
        Column(_("Quantity centre"), numeric=False),
        Column(_("New costs")),
        Column(_("Loss")),
        Column(_("Part of\nall loss")),
    ]
    remarks = [
        _("Money in {unit}.").format(unit=money.unit),
        _("The loss of a centre holds what earlier centres had spent on what is lost there."),
    ]
    title = _("Material flow costs: where the loss is made")
    return Table(title, columns, rows, [*remarks, *legend(rows, numbers)])


def _part(loss: Figure, flow: MaterialFlow, numbers: Numbers) -> Cell:
    whole = flow.totals.loss_cost
    if not whole.value:
        return EMPTY
    part = loss.value / whole.value
    return starred(
        numbers.percent(part),
        loss._replace(value=part, unit="unit", partial=loss.partial or whole.partial),
    )


def _whole(flow: MaterialFlow, money: _Money) -> Table:
    numbers = money.numbers
    _ = numbers.language
    rows = [_row(_(TITLES[kind]), one, False, money) for kind, one in flow.kinds.items()]
    rows.append(_sum(flow.kinds, flow.totals, False, money))
    columns = [
        Column(_("Cost"), numeric=False),
        Column(_("Total")),
        Column(_("Product")),
        Column(_("Loss")),
    ]
    remarks = [
        _("Money in {unit}.").format(unit=money.unit),
        _("Costs that are carried over are counted once, where they are new."),
    ]
    share = flow.totals.loss_share
    if share is not None:
        text = numbers.percent(share.value)
        remarks.append(_("The loss bears {share} of the cost.").format(share=text))
    title = _("Material flow costs: all centres")
    return Table(title, columns, rows, [*remarks, *legend(rows, numbers)])
