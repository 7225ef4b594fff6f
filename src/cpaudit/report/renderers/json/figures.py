"""Figures, factors and diagnostics as JSON at full precision, with their provenance."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ....diagnostics import Diagnostic
from ....engine import Irr, Payback
from ....engine.nodes import Node
from ....figure import (
    Assumed,
    Computed,
    Entered,
    Factor,
    Figure,
    Formula,
    FromAudit,
    FromFactor,
)
from ....language import Language
from ....version import __version__
from ...diagnostics import hint_of, message_of

# raised when a reader of the output would break; told in CHANGELOG.md
FORMAT = 1


def diagnostics_list(found: Iterable[Diagnostic], language: Language) -> list[dict[str, Any]]:
    """Diagnostics with their place; null where the whole file is meant."""
    return [
        {
            "code": said.code.id,
            "level": said.level.value,
            "message": message_of(said, language),
            "hint": hint_of(said, language),
            "file": said.span.source.name if said.span else None,
            "line": said.span.line if said.span else None,
            "column": said.span.column if said.span else None,
        }
        for said in found
    ]


def errors_json(found: Iterable[Diagnostic], language: Language) -> str:
    """What keeps a file from being assessed."""
    return text_of({**head("errors"), "diagnostics": diagnostics_list(found, language)})


def head(kind: str) -> dict[str, Any]:
    """What every document starts with."""
    return {"cpaudit": __version__, "format": FORMAT, "kind": kind}


def text_of(document: Mapping[str, Any]) -> str:
    """The text of a document: strict JSON, ended by a line end."""
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def node_json(node: Node, formulas: dict[str, Formula]) -> Any:
    """A figure or a group of them; the formulas they name are put into `formulas`."""
    if isinstance(node, Figure):
        return {**value_json(node), "from": origin_json(node, formulas)}
    if isinstance(node, Payback):
        time = node.time
        return {"outcome": node.outcome, **(node_json(time, formulas) if time else NO_TIME)}
    if isinstance(node, Irr):
        return {"outcome": node.outcome, "values": list(node.values), "unit": "1"}
    if node is None:
        return None
    return {key: node_json(child, formulas) for key, child in node.items()}


NO_TIME = {"value": None, "unit": "yr"}


def value_json(figure: Figure) -> dict[str, Any]:
    """Value and unit, and whether a sum leaves something out."""
    unit = "1" if figure.unit in {"unit", "ratio"} else figure.unit
    partial = {"partial": True} if figure.partial else {}
    return {"value": figure.value, "unit": unit, **partial}


def origin_json(figure: Figure, formulas: dict[str, Formula]) -> dict[str, Any]:
    """Where a figure comes from, one step back."""
    derivation = figure.derivation
    if isinstance(derivation, Computed):
        formulas[derivation.formula.id] = derivation.formula
        return {"kind": "computed", "formula": derivation.formula.id}
    if isinstance(derivation, FromFactor):
        return {"kind": "factor", "factor": derivation.factor.id, "reason": derivation.reason}
    if isinstance(derivation, Assumed):
        return {"kind": "assumed", "reason": derivation.reason}
    if isinstance(derivation, FromAudit):
        return {"kind": "audit", **derivation._asdict()}
    return _entered(derivation)


def _entered(entered: Entered) -> dict[str, Any]:
    span = entered.span
    return {
        "kind": "entered",
        "text": entered.text,
        "file": span.source.name,
        "line": span.line,
        "column": span.column,
        "source": entered.source,
        "quality": entered.quality,
        "uncertainty": entered.uncertainty,
    }


def factor_json(factor: Factor) -> dict[str, Any]:
    """A value of the library with its source."""
    publication = factor.publication
    return {
        "value": factor.value,
        "unit": factor.unit,
        "written": factor.written,
        "low": factor.low,
        "high": factor.high,
        "year": factor.year,
        "confirmed": factor.confirmed,
        "source": {
            "id": publication.id,
            "title": publication.title,
            "publisher": publication.publisher,
            "year": publication.year,
            "link": publication.link,
        },
        "place": factor.place,
        "note": factor.note,
        "basis": factor.basis,
        "region": factor.region,
        "from": factor.start,
        "to": factor.end,
        "own": factor.own,
    }


def formula_json(formula: Formula) -> dict[str, Any]:
    """The mathematics of a formula and where it stands."""
    return {"text": formula.text, "reference": formula.reference}
