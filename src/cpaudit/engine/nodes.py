"""The figures of an option or a package under the names that paths have for them."""

from __future__ import annotations

from collections.abc import Mapping

from ..figure import Figure
from .cashflow import CashFlow
from .financing import Financing, financing_of
from .indicators import Indicators, indicators_of, package_indicators
from .results import Assessment, Irr, PackageResult, Payback
from .worth import Result

Node = Figure | Payback | Irr | Mapping[str, "Node"] | None
CASH_FLOW = "cash_flow"


def option_figures(
    assessment: Assessment, id: str, result: Result, with_cash: bool, is_alone: bool = True
) -> dict[str, Node]:
    """An option's figures; its financing where it is looked at alone."""
    indicators = indicators_of(assessment.audit, assessment.audit.options[id], result)
    financing = financing_of(assessment, result) if is_alone else None
    return _figures(result, indicators, financing, with_cash)


def package_figures(
    assessment: Assessment, package: PackageResult, with_cash: bool
) -> dict[str, Node]:
    """A package's figures, and those of each of its options at its turn."""
    indicators = package_indicators(assessment.audit, package)
    financing = financing_of(assessment, package.total)
    members = {
        id: option_figures(assessment, id, result, with_cash, is_alone=False)
        for id, result in package.options.items()
    }
    return {**_figures(package.total, indicators, financing, with_cash), "options": members}


def _figures(
    result: Result, indicators: Indicators, financing: Financing | None, with_cash: bool
) -> dict[str, Node]:
    figures: dict[str, Node] = {
        "saving": result.saving,
        **result.impacts,
        "investment": result.investment,
        "payback": result.payback,
        "npv": result.npv,
        "irr": result.irr,
        **indicators._asdict(),
        "resources": dict(result.resources),
        "charges": {id: dict(lines) for id, lines in result.charges.items()},
    }
    if financing is not None:
        figures["equity"] = equity_figures(financing, with_cash)
    if with_cash and result.cash is not None:
        figures[CASH_FLOW] = cash_figures(result.cash)
    return figures


def equity_figures(financing: Financing, with_cash: bool) -> dict[str, Node]:
    """The owner's figures."""
    figures: dict[str, Node] = {
        "npv": financing.npv,
        "irr": financing.irr,
        "discounted_payback": financing.discounted_payback,
        "loan": financing.loan,
    }
    if financing.guaranteed is not None:
        figures |= {"guaranteed": financing.guaranteed, "lender_risk": financing.lender_risk}
    reward = financing.reward
    if reward is not None:
        figures |= {
            "cut": reward.cut,
            "tier": reward.share,
            "reimbursement": reward.amount,
            "reimbursement_in_currency": reward.in_currency,
            "npv_without_reimbursement": financing.npv_without_reward,
        }
    if with_cash:
        figures[CASH_FLOW] = cash_figures(financing.cash)
    return figures


def cash_figures(cash: CashFlow) -> dict[str, Node]:
    """The lines of a cash flow by year, and their sum under `total`."""
    lines: dict[str, Node] = {
        line.key: {str(year): flow for year, flow in line.flows.items()} for line in cash.lines
    }
    return {**lines, "total": {str(year): flow for year, flow in enumerate(cash.flows)}}
