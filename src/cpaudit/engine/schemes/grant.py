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


def grant_lines(deal: Deal) -> dict[str, Flows]:
    """The grant in its year."""
    grant = deal.finance.grant
    if grant is None or not deal.spent:
        return {}
    spent = deal.all_spent
    if grant.amount is not None:
        amount = derive(granted, deal.currency, amount=grant.amount, investment=spent)
    else:
        assert grant.share is not None  # one of the two is there
        amount = derive(financed_part, deal.currency, investment=spent, share=grant.share)
    return {"grant": {grant.year: fixed(amount, grant.year, deal.finance)}}
