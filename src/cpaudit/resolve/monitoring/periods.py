"""The baseline and the reporting period, which is told year by year."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics.codes import monitoring as codes
from ...domain import Period
from ...domain.monitoring import after, written
from ...schema.monitoring import Monitoring as Entry
from ...schema.period import PeriodGiven
from ..context import Context


def resolve_baseline(context: Context, entry: Entry) -> Period:
    """As written, otherwise the period of the audit."""
    given = entry.baseline
    return context.period if given is None else Period(given.first, given.last)


def resolve_years(context: Context, entry: Entry, baseline: Period) -> tuple[Period, ...]:
    """The reporting period in parts of 12 months; the last of each period written may be shorter.

    Every part must come after the baseline and after the part before it.
    """
    found: list[Period] = []
    for given in entry.reporting:
        if given.first <= baseline.last:
            last = written(baseline.last)
            context.say(codes.BEFORE_BASELINE_ENDS.at(given.span, last=last))
        elif found and given.first <= found[-1].last:
            context.say(codes.PERIODS_OVERLAP.at(given.span))
        found += _parts(given)
    return tuple(found)


def _parts(given: PeriodGiven) -> Iterator[Period]:
    first = given.first
    while first <= given.last:
        yield Period(first, min(after(first, 11), given.last))
        first = after(first, 12)
