"""Shared savings: an energy service company pays for the equipment and shares what it saves."""

from __future__ import annotations

from ...figure import derive, formula
from ...language import N_
from .deal import Deal, Flows

_SHARED = N_("definition of a shared-savings contract")


@formula("- savings · share", _SHARED)
def esco_share(savings: float, share: float) -> float:
    """What the company gets of a year's savings, money; negative."""
    return -savings * share


def esco_lines(deal: Deal) -> dict[str, Flows]:
    """What the company pays of the investment, and its share of the savings during its term."""
    esco = deal.finance.esco
    if esco is None:
        return {}
    invested = {
        year: derive(esco_part, deal.currency, investment=flow, share=esco.investment)
        for year, flow in deal.cash.line("investment").items()
        if flow.value
    }
    last = deal.first + int(esco.term.value) - 1
    shares = {
        year: derive(esco_share, deal.currency, savings=saving, share=esco.share)
        for year, saving in deal.cash.line("savings").items()
        if year <= last
    }
    return {"esco_investment": invested, "esco_payment": shares}


@formula("- flow · share", _SHARED)
def esco_part(investment: float, share: float) -> float:
    """What the company pays of the investment, money; the project's flow is negative."""
    return -investment * share


def lost_depreciation(deal: Deal) -> Flows:
    """Depreciation of what belongs to the company: it is not set off against the plant's tax."""
    esco = deal.finance.esco
    if esco is None:
        return {}
    return {
        year: derive(esco_part, deal.currency, investment=one, share=esco.investment)
        for year, one in deal.cash.line("depreciation").items()
    }
