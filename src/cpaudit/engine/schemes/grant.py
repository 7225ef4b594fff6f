"""A grant: money that is not paid back, of an amount or of a share of the investment.

It is not taxed, and what it pays for is still depreciated.
"""

from __future__ import annotations

from ...figure import derive, total
from ..prices import fixed
from .deal import Deal, Flows, financed_part


def grant_lines(deal: Deal) -> dict[str, Flows]:
    """The grant in its year."""
    grant = deal.finance.grant
    if grant is None or not deal.spent:
        return {}
    if grant.amount is not None:
        return {"grant": {grant.year: fixed(grant.amount, grant.year, deal.finance)}}
    assert grant.share is not None  # one of the two is there
    spent = total(deal.currency, [(str(year), one) for year, one in deal.spent.items()])
    amount = derive(financed_part, deal.currency, investment=spent, share=grant.share)
    return {"grant": {grant.year: fixed(amount, grant.year, deal.finance)}}
