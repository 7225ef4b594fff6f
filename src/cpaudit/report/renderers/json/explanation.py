"""One figure as JSON with the whole tree of its derivation. The shape is docs/json.md's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ....engine import Irr, Payback
from ....engine.nodes import Node
from ....figure import Computed, Figure, FromFactor
from ...blocks import DEEPEST
from .figures import (
    NO_TIME,
    factor_json,
    formula_json,
    head,
    node_json,
    origin_json,
    text_of,
    value_json,
)


def explain_json(path: str, node: Node) -> str:
    """One figure with its whole tree of derivation."""
    value = node_json(node, {}) if isinstance(node, Mapping) else _Unfolding().node(node)
    return text_of({**head("explanation"), "path": path, "figure": value})


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
                **(self.figure(node.time, 0) if node.time else NO_TIME),
            }
        return self.figure(node, 0) if isinstance(node, Figure) else None

    def figure(self, figure: Figure, depth: int) -> dict[str, Any]:
        derivation = figure.derivation
        if isinstance(derivation, FromFactor):
            factor = {"id": derivation.factor.id, **factor_json(derivation.factor)}
            origin = {"kind": "factor", "factor": factor, "reason": derivation.reason}
        elif isinstance(derivation, Computed):
            origin = self._computed(figure, derivation, depth)
        else:
            origin = origin_json(figure, {})
        return {**value_json(figure), "from": origin}

    def _computed(self, figure: Figure, derivation: Computed, depth: int) -> dict[str, Any]:
        rule = {"id": derivation.formula.id, **formula_json(derivation.formula)}
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
