"""A partial guarantee: somebody stands for a part of the loan, so that the bank risks the rest."""

from __future__ import annotations

from ...figure import Figure, derive, formula
from ...language import N_
from ..elementwise import smaller
from ..prices import fixed
from .deal import Deal, Flows, financed_part
from .loan import added, tranches_of, years_of

_TERMS = N_("definition of a partial guarantee")


@formula("min(loan · share, limit)", _TERMS)
def guaranteed_amount(loan: float, share: float, limit: float) -> float:
    """Money for which the guarantor stands at the start."""
    return smaller(loan * share, limit)


@formula("loan - guaranteed", _TERMS)
def risk_of_lender(loan: float, guaranteed: float) -> float:
    """Money that the bank may lose at the start, before any collateral."""
    return loan - guaranteed


@formula("- owed · guaranteed / loan · fee", _TERMS)
def guarantee_fee(owed: float, guaranteed: float, loan: float, fee: float) -> float:
    """The fee of a year on the guaranteed part of what is owed at its start, money; negative."""
    return -owed * guaranteed / loan * fee


def guaranteed_of(deal: Deal) -> Figure | None:
    """What is guaranteed at the start; None without a guarantee or a loan."""
    guarantee, loan = deal.finance.guarantee, deal.loan
    if guarantee is None or loan is None:
        return None
    if guarantee.limit is None:
        return derive(financed_part, deal.currency, investment=loan, share=guarantee.share)
    inputs = {"loan": loan, "share": guarantee.share, "limit": guarantee.limit}
    return derive(guaranteed_amount, deal.currency, **inputs)


def guarantee_lines(deal: Deal) -> dict[str, Flows]:
    """The fee of each year; on the loan as it is owed at the start of the year."""
    guarantee, guaranteed, loan = deal.finance.guarantee, guaranteed_of(deal), deal.loan
    if guarantee is None or guarantee.fee is None or guaranteed is None or loan is None:
        return {}
    fees: dict[int, list[Figure]] = {}
    terms = {"guaranteed": guaranteed, "loan": loan, "fee": guarantee.fee}
    for tranche in tranches_of(deal) if loan.value else ():
        for year, at in years_of(tranche):
            fee = derive(guarantee_fee, deal.currency, owed=tranche.owed(year), **terms)
            fees.setdefault(at, []).append(fixed(fee, at, deal.finance))
    return {"guarantee_fee": added(fees, deal.currency)}
