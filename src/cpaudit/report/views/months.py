"""Months and periods as both languages write them."""

from __future__ import annotations

from ...domain import Period
from ...domain.monitoring import Month


def span_text(period: Period) -> str:
    """A calendar year as its number, otherwise the first and the last month."""
    if period.months == 12 and period.first[1] == 1:
        return str(period.first[0])
    if period.first == period.last:
        return month_text(period.first)
    return f"{month_text(period.first)}–{month_text(period.last)}"


def month_text(month: Month) -> str:
    """A month as both languages write it: 03/2009."""
    return f"{month[1]:02d}/{month[0]}"
