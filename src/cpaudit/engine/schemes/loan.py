"""A bank loan: equal repayments or equal payments, with or without years of grace."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pyxirr

from ...domain import Loan
from ...figure import Figure, derive, formula, total
from ...language import N_
from ..elementwise import larger
from ..prices import fixed, year_figure
from .deal import Deal, Flows

_BANK = "Brealey, Myers & Allen, Principles of Corporate Finance, ch. 2: annuities and loans"


@formula("loan · (1 - years paid back / years to pay back)", _BANK)
def still_owed(loan: float, term: float, grace: float, year: float) -> float:
    """What is owed at the start of a year of a loan in equal repayments, money."""
    return loan * (1 - larger(0.0, year - 1 - grace) / (term - grace))


@formula("loan · ((1 + rate)^n - (1 + rate)^k) / ((1 + rate)^n - 1), n to pay, k paid", _BANK)
def still_owed_of_annuity(
    loan: float, rate: float, term: float, grace: float, year: float
) -> float:
    """What is owed at the start of a year of a loan in equal payments, money."""
    payment = pyxirr.pmt(rate, term - grace, -1.0) or 0.0
    part: float = pyxirr.fv(rate, max(0.0, year - 1 - grace), payment, -1.0) or 0.0
    return loan * part


@formula("- owed · rate", _BANK)
def interest(owed: float, rate: float) -> float:
    """Interest of a year on what is owed at its start, money; negative."""
    return -owed * rate


@formula("- loan / (term - grace)", _BANK)
def equal_principal(loan: float, term: float, grace: float) -> float:
    """Repayment of a year after the grace, money; negative."""
    return -loan / (term - grace)


@formula("- loan · rate · (1 + rate)^(k - 1) / ((1 + rate)^n - 1), n to pay, the k-th", _BANK)
def principal_of_annuity(loan: float, rate: float, term: float, grace: float, year: float) -> float:
    """Repayment of a year, money; negative. With the interest it is the same each year."""
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


class Tranche(NamedTuple):
    """A part of a loan: the year in which it is drawn, its amount, and the terms left for it."""

    drawn_in: int
    amount: Figure
    loan: Loan

    def owed(self, year: int) -> Figure:
        """What is owed of it at the start of a year of its own, from 1 on."""
        loan = self.loan
        inputs = {"loan": self.amount, "term": loan.term, "grace": loan.grace}
        inputs["year"] = year_figure(year)
        if loan.repayment == "annuity":
            return derive(still_owed_of_annuity, self.amount.unit, rate=loan.rate, **inputs)
        return derive(still_owed, self.amount.unit, **inputs)

    def repaid(self, year: int) -> Figure | None:
        """What is paid back of it in a year of its own; None in the grace."""
        loan, unit = self.loan, self.amount.unit
        if year <= loan.grace.value:
            return None
        inputs = {"loan": self.amount, "term": loan.term, "grace": loan.grace}
        if loan.repayment != "annuity":
            return derive(equal_principal, unit, **inputs)
        inputs |= {"rate": loan.rate, "year": year_figure(year)}
        return derive(principal_of_annuity, unit, **inputs)


def tranches_of(deal: Deal) -> list[Tranche]:
    """The parts of the loan by the year in which they are drawn."""
    loan = deal.finance.loan
    if loan is None:
        return []
    first = min(deal.drawn, default=0)
    return [
        Tranche(year, amount, _drawn_later(loan, year - first))
        for year, amount in deal.drawn.items()
    ]


def years_of(tranche: Tranche) -> Iterator[tuple[int, int]]:
    """Each year of a part of a loan: counted from its drawing, and from the start."""
    for year in range(1, int(tranche.loan.term.value) + 1):
        yield year, tranche.drawn_in + year


def loan_lines(deal: Deal) -> dict[str, Flows]:
    """What the bank pays out, and interest and repayment of each year."""
    if deal.finance.loan is None:
        return {}
    paid: dict[int, list[Figure]] = {}
    repaid: dict[int, list[Figure]] = {}
    for tranche in tranches_of(deal):
        for year, at in years_of(tranche):
            inputs = {"owed": tranche.owed(year), "rate": tranche.loan.rate}
            cost = derive(interest, deal.currency, **inputs)
            paid.setdefault(at, []).append(fixed(cost, at, deal.finance))
            part = tranche.repaid(year)
            if part is not None:
                repaid.setdefault(at, []).append(fixed(part, at, deal.finance))
    return {
        "loan": {year: fixed(one, year, deal.finance) for year, one in deal.drawn.items()},
        "interest": added(paid, deal.currency),
        "principal": added(repaid, deal.currency),
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


def added(flows: Mapping[int, list[Figure]], currency: str) -> Flows:
    """The parts of a loan that was drawn in several years, together, by year."""
    return {
        year: parts[0]
        if len(parts) == 1
        else total(currency, [(str(number), one) for number, one in enumerate(parts, 1)])
        for year, parts in sorted(flows.items())
    }
