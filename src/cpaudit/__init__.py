"""Cleaner-production audits: use, savings, emissions and payback of a plant and its options.

`load(path)` reads an audit file, `assess(audit)` calculates it, `look_up(assessment, path)` gives
what stands at a path and `figure_at(assessment, path)` a figure. Names are imported when they are
first used, so that `import cpaudit` is quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .version import __version__

if TYPE_CHECKING:
    from .api import (
        Assessment,
        Attribution,
        Audit,
        AuditError,
        BatchResult,
        Changes,
        Checked,
        Comparison,
        Diagnostic,
        Figure,
        Frontier,
        Gap,
        Irr,
        Library,
        LibraryError,
        MonitoringResult,
        Payback,
        Recp,
        RecpChange,
        Rollup,
        Selection,
        Sensitivity,
        Uncertainty,
        assess,
        attribution,
        batch,
        check,
        check_factors,
        compare,
        diff,
        figure_at,
        frontier,
        gap,
        json_schema,
        library_with,
        load,
        look_up,
        monitor,
        programme,
        recp,
        recp_after,
        recp_change,
        select,
        sensitivity,
        uncertainty,
        update_expectations,
    )

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
    "__version__",
    "assess",
    "attribution",
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
    "recp",
    "recp_after",
    "recp_change",
    "select",
    "sensitivity",
    "uncertainty",
    "update_expectations",
]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from . import api

        return getattr(api, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
