"""What can be checked of an assessment: a flat list of functions from it to diagnostics."""

from __future__ import annotations

from ..diagnostics import Diagnostic
from ..engine import Assessment
from .expectations import unmet_expectations
from .monitored import monitoring_mistakes
from .reported import reported_outside

CHECKS = (unmet_expectations, reported_outside, monitoring_mistakes)


def check(assessment: Assessment) -> list[Diagnostic]:
    """What every check says of an assessment."""
    return [said for one in CHECKS for said in one(assessment)]
