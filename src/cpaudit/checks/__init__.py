"""What can be checked of an assessment: a flat list of functions from it to diagnostics."""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics import Diagnostic
from ..engine import Assessment
from .expectations import unmet_expectations
from .monitored import monitoring_mistakes
from .reported import reported_outside

CHECKS = (unmet_expectations, reported_outside, monitoring_mistakes)
RULES: tuple[Callable[[Assessment], list[Diagnostic]], ...] = ()


def check(assessment: Assessment) -> list[Diagnostic]:
    """What every check says of an assessment."""
    return [said for one in CHECKS for said in one(assessment)]


def examine(assessment: Assessment) -> list[Diagnostic]:
    """What every rule says of an assessment: what only `cpaudit check` asks."""
    return [said for one in RULES for said in one(assessment)]
