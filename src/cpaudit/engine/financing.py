"""The owner's view: what is left of a project's cash flow after everybody else has paid and taken.

Loan, grant, guarantee and shared savings of the file apply to each option alone and to each package
as a whole. The members of a package have no financing of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from ..diagnostics import Diagnostic
from ..diagnostics.codes import economics as codes
from ..domain import Finance
from ..figure import About, Figure, derive
from .cashflow import CashFlow, summed, title_of, year_by_year
from .finance import discounted_payback_of, irr_of, npv_of
from .option_cash import tax_of
from .results import Assessment, Irr, Payback
from .rounding import ROUNDING
from .schemes.deal import Deal, Flows, deal_of
from .schemes.esco import esco_lines, lost_depreciation
from .schemes.grant import grant_lines, granted_to
from .schemes.guarantee import guarantee_lines, guaranteed_of, risk_of_lender
from .schemes.loan import loan_lines
from .schemes.reward import Reward, reward_lines, reward_of
from .worth import Result

# lines of financing that lessen or raise the income that is taxed
_TAXED = ("esco_payment", "interest", "guarantee_fee")


class Financing(NamedTuple):
    """The owner's cash flow and what it comes to; NPV is None without a discount rate.

    `npv_without_reward` leaves out what a scheme pays only after verification.
    """

    cash: CashFlow
    loan: Figure | None
    guaranteed: Figure | None
    lender_risk: Figure | None
    reward: Reward | None
    npv: Figure | None
    npv_without_reward: Figure | None
    irr: Irr
    discounted_payback: Payback | None


def financing_of(assessment: Assessment, result: Result) -> Financing | None:
    """How an option or a package pays for its owner; None without financing or lifetime."""
    audit = assessment.audit
    if not audit.finance.is_financed or result.cash is None:
        return None
    deal = deal_of(result.cash, audit.finance, audit.currency)
    reward = reward_of(deal, result, assessment)
    cash = _cash(deal, reward)
    rate = audit.finance.discount_rate
    guaranteed = guaranteed_of(deal)
    without = None
    if rate is not None and reward is not None:
        without = npv_of(_cash(deal, None).flows, rate, audit.currency)
    return Financing(
        cash=cash,
        loan=deal.loan,
        guaranteed=guaranteed,
        lender_risk=_risk(deal, guaranteed),
        reward=reward,
        npv=npv_of(cash.flows, rate, audit.currency) if rate else None,
        npv_without_reward=without,
        irr=irr_of(cash.flows),
        discounted_payback=discounted_payback_of(cash.flows, rate) if rate else None,
    )


def _risk(deal: Deal, guaranteed: Figure | None) -> Figure | None:
    if guaranteed is None or deal.loan is None:
        return None
    return derive(risk_of_lender, deal.currency, loan=deal.loan, guaranteed=guaranteed)


def _cash(deal: Deal, reward: Reward | None) -> CashFlow:
    """The project's flow and every line of its financing."""
    lines: dict[str, Flows] = {
        "project": dict(enumerate(deal.cash.flows)),
        **esco_lines(deal),
        **loan_lines(deal),
        **guarantee_lines(deal),
        **grant_lines(deal),
        **reward_lines(deal, reward),
    }
    lines["financing_tax"] = _tax(deal, lines)
    end = max(year for flows in lines.values() for year in flows)
    return summed(lines, end, deal.currency)


def _tax(deal: Deal, lines: Mapping[str, Flows]) -> Flows:
    """Tax that is saved on interest, fees and shares, or lost with the service company's assets."""
    rate = deal.finance.tax_rate
    if rate is None:
        return {}
    taxed = [(title_of(key), lines[key]) for key in _TAXED if key in lines]
    taxed.append((title_of("depreciation"), lost_depreciation(deal)))
    years = sorted({year for _, flows in taxed for year in flows})
    return year_by_year(taxed, years, partial(tax_of, rate, deal.currency))


def financing_inputs(finance: Finance) -> list[Figure]:
    """The rules of schemes that the owner's view rests on."""
    rules = list(finance.reward.rules.values()) if finance.reward else []
    guarantee = finance.guarantee
    if guarantee is not None and guarantee.limit is not None:
        rules += [guarantee.share, guarantee.limit]
    return rules


def said_of_financing(assessment: Assessment) -> list[Diagnostic]:
    """What a reader must know of loan, grant and scheme, package by package."""
    audit = assessment.audit
    found: list[Diagnostic] = []
    if not audit.finance.is_financed:
        return found
    for name, package in assessment.packages.items():
        if package.total.cash is None:
            continue
        deal = deal_of(package.total.cash, audit.finance, audit.currency)
        found += _above_investment(deal, name)
        reward = reward_of(deal, package.total, assessment)
        if (
            audit.finance.reward is not None
            and reward is not None
            and reward.verdict not in {"pays", "closed"}
        ):
            said = _refused(assessment, name, reward)
            if said not in found:
                found.append(said)
    return found


def _above_investment(deal: Deal, package: str) -> Iterator[Diagnostic]:
    """A loan or a grant of an amount that is more than what there is to pay for, or both
    together."""
    if not deal.spent:
        return
    spent, loan, grant = deal.all_spent, deal.finance.loan, deal.finance.grant
    most = spent.value * (1 + ROUNDING)
    values = {"package": package, "investment": spent}
    if loan is not None and loan.amount is not None and loan.amount.value > most:
        yield codes.LOAN_ABOVE_INVESTMENT.at(loan.span, **values)
    if grant is not None and grant.amount is not None and grant.amount.value > most:
        yield codes.GRANT_ABOVE_INVESTMENT.at(grant.span, **values)
    given = sum(one.value for one in granted_to(deal).values())
    borrowed = deal.loan.value if deal.loan is not None else 0.0
    if loan is not None and given and given + borrowed > most:
        yield codes.FINANCED_TWICE.at(loan.span, **values)


def _refused(assessment: Assessment, package: str, reward: Reward) -> Diagnostic:
    """Why a scheme pays nothing for a package."""
    finance = assessment.audit.finance
    scheme = finance.reward
    assert scheme is not None  # it has refused
    rules, place = scheme.rules, scheme.indicator_span
    values: dict[str, object] = {"scheme": scheme.id, "package": package}
    if reward.verdict == "loan":
        ends = {"low": About(rules["loan_least"]), "high": About(rules["loan_most"])}
        return codes.LOAN_OUTSIDE.at(place, **values, **ends, loan=About(reward.loan))
    if reward.verdict == "term":
        assert finance.loan is not None
        term = f"{finance.loan.term.value:g}"
        bounds = {"low": f"{rules['term_least'].value:g}", "high": f"{rules['term_most'].value:g}"}
        return codes.TERM_OUTSIDE.at(place, scheme=scheme.id, **bounds, term=term)
    values["indicator"] = scheme.indicator
    if reward.verdict == "unknown" or reward.cut is None:
        return codes.CUT_NOT_KNOWN.at(place, **values)
    return codes.CUT_TOO_SMALL.at(
        place, **values, cut=About(reward.cut), limit=About(rules["cut_low"])
    )
