"""A fund that pays back a part of a loan after the cut of an indicator has been measured.

The Green Credit Trust Fund is one: two tiers without steps between them, up to a limit, for loans
of a certain size and term. It pays only after verification, in the first year of savings.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from ...domain import RewardScheme
from ...figure import Assumed, Figure, derive, formula
from ...language import N_
from ..balance import Baseline
from ..elementwise import chosen, smaller
from ..prices import fixed
from ..results import Assessment
from ..rounding import ROUNDING
from ..worth import Result
from .deal import Deal, Flows

_RULES = "Rules of the Green Credit Trust Fund Vietnam (2007)"
Verdict = Literal["pays", "closed", "cut", "loan", "term", "unknown"]


@formula("saved / use or discharge today", N_("definition of a relative cut"))
def cut_of_indicator(saved: float, today: float) -> float:
    """Ratio; production stays, so it is also that per unit of product."""
    return saved / today


@formula("share of the upper tier above its cut, of the lower one above its, else 0", _RULES)
def tier_share(
    cut: float, cut_low: float, share_low: float, cut_high: float, share_high: float
) -> float:
    """Ratio of the loan that is paid back; a cut must exceed its limit."""
    # a cut of exactly 30 % may come out a little above it in binary
    lower = chosen(cut > cut_low * (1 + ROUNDING), share_low, 0.0)
    return chosen(cut > cut_high * (1 + ROUNDING), share_high, lower)


@formula("min(loan · share, limit)", _RULES)
def reimbursement(loan: float, share: float, limit: float) -> float:
    """Money that is paid back."""
    return smaller(loan * share, limit)


@formula("amount / value of one unit", N_("definition of an exchange rate"))
def in_currency_of_scheme(amount: float, unit_value: float) -> float:
    """Money in the currency that the scheme counts in."""
    return amount / unit_value


class Reward(NamedTuple):
    """What a scheme pays for a package or option, and if nothing, why.

    `in_currency` is the same in the scheme's own currency; `year` is when it is paid.
    """

    verdict: Verdict
    loan: Figure
    cut: Figure | None
    share: Figure | None
    amount: Figure
    in_currency: Figure
    year: int


def reward_of(deal: Deal, result: Result, assessment: Assessment) -> Reward | None:
    """What the scheme pays on the loan of a deal; None without a scheme or a loan."""
    scheme, loan = deal.finance.reward, deal.loan
    if scheme is None or loan is None:
        return None
    cut = _cut(scheme, result, assessment)
    share = None
    # of a cut that leaves something out nobody can tell how large it is
    if cut is not None and not cut.partial:
        tiers = ("cut_low", "share_low", "cut_high", "share_high")
        share = derive(tier_share, "unit", cut=cut, **{key: scheme.rules[key] for key in tiers})
    verdict = _verdict(scheme, deal, loan, share)
    if verdict in {"pays", "cut"} and share is not None:
        limit = scheme.rules["reward_limit"]
        amount = derive(reimbursement, deal.currency, loan=loan, share=share, limit=limit)
    else:
        amount = Figure(0.0, deal.currency, Assumed(NOTHING))
    told = derive(
        in_currency_of_scheme, scheme.currency, amount=amount, unit_value=scheme.unit_value
    )
    return Reward(verdict, loan, cut, share, amount, told, deal.first)


NOTHING = N_("the scheme's conditions are not met")


def _verdict(scheme: RewardScheme, deal: Deal, loan: Figure, share: Figure | None) -> Verdict:
    if not scheme.is_open:
        return "closed"
    rules = scheme.rules
    size, rounding = loan.value, 1 + ROUNDING
    is_too_small = size * rounding < rules["loan_least"].value
    if is_too_small or size > rules["loan_most"].value * rounding:
        return "loan"
    term = deal.finance.loan.term.value if deal.finance.loan else 0.0
    if not rules["term_least"].value <= term <= rules["term_most"].value:
        return "term"
    if share is None:
        return "unknown"
    return "pays" if share.value > 0 else "cut"


def _cut(scheme: RewardScheme, result: Result, assessment: Assessment) -> Figure | None:
    """The cut of the indicator against today; None where either is not known."""
    today = _today(scheme.indicator, assessment)
    if today is None or today.value <= 0:
        return None
    if scheme.indicator in assessment.audit.streams:
        unchanged = Figure(0.0, today.unit, Assumed(N_("no option changes it")))
        saved = result.resources.get(scheme.indicator, unchanged)
    else:
        impact = result.impacts.get(scheme.indicator)
        if impact is None:
            return None
        saved = impact
    return derive(cut_of_indicator, "unit", saved=saved, today=today)


def _today(indicator: str, assessment: Assessment) -> Figure | None:
    baseline: Baseline = assessment.baseline
    stream = assessment.audit.streams.get(indicator)
    return stream.amount if stream is not None else baseline.impacts.get(indicator)


def reward_lines(deal: Deal, reward: Reward | None) -> dict[str, Flows]:
    """The reimbursement at the end of the first year of savings, when it is verified."""
    if reward is None or reward.verdict not in {"pays", "cut"}:
        return {}
    return {"reward": {reward.year: fixed(reward.amount, reward.year, deal.finance)}}
