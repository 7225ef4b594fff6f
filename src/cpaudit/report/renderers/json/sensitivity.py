"""Sensitivity and break-even values as JSON. The shape is docs/json.md's."""

from __future__ import annotations

from math import isinf
from typing import Any

from ....engine import Irr, Payback
from ....engine.nodes import Node
from ....engine.sensitivity import BreakEven, End, Row, Sensitivity, unit_of
from ....figure import Figure
from ....language import Language
from .figures import NO_TIME, diagnostics_list, head, text_of, value_json


def sensitivity_json(made: Sensitivity, language: Language) -> str:
    """The figure today, and each variable with its ends, its swing and its break-even values."""
    audit = made.assessment.audit
    unit = _unit(unit_of(made.figure))
    reach = None if made.reach is None else {"value": made.reach, "unit": unit}
    document = {
        **head("sensitivity"),
        "plant": {"name": audit.plant, "sector": audit.sector, "country": audit.country},
        "currency": audit.currency,
        "path": made.path,
        "figure": _figure(made.figure),
        "reach": reach,
        "rows": [_row(row, unit) for row in made.rows],
        "unaffected": list(made.unaffected),
        "diagnostics": diagnostics_list(made.diagnostics, language),
    }
    return text_of(document)


def _row(row: Row, unit: str) -> dict[str, Any]:
    variable = row.variable
    has_swing = row.swing is not None and not isinf(row.swing)
    return {
        "variable": variable.id,
        "kind": variable.kind,
        "subjects": list(variable.subjects),
        "today": value_json(variable.value),
        "by": row.share,
        "basis": row.basis,
        "low": _end(row.low),
        "high": _end(row.high),
        "swing": {"value": row.swing, "unit": unit} if has_swing else None,
        "break_even": None if row.break_even is None else _break_even(row.break_even),
    }


def _end(end: End) -> dict[str, Any]:
    return {"value": end.value, "limited": end.limit is not None, "figure": _figure(end.figure)}


def _break_even(found: BreakEven) -> dict[str, Any]:
    return {"values": list(found.values), "searched": [found.least, found.most]}


def _figure(node: Node) -> Any:
    """A figure without its origin: `explain` tells that of today's."""
    if isinstance(node, Payback):
        time = value_json(node.time) if node.time else NO_TIME
        return {"outcome": node.outcome, **time}
    if isinstance(node, Irr):
        return {"outcome": node.outcome, "values": list(node.values), "unit": "1"}
    return value_json(node) if isinstance(node, Figure) else None


def _unit(unit: str) -> str:
    return "1" if unit == "unit" else unit
