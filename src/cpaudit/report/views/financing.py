"""The owner's view: loan, grant, shared savings and what a fund pays back, package by package."""

from __future__ import annotations

from ...domain import Finance
from ...engine import Assessment
from ...engine.cashflow import CashFlow
from ...engine.financing import Financing, financing_of
from ...engine.rounding import ROUNDING
from ...figure import Figure
from ...language import N_
from ..blocks import EMPTY, Block, Cell, Column, Row, Table
from ..numbers import Numbers
from .cells import irr_cell, legend, money_cell, payback_cell
from .reward import reward_table

REPAYMENTS = {
    "equal-principal": N_("equal repayments"),
    "annuity": N_("equal yearly payments"),
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
    if scheme is not None and any(one.reward is not None for one in deals.values()):
        blocks.append(reward_table(assessment, scheme, deals, numbers))
    return blocks


def _owners_view(assessment: Assessment, deals: dict[str, Financing], numbers: Numbers) -> Table:
    _, audit = numbers.language, assessment.audit
    own = {
        name: _own_money(deal, cash)
        for name, deal in deals.items()
        if (cash := assessment.packages[name].total.cash) is not None
    }
    money = [one.value for one in own.values()]
    money += [one.total.npv.value for one in assessment.packages.values() if one.total.npv]
    divisor, unit = numbers.money_scale(money, audit.currency)
    rows = []
    for name, deal in deals.items():
        project = assessment.packages[name].total
        payback = deal.discounted_payback
        cells = [
            Cell(_("Package “{name}”").format(name=name)),
            money_cell(own[name], numbers, divisor),
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
    remarks = [_("Money in {unit}.").format(unit=unit), *terms_of(audit.finance, numbers)]
    remarks += [
        _("{name}: {sum} of the loan are guaranteed, the bank risks {risk}.").format(
            name=_("Package “{name}”").format(name=name),
            sum=numbers.money(deal.guaranteed.value, audit.currency),
            risk=numbers.money(deal.lender_risk.value, audit.currency),
        )
        for name, deal in deals.items()
        if deal.guaranteed is not None and deal.lender_risk is not None
    ]
    remarks.append(_("`cpaudit cashflow` shows both year by year."))
    return Table(_("Project and owner"), columns, rows, [*remarks, *legend(rows, numbers)])


def _own_money(deal: Financing, project: CashFlow) -> Figure:
    """What the owner puts in: investment and working capital less what others pay of them."""
    paid = [*project.line("investment").values(), *deal.cash.line("loan").values()]
    paid += [*deal.cash.line("esco_investment").values(), *deal.cash.line("grant").values()]
    capital = project.line("working_capital").get(0)
    start = deal.cash.flows[0]
    parts = [one.value for one in (*paid, *((capital,) if capital else ()))]
    value, size = sum(parts), sum(map(abs, parts))
    return start._replace(value=-value if abs(value) > ROUNDING * size else 0.0)


def terms_of(finance: Finance, numbers: Numbers) -> list[str]:
    """The conditions of each who pays, in words."""
    _ = numbers.language
    remarks: list[str] = []
    if finance.loan is not None:
        loan = finance.loan
        sentence = _("Loan over {term} at {rate} a year, {repayment}, {grace}.")
        remarks.append(
            sentence.format(
                term=numbers.duration(loan.term.value),
                rate=numbers.percent(loan.rate.value),
                repayment=_(REPAYMENTS[loan.repayment]),
                grace=_grace(loan.grace.value, numbers),
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
    if finance.guarantee is not None and finance.guarantee.fee is not None:
        sentence = _("The guarantee costs {fee} a year of what is guaranteed of the loan.")
        remarks.append(sentence.format(fee=numbers.percent(finance.guarantee.fee.value)))
    return remarks


def _grace(years: float, numbers: Numbers) -> str:
    _ = numbers.language
    return _("grace {time}").format(time=numbers.duration(years)) if years else _("no grace")
