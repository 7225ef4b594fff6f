"""RECP indicators and their changes as JSON. The shape is docs/json.md's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ....engine.nodes import Node
from ....engine.recp import GridEffect, Recp, RecpChange
from ....figure import Formula
from ....language import Language
from .figures import diagnostics_list, factor_json, formula_json, head, node_json, text_of


def recp_json(
    base: Recp, change: RecpChange | None, packages: Mapping[str, RecpChange], language: Language
) -> str:
    """The indicators of a base, and of a current period or of the base's packages."""
    formulas: dict[str, Formula] = {}
    found = base.diagnostics if change is None else change.diagnostics
    periods = [base] if change is None else [base, change.current]
    factors = {id: used for one in periods for id, used in one.factors.items()}
    document = {
        **head("recp"),
        "product": base.product,
        "base": {**_period(base), **node_json(_indicators(base), formulas)},
        "current": None,
        "change": None,
        "packages": {
            name: {
                "expected": node_json(_indicators(expected.current), formulas),
                "change": node_json(_changes(expected), formulas),
            }
            for name, expected in packages.items()
        },
    }
    if change is not None:
        now = change.current
        document["current"] = {**_period(now), **node_json(_indicators(now), formulas)}
        document["change"] = node_json(
            {**_changes(change), "grid": _grid(change.grid) if change.grid else None}, formulas
        )
    return text_of(
        {
            **document,
            "factors": {id: factor_json(used.factor) for id, used in factors.items()},
            "formulas": {id: formula_json(one) for id, one in sorted(formulas.items())},
            "diagnostics": diagnostics_list(found, language),
        }
    )


def _period(recp: Recp) -> dict[str, Any]:
    audit = recp.assessment.audit
    return {
        "file": audit.file,
        "plant": {"name": audit.plant, "sector": audit.sector, "country": audit.country},
        "period": {
            "from": "{}-{:02d}".format(*audit.period.first),
            "to": "{}-{:02d}".format(*audit.period.last),
            "months": audit.period.months,
            "factor_year": audit.period.year,
        },
        "gwp": audit.gwp_set,
    }


def _indicators(recp: Recp) -> dict[str, Node]:
    return {
        "output": recp.output,
        "share": recp.share,
        "absolute": dict(recp.absolute),
        "productivity": dict(recp.productivity),
        "intensity": dict(recp.intensity),
    }


def _changes(change: RecpChange) -> dict[str, Node]:
    return {
        "output": change.output,
        "absolute": dict(change.absolute),
        "relative": dict(change.relative),
    }


def _grid(grid: GridEffect) -> dict[str, Node]:
    return {
        "factors": {
            id: {"base": base, "current": current} for id, (base, current) in grid.factors.items()
        },
        "effect": grid.effect,
        "co2e": grid.co2e,
        "intensity": grid.intensity,
        "absolute": grid.absolute,
        "relative": grid.relative,
    }
