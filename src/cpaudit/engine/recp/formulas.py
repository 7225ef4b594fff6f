"""The formulas of the RECP indicators, pure functions of floats."""

from __future__ import annotations

from ...figure import formula
from ...language import N_

_PRIMER = (
    "UNIDO and UNEP, Enterprise-Level Indicators for Resource Productivity and Pollution "
    "Intensity (2010)"
)


@formula("product output / resource use", _PRIMER)
def resource_productivity(output: float, use: float) -> float:
    """Units of product per unit of a resource (GJ, t or m3)."""
    return output / use


@formula("pollution / product output", _PRIMER)
def pollution_intensity(pollution: float, output: float) -> float:
    """Pollution (tCO2e, m3 or t) per unit of product."""
    return pollution / output


@formula("amount · share of the product", f"{_PRIMER}, with an allocated share of use")
def allocated_amount(amount: float, share: float) -> float:
    """The part of a stream that one product is answerable for, in the stream's unit."""
    return amount * share


@formula("(current - base) / base", f"{_PRIMER}: absolute change of an indicator")
def absolute_change(current: float, base: float) -> float:
    """The ratio by which an absolute indicator changes."""
    return (current - base) / base


@formula("(current - base) / base", f"{_PRIMER}: relative change, of a productivity or intensity")
def relative_change(current: float, base: float) -> float:
    """The ratio by which a productivity or an intensity changes."""
    return (current - base) / base


@formula(
    "electricity · (current factor - base factor)", N_("definition of an effect at the current use")
)
def effect_of_grid(electricity: float, current_factor: float, base_factor: float) -> float:
    """tCO2e a year that another grid factor alone adds, from MWh and t/MWh."""
    return electricity * (current_factor - base_factor)


@formula("greenhouse gases - effect of the grid factor", N_("definition of a remainder"))
def co2e_at_base_grid(co2e: float, effect: float) -> float:
    """tCO2e a year of the current period at the base's grid factor."""
    return co2e - effect


@formula("hl / 10", N_("definition of a hectolitre"))
def volume_of_hectolitres(amount: float) -> float:
    """m3 a year from hectolitres a year."""
    return amount / 10
