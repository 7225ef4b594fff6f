"""Cash flows: lines of money by year, their sums, and those of several options together.

Every line is money of the declared basis, negative where it is paid. A line's year t is the end of
year t; year 0 is the start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import cache, partial
from typing import NamedTuple

from ..diagnostics import Word
from ..figure import Figure, derive_over, formula
from ..language import N_
from .depreciation import UNEP
from .elementwise import chosen
from .once import once
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

Row = Mapping[int, Figure]
Terms = list[tuple[str, Figure]]


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
    flows: Row


class CashFlow:
    """Money by line and year, and the sums by year from 0 on. Lines are made when asked for."""

    def __init__(self, flows: tuple[Figure, ...], made: Callable[[], tuple[Line, ...]]) -> None:
        self.flows = flows
        self._made = made

    @once
    def lines(self) -> tuple[Line, ...]:
        """The lines that have a flow, in the order in which they are shown."""
        return self._made()

    def line(self, key: str) -> Row:
        """A line's flows by year; empty without such a line."""
        return next((one.flows for one in self.lines if one.key == key), {})


def summed(
    lines: Mapping[str, Row], end: int, currency: str, changes: Set[int] | None = None
) -> CashFlow:
    """Lines by key as a cash flow, with the sum of what is paid; empty lines are left out."""
    kept = tuple([Line(key, row) for key, row in lines.items() if row])
    paid = [(title_of(key), row) for key, row in kept if key not in NOT_PAID]
    flows = year_by_year(paid, range(end + 1), partial(_sum, currency), changes)
    return CashFlow(tuple(flows.values()), partial(tuple, kept))


def cash_together(parts: Mapping[str, CashFlow | None], currency: str) -> CashFlow | None:
    """The cash flow of a package: that of its options, year by year; None if one has none."""
    known = {id: cash for id, cash in parts.items() if cash is not None}
    if len(known) < len(parts) or not parts:
        return None
    end = max(len(cash.flows) for cash in known.values()) - 1
    rows = [(id, dict(enumerate(cash.flows))) for id, cash in known.items()]
    flows = year_by_year(rows, range(end + 1), partial(_sum, currency))
    return CashFlow(tuple(flows.values()), partial(_lines_together, known, currency))


def _lines_together(parts: Mapping[str, CashFlow], currency: str) -> tuple[Line, ...]:
    """Each line of a package: the sum of its options' lines."""
    made = []
    for key in LINES:
        rows = [(id, row) for id, cash in parts.items() if (row := cash.line(key))]
        years = sorted({year for _, row in rows for year in row})
        if years:
            made.append(Line(key, year_by_year(rows, years, partial(_sum, currency))))
    return tuple(made)


def year_by_year(
    rows: Sequence[tuple[str, Row]],
    years: Sequence[int],
    made: Callable[[Terms], Figure],
    changes: Set[int] | None = None,
) -> dict[int, Figure]:
    """A figure of each year, `made` from those that named rows have in it.

    Years with the same figures as the one before share its figure, so that a long life costs no
    more than a short one. `changes` are the years that `changes_in` the rows finds, if it is known.
    """
    if changes is None:
        changes = changes_in(row for _, row in rows)
    found: dict[int, Figure] = {}
    figure = None
    for year in years:
        if figure is None or year in changes:
            figure = made([(name, row[year]) for name, row in rows if year in row])
        found[year] = figure
    return found


def changes_in(rows: Iterable[Row]) -> set[int]:
    """The years in which a row has another figure than in the year before, or none any more."""
    changes: set[int] = set()
    for row in rows:
        before, after = None, None
        for year, figure in row.items():
            if figure is not before or year != after:
                changes.update((year, after or year))
            before, after = figure, year + 1
        changes.add(after or 0)
    return changes


def _sum(currency: str, terms: Terms) -> Figure:
    return terms[0][1] if len(terms) == 1 else derive_over(sum_of_flows, currency, terms)


@cache
def title_of(key: str) -> Word:
    """The name of a line as a word of ours."""
    return Word(LINES.get(key) or FINANCING_LINES[key])
