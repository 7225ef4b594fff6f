"""Rows of tables of material flow costs: kinds of cost, their titles, and sums that add up."""

from __future__ import annotations

from collections.abc import Mapping

from ...engine.material_flow import MaterialFlow, Split
from ...engine.material_flow.results import Totals
from ...figure import Figure
from ...language import N_
from ..blocks import EMPTY, Cell, Row
from ..numbers import Numbers
from .cells import starred

TITLES = {
    "material": N_("Material"),
    "energy": N_("Energy"),
    "system": N_("System"),
    "waste": N_("Waste treatment"),
}


class Money:
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


def split_row(title: str, one: Split, carries: bool, money: Money) -> Row:
    """A kind of cost; with what is carried over and what is new where anything is carried."""
    before = [one.carried, one.new] if carries else []
    return money.row(title, *before, one.total, one.product, one.loss)


def sum_row(kinds: Mapping[str, Split], totals: Totals, carries: bool, money: Money) -> Row:
    """The sums of the columns; those of the two first are added up here."""
    before: list[Cell] = []
    for name in ("carried", "new") if carries else ():
        parts = [getattr(one, name) for one in kinds.values()]
        before.append(added([part for part in parts if part is not None], len(parts), money))
    after = map(money.cell, (totals.cost, totals.product_cost, totals.loss_cost))
    return Row([Cell(money.numbers.language("Total")), *before, *after], "total")


def added(parts: list[Figure], all_parts: int, money: Money) -> Cell:
    """The sum of what is known of so many parts."""
    if not parts:
        return EMPTY
    whole = parts[0]._replace(
        value=sum(part.value for part in parts),
        partial=len(parts) < all_parts or any(part.partial for part in parts),
    )
    return money.cell(whole)
