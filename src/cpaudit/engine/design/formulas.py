"""The formulas of a comparison per functional unit, on floats."""

from __future__ import annotations

from ...figure import formula
from ...language import N_

_UNIT = N_("ISO 14040:2006: inputs and outputs are related to the functional unit")
_CHANGE = N_("definition of a change")


@formula("per product / functional units per product", _UNIT)
def per_functional_unit(per_product: float, units: float) -> float:
    """Units of a stream, money or t CO2e per functional unit from those per piece of product."""
    return per_product / units


@formula("redesign - today", _CHANGE)
def design_change(today: float, redesign: float) -> float:
    """What the redesign needs more per functional unit; negative where less."""
    return redesign - today


@formula("(redesign - today) / today", _CHANGE)
def design_relative_change(today: float, redesign: float) -> float:
    """The change as a ratio of today's value."""
    return (redesign - today) / today


@formula("change · functional units a year", N_("definition of an amount a year"))
def design_yearly_change(change: float, per_year: float) -> float:
    """The change a year at today's number of functional units."""
    return change * per_year
