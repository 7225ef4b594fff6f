"""What a fund pays back of a loan, package by package, and its conditions."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain import RewardScheme
from ...engine import Assessment
from ...engine.financing import Financing
from ...engine.schemes.reward import Reward
from ...figure import Figure
from ...language import N_
from ..blocks import EMPTY, Cell, Column, Row, Table
from ..numbers import Numbers
from .cells import legend, money_cell, starred

VERDICTS = {
    "pays": N_("expected"),
    "verified": N_("verified"),
    "cut": N_("cut too small"),
    "loan": N_("loan outside the limits"),
    "term": N_("term outside the limits"),
    "unknown": N_("cut not known"),
    "closed": N_("closed or elsewhere"),
}


def reward_table(
    assessment: Assessment, scheme: RewardScheme, deals: dict[str, Financing], numbers: Numbers
) -> Table:
    _, audit = numbers.language, assessment.audit
    rewards = {name: one.reward for name, one in deals.items() if one.reward is not None}
    divisor, unit = numbers.money_scale(
        [one.loan.value for one in rewards.values()], audit.currency
    )
    rows = [
        Row(
            [
                Cell(_("Package “{name}”").format(name=name)),
                _percent(one.cut, numbers),
                _percent(one.share if one.verdict in {"pays", "cut"} else None, numbers),
                money_cell(one.loan, numbers, divisor),
                money_cell(one.amount, numbers, divisor),
                Cell(numbers.decimal(one.in_currency.value, 2), one.in_currency.value),
                Cell(_(VERDICTS[_verdict(assessment, name, one)])),
            ]
        )
        for name, one in rewards.items()
    ]
    columns = [
        Column("", numeric=False),
        Column(_("Cut of\n{indicator}").format(indicator=scheme.indicator)),
        Column(_("Paid\nback")),
        Column(_("Loan")),
        Column(_("Reimburse-\nment")),
        Column(_("in {currency}").format(currency=scheme.currency)),
        Column(_("Verdict"), numeric=False),
    ]
    remarks = [
        _("Money in {unit}.").format(unit=unit),
        *(
            line
            for name, one in rewards.items()
            if one.amount.value
            for line in _in_full(name, one, deals[name], scheme, numbers)
        ),
        *_rules(scheme, numbers),
    ]
    return Table(scheme.names[_.code], columns, rows, [*remarks, *legend(rows, numbers)])


def _in_full(
    package: str, reward: Reward, deal: Financing, scheme: RewardScheme, numbers: Numbers
) -> Iterator[str]:
    """The reimbursement to the last digit, for the application form, and what it is worth."""
    _ = numbers.language

    def both(value: float) -> str:
        """Money of the audit and of the scheme, at the stated rate."""
        money = numbers.money(value, reward.amount.unit)
        told = numbers.money(value / scheme.unit_value.value, scheme.currency)
        return money if scheme.currency == reward.amount.unit else f"{money} = {told}"

    name = _("Package “{name}”").format(name=package)
    yield _("{name}: reimbursement {money}.").format(name=name, money=both(reward.amount.value))
    if deal.npv is not None and deal.npv_without_reward is not None:
        sentence = _("{name}: the owner's NPV is {npv}, without the reimbursement {other}.")
        npv, other = both(deal.npv.value), both(deal.npv_without_reward.value)
        yield sentence.format(name=name, npv=npv, other=other)


def _verdict(assessment: Assessment, package: str, reward: Reward) -> str:
    """What is expected is verified once every option of the package is."""
    options = (assessment.audit.options[id] for id in assessment.packages[package].options)
    is_verified = reward.verdict == "pays" and all(one.status == "verified" for one in options)
    return "verified" if is_verified else reward.verdict


def _percent(figure: Figure | None, numbers: Numbers) -> Cell:
    return EMPTY if figure is None else starred(numbers.percent(figure.value), figure)


def _rules(scheme: RewardScheme, numbers: Numbers) -> list[str]:
    """The tiers, the limit, when it is paid, and what no audit can tell."""
    _, rules = numbers.language, scheme.rules
    if not scheme.is_open:
        return [_("Closed in this year, or for another country: nothing is counted.")]
    percent = {
        key: numbers.percent(rules[key].value)
        for key in ("cut_low", "cut_high", "share_low", "share_high")
    }
    limit = rules["reward_limit"]
    return [
        _(
            "A cut above {cut_low} earns {share_low} of the loan, above {cut_high} {share_high}; "
            "at most {limit}."
        ).format(**percent, limit=numbers.money(limit.value, limit.unit)),
        _(
            "Paid only after the cut is verified; the owner's flow holds it in the first year of "
            "savings."
        ),
        *(
            _("Not checked here: {condition}.").format(condition=one[_.code])
            for one in scheme.conditions
        ),
    ]
