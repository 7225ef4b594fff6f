"""Does it pay: payback, net present value, internal and modified rate of return."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import inf, nan

import pyxirr

from ..diagnostics import Word
from ..figure import Figure, derive, derive_over, formula
from ..language import N_
from .elementwise import are_numbers, chosen, larger, smaller
from .polynomial import roots_between
from .results import Irr, Payback
from .rounding import ROUNDING

# rates of return below -99 % a year mean nothing to a plant and are not searched
_LOWEST_RATE = -0.99
HIGHEST_DISCOUNT = 1 / (1 + _LOWEST_RATE)


@formula("investment / saving per year", "UNEP, Profiting from Cleaner Production: simple payback")
def simple_payback(investment: float, saving: float) -> float:
    """Years, before tax and without interest."""
    return investment / saving


@formula(
    "Σ flow(t) / (1 + rate)^t", "Brealey, Myers & Allen, Principles of Corporate Finance, ch. 5"
)
def net_present_value(rate: float, *flows: float) -> float:
    """Money at the start, from flows at the ends of years 0, 1, 2 … and a rate a year."""
    if are_numbers(rate, *flows):
        return float(pyxirr.npv(rate, flows, start_from_zero=True) or 0.0)
    value: float = 0.0  # pyxirr takes no arrays of draws
    for flow in reversed(flows):
        value = value / (1 + rate) + flow
    return value


@formula(
    "years before the last + (- sum before) / discounted flow of the last",
    "Brealey, Myers & Allen, Principles of Corporate Finance, ch. 5: discounted payback",
)
def discounted_payback(rate: float, *flows: float) -> float:
    """Years until the discounted flows have returned what was paid, for good; within the last
    year in proportion. Infinite where they never do."""
    balance, since, size = 0.0, inf, 0.0
    for year, flow in enumerate(flows):
        present = flow / (1 + rate) ** year
        before, balance, size = balance, balance + present, size + abs(present)
        # what is left of a sum that comes to nothing is no debt
        balance = chosen(abs(balance) <= ROUNDING * size, 0.0, balance)
        change = chosen(balance == before, 1.0, balance - before)
        crossed = chosen(before < 0, year - 1 - before / change, float(year))
        since = chosen(balance < 0, inf, chosen(since == inf, crossed, since))
    return since


@formula(
    "(value at the end of what comes in / value at the start of what is paid)^(1 / years) - 1",
    "Lin, The modified internal rate of return (1976); Brealey, Myers & Allen, ch. 5",
)
def modified_irr(rate: float, reinvestment_rate: float, *flows: float) -> float:
    """Ratio a year: what is paid is discounted at `rate`, what comes in earns the other."""
    if are_numbers(rate, reinvestment_rate, *flows):
        found = pyxirr.mirr(flows, rate, reinvestment_rate, silent=True)
        return nan if found is None else float(found)
    years = len(flows) - 1  # pyxirr takes no arrays of draws
    paid, earned = 0.0, 0.0
    for year, flow in enumerate(flows):
        paid -= smaller(flow, 0.0) / (1 + rate) ** year
        earned += larger(flow, 0.0) * (1 + reinvestment_rate) ** (years - year)
    value: float = (earned / paid) ** (1 / years) - 1
    return value


def payback_of(investment: Figure, saving: Figure) -> Payback:
    """The simple payback: immediate without an investment, never without a saving."""
    if saving.value < 0 or (saving.value == 0 and investment.value > 0):
        return Payback("never")
    if investment.value <= 0:
        return Payback("immediate")
    return Payback("reached", derive(simple_payback, "yr", investment=investment, saving=saving))


def npv_of(flows: Sequence[Figure], rate: Figure, currency: str) -> Figure:
    """Net present value of yearly flows, the first one at the start."""
    return derive_over(net_present_value, currency, [(Word(N_("rate")), rate), *by_year(flows)])


def discounted_payback_of(flows: Sequence[Figure], rate: Figure) -> Payback:
    """The discounted payback of yearly flows: immediate where nothing is ever owed."""
    terms = [(Word(N_("rate")), rate), *by_year(flows)]
    time = derive_over(discounted_payback, "yr", terms)
    if time.value == inf:
        return Payback("never", None, time)
    return Payback("reached", time, time) if time.value > 0 else Payback("immediate", None, time)


def mirr_of(flows: Sequence[Figure], rate: Figure, reinvestment_rate: Figure) -> Figure | None:
    """The modified internal rate of return; None where nothing is paid or nothing comes in."""
    values = [flow.value for flow in flows]
    if not values or min(values) >= 0 or max(values) <= 0:
        return None
    rates = [(Word(N_("rate")), rate), (Word(N_("reinvestment rate")), reinvestment_rate)]
    return derive_over(modified_irr, "unit", [*rates, *by_year(flows)])


def by_year(flows: Sequence[Figure]) -> list[tuple[str, Figure]]:
    """Flows with the names of their years."""
    return [(year_name(year), flow) for year, flow in enumerate(flows)]


@lru_cache(maxsize=128)
def year_name(year: int) -> Word:
    """The name of a year's flow among the inputs of a formula."""
    return Word(f"year {year}")


def irr_of(flows: Sequence[Figure]) -> Irr:
    """Every internal rate of return of yearly flows, from the lowest to the highest."""
    rates = rates_of([flow.value for flow in flows])
    if not rates:
        return Irr("none", (), tuple(flows))
    return Irr("unique" if len(rates) == 1 else "multiple", rates, tuple(flows))


def rates_of(flows: Sequence[float]) -> tuple[float, ...]:
    """Every internal rate of return of yearly flows, ratios a year.

    One change of sign has one root (Descartes), which pyxirr finds; with more of them all roots
    are isolated, for which no library of the core has a function.
    """
    signs = [value > 0 for value in flows if value]
    changes = sum(a != b for a, b in pairwise(signs))
    if changes == 0:
        return ()
    rate = pyxirr.irr(flows, silent=True) if changes == 1 else None
    return (rate,) if rate is not None and rate > _LOWEST_RATE else _all_rates(flows)


def _all_rates(flows: Sequence[float]) -> tuple[float, ...]:
    """Rates above -99 % a year at which the net present value is zero.

    With x = 1 / (1 + rate) the net present value is a polynomial in x.
    """
    roots = roots_between(flows, 0.0, HIGHEST_DISCOUNT)
    return tuple(sorted(1 / root - 1 for root in roots))
