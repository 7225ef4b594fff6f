"""Exchange rates of the file against the yearly averages of the library: a rate of another year?"""

from __future__ import annotations

from ...diagnostics import Diagnostic
from ...diagnostics.codes import checks as codes
from ...engine import Assessment
from ...factors import Library
from ...factors.money import exchange_rate
from .showing import percent, place_of, source_of

# how far a rate may be from the average of its year: a convention of this program
FAR = 0.20


def old_rates(assessment: Assessment, library: Library) -> list[Diagnostic]:
    """A warning for each rate of the file that is far from the average of the audit's year."""
    audit = assessment.audit
    year, found = audit.period.year, []
    for currency, rate in audit.rates.items():
        known = exchange_rate(library, audit.currency, currency, year)
        if known is None or not known.factor.value:
            continue
        difference = rate.value / known.factor.value - 1
        if abs(difference) > FAR:
            values = {
                "rate": rate,
                "year": str(year),
                "average": rate._replace(value=known.factor.value),
                "source": source_of(known.factor),
                "percent": percent(abs(difference)),
            }
            found.append(codes.OTHER_RATE.at(place_of(rate, None), **values))
    return found
