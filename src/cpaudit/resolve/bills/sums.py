"""Bills to one figure: their sum, of one that reaches beyond the period the part by days."""

from __future__ import annotations

from datetime import date

from ...figure import Entered, Figure, derive, formula, total
from ...language import N_
from ...schema.bills import Bills
from ..context import Context, assumed
from .bill import Bill
from .billing import Billing


@formula("amount · days in the period / days of the bill", N_("definition of a share by days"))
def share_by_days(amount: float, days_in_period: float, days_of_bill: float) -> float:
    """The part of a bill that counts where it reaches beyond the period, in its unit."""
    return amount * days_in_period / days_of_bill


@formula("amount · correction factor", "JCGM 100:2008 (GUM), B.2.24: correction factor")
def corrected_reading(amount: float, correction_factor: float) -> float:
    """What was measured, from the sum of a meter's readings; the factor is 1 with its interval."""
    return amount * correction_factor


def sum_of_bills(context: Context, billing: Billing, unit: str) -> Figure:
    """The sum of the bills in the period, in a unit. Raises Mistake for one in another unit."""
    first, last = context.period.ends
    terms = [
        (bill.days.name, _counted(bill, _entered(bill, billing, unit), first, last))
        for bill in billing.bills
    ]
    return _corrected(total(unit, terms), billing.entry)


def _entered(bill: Bill, billing: Billing, unit: str) -> Figure:
    entry, quantity = billing.entry, bill.quantity
    example = f"1200 {unit}"
    value = quantity.to_or_refuse(unit, f"“{entry.column}”", example)
    return Figure(value, unit, Entered(quantity.span, quantity.text, entry.source, entry.quality))


def _counted(bill: Bill, figure: Figure, first: date, last: date) -> Figure:
    within, days = bill.days.within(first, last), bill.days.length
    if within == days:
        return figure
    return derive(
        share_by_days,
        figure.unit,
        amount=figure,
        days_in_period=assumed(float(within), "day", N_("days of the bill in the period")),
        days_of_bill=assumed(float(days), "day", N_("days of the bill")),
    )


def _corrected(figure: Figure, entry: Bills) -> Figure:
    """The bills of one meter share its error, so that it is one input and not one of each bill."""
    given = entry.uncertainty
    if given is None:
        return figure
    origin = Entered(given.span, given.text, entry.source, entry.quality, given.to("unit"))
    return derive(
        corrected_reading,
        figure.unit,
        amount=figure,
        correction_factor=Figure(1.0, "ratio", origin),
    )
