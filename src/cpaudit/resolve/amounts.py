"""Amounts of a period as amounts per year."""

from __future__ import annotations

from ..diagnostics import Mistake
from ..diagnostics.codes import law, numbers, plausibility
from ..figure import Figure, derive
from ..language import N_
from ..schema.given import Given
from .context import Context, assumed
from .conversions import Bases, amount_figure, annualised, plain_figure


def per_year(context: Context, figure: Figure) -> Figure:
    """The figure of the audit's period as an amount per year."""
    months = context.period.months
    if months == 12:
        return figure
    reason = N_("the months of the period, both ends included")
    count = assumed(float(months), "month", reason)
    return derive(annualised, figure.unit, amount=figure, months=count)


def yearly_amount(context: Context, given: Given, unit: str, bases: Bases, id: str) -> Figure:
    """The amount per year in the stream's unit, also if written per year. Raises Mistake."""
    if given.bills is not None:
        from .bills import billed_amount  # few files have them

        figure, is_yearly = billed_amount(context, given, unit, bases, f"“{id}”"), False
    else:
        figure, is_yearly = amount_figure(given, unit, bases, f"“{id}”")
    refuse_negative(figure, given, "amount")
    return figure if is_yearly else per_year(context, figure)


def unit_written(context: Context, given: Given) -> str:
    """The unit in which the file gives an amount. Raises Mistake where its bills tell none."""
    if given.bills is None:
        return given.quantity.unit
    from .bills import billed_unit  # few files have them

    return billed_unit(context, given)


def refuse_other_than_percent(given: Given) -> None:
    """Raise Mistake for a ratio of two units, such as kg/t, where a share of a whole is meant."""
    if given.quantity.unit.strip() not in {"%", "percent", "unit"}:
        raise Mistake(numbers.NOT_A_PERCENTAGE.at(given.span, text=given.quantity.text))


def refuse_negative(figure: Figure, given: Given, key: str) -> None:
    """Raise Mistake where a value that can only be positive or zero is negative."""
    if figure.value < 0:
        raise Mistake(plausibility.NEGATIVE.at(given.span, key=key))


def power_factor(given: Given | None) -> Figure | None:
    """A power factor between 0 and 1. Raises Mistake for any other number."""
    if given is None:
        return None
    figure = plain_figure(given, "unit", N_("the power factor"), "0.85")
    if not 0 < figure.value <= 1:
        raise Mistake(law.NOT_A_POWER_FACTOR.at(given.span, text=given.quantity.text))
    return figure
