"""A bank loan: equal repayments or equal payments, with or without years of grace."""

from __future__ import annotations

import pyxirr

from ...domain import Loan
from ...figure import Figure, derive, formula, total
from ...language import N_
from ..elementwise import larger
from ..prices import fixed, year_figure
from .deal import Deal, Flows

_BANK = "Brealey, Myers & Allen, Principles of Corporate Finance, ch. 2: annuities and loans"


@formula("- loan · (1 - years paid back / years to pay back) · rate", _BANK)
def interest_of_equal_principal(
    loan: float, rate: float, term: float, grace: float, year: float
) -> float:
    """Interest of a year on what is still owed at its start, money; negative."""
    paid_back = larger(0.0, year - 1 - grace)
    return -loan * (1 - paid_back / (term - grace)) * rate


@formula("- loan / (term - grace)", _BANK)
def equal_principal(loan: float, term: float, grace: float) -> float:
    """Repayment of a year after the grace, money; negative."""
    return -loan / (term - grace)


@formula("- loan · rate", _BANK)
def interest_of_grace(loan: float, rate: float) -> float:
    """Interest of a year in which nothing is paid back, money; negative."""
    return -loan * rate


@formula("interest of an annuity in the year", _BANK)
def interest_of_annuity(loan: float, rate: float, term: float, grace: float, year: float) -> float:
    """Interest of a year, money; negative. Interest and repayment together are equal each year."""
    part: float = pyxirr.ipmt(rate, year - grace, term - grace, 1.0) or 0.0
    return loan * part


@formula("repayment of an annuity in the year", _BANK)
def principal_of_annuity(loan: float, rate: float, term: float, grace: float, year: float) -> float:
    """Repayment of a year, money; negative."""
    part: float = pyxirr.ppmt(rate, year - grace, term - grace, 1.0) or 0.0
    return loan * part


@formula("max(term - years since the first draw, 1)", N_("all of a loan has one last date"))
def time_left(term: float, since: float) -> float:
    """Years to pay back a part of a loan that is drawn later than the first one."""
    return larger(term - since, 1.0)


@formula("max(grace - years since the first draw, 0)", N_("all of a loan has one last date"))
def grace_left(grace: float, since: float) -> float:
    """Years of grace of a part of a loan that is drawn later than the first one."""
    return larger(grace - since, 0.0)


def loan_lines(deal: Deal) -> dict[str, Flows]:
    """What the bank pays out, and interest and repayment of each year."""
    loan, finance = deal.finance.loan, deal.finance
    if loan is None:
        return {}
    interest: dict[int, list[Figure]] = {}
    principal: dict[int, list[Figure]] = {}
    for drawn_in, amount in deal.drawn.items():
        part = _drawn_later(loan, drawn_in - min(deal.drawn))
        for year in range(1, int(part.term.value) + 1):
            at = drawn_in + year
            paid, repaid = _year(part, amount, year)
            interest.setdefault(at, []).append(fixed(paid, at, finance))
            if repaid is not None:
                principal.setdefault(at, []).append(fixed(repaid, at, finance))
    return {
        "loan": {year: fixed(one, year, finance) for year, one in deal.drawn.items()},
        "interest": _added(interest, deal.currency),
        "principal": _added(principal, deal.currency),
    }


def _drawn_later(loan: Loan, since: int) -> Loan:
    """The terms of what is drawn some years after the first part."""
    if not since:
        return loan
    wait = year_figure(since)
    return loan._replace(
        term=derive(time_left, "yr", term=loan.term, since=wait),
        grace=derive(grace_left, "yr", grace=loan.grace, since=wait),
    )


def _added(flows: dict[int, list[Figure]], currency: str) -> Flows:
    """The parts of a loan that was drawn in several years, together."""
    return {
        year: parts[0]
        if len(parts) == 1
        else total(currency, [(str(number), one) for number, one in enumerate(parts, 1)])
        for year, parts in sorted(flows.items())
    }


def _year(loan: Loan, amount: Figure, year: int) -> tuple[Figure, Figure | None]:
    """Interest and repayment of a year of the loan."""
    unit = amount.unit
    if year <= loan.grace.value:
        return derive(interest_of_grace, unit, loan=amount, rate=loan.rate), None
    inputs = {"loan": amount, "rate": loan.rate, "term": loan.term, "grace": loan.grace}
    at = year_figure(year)
    if loan.repayment == "annuity":
        interest = derive(interest_of_annuity, unit, **inputs, year=at)
        return interest, derive(principal_of_annuity, unit, **inputs, year=at)
    interest = derive(interest_of_equal_principal, unit, **inputs, year=at)
    return interest, derive(equal_principal, unit, loan=amount, term=loan.term, grace=loan.grace)
