"""Sums of savings as sections of columns: resources, money, emissions and discharges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ....domain.programme import Resource
from ....engine.emissions import IMPACTS
from ....engine.programme.sums import Plants, Sum
from ....engine.results import Payback
from ....figure import Figure
from ....language import N_
from ...blocks import EMPTY, Cell, Column
from ...numbers import Numbers
from ..baseline import EMISSIONS
from ..cells import PAYBACK_WORDS, number_cell, starred
from .layout import Section

# names that are short enough for a column
_SHORT = {"fuel_oil": N_("FO"), "diesel": N_("DO"), "gas": N_("Gas")}
_ENERGY = (("energy", N_("Energy")), ("toe", N_("Energy")))
_USUAL = 7
_IN_MONEY = "co2e"


def resource_section(
    sums: Sequence[Sum], resources: Mapping[str, Resource], numbers: Numbers, usual: int = _USUAL
) -> Section:
    """The first `usual` resources, and those others that something saves."""
    _ = numbers.language
    met = {key for one in sums for key in one.resources}
    shown = [one for at, one in enumerate(resources.values()) if at < usual or one.id in met]
    columns = [Column(f"{_resource_name(one, numbers)}\n{numbers.unit(one.unit)}") for one in shown]
    cells = [[summed_cell(one.resources.get(each.id), numbers) for each in shown] for one in sums]
    return Section(_("resources"), columns, cells)


def _resource_name(resource: Resource, numbers: Numbers) -> str:
    short = _SHORT.get(resource.type)
    return numbers.language(short) if short else resource.names[numbers.language.code]


def summed_cell(figure: Figure | None, numbers: Numbers) -> Cell:
    """A sum in full."""
    return EMPTY if figure is None else starred(numbers.summed(figure.value), figure)


def money_section(
    sums: Sequence[Sum], currency: str, numbers: Numbers, in_years: bool = True
) -> Section:
    """Plants, saving, investment and payback, in months and `in_years`; CO2e beside them."""
    _ = numbers.language
    divisor, money = money_scale(sums, currency, numbers)
    columns = [
        Column(_("Saving,\n{unit}").format(unit=money)),
        Column(_("Investment,\n{unit}").format(unit=money)),
        Column(_("Payback,\nmonths")),
        *([Column(_("Payback,\nyears"))] if in_years else []),
        Column(_("CO2e,\nt")),
    ]
    cells = [
        [
            scaled_cell(one.saving, numbers, divisor),
            scaled_cell(one.investment, numbers, divisor),
            _payback_cell(one.payback, numbers, 12, 1),
            *([_payback_cell(one.payback, numbers, 1, 2)] if in_years else []),
            number_cell(one.impacts.get(_IN_MONEY), numbers),
        ]
        for one in sums
    ]
    if any(one.plants.number for one in sums):
        columns.insert(0, Column(_("Plants")))
        for row, one in zip(cells, sums, strict=True):
            row.insert(0, plants_cell(one.plants, numbers))
    return Section(_("money and CO2e"), columns, cells)


def money_scale(sums: Sequence[Sum], currency: str, numbers: Numbers) -> tuple[float, str]:
    """What to divide the money of a table by, and its unit."""
    values = [
        figure.value
        for one in sums
        for figure in (one.saving, one.investment)
        if figure is not None
    ]
    return numbers.money_in_full(values, currency)


def scaled_cell(figure: Figure | None, numbers: Numbers, divisor: float) -> Cell:
    """Money in the unit of the column: whole, or with a decimal place where it is scaled."""
    if figure is None:
        return EMPTY
    value = figure.value / divisor
    return starred(numbers.decimal(value, 0) if divisor == 1 else numbers.summed(value), figure)


def plants_cell(plants: Plants, numbers: Numbers) -> Cell:
    """A number of plants; a dash where no row tells its own."""
    if not plants.number:
        return EMPTY
    star = " *" if plants.partial else ""
    return Cell(f"{numbers.decimal(plants.number, 0)}{star}", float(plants.number))


def _payback_cell(payback: Payback | None, numbers: Numbers, per_year: int, places: int) -> Cell:
    if payback is None:
        return EMPTY
    if payback.time is None:
        return Cell(numbers.language(PAYBACK_WORDS[payback.outcome]))
    return starred(numbers.decimal(payback.time.value * per_year, places), payback.time)


def emission_section(sums: Sequence[Sum], numbers: Numbers) -> Section | None:
    """Energy, emissions and discharges that some row saves; None where none does."""
    _ = numbers.language
    names = dict((*_ENERGY, *EMISSIONS, ("co2", N_("CO2"))))
    shown = [
        impact
        for impact in IMPACTS
        if impact != _IN_MONEY and any(_value(one, impact) for one in sums)
    ]
    if not shown:
        return None
    columns = [Column(f"{_short(_(names[one]))}\n{numbers.unit(IMPACTS[one])}") for one in shown]
    cells = [[number_cell(one.impacts.get(impact), numbers) for impact in shown] for one in sums]
    return Section(_("energy, emissions and discharges"), columns, cells)


def _short(name: str) -> str:
    """A name in lines of about a column's width, without what stands in brackets."""
    words = name.partition(" (")[0].split()
    lines = [""]
    for word in words:
        if lines[-1] and len(lines[-1]) + len(word) >= 10:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


def _value(one: Sum, impact: str) -> float:
    figure = one.impacts.get(impact)
    return figure.value if figure is not None else 0.0
