"""Exchange rates of the file against the yearly averages of the library: a rate of another year?"""

from __future__ import annotations

from typing import NamedTuple

from ...diagnostics import Diagnostic
from ...diagnostics.codes import rules as codes
from ...domain import Audit
from ...engine import Assessment
from ...factors import Library
from ...factors.money import exchange_rate
from ...figure import Factor
from .showing import percent, place_of, source_of

# how far a rate may be from the average of its year: a convention of this program
FAR = 0.20


class Average(NamedTuple):
    """Money of the audit for one unit of another currency, the average of the audit's year."""

    value: float
    factor: Factor


def average_of(audit: Audit, currency: str, library: Library) -> Average | None:
    """The library's average of the audit's year, in either direction; None without one."""
    target, year = audit.currency, audit.period.year
    there = exchange_rate(library, target, currency, year)
    if there is not None and there.factor.value > 0:
        return Average(there.factor.value, there.factor)
    back = exchange_rate(library, currency, target, year)
    if back is not None and back.factor.value > 0:
        return Average(1 / back.factor.value, back.factor)
    return None


def old_rates(assessment: Assessment, library: Library) -> list[Diagnostic]:
    """A warning for each rate of the file that is far from the average of the audit's year."""
    audit = assessment.audit
    year, found = str(audit.period.year), []
    for currency, rate in audit.rates.items():
        average = average_of(audit, currency, library)
        difference = rate.value / average.value - 1 if average is not None else 0.0
        if average is None or abs(difference) <= FAR:
            continue
        known = rate._replace(value=float(f"{average.value:.6g}"))
        values = {"rate": rate, "year": year, "average": known, "percent": percent(abs(difference))}
        source = source_of(average.factor)
        found.append(codes.OTHER_RATE.at(place_of(rate, None), source=source, **values))
    return found
