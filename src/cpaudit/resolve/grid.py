"""Electricity: the grid's emission factor of the audit's country and year, and its equivalents."""

from __future__ import annotations

from ..diagnostics.codes import references
from ..figure import Entered, Figure
from ..language import N_
from ..schema.audit import Resource
from ..schema.given import Given
from .amounts import refuse_negative
from .context import Context, assumed, entered
from .conversions import plain_figure

# grid factors appear a year or two late; an older one may be far off
NEWEST_YEARS = 2


def grid_factors(context: Context, entry: Resource) -> dict[str, Figure]:
    """Energy, TOE and CO2 of one MWh. Raises Mistake for a factor of its own that can't be."""
    library = context.library
    factors = {"energy_per_unit": context.from_factor(library.constant("electricity"))}
    toe = library.electricity_toe(context.country)
    if toe is not None:
        official = N_("the primary-energy equivalent of the official table")
        is_official = toe.factor.region is not None
        factors["toe"] = context.from_factor(toe, official if is_official else None)
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
    country, year = context.country, context.period.year
    choice = context.library.grid(country, year)
    if choice is None:
        context.say(references.NO_GRID.at(entry.amount.span, country=country, year=str(year)))
        return None
    if choice.year == year:
        return context.from_factor(choice.factor, N_("the audit's country and year"))
    figure = context.from_factor(choice.factor, N_("the nearest year before the audit's"))
    if isinstance(figure.derivation, Entered):
        return figure  # the file's own value: its year is the user's business
    is_old = year - choice.year > NEWEST_YEARS
    code = references.OLD_GRID_YEAR if is_old else references.EARLIER_GRID_YEAR
    context.say(code.at(entry.amount.span, country=country, year=str(year), used=str(choice.year)))
    return figure
