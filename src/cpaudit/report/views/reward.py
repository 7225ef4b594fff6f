"""What a fund pays back of a loan, package by package, and its conditions."""

from __future__ import annotations

from ...domain import RewardScheme
from ...engine import Assessment
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
}


def reward_table(
    assessment: Assessment, scheme: RewardScheme, rewards: dict[str, Reward], numbers: Numbers
) -> Table:
    _, audit = numbers.language, assessment.audit
    divisor, unit = numbers.money_scale(
        [one.loan.value for one in rewards.values()], audit.currency
    )
    rows = [
        Row(
            [
                Cell(_("Package “{name}”").format(name=name)),
                _percent(one.cut, numbers),
                _percent(one.share, numbers),
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
        Column(_("Verdict"), numeric=False, whole=True),
    ]
    remarks = [
        _("Money in {unit}.").format(unit=unit),
        *(_in_full(name, one, numbers) for name, one in rewards.items() if one.amount.value),
        *_rules(scheme, numbers),
    ]
    return Table(scheme.names[_.code], columns, rows, [*remarks, *legend(rows, numbers)])


def _in_full(package: str, reward: Reward, numbers: Numbers) -> str:
    """The reimbursement to the last digit, for the application form."""
    told = numbers.money(reward.in_currency.value, reward.in_currency.unit)
    money = numbers.money(reward.amount.value, reward.amount.unit)
    name = numbers.language("Package “{name}”").format(name=package)
    return f"{name}: {money} = {told}."


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
