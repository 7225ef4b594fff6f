"""What can be checked of an assessment: flat lists of functions from it to diagnostics.

`CHECKS` are run with every assessment, `rules.RULES` by `cpaudit check` only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic
from ..engine import Assessment
from .expectations import unmet_expectations
from .monitored import monitoring_mistakes
from .reported import reported_outside

if TYPE_CHECKING:
    from ..factors import Library

CHECKS = (unmet_expectations, reported_outside, monitoring_mistakes)


def check(assessment: Assessment) -> list[Diagnostic]:
    """What every check says of an assessment."""
    return [said for one in CHECKS for said in one(assessment)]


def examine(assessment: Assessment, library: Library | None = None) -> list[Diagnostic]:
    """What every rule of `cpaudit check` says of an assessment.

    `library` is the one that the audit was read with, by default the one that ships.
    """
    from ..factors import default_library
    from .rules import RULES, RULES_OF_LIBRARY  # an assessment alone must not wait for them

    found = [said for rule in RULES for said in rule(assessment)]
    known = library or default_library()
    return found + [said for rule in RULES_OF_LIBRARY for said in rule(assessment, known)]
