"""Does it pay: simple payback, net present value, internal rate of return."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pyxirr

from ..diagnostics import Word
from ..figure import Figure, derive, derive_over, formula
from ..language import N_
from .polynomial import roots_between
from .results import Irr, Payback

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
    value: float = 0.0
    for flow in reversed(flows):
        value = value / (1 + rate) + flow
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
    terms = [
        (Word(N_("rate")), rate),
        *((Word(f"year {year}"), flow) for year, flow in enumerate(flows)),
    ]
    return derive_over(net_present_value, currency, terms)


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
