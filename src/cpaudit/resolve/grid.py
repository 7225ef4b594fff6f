"""Electricity: the grid's emission factor of the audit's country and year, and its equivalents."""

from __future__ import annotations

from ..diagnostics.codes import references
from ..figure import Figure
from ..language import N_
from ..schema.audit import Resource
from ..schema.fields import Given
from .amounts import refuse_negative
from .context import Context, assumed, entered, from_factor
from .conversions import plain_figure


def grid_factors(context: Context, entry: Resource) -> dict[str, Figure]:
    """Energy, TOE and CO2 of one MWh. Raises Mistake for a factor of its own that can't be."""
    library = context.library
    factors = {
        "energy_per_unit": from_factor(library.constant("electricity")),
        "toe": from_factor(
            library.constant("electricity_toe"),
            N_("the primary-energy equivalent of the official table"),
        ),
    }
    grid = _grid_factor(context, entry)
    if grid is not None:
        factors["grid_co2e" if grid.unit.startswith("tCO2e") else "grid"] = grid
    return factors


def carrier_factors(context: Context, id: str, entry: Resource, unit: str) -> dict[str, Figure]:
    """Energy and CO2 of steam, heat or compressed air that is bought ready. Raises Mistake."""
    factors: dict[str, Figure] = {}
    if unit == "GJ":
        factors["energy_per_unit"] = assumed(1.0, "GJ/GJ", N_("the unit is an energy"))
    if entry.co2_factor is None:
        context.say(references.NO_CARRIER_FACTOR.at(entry.amount.span, stream=id, unit=unit))
        return factors
    figure = _own_factor(entry.co2_factor, unit, "co2_factor", f"0.2 t/{unit}")
    return {**factors, "grid_co2e" if figure.unit.startswith("tCO2e") else "grid": figure}


def _own_factor(given: Given, unit: str, key: str, example: str) -> Figure:
    """An emission factor of the file, in t of CO2 or of CO2e per unit. Raises Mistake."""
    in_co2e = given.quantity.to(f"tCO2e/{unit}")
    if in_co2e is not None:
        figure = entered(given, in_co2e, f"tCO2e/{unit}")
    else:
        figure = plain_figure(given, f"t/{unit}", N_("the emission factor"), example)
    refuse_negative(figure, given, key)
    return figure


def _grid_factor(context: Context, entry: Resource) -> Figure | None:
    if entry.grid_factor is not None:
        return _own_factor(entry.grid_factor, "MWh", "grid_factor", "0.6592 t/MWh")
    country, year = str(context.file.plant.country), context.period.year
    choice = context.library.grid(country, year)
    if choice is None:
        context.say(references.NO_GRID.at(entry.amount.span, country=country, year=str(year)))
        return None
    if choice.year == year:
        return from_factor(choice.factor, N_("the audit's country and year"))
    context.say(
        references.EARLIER_GRID_YEAR.at(
            entry.amount.span, country=country, year=str(year), used=str(choice.year)
        )
    )
    return from_factor(choice.factor, N_("the nearest year before the audit's"))
