"""What the schemes share: the project that is financed, and how its loan is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...domain import Finance, Loan
from ...figure import Figure, derive, formula, total
from ...language import N_
from ..cashflow import CashFlow, outlay
from ..elementwise import smaller
from ..finance import year_name
from ..prices import as_paid

Flows = Mapping[int, Figure]


@formula("investment · (1 - part of others)", N_("definition of a share"))
def own_part(investment: float, others: float) -> float:
    """Money of an investment that is left to the plant."""
    return investment * (1 - others)


@formula("investment · share", N_("definition of a share"))
def financed_part(investment: float, share: float) -> float:
    """Money of an investment that somebody finances."""
    return investment * share


@formula("min(amount, investment) · part / investment", N_("a loan is drawn as the money is spent"))
def drawn(amount: float, investment: float, part: float) -> float:
    """Money of a loan that is drawn for one part of an investment; never more than the part."""
    return smaller(amount, investment) * part / investment


class Deal(NamedTuple):
    """A project's cash flow and how it is financed.

    `spent` is what the plant itself must pay of the investment by year, `drawn` what it borrows:
    both in money as it is paid, for contracts know no other.
    """

    cash: CashFlow
    finance: Finance
    currency: str
    spent: Flows
    drawn: Flows

    @property
    def first(self) -> int:
        """The first year of savings."""
        return min(self.cash.line("savings"), default=1)

    @property
    def all_spent(self) -> Figure:
        """All that the plant itself must pay of the investment."""
        return _sum(self.spent, self.currency)

    @property
    def loan(self) -> Figure | None:
        """All that is borrowed; None without a loan."""
        return _sum(self.drawn, self.currency) if self.drawn else None


def _sum(flows: Flows, currency: str) -> Figure:
    """The sum of flows; of one alone the flow itself."""
    parts = [(year_name(year), one) for year, one in flows.items()]
    return parts[0][1] if len(parts) == 1 else total(currency, parts)


def deal_of(cash: CashFlow, finance: Finance, currency: str) -> Deal:
    """The deal for a project: what an energy service company pays comes off first."""
    spent = {
        year: as_paid(derive(outlay, currency, payment=flow), year, finance)
        for year, flow in cash.line("investment").items()
        if flow.value
    }
    if finance.esco is not None:
        others = finance.esco.investment
        spent = {
            year: derive(own_part, currency, investment=one, others=others)
            for year, one in spent.items()
        }
    borrowed = _drawn(finance.loan, spent, currency) if finance.loan else {}
    return Deal(cash, finance, currency, spent, borrowed)


def _drawn(loan: Loan, spent: Flows, currency: str) -> Flows:
    """The loan by the year in which it is drawn, in step with the investment."""
    if loan.share is not None:
        return {
            year: derive(financed_part, currency, investment=one, share=loan.share)
            for year, one in spent.items()
        }
    assert loan.amount is not None  # one of the two is there
    whole = _sum(spent, currency)
    if whole.value <= 0:
        return {}
    if len(spent) == 1 and loan.amount.value <= whole.value:
        return dict.fromkeys(spent, loan.amount)
    return {
        year: derive(drawn, currency, amount=loan.amount, investment=whole, part=one)
        for year, one in spent.items()
    }
