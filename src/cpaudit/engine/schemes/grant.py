"""A grant: money that is not paid back, of an amount or of a share of the investment.

It is never more than the investment. It is not taxed, and what it pays for is still depreciated.
"""

from __future__ import annotations

from ...figure import derive, formula
from ...language import N_
from ..elementwise import smaller
from ..prices import fixed
from .deal import Deal, Flows, financed_part


@formula("min(amount, investment)", N_("a grant pays for no more than the investment"))
def granted(amount: float, investment: float) -> float:
    """Money of a grant of an amount."""
    return smaller(amount, investment)


def granted_to(deal: Deal) -> Flows:
    """The grant in its year, in money as it is paid; nothing without one."""
    grant = deal.finance.grant
    if grant is None or not deal.spent:
        return {}
    if grant.amount is not None:
        inputs = {"amount": grant.amount, "investment": deal.all_spent}
        return {grant.year: derive(granted, deal.currency, **inputs)}
    assert grant.share is not None  # one of the two is there
    inputs = {"investment": deal.all_spent, "share": grant.share}
    return {grant.year: derive(financed_part, deal.currency, **inputs)}


def grant_lines(deal: Deal) -> dict[str, Flows]:
    """The grant in its year, in money of the basis."""
    flows = granted_to(deal)
    return {"grant": {year: fixed(one, year, deal.finance) for year, one in flows.items()}}
