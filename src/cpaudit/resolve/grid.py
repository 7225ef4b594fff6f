"""Electricity: the grid's emission factor of the audit's country and year, and its equivalents."""

from __future__ import annotations

from ..diagnostics import Mistake
from ..diagnostics.codes import plausibility, references
from ..figure import Figure
from ..language import N_
from ..schema.audit import Resource
from .context import Context, assumed, from_factor
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
        factors["grid"] = grid
    return factors


def carrier_factors(context: Context, id: str, entry: Resource, unit: str) -> dict[str, Figure]:
    """Energy and CO2 of steam, heat or compressed air that is bought ready. Raises Mistake."""
    factors: dict[str, Figure] = {}
    if unit == "GJ":
        factors["energy_per_unit"] = assumed(1.0, "GJ/GJ", N_("the unit is an energy"))
    if entry.co2_factor is None:
        context.say(references.NO_CARRIER_FACTOR.at(entry.amount.span, stream=id, unit=unit))
        return factors
    given = entry.co2_factor
    figure = plain_figure(given, f"t/{unit}", N_("the emission factor"), f"0.2 t/{unit}")
    if figure.value < 0:
        raise Mistake(plausibility.NEGATIVE.at(given.span, key="co2_factor"))
    return {**factors, "grid": figure}


def _grid_factor(context: Context, entry: Resource) -> Figure | None:
    if entry.grid_factor is not None:
        figure = plain_figure(
            entry.grid_factor, "t/MWh", N_("the grid emission factor"), "0.6592 t/MWh"
        )
        if figure.value < 0:
            raise Mistake(plausibility.NEGATIVE.at(entry.grid_factor.span, key="grid_factor"))
        return figure
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
