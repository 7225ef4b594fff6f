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
from .polynomial import roots_between
from .results import Irr, Payback

# rates of return below -99 % a year mean nothing to a plant and are not searched
_LOWEST_RATE = -0.99


@formula("investment / saving per year", "UNEP, Profiting from Cleaner Production: simple payback")
def simple_payback(investment: float, saving: float) -> float:
    """Years, before tax and without interest."""
    return investment / saving


@formula(
    "Σ flow(t) / (1 + rate)^t", "Brealey, Myers & Allen, Principles of Corporate Finance, ch. 5"
)
def net_present_value(rate: float, *flows: float) -> float:
    """Money at the start, from flows at the ends of years 0, 1, 2 … and a rate a year."""
    return float(pyxirr.npv(rate, flows, start_from_zero=True) or 0.0)


@formula(
    "years before the last + (- sum before) / discounted flow of the last",
    "Brealey, Myers & Allen, Principles of Corporate Finance, ch. 5: discounted payback",
)
def discounted_payback(rate: float, *flows: float) -> float:
    """Years until the discounted flows have returned what was paid, for good; within the last
    year in proportion. Infinite where they never do."""
    balance, since = 0.0, inf
    for year, flow in enumerate(flows):
        before, balance = balance, balance + flow / (1 + rate) ** year
        if balance < 0:
            since = inf
        elif since == inf:
            since = max(0.0, year - 1 - before / (balance - before)) if before < 0 else float(year)
    return since


@formula(
    "(value at the end of what comes in / value at the start of what is paid)^(1 / years) - 1",
    "Lin, The modified internal rate of return (1976); Brealey, Myers & Allen, ch. 5",
)
def modified_irr(rate: float, reinvestment_rate: float, *flows: float) -> float:
    """Ratio a year: what is paid is discounted at `rate`, what comes in earns the other."""
    found = pyxirr.mirr(flows, rate, reinvestment_rate, silent=True)
    return nan if found is None else float(found)


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
        return Payback("never")
    return Payback("reached", time) if time.value > 0 else Payback("immediate")


def mirr_of(flows: Sequence[Figure], rate: Figure, reinvestment_rate: Figure) -> Figure | None:
    """The modified internal rate of return; None where nothing is paid or nothing comes in."""
    values = [flow.value for flow in flows]
    if not values or min(values) >= 0 or max(values) <= 0:
        return None
    rates = [(Word(N_("rate")), rate), (Word(N_("reinvestment rate")), reinvestment_rate)]
    return derive_over(modified_irr, "unit", [*rates, *by_year(flows)])


def by_year(flows: Sequence[Figure]) -> list[tuple[str, Figure]]:
    """Flows with the names of their years."""
    return [(_year_name(year), flow) for year, flow in enumerate(flows)]


@lru_cache(maxsize=128)
def _year_name(year: int) -> Word:
    return Word(f"year {year}")


def irr_of(flows: Sequence[Figure]) -> Irr:
    """Every internal rate of return of yearly flows, from the lowest to the highest.

    One change of sign has one root (Descartes), which pyxirr finds; with more of them all roots
    are isolated, for which no library of the core has a function.
    """
    values = [flow.value for flow in flows]
    signs = [value > 0 for value in values if value]
    changes = sum(a != b for a, b in pairwise(signs))
    if changes == 0:
        return Irr("none", (), tuple(flows))
    if changes == 1:
        rate = pyxirr.irr(values, silent=True)
        rates = (rate,) if rate is not None and rate > _LOWEST_RATE else _all_rates(values)
    else:
        rates = _all_rates(values)
    if not rates:
        return Irr("none", (), tuple(flows))
    return Irr("unique" if len(rates) == 1 else "multiple", rates, tuple(flows))


def _all_rates(flows: Sequence[float]) -> tuple[float, ...]:
    """Rates above -99 % a year at which the net present value is zero.

    With x = 1 / (1 + rate) the net present value is a polynomial in x.
    """
    roots = roots_between(flows, 0.0, 1 / (1 + _LOWEST_RATE))
    return tuple(sorted(1 / root - 1 for root in roots))
