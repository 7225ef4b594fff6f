"""What programs that import cpaudit may call: from a file to its assessment, and what follows.

>>> import cpaudit
>>> audit = cpaudit.load("plant.yaml")                     # doctest: +SKIP
>>> assessment = cpaudit.assess(audit)                     # doctest: +SKIP
>>> cpaudit.look_up(assessment, "packages.full.saving")     # doctest: +SKIP
>>> cpaudit.gap(assessment)                                 # doctest: +SKIP
>>> cpaudit.uncertainty(assessment, draws=10000)            # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..diagnostics import Diagnostic
from ..domain import Audit
from ..engine import Assessment, Irr, Payback
from ..engine.attribution import Attribution
from ..engine.benchmark import Gap
from ..engine.changes import Changes
from ..engine.comparing import Comparison
from ..engine.monitoring import MonitoringResult
from ..engine.recp import Recp, RecpChange, recp_after, recp_change
from ..engine.selection import Frontier, Selection
from ..engine.sensitivity import Sensitivity
from ..engine.uncertainty import Uncertainty
from ..factors import Library, LibraryError
from ..figure import Figure
from ..portfolio.checking import Checked
from ..portfolio.outcome import BatchResult
from ..steps import AuditError, assess, assess_audit, audit_in, load, read_audit
from .assessments import (
    attribution,
    compare,
    diff,
    figure_at,
    gap,
    look_up,
    monitor,
    recp,
    sensitivity,
    uncertainty,
)
from .factors import check_factors, library_with
from .plants import batch, check, frontier, programme, select, update_expectations
from .schemas import json_schema

if TYPE_CHECKING:
    from ..engine.programme import Rollup

__all__ = [
    "Assessment",
    "Attribution",
    "Audit",
    "AuditError",
    "BatchResult",
    "Changes",
    "Checked",
    "Comparison",
    "Diagnostic",
    "Figure",
    "Frontier",
    "Gap",
    "Irr",
    "Library",
    "LibraryError",
    "MonitoringResult",
    "Payback",
    "Recp",
    "RecpChange",
    "Rollup",
    "Selection",
    "Sensitivity",
    "Uncertainty",
    "assess",
    "assess_audit",
    "attribution",
    "audit_in",
    "batch",
    "check",
    "check_factors",
    "compare",
    "diff",
    "figure_at",
    "frontier",
    "gap",
    "json_schema",
    "library_with",
    "load",
    "look_up",
    "monitor",
    "programme",
    "read_audit",
    "recp",
    "recp_after",
    "recp_change",
    "select",
    "sensitivity",
    "uncertainty",
    "update_expectations",
]


def __getattr__(name: str) -> Any:
    if name == "Rollup":  # only programmes need it
        from ..engine.programme import Rollup

        return Rollup
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
