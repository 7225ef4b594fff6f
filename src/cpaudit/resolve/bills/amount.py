"""The amount of a period out of its bills, in the unit of the stream or product."""

from __future__ import annotations

from ...figure import Figure, derive
from ...schema.given import Given
from ...units import conversion
from ..context import Context
from ..conversions import Bases, amount_by_basis, bases_for, not_convertible
from .billing import billing_of
from .sums import sum_of_bills


def billed_unit(context: Context, given: Given) -> str:
    """The unit that the bills of an amount are in. Raises Mistake."""
    return billing_of(context, given).unit.unit


def billed_amount(context: Context, given: Given, unit: str, bases: Bases, subject: str) -> Figure:
    """The sum of the period's bills in the stream's unit. Raises Mistake."""
    billing = billing_of(context, given)
    for basis, per_unit in bases_for(billing.unit.unit, unit, bases).items():
        if conversion(billing.unit.unit, basis) is not None:
            figure = sum_of_bills(context, billing, basis)
            if per_unit is None:
                return figure
            return derive(amount_by_basis, unit, amount=figure, basis_per_unit=per_unit)
    raise not_convertible(given._replace(quantity=billing.unit), unit, bases, subject)
