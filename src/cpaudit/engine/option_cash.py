"""The yearly cash flow of an option, after tax, before any financing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import partial
from math import ceil
from typing import NamedTuple

from ..diagnostics import Word
from ..domain import Finance, Option
from ..figure import Assumed, Figure, derive, derive_over, formula
from ..language import N_
from .cashflow import CashFlow, changes_in, outlay, summed, title_of, year_by_year
from .depreciation import UNEP, depreciation_of, part_figure
from .prices import fixed, in_year, is_growing
from .rounding import ROUNDING

_TAXED = ("savings", "operating_cost", "salvage", "depreciation", "later_depreciation")
_RATE = Word(N_("tax rate"))


@formula("yearly sum · part of the year", UNEP)
def part_of_sum(amount: float, part: float) -> float:
    """What comes of a yearly sum in a year of which the option works only a part (its last)."""
    return amount * part


@formula("- tax rate · Σ taxable", UNEP)
def income_tax(tax_rate: float, *taxable: float) -> float:
    """Income tax as a flow, money. A negative income lessens the tax on the plant's other one."""
    return -tax_rate * sum(taxable)


class Income(NamedTuple):
    """What an option saves a year at today's prices, by what is saved, and what it costs to run.

    `savings` are empty where no price rises.
    """

    savings: Sequence[tuple[str, Figure]]
    saving: Figure
    operating_cost: Figure | None


def end_of(option: Option) -> int:
    """The year at whose end the option's life ends; it must have a lifetime."""
    assert option.lifetime is not None
    return option.delay + ceil(option.lifetime.value - ROUNDING)


def cash_flow(option: Option, income: Income, finance: Finance, currency: str) -> CashFlow | None:
    """The lines of an option over its life; None without a lifetime."""
    if option.lifetime is None:
        return None
    end = end_of(option)
    lines = {
        "investment": _paid(option.outlays or {0: option.investment}, currency),
        "working_capital": _capital(option, finance, end, currency),
        "replacement": _paid(option.replacements, currency),
        **_yearly(option, income, finance, end, currency),
        "payments": option.flows,
        "salvage": {end: option.salvage} if option.salvage else {},
    }
    if finance.tax_rate is None:
        return summed(lines, end, currency)
    assets = {
        "depreciation": option.outlays or {0: option.investment},
        "later_depreciation": option.replacements,
    }
    for key, payments in assets.items():
        lines[key] = depreciation_of(option, payments, finance, end) if payments else {}
    changes = changes_in(lines.values())  # tax changes in no other year
    lines["tax"] = _tax(lines, finance.tax_rate, currency, changes)
    return summed(lines, end, currency, changes)


def _paid(payments: Mapping[int, Figure], currency: str) -> dict[int, Figure]:
    return {year: derive(outlay, currency, payment=one) for year, one in payments.items()}


def _capital(option: Option, finance: Finance, end: int, currency: str) -> dict[int, Figure]:
    """Working capital is bound from the start and comes back at the end."""
    capital = option.working_capital
    if capital is None:
        return {}
    return {**_paid({0: capital}, currency), end: fixed(capital, end, finance)}


def _yearly(
    option: Option, income: Income, finance: Finance, end: int, currency: str
) -> dict[str, dict[int, Figure]]:
    """Savings and operating cost of each year in which the option works."""
    assert option.lifetime is not None
    running, cost_a_year = None, income.operating_cost
    if cost_a_year is not None and not isinstance(cost_a_year.derivation, Assumed):
        running = derive(outlay, currency, payment=cost_a_year)
    working = range(option.delay + 1, end + 1)
    savings = dict.fromkeys(working, income.saving)
    costs = dict.fromkeys(working, running) if running is not None else {}
    if is_growing(finance):
        for year in working:
            savings[year] = in_year(income.savings, year, finance, currency)
            if running is not None:
                costs[year] = in_year([("operating_cost", running)], year, finance, currency)
    last = option.lifetime.value - (end - option.delay - 1)
    for flows in (savings, costs):
        if flows:
            flows[end] = _part(flows[end], last, currency)
    return {"savings": savings, "operating_cost": costs}


def _part(figure: Figure, part: float, currency: str) -> Figure:
    if part >= 1.0 - ROUNDING:
        return figure
    return derive(part_of_sum, currency, amount=figure, part=part_figure(part))


def _tax(
    lines: Mapping[str, Mapping[int, Figure]], rate: Figure, currency: str, changes: Set[int]
) -> dict[int, Figure]:
    """Income tax of each year that has something to tax."""
    taxed = [(title_of(key), lines[key]) for key in _TAXED if lines.get(key)]
    years = sorted({year for _, flows in taxed for year in flows})
    return year_by_year(taxed, years, partial(tax_of, rate, currency), changes)


def tax_of(rate: Figure, currency: str, taxable: list[tuple[str, Figure]]) -> Figure:
    """The tax of a year on what is taxable in it, money."""
    return derive_over(income_tax, currency, [(_RATE, rate), *taxable])
