"""The yearly cash flow of an option or a package, after tax, before any financing.

Every line is money of the declared basis, negative where it is paid. A line's year t is the end of
year t; year 0 is the start.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from typing import NamedTuple

from ..diagnostics import Word
from ..domain import Finance, Option
from ..figure import Assumed, Figure, derive, derive_over, formula, total
from ..language import N_
from .depreciation import depreciation_of, part_figure
from .prices import fixed, in_year, is_growing

_UNEP = "UNEP, Profiting from Cleaner Production, Part 3: cash flow with tax and depreciation"
# every line in the order in which it is shown; depreciation is not paid and enters no sum
LINES = {
    "investment": N_("investment"),
    "working_capital": N_("working capital"),
    "replacement": N_("replacement"),
    "savings": N_("savings"),
    "operating_cost": N_("operating cost"),
    "payments": N_("single payments"),
    "salvage": N_("salvage value"),
    "depreciation": N_("depreciation"),
    "tax": N_("income tax"),
}
FINANCING_LINES = {
    "project": N_("project flow"),
    "esco_investment": N_("paid by the service company"),
    "esco_payment": N_("share of the service company"),
    "loan": N_("loan"),
    "interest": N_("interest"),
    "principal": N_("repayment"),
    "guarantee_fee": N_("guarantee fee"),
    "grant": N_("grant"),
    "reward": N_("reimbursement"),
    "financing_tax": N_("tax on financing"),
}
_TAXED = ("savings", "operating_cost", "salvage", "depreciation")
NOT_PAID = "depreciation"


@formula("- payment", _UNEP)
def outlay(payment: float) -> float:
    """A payment as a flow: money, negative."""
    return -payment


@formula("yearly sum · part of the year", _UNEP)
def part_of_sum(amount: float, part: float) -> float:
    """What comes of a yearly sum in a year of which the option works only a part (its last)."""
    return amount * part


@formula("- tax rate · Σ taxable", _UNEP)
def income_tax(tax_rate: float, *taxable: float) -> float:
    """Income tax as a flow, money. A negative income lessens the tax on the plant's other one."""
    return -tax_rate * sum(taxable)


class Line(NamedTuple):
    """One row of a cash flow: money by year, negative where it is paid."""

    key: str
    flows: Mapping[int, Figure]


class CashFlow(NamedTuple):
    """The lines and their sum by year from 0 on."""

    lines: tuple[Line, ...]
    flows: tuple[Figure, ...]

    def line(self, key: str) -> Mapping[int, Figure]:
        """A line's flows by year; empty without such a line."""
        return next((one.flows for one in self.lines if one.key == key), {})


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
    return option.delay + ceil(option.lifetime.value - 1e-9)


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
    if finance.tax_rate is not None:
        lines["depreciation"] = depreciation_of(option, finance, end)
        lines["tax"] = _tax(lines, finance.tax_rate, currency)
    return summed(lines, end, currency)


def summed(lines: Mapping[str, Mapping[int, Figure]], end: int, currency: str) -> CashFlow:
    """Lines by key as a cash flow, with the sum of what is paid; empty lines are left out."""
    kept = tuple(Line(key, lines[key]) for key in lines if lines[key])
    add = _Adding(currency)
    flows = tuple(
        add(
            [
                (one.key, one.flows[year])
                for one in kept
                if one.key != NOT_PAID and year in one.flows
            ]
        )
        for year in range(end + 1)
    )
    return CashFlow(kept, flows)


def cash_together(parts: Mapping[str, CashFlow | None], currency: str) -> CashFlow | None:
    """The cash flow of a package: the lines of its options year by year; None if one has none."""
    known = {id: cash for id, cash in parts.items() if cash is not None}
    if len(known) < len(parts) or not parts:
        return None
    end = max(len(cash.flows) for cash in known.values()) - 1
    lines: dict[str, dict[int, Figure]] = {}
    add = _Adding(currency)
    for key in LINES:
        rows = {id: cash.line(key) for id, cash in known.items()}
        lines[key] = {
            year: add([(id, row[year]) for id, row in rows.items() if year in row])
            for year in range(end + 1)
            if any(year in row for row in rows.values())
        }
    return summed(lines, end, currency)


class _Adding:
    """Sums of figures; equal years have one figure, so that a long life costs no more than a short
    one."""

    def __init__(self, currency: str) -> None:
        self.currency = currency
        self.made: dict[tuple[int, ...], tuple[Figure, object]] = {}

    def __call__(self, terms: list[tuple[str, Figure]]) -> Figure:
        if len(terms) == 1:
            return terms[0][1]
        # a year without any payment is a sum of nothing
        key = tuple(id(figure) for _, figure in terms)
        if key not in self.made:
            named = [(_title(name), one) for name, one in terms]
            # the terms are kept: an id is one figure's only as long as the figure lives
            self.made[key] = total(self.currency, named), terms
        return self.made[key][0]


def _title(name: str) -> str:
    """The name of a line as a word of ours; that of an option is the user's."""
    title = LINES.get(name) or FINANCING_LINES.get(name)
    return Word(title) if title else name


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
    savings: dict[int, Figure] = {}
    costs: dict[int, Figure] = {}
    running, cost_a_year = None, income.operating_cost
    if cost_a_year is not None and not isinstance(cost_a_year.derivation, Assumed):
        running = derive(outlay, currency, payment=cost_a_year)
    is_growing_now = is_growing(finance)
    for year in range(option.delay + 1, end + 1):
        part = min(1.0, option.lifetime.value - (year - option.delay - 1))
        saving, cost = income.saving, running
        if is_growing_now:
            saving = in_year(income.savings, year, finance, currency)
            if running is not None:
                cost = in_year([("operating_cost", running)], year, finance, currency)
        savings[year] = _part(saving, part, currency)
        if cost is not None:
            costs[year] = _part(cost, part, currency)
    return {"savings": savings, "operating_cost": costs}


def _part(figure: Figure, part: float, currency: str) -> Figure:
    if part >= 1.0 - 1e-9:
        return figure
    return derive(part_of_sum, currency, amount=figure, part=part_figure(part))


def _tax(
    lines: Mapping[str, Mapping[int, Figure]], rate: Figure, currency: str
) -> dict[int, Figure]:
    """Income tax of each year that has something to tax."""
    taxed = [(key, lines[key]) for key in _TAXED if lines.get(key)]
    years = sorted({year for _, flows in taxed for year in flows})
    made: dict[tuple[int, ...], Figure] = {}
    tax: dict[int, Figure] = {}
    for year in years:
        terms = [(key, flows[year]) for key, flows in taxed if year in flows]
        same = tuple(id(figure) for _, figure in terms)
        if same not in made:
            named: Iterable[tuple[str, Figure]] = [(Word(LINES[key]), one) for key, one in terms]
            made[same] = derive_over(income_tax, currency, [(Word(N_("tax rate")), rate), *named])
        tax[year] = made[same]
    return tax
