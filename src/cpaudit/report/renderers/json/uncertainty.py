"""Intervals of results as JSON. The shape is docs/json.md's."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import Any

from ....engine.nodes import Node
from ....engine.paths import figure_tree, is_single
from ....engine.uncertainty import Drawn, Estimate, Input, Uncertainty, shares_of_variance
from ....figure import Formula, FromFactor
from ....language import Language
from .figures import diagnostics_list, factor_json, formula_json, head, node_json, text_of


def uncertainty_json(made: Uncertainty, of: str | None, language: Language) -> str:
    """Every figure by its path with both intervals; the inputs, and what they do to one figure."""
    audit = made.assessment.audit
    formulas: dict[str, Formula] = {}
    factors = {
        origin.factor.id: factor_json(origin.factor)
        for one in made.inputs
        if isinstance(origin := one.figure.derivation, FromFactor)
    }
    document = {
        **head("uncertainty"),
        "plant": {"name": audit.plant, "sector": audit.sector, "country": audit.country},
        "currency": audit.currency,
        "draws": made.draws,
        "seed": made.seed if made.draws else None,
        **_tree(figure_tree(made.assessment, made.estimates), "", made, formulas),
        "inputs": [_input(one, formulas) for one in made.inputs],
        "of": _contributions(of, made) if of is not None else None,
        "factors": factors,
        "formulas": {id: formula_json(one) for id, one in sorted(formulas.items())},
        "diagnostics": diagnostics_list(made.diagnostics, language),
    }
    return text_of(document)


def _tree(
    tree: Mapping[str, Node], above: str, made: Uncertainty, formulas: dict[str, Formula]
) -> dict[str, Any]:
    """The figures of a group, each with its intervals; groups below it alike."""
    found: dict[str, Any] = {}
    for key, node in tree.items():
        path = above + key
        if isinstance(node, Mapping):
            found[key] = _tree(node, f"{path}.", made, formulas)
        else:
            intervals = _intervals(made.estimates[path], made) if is_single(node) else {}
            whole = node_json(node, formulas)
            found[key] = {**whole, **intervals} if intervals else whole
    return found


def _intervals(estimate: Estimate, made: Uncertainty) -> dict[str, Any]:
    interval = estimate.interval
    return {
        "approach_1": None
        if interval is None
        else {
            "low": _finite(interval.low),
            "high": _finite(interval.high),
            "inputs": interval.inputs,
        },
        "approach_2": None if estimate.drawn is None else _drawn(estimate.drawn, made),
    }


def _drawn(drawn: Drawn, made: Uncertainty) -> dict[str, Any]:
    counted = zip(made.counted, drawn.below, strict=False)
    below = {"below": [{"years": years, "part": part} for years, part in counted]}
    names = ("mean", "deviation", "median", "low", "high")
    return {
        **{name: _finite(getattr(drawn, name)) for name in names},
        "positive": drawn.positive,
        "infinite": drawn.infinite,
        "without": drawn.without,
        **(below if drawn.below else {}),
    }


def _input(one: Input, formulas: dict[str, Formula]) -> dict[str, Any]:
    return {**node_json(one.figure, formulas), "low": one.bounds.low, "high": one.bounds.high}


def _contributions(path: str, made: Uncertainty) -> dict[str, Any]:
    """What each input does to a figure; `input` is its place in the list of inputs."""
    places = {id(one.figure): number for number, one in enumerate(made.inputs)}
    return {
        "path": path,
        "inputs": [
            {
                "input": places[id(one.input.figure)],
                "below": _finite(one.below),
                "above": _finite(one.above),
                "share": share,
            }
            for one, share in shares_of_variance(made.estimates[path].moved)
        ],
    }


def _finite(value: float | None) -> float | None:
    """Strict JSON has no infinity: an end without limit is null."""
    return value if value is not None and isfinite(value) else None
