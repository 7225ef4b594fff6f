"""What to finance with one budget, or with several, as JSON. The shape is docs/json.md's."""

from __future__ import annotations

from typing import Any

from ....engine.nodes import Node
from ....engine.selection import Choice, Financed, Frontier, NotChosen, Plant, Selection
from ....figure import Computed, Figure, Formula, FromFactor
from ....language import Language
from .figures import diagnostics_list, factor_json, formula_json, head, node_json, text_of


def selection_json(selection: Selection, language: Language) -> str:
    """The chosen options by plant, their sums, what was not chosen and why."""
    formulas: dict[str, Formula] = {}
    factors: dict[str, Any] = {}
    document = {
        **head("selection"),
        "currency": selection.budget.unit,
        "maximise": selection.maximise,
        **_chosen(selection, formulas, factors),
        "not_chosen": [_other(one) for one in selection.not_chosen],
        "factors": factors,
        "formulas": {id: formula_json(one) for id, one in sorted(formulas.items())},
        "diagnostics": diagnostics_list(selection.diagnostics, language),
    }
    return text_of(document)


def frontier_json(frontier: Frontier, language: Language) -> str:
    """A list of budgets, each with what it buys."""
    formulas: dict[str, Formula] = {}
    factors: dict[str, Any] = {}
    steps = [
        {
            **_chosen(one.selection, formulas, factors),
            "value": node_json(one.value, formulas),
            "marginal": node_json(one.marginal, formulas),
        }
        for one in frontier.steps
    ]
    document = {
        **head("frontier"),
        "currency": frontier.currency,
        "maximise": frontier.maximise,
        "steps": steps,
        "factors": factors,
        "formulas": {id: formula_json(one) for id, one in sorted(formulas.items())},
        "diagnostics": diagnostics_list(frontier.diagnostics, language),
    }
    return text_of(document)


def _chosen(
    selection: Selection, formulas: dict[str, Formula], factors: dict[str, Any]
) -> dict[str, Any]:
    solution = selection.programme
    return {
        "budget": node_json(selection.budget, formulas),
        "left": node_json(selection.left, formulas),
        "number": selection.number,
        "solver": {
            "optimal": solution.optimal,
            "gap": solution.gap,
            "value": solution.value,
            "bound": solution.bound,
            "estimated": selection.estimated,
        },
        "total": _figures(selection.total, formulas),
        "plants": [_plant(one, formulas, factors) for one in selection.choices],
    }


def _plant(choice: Choice, formulas: dict[str, Formula], factors: dict[str, Any]) -> dict[str, Any]:
    rate = choice.plant.rate
    if rate is not None:
        _keep_factor(rate, factors)
    return {
        **_which(choice.plant),
        "currency": choice.plant.assessment.audit.currency,
        "rate": node_json(rate, formulas),
        "total": _figures(choice.total, formulas),
        "options": {id: _figures(one, formulas) for id, one in choice.options.items()},
    }


def _figures(one: Financed, formulas: dict[str, Formula]) -> Any:
    tree: Node = {
        "investment": one.investment,
        "saving": one.saving,
        "co2e": one.co2e,
        "npv": one.npv,
    }
    return node_json(tree, formulas)


def _which(plant: Plant) -> dict[str, Any]:
    return {"file": plant.assessment.audit.file, "name": plant.assessment.audit.plant}


def _other(one: NotChosen) -> dict[str, Any]:
    return {
        **_which(one.plant),
        "option": one.option,
        "reason": one.reason,
        "others": list(one.others),
        "investment": one.investment,
        "adds": one.adds,
    }


def _keep_factor(figure: Figure, factors: dict[str, Any]) -> None:
    """The library's rate, also where it was turned round."""
    origin = figure.derivation
    if isinstance(origin, Computed):
        for _, one in origin.inputs:
            _keep_factor(one, factors)
    elif isinstance(origin, FromFactor):
        factors[origin.factor.id] = factor_json(origin.factor)
