"""Who lends, gives, guarantees or shares: loan, grant, guarantee, energy service company."""

from __future__ import annotations

from typing import Literal, cast

from ..diagnostics import Mistake, Span
from ..diagnostics.codes import economics as codes
from ..diagnostics.codes import plausibility
from ..domain import Esco, Grant, Guarantee, Loan
from ..figure import Figure
from ..language import N_
from ..schema.finance import Finance as FinanceEntry
from ..schema.given import Given
from .amounts import refuse_negative, refuse_other_than_percent
from .context import Context, assumed, entered
from .fuels import fraction
from .money import money_figure
from .schemes import is_open, scheme_named

# the most years that anything here may take; more is a mistake of the unit
LONGEST = 60
_WHOLE = N_("nothing is written: all of it")
_NO_GRACE = N_("nothing is written: no grace")


def resolve_loan(context: Context, entry: FinanceEntry) -> Loan | None:
    """The loan, its share or its amount in the audit's currency. Raises Mistake."""
    loan = entry.loan
    if loan is None:
        return None
    if (loan.share is None) == (loan.amount is None):
        place = loan.amount or loan.rate
        raise Mistake(codes.LOAN_OF_WHAT.at(place.span))
    term = whole_years(loan.term, "term")
    grace = assumed(0.0, "yr", _NO_GRACE)
    if loan.grace is not None:
        grace = whole_years(loan.grace, "grace", may_be_zero=True)
    if loan.grace is not None and grace.value >= term.value:
        written = {"grace": loan.grace.quantity.text, "term": loan.term.quantity.text}
        raise Mistake(codes.GRACE_TOO_LONG.at(loan.grace.span, **written))
    return Loan(
        rate=_share(loan.rate, "rate"),
        term=term,
        grace=grace,
        repayment=cast(
            Literal["equal-principal", "annuity"], str(loan.repayment or "equal-principal")
        ),
        share=_share(loan.share, "share") if loan.share else None,
        amount=_sum_of_money(context, loan.amount, N_("the loan")) if loan.amount else None,
        span=loan.rate.span,
    )


def resolve_grant(context: Context, entry: FinanceEntry) -> Grant | None:
    """A grant of an amount or a share; that of a scheme is none of these. Raises Mistake."""
    grant = entry.grant
    if grant is None:
        return None
    ways = [one for one in (grant.scheme, grant.amount, grant.share) if one is not None]
    if len(ways) != 1:
        raise Mistake(codes.GRANT_OF_WHAT.at(_place(entry)))
    needless = grant.year if grant.scheme is not None else grant.indicator
    if needless is not None:
        key = "year" if grant.scheme is not None else "indicator"
        raise Mistake(codes.NEEDLESS.at(needless.span, key=key))
    if grant.scheme is not None:
        return None
    return Grant(
        year=int(grant.year or 0),
        share=_share(grant.share, "share") if grant.share else None,
        amount=_sum_of_money(context, grant.amount, N_("the grant")) if grant.amount else None,
        span=_place(entry),
    )


def _place(entry: FinanceEntry) -> Span | None:
    """The first thing that is written of a grant."""
    written = [one for one in dict(entry.grant or {}).values() if one is not None]
    return cast(Span, written[0].span) if written else None


def resolve_guarantee(context: Context, entry: FinanceEntry) -> Guarantee | None:
    """A guarantee of a share of the loan; that of a scheme takes its rules. Raises Mistake."""
    guarantee = entry.guarantee
    if guarantee is None:
        return None
    place = guarantee.share or guarantee.scheme or guarantee.fee
    span = place.span if place is not None else None
    if (guarantee.share is None) == (guarantee.scheme is None):
        raise Mistake(codes.GUARANTEE_OF_WHAT.at(span))
    if entry.loan is None:
        raise Mistake(codes.NO_LOAN.at(span, key="guarantee"))
    fee = _share(guarantee.fee, "fee") if guarantee.fee else None
    if guarantee.share is not None:
        return Guarantee(_share(guarantee.share, "share"), None, fee)
    assert guarantee.scheme is not None  # one of the two is there
    rules, scheme = scheme_named(context, guarantee.scheme)
    if not is_open(context, scheme, guarantee.scheme):
        return None
    return Guarantee(rules["guarantee_share"], rules["guarantee_limit"], fee)


def resolve_esco(entry: FinanceEntry) -> Esco | None:
    """The contract with an energy service company. Raises Mistake."""
    if entry.esco is None:
        return None
    given = entry.esco.investment
    return Esco(
        share=_share(entry.esco.share, "share"),
        term=whole_years(entry.esco.term, "term"),
        investment=_share(given, "investment") if given else assumed(1.0, "unit", _WHOLE),
    )


def whole_years(given: Given, key: str, may_be_zero: bool = False) -> Figure:
    """A time of whole years, at most LONGEST. Raises Mistake."""
    value = given.quantity.to_or_refuse("yr", N_("this value"), "5 yr")
    if value > LONGEST:
        text = given.quantity.text
        raise Mistake(plausibility.LIFE_TOO_LONG.at(given.span, text=text, limit=LONGEST))
    if value < 0 or abs(value - round(value)) > 1e-9:
        raise Mistake(codes.NOT_WHOLE_YEARS.at(given.span, text=given.quantity.text))
    if not round(value) and not may_be_zero:
        raise Mistake(plausibility.NOT_POSITIVE.at(given.span, key=key))
    return entered(given, float(round(value)), "yr")


def _share(given: Given, key: str) -> Figure:
    figure = fraction(given, key)
    refuse_other_than_percent(given)
    return figure


def _sum_of_money(context: Context, given: Given, subject: str) -> Figure:
    figure = money_figure(context, given, subject)
    refuse_negative(figure, given, "amount")
    return figure
