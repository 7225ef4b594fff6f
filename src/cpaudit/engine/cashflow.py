"""Cash flows: lines of money by year, their sums, and those of several options together.

Every line is money of the declared basis, negative where it is paid. A line's year t is the end of
year t; year 0 is the start.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..diagnostics import Word
from ..figure import Figure, derive_over, formula
from ..language import N_
from .depreciation import UNEP
from .elementwise import chosen
from .rounding import ROUNDING

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
    "later_depreciation": N_("depreciation of replacement"),
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
    "financing_tax": N_("tax effect of financing"),
}
NOT_PAID = ("depreciation", "later_depreciation")


@formula("- payment", UNEP)
def outlay(payment: float) -> float:
    """A payment as a flow: money, negative."""
    return -payment


@formula("Σ terms, nothing where they cancel", N_("definition of a total"))
def sum_of_flows(*terms: float) -> float:
    """Money of a year. What rounding leaves of flows that cancel is no flow: it would have a rate
    of return."""
    whole, size = sum(terms, 0.0), sum(map(abs, terms), 0.0)
    return chosen(abs(whole) <= ROUNDING * size, 0.0, whole)


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


def summed(lines: Mapping[str, Mapping[int, Figure]], end: int, currency: str) -> CashFlow:
    """Lines by key as a cash flow, with the sum of what is paid; empty lines are left out."""
    kept = tuple(Line(key, lines[key]) for key in lines if lines[key])
    paid = [(title_of(one.key), one.flows) for one in kept if one.key not in NOT_PAID]
    add = _Adding(currency)
    flows = tuple(
        add([(title, row[year]) for title, row in paid if year in row]) for year in range(end + 1)
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
            # the terms are kept: an id is one figure's only as long as the figure lives
            self.made[key] = derive_over(sum_of_flows, self.currency, terms), terms
        return self.made[key][0]


def title_of(key: str) -> Word:
    """The name of a line as a word of ours."""
    return Word(LINES.get(key) or FINANCING_LINES[key])
