"""The owner's view: loan, grant, shared savings and what a fund pays back, package by package."""

from __future__ import annotations

from ...domain import Finance, RewardScheme
from ...engine import Assessment
from ...engine.financing import Financing, financing_of
from ...engine.schemes.reward import Reward
from ...figure import Figure
from ...language import N_
from ..blocks import EMPTY, Block, Cell, Column, Row, Table
from ..numbers import Numbers
from .cells import irr_cell, legend, money_cell, payback_cell, starred

REPAYMENTS = {
    "equal-principal": N_("equal repayments"),
    "annuity": N_("equal yearly payments"),
}
VERDICTS = {
    "pays": N_("expected"),
    "cut": N_("cut too small"),
    "loan": N_("loan outside the limits"),
    "term": N_("term outside the limits"),
    "unknown": N_("cut not known"),
}


def financing_blocks(assessment: Assessment, numbers: Numbers) -> list[Block]:
    """Who pays what; none where nobody but the owner pays."""
    deals = {
        name: deal
        for name, package in assessment.packages.items()
        if (deal := financing_of(assessment, package.total)) is not None
    }
    if not deals:
        return []
    blocks: list[Block] = [_owners_view(assessment, deals, numbers)]
    scheme = assessment.audit.finance.reward
    rewards = {name: one.reward for name, one in deals.items() if one.reward is not None}
    if scheme is not None and rewards:
        blocks.append(_reward_table(assessment, scheme, rewards, numbers))
    return blocks


def _owners_view(assessment: Assessment, deals: dict[str, Financing], numbers: Numbers) -> Table:
    _, audit = numbers.language, assessment.audit
    money = [one.cash.flows[0].value for one in deals.values()]
    money += [one.total.npv.value for one in assessment.packages.values() if one.total.npv]
    divisor, unit = numbers.money_scale(money, audit.currency)
    rows = []
    for name, deal in deals.items():
        project = assessment.packages[name].total
        payback = deal.discounted_payback
        cells = [
            Cell(_("Package “{name}”").format(name=name)),
            money_cell(_own_money(deal), numbers, divisor),
            money_cell(deal.loan, numbers, divisor),
            money_cell(project.npv, numbers, divisor),
            money_cell(deal.npv, numbers, divisor),
            irr_cell(project.irr, numbers),
            irr_cell(deal.irr, numbers),
            EMPTY if payback is None else payback_cell(payback, numbers),
        ]
        rows.append(Row(cells))
    columns = [
        Column("", numeric=False),
        Column(_("Own\nmoney")),
        Column(_("Loan")),
        Column(_("NPV\nproject")),
        Column(_("NPV\nowner")),
        Column(_("IRR\nproject")),
        Column(_("IRR\nowner")),
        Column(_("Discounted\npayback, owner")),
    ]
    remarks = [_("Money in {unit}.").format(unit=unit), *_terms(audit.finance, numbers)]
    return Table(_("Project and owner"), columns, rows, [*remarks, *legend(rows, numbers)])


def _own_money(deal: Financing) -> Figure:
    """What the owner pays at the start."""
    start = deal.cash.flows[0]
    return start._replace(value=-start.value)


def _terms(finance: Finance, numbers: Numbers) -> list[str]:
    """The conditions of each who pays, in words."""
    _, remarks = numbers.language, []
    if finance.loan is not None:
        loan = finance.loan
        sentence = _("Loan over {term} at {rate} a year, {repayment}, grace {grace}.")
        remarks.append(
            sentence.format(
                term=numbers.duration(loan.term.value),
                rate=numbers.percent(loan.rate.value),
                repayment=_(REPAYMENTS[loan.repayment]),
                grace=numbers.duration(loan.grace.value) if loan.grace.value else _("none"),
            )
        )
    if finance.esco is not None:
        esco = finance.esco
        sentence = _(
            "The service company pays {part} of the investment and takes {share} of the savings "
            "for {term}."
        )
        remarks.append(
            sentence.format(
                part=numbers.percent(esco.investment.value),
                share=numbers.percent(esco.share.value),
                term=numbers.duration(esco.term.value),
            )
        )
    remarks.append(_("`cpaudit cashflow` shows both year by year."))
    return remarks


def _reward_table(
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
                Cell(_(VERDICTS[one.verdict])),
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
    remarks = [_("Money in {unit}.").format(unit=unit), *_rules(scheme, numbers)]
    return Table(scheme.names[_.code], columns, rows, [*remarks, *legend(rows, numbers)])


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
