"""Legal status: which duties the plant has by its size, today and after each package."""

from __future__ import annotations

from ..figure import Figure, derive
from .results import Assessment, Duty
from .savings import remainder


def duties_of(assessment: Assessment) -> tuple[Duty, ...]:
    """The thresholds in force, each with its impact a year today and after each package."""
    duties = []
    for threshold in assessment.audit.thresholds:
        today = assessment.baseline.impacts.get(threshold.impact)
        after = {
            name: _after(today, package.total.impacts.get(threshold.impact))
            for name, package in assessment.packages.items()
        }
        duties.append(Duty(threshold, today, after))
    return tuple(duties)


def _after(today: Figure | None, saved: Figure | None) -> Figure | None:
    if today is None or saved is None:
        return today
    return derive(remainder, today.unit, left=today, saved=saved)
