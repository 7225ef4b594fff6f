"""The formulas of a project of the clean development mechanism, on floats."""

from __future__ import annotations

from math import floor

from ...figure import formula, sum_of_products
from ...language import N_
from ..elementwise import larger, smaller

_TOOL07 = "UNFCCC, TOOL07: Tool to calculate the emission factor for an electricity system"
_CMP_2 = "UNFCCC, decision 1/CMP.2; AMS-II.D: fuel input as electricity"
_WHOLE = N_("AMS-II.D and AMS-I.C: ER = BE - PE - L; credits are whole tonnes")
_AMS_I_C = "UNFCCC, AMS-I.C: baseline emissions of heat"
GRAM = 1e-6


@formula("w · OM + (1 - w) · BM", _TOOL07)
def combined_margin(weight: float, operating_margin: float, build_margin: float) -> float:
    """t CO2/MWh of a grid from its operating and build margin, t/MWh."""
    return weight * operating_margin + (1 - weight) * build_margin


@formula("min(1, max(0, lifetime - (year - 1)))", N_("a saving ends with the option's lifetime"))
def part_of_year(lifetime: float, year: float) -> float:
    """The part of a crediting year, the first being 1, that an option still works."""
    return smaller(1.0, larger(0.0, lifetime - (year - 1)))


@formula("max(0, amount - Σ saved · part)", N_("no use is less than nothing"))
def use_in_year(amount: float, *pairs: float) -> float:
    """Units used in a year in which options work in part; the pairs are saving and part."""
    saved: float = sum_of_products(*pairs)
    return larger(0.0, amount - saved)


@formula("Σ max(0, -saved) · part", N_("definition of a use that is added"))
def use_of_options(*pairs: float) -> float:
    """Units that options use more, whatever others save; the pairs are saving and part."""
    return sum((larger(0.0, -pairs[i]) * pairs[i + 1] for i in range(0, len(pairs), 2)), 0.0)


@formula("max(0, before - after)", N_("definition of a use that is avoided"))
def displaced_use(before: float, after: float) -> float:
    """Units a year that are used less."""
    return larger(0.0, before - after)


@formula("max(0, after - before)", N_("definition of a use that is added"))
def added_use(before: float, after: float) -> float:
    """Units a year that are used more."""
    return larger(0.0, after - before)


@formula("before - after", N_("definition of a saving"))
def saved_use(before: float, after: float) -> float:
    """Units a year that are used less; negative where more."""
    return before - after


@formula("heat · part / efficiency · emission factor", _AMS_I_C)
def emission_of_heat(heat: float, part: float, efficiency: float, emission_factor: float) -> float:
    """t CO2 of GJ of heat from a boiler of that efficiency and a fuel of t CO2/GJ (net)."""
    return heat * part / efficiency * emission_factor


@formula("Σ saved · part / Σ saved", N_("definition of a weighted mean"))
def mean_part(*pairs: float) -> float:
    """The part of a saving that is still there; the pairs are saving and part."""
    left: float = sum_of_products(*pairs)
    return left / sum(pairs[::2])


@formula("min parts", N_("heat counts while every option works"))
def least_part(*parts: float) -> float:
    """The smallest of several parts; none without any."""
    return min(parts, default=0.0)


@formula("electricity + heat / 3.6 / equivalent", _CMP_2)
def electric_savings(electricity: float, heat: float, equivalent: float) -> float:
    """MWh of electricity and its equivalent from MWh, GJ and units of fuel per unit of it."""
    return electricity + heat / 3.6 / equivalent


@formula("floor(BE - PE - L)", _WHOLE)
def emission_reduction(baseline: float, project: float, leakage: float) -> float:
    """Whole tonnes from tonnes. What is a gram short of a tonne is one: floats are not exact."""
    exact = baseline - project - leakage
    return float(floor(exact + max(GRAM, abs(baseline) * 1e-12)))
