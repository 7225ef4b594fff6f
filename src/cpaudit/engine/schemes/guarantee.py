"""A partial guarantee: somebody stands for a part of the loan, so that the bank risks the rest."""

from __future__ import annotations

from ...figure import Assumed, Figure, derive, formula
from ...language import N_
from ..elementwise import larger, smaller
from ..prices import fixed, year_figure
from .deal import Deal, Flows

_TERMS = N_("definition of a partial guarantee")


@formula("min(loan · share, limit)", _TERMS)
def guaranteed_amount(loan: float, share: float, limit: float) -> float:
    """Money for which the guarantor stands at the start."""
    return smaller(loan * share, limit)


@formula("loan - guaranteed", _TERMS)
def risk_of_lender(loan: float, guaranteed: float) -> float:
    """Money that the bank may lose at the start, before any collateral."""
    return loan - guaranteed


@formula("- guaranteed · still owed · fee", _TERMS)
def guarantee_fee(guaranteed: float, owed: float, fee: float) -> float:
    """The fee of a year on the guaranteed part of what is still owed, money; negative."""
    return -guaranteed * owed * fee


_NO_LIMIT = Figure(float("inf"), "", Assumed(N_("no limit is written")))


def guaranteed_of(deal: Deal) -> Figure | None:
    """What is guaranteed at the start; None without a guarantee or a loan."""
    guarantee, loan = deal.finance.guarantee, deal.loan
    if guarantee is None or loan is None:
        return None
    limit = guarantee.limit or _NO_LIMIT._replace(unit=deal.currency)
    inputs = {"loan": loan, "share": guarantee.share, "limit": limit}
    return derive(guaranteed_amount, deal.currency, **inputs)


def guarantee_lines(deal: Deal) -> dict[str, Flows]:
    """The fee of each year; on the loan as it is owed at the start of the year."""
    guarantee, loan, guaranteed = deal.finance.guarantee, deal.finance.loan, guaranteed_of(deal)
    if guarantee is None or guarantee.fee is None or loan is None or guaranteed is None:
        return {}
    drawn_in = min(deal.drawn)
    fees = {}
    for year in range(1, int(loan.term.value) + 1):
        owed = derive(share_owed, "unit", term=loan.term, grace=loan.grace, year=year_figure(year))
        inputs = {"guaranteed": guaranteed, "owed": owed, "fee": guarantee.fee}
        fee = derive(guarantee_fee, deal.currency, **inputs)
        fees[drawn_in + year] = fixed(fee, drawn_in + year, deal.finance)
    return {"guarantee_fee": fees}


@formula("1 - years paid back / years to pay back", _TERMS)
def share_owed(term: float, grace: float, year: float) -> float:
    """The part of a loan that is owed at the start of a year; a guarantee falls in equal steps."""
    return 1 - larger(0.0, year - 1 - grace) / (term - grace)
