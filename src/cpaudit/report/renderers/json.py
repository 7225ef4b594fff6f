"""Figures as JSON at full precision, with their provenance. The shape is docs/json.md's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ...diagnostics import Diagnostic
from ...engine import Assessment, Irr, Payback
from ...engine.paths import Node, figure_tree
from ...figure import Assumed, Computed, Entered, Factor, Figure, Formula, FromFactor
from ...language import Language
from ...version import __version__
from ..blocks import DEEPEST
from ..diagnostics import hint_of, message_of

# raised when a reader of the output would break; told in CHANGELOG.md
FORMAT = 1


def assessment_json(assessment: Assessment, language: Language) -> str:
    """The whole assessment: what was read, every figure by its path, factors, formulas, remarks."""
    audit = assessment.audit
    formulas: dict[str, Formula] = {}
    tree = _node(figure_tree(assessment), formulas)
    document = {
        **_head("assessment"),
        "plant": {
            "name": audit.plant,
            "sector": audit.sector,
            "country": audit.country,
            "province": audit.province or None,
            "address": audit.address or None,
        },
        "currency": audit.currency,
        "period": {
            "from": "{}-{:02d}".format(*audit.period.first),
            "to": "{}-{:02d}".format(*audit.period.last),
            "months": audit.period.months,
            "factor_year": audit.period.year,
        },
        "gwp": audit.gwp_set,
        **tree,
        "rejected": [one.id for one in audit.options.values() if one.rejected],
        "factors": {id: _factor(used.factor) for id, used in assessment.factors.items()},
        "formulas": {id: _formula(one) for id, one in sorted(formulas.items())},
        "diagnostics": diagnostics_list(assessment.diagnostics, language),
    }
    return _text(document)


def explain_json(path: str, node: Node) -> str:
    """One figure with its whole tree of derivation."""
    value = _node(node, {}) if isinstance(node, Mapping) else _Unfolding().node(node)
    return _text({**_head("explanation"), "path": path, "figure": value})


def errors_json(found: Iterable[Diagnostic], language: Language) -> str:
    """What keeps a file from being assessed."""
    return _text({**_head("errors"), "diagnostics": diagnostics_list(found, language)})


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


def _head(kind: str) -> dict[str, Any]:
    return {"cpaudit": __version__, "format": FORMAT, "kind": kind}


def _text(document: Mapping[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _node(node: Node, formulas: dict[str, Formula]) -> Any:
    if isinstance(node, Figure):
        return {**_value(node), "from": _origin(node, formulas)}
    if isinstance(node, Payback):
        time = node.time
        return {"outcome": node.outcome, **(_node(time, formulas) if time else _NO_TIME)}
    if isinstance(node, Irr):
        return {"outcome": node.outcome, "values": list(node.values), "unit": "1"}
    if node is None:
        return None
    return {key: _node(child, formulas) for key, child in node.items()}


_NO_TIME = {"value": None, "unit": "yr"}


def _value(figure: Figure) -> dict[str, Any]:
    unit = "1" if figure.unit == "unit" else figure.unit
    partial = {"partial": True} if figure.partial else {}
    return {"value": figure.value, "unit": unit, **partial}


def _origin(figure: Figure, formulas: dict[str, Formula]) -> dict[str, Any]:
    """Where a figure comes from, one step back."""
    derivation = figure.derivation
    if isinstance(derivation, Computed):
        formulas[derivation.formula.id] = derivation.formula
        return {"kind": "computed", "formula": derivation.formula.id}
    if isinstance(derivation, FromFactor):
        return {"kind": "factor", "factor": derivation.factor.id, "reason": derivation.reason}
    if isinstance(derivation, Assumed):
        return {"kind": "assumed", "reason": derivation.reason}
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


class _Unfolding:
    """The tree of a derivation, each computed figure once: a repeat names the one it repeats."""

    def __init__(self) -> None:
        self.numbers: dict[int, int] = {}

    def node(self, node: Node) -> Any:
        if isinstance(node, Irr):
            flows = [self.figure(flow, 0) for flow in node.flows]
            rates = list(node.values)
            return {"outcome": node.outcome, "values": rates, "unit": "1", "flows": flows}
        if isinstance(node, Payback):
            return {
                "outcome": node.outcome,
                **(self.figure(node.time, 0) if node.time else _NO_TIME),
            }
        return self.figure(node, 0) if isinstance(node, Figure) else None

    def figure(self, figure: Figure, depth: int) -> dict[str, Any]:
        derivation = figure.derivation
        if isinstance(derivation, FromFactor):
            factor = {"id": derivation.factor.id, **_factor(derivation.factor)}
            origin = {"kind": "factor", "factor": factor, "reason": derivation.reason}
        elif isinstance(derivation, Computed):
            origin = self._computed(figure, derivation, depth)
        else:
            origin = _origin(figure, {})
        return {**_value(figure), "from": origin}

    def _computed(self, figure: Figure, derivation: Computed, depth: int) -> dict[str, Any]:
        rule = {"id": derivation.formula.id, **_formula(derivation.formula)}
        origin: dict[str, Any] = {"kind": "computed", "formula": rule}
        if id(figure) in self.numbers:
            return {**origin, "same_as": self.numbers[id(figure)]}
        self.numbers[id(figure)] = number = len(self.numbers) + 1
        if depth >= DEEPEST:
            return {**origin, "number": number, "inputs": None}
        inputs = [
            {"name": str(name), **self.figure(one, depth + 1)} for name, one in derivation.inputs
        ]
        return {**origin, "number": number, "inputs": inputs}


def _factor(factor: Factor) -> dict[str, Any]:
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
    }


def _formula(formula: Formula) -> dict[str, Any]:
    return {"text": formula.text, "reference": formula.reference}
