"""How money counts in later years: prices that rise, sums that are fixed, nominal and real rates.

With the basis nominal every sum is money as it is paid: prices rise by their escalation, otherwise
by inflation, and sums fixed by contract stay. With the basis real every sum is money of year 0:
prices rise by their escalation over inflation, and fixed sums lose value by inflation. So one
project has one net present value, whichever way it is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ..diagnostics import Word
from ..domain import Finance
from ..figure import Assumed, Figure, derive, derive_over, formula
from ..language import N_

_FISHER = "Fisher, The Theory of Interest (1930); Brealey, Myers & Allen, ch. 3"


@formula("(1 + nominal) / (1 + inflation) - 1", _FISHER)
def real_rate(nominal: float, inflation: float) -> float:
    """The rate a year in money of one year, from that in money as it is paid."""
    return (1 + nominal) / (1 + inflation) - 1


@formula("(1 + real) · (1 + inflation) - 1", _FISHER)
def nominal_rate(real: float, inflation: float) -> float:
    """The rate a year in money as it is paid, from that in money of one year."""
    return (1 + real) * (1 + inflation) - 1


@formula(
    "Σ amount · (1 + escalation)^year",
    "NIST Handbook 135, Life-Cycle Costing Manual: price escalation",
)
def escalated(year: float, *pairs: float) -> float:
    """Money of a year, from sums at today's prices and the rates at which they rise."""
    terms = (pairs[i] * (1 + pairs[i + 1]) ** year for i in range(0, len(pairs), 2))
    amount: float = sum(terms, 0.0)
    return amount


@formula("amount / (1 + inflation)^year", _FISHER)
def deflated(amount: float, inflation: float, year: float) -> float:
    """A sum that is fixed in nominal money, in money of year 0."""
    value: float = amount / (1 + inflation) ** year
    return value


@formula("amount · (1 + inflation)^year", _FISHER)
def inflated(amount: float, inflation: float, year: float) -> float:
    """A sum in money of year 0, in money as it is paid."""
    value: float = amount * (1 + inflation) ** year
    return value


@lru_cache(maxsize=128)
def year_figure(year: int) -> Figure:
    """The number of a year, counted from the start of the investment."""
    return Figure(float(year), "yr", Assumed(N_("the year, counted from the investment")))


def is_growing(finance: Finance) -> bool:
    """Whether any price of a later year differs from today's."""
    return bool(finance.escalation) or (finance.basis == "nominal" and bool(finance.inflation))


def growth_of(finance: Finance, key: str) -> Figure:
    """The rate a year at which the price of a stream, `operating_cost` or `charges` rises."""
    written = finance.escalation.get(key) or finance.escalation.get("all")
    if written is not None:
        return written
    if finance.basis == "nominal" and finance.inflation is not None:
        return finance.inflation
    return _STEADY


# what rises in price beside streams
_ESCALATING = {"operating_cost": N_("operating cost"), "charges": N_("charges")}
_STEADY = Figure(0.0, "unit", Assumed(N_("nothing is written: the price stays as it is")))


def in_year(
    sums: Iterable[tuple[str, Figure]], year: int, finance: Finance, currency: str
) -> Figure:
    """Sums at today's prices, by what they are paid for, as money of a year."""
    terms: list[tuple[str, Figure]] = [(Word(N_("year")), year_figure(year))]
    for key, figure in sums:
        name: str = Word(_ESCALATING[key]) if key in _ESCALATING else key
        terms += [(name, figure), (Word(N_("price rise")), growth_of(finance, key))]
    return derive_over(escalated, currency, terms)


def loses_value(finance: Finance) -> bool:
    """Whether a sum fixed by contract is worth less in a later year, in money of the basis."""
    return finance.basis == "real" and finance.inflation is not None


def fixed(figure: Figure, year: int, finance: Finance) -> Figure:
    """A sum fixed by contract, in money of the basis."""
    if finance.basis != "real" or finance.inflation is None or year == 0:
        return figure
    inputs = {"amount": figure, "inflation": finance.inflation, "year": year_figure(year)}
    return derive(deflated, figure.unit, **inputs)


def as_paid(figure: Figure, year: int, finance: Finance) -> Figure:
    """A payment of a year, in money of the basis, in money as it is paid."""
    if finance.basis != "real" or finance.inflation is None or year == 0:
        return figure
    inputs = {"amount": figure, "inflation": finance.inflation, "year": year_figure(year)}
    return derive(inflated, figure.unit, **inputs)


def steady_rate(finance: Finance) -> Figure | None:
    """The discount rate for equal payments of one purchasing power: the real one where it is known.

    So what is spread over years comes to the same whichever way the rates are written.
    """
    rate, inflation = finance.discount_rate, finance.inflation
    if rate is None or inflation is None or finance.basis == "real":
        return rate
    return derive(real_rate, "unit", nominal=rate, inflation=inflation)
