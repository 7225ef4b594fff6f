"""Legal status: which duties the plant has by its size, today and after each package."""

from __future__ import annotations

from collections.abc import Mapping

from ..domain import Audit
from ..figure import Figure, derive
from .results import Baseline, Duty, PackageResult
from .savings import remainder


def duties_of(
    audit: Audit, baseline: Baseline, packages: Mapping[str, PackageResult]
) -> tuple[Duty, ...]:
    """The thresholds in force, each with its impact a year today and after each package."""
    duties = []
    for threshold in audit.thresholds:
        today = baseline.impacts.get(threshold.impact)
        after = {
            name: _after(today, package.total.impacts.get(threshold.impact))
            for name, package in packages.items()
        }
        duties.append(Duty(threshold, today, after))
    return tuple(duties)


def _after(today: Figure | None, saved: Figure | None) -> Figure | None:
    if today is None or saved is None:
        return today
    return derive(remainder, today.unit, left=today, saved=saved)
