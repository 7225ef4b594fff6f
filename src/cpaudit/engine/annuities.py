"""Costs as equal yearly payments, and what they come to per GJ saved and per t CO2e avoided."""

from __future__ import annotations

import pyxirr

from ..figure import formula
from ..language import N_
from .elementwise import are_numbers, chosen

NIST = "NIST Handbook 135, Life-Cycle Costing Manual for the Federal Energy Management Program"


@formula("present value · rate / (1 - (1 + rate)^-years)", NIST)
def annuity(present_value: float, rate: float, years: float) -> float:
    """Money a year: equal payments over the years that have the present value."""
    if are_numbers(rate, years):
        payment: float = pyxirr.pmt(rate, years, -1.0) or 0.0
        return present_value * payment
    discount = (1 + rate) ** -years  # pyxirr takes no arrays of draws
    part = chosen(rate == 0, 1 / years, rate / chosen(rate == 0, 1.0, 1 - discount))
    return present_value * part


@formula("present value · (1 + rate)^delay", NIST)
def after_delay(present_value: float, rate: float, delay: float) -> float:
    """Money when an option begins to work, of the same worth as money at the start."""
    value: float = present_value * (1 + rate) ** delay
    return value


@formula("- value", N_("a cost is a negative value"))
def cost_of_value(value: float) -> float:
    """Money: what something costs where its value is negative."""
    return -value


@formula(
    "annualised cost of investment and operation / energy saved a year",
    "Meier, Wright & Rosenfeld, Supplying Energy through Greater Efficiency (1983)",
)
def cost_of_saved_energy(cost: float, energy: float) -> float:
    """Money per GJ saved, before tax; to be compared with the price of energy."""
    return cost / energy


@formula("annualised cost / t CO2e avoided a year", N_("annualised cost over annual tonnes"))
def marginal_abatement_cost(cost: float, co2e: float) -> float:
    """Money per t CO2e: investment as an annuity less yearly savings, before tax and financing."""
    return cost / co2e
