"""Money of one currency in another."""

from __future__ import annotations

from ..figure import formula
from ..language import N_


@formula("amount · exchange rate", N_("definition of an exchange rate"))
def exchanged(amount: float, rate: float) -> float:
    """Money in the audit's currency."""
    return amount * rate


@formula("amount / exchange rate", N_("definition of an exchange rate"))
def exchanged_back(amount: float, rate: float) -> float:
    """Money in the audit's currency, from a rate stated the other way round."""
    return amount / rate


@formula("1 / exchange rate", N_("definition of an exchange rate"))
def exchange_turned(rate: float) -> float:
    """The rate from the second currency to the first."""
    return 1 / rate
