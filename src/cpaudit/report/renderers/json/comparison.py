"""A comparison as JSON. The shape is docs/json.md's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ....engine import Assessment
from ....engine.comparing import Abatement, Choice, Compared, Comparison, Difference, Front, Step
from ....engine.comparing.columns import baseline_of
from ....figure import Formula
from ....language import Language
from .figures import diagnostics_list, formula_json, head, node_json, text_of


def comparison_json(comparison: Comparison, language: Language) -> str:
    """Columns, differences, choices, abatement costs and fronts."""
    formulas: dict[str, Formula] = {}
    document = {
        **head("comparison"),
        "files": [_file(one) for one in comparison.assessments],
        "base": comparison.base.name if comparison.base else None,
        "columns": {one.name: _column(one, formulas) for one in comparison.columns},
        "differences": {
            name: _difference(one, formulas) for name, one in comparison.differences.items()
        },
        "choices": [_choice(one, formulas) for one in comparison.choices],
        "abatement": {
            name: _abatement(one, formulas) for name, one in comparison.abatement.items()
        },
        "pareto": {name: _front(one, formulas) for name, one in comparison.fronts.items()},
    }
    return text_of(
        {
            **document,
            "formulas": {id: formula_json(one) for id, one in sorted(formulas.items())},
            "diagnostics": diagnostics_list(comparison.diagnostics, language),
        }
    )


def _file(assessment: Assessment) -> dict[str, Any]:
    audit = assessment.audit
    rate = audit.finance.discount_rate
    return {
        "file": audit.file,
        "plant": {"name": audit.plant, "sector": audit.sector, "country": audit.country},
        "currency": audit.currency,
        "period": {
            "from": "{}-{:02d}".format(*audit.period.first),
            "to": "{}-{:02d}".format(*audit.period.last),
            "months": audit.period.months,
            "factor_year": audit.period.year,
        },
        "gwp": audit.gwp_set,
        "discount_rate": rate.value if rate else None,
    }


def _column(column: Compared, formulas: dict[str, Formula]) -> dict[str, Any]:
    """The package without its options, which `cpaudit assess` tells."""
    figures = {name: node for name, node in column.figures.items() if name != "options"}
    return {
        "file": column.assessment.audit.file,
        "package": column.package,
        "baseline": node_json(baseline_of(column.assessment), formulas),
        "figures": node_json(figures, formulas) if column.package is not None else None,
    }


def _difference(difference: Difference, formulas: dict[str, Formula]) -> dict[str, Any]:
    return {
        "baseline": node_json(dict(difference.baseline), formulas),
        "figures": node_json(dict(difference.figures), formulas),
        "irr": node_json(difference.irr, formulas),
    }


def _choice(choice: Choice, formulas: dict[str, Formula]) -> dict[str, Any]:
    return {
        "options": list(choice.options),
        "decided_by": choice.decided_by,
        "alternatives": {
            one.name: {
                "options": list(one.options),
                **node_json(
                    {
                        "investment": one.result.investment,
                        "saving": one.result.saving,
                        "npv": one.npv,
                        "annual_value": one.annual_value,
                        "irr": one.irr,
                    },
                    formulas,
                ),
            }
            for one in choice.alternatives
        },
        "steps": [_step(one, formulas) for one in choice.steps],
        "winner": choice.winner.name if choice.winner else None,
        "highest_irr": choice.misleading.name if choice.misleading else None,
        "loss": node_json(choice.loss, formulas),
        "left_out": dict(choice.left_out),
    }


def _step(step: Step, formulas: dict[str, Formula]) -> dict[str, Any]:
    return {
        "defender": step.defender.name if step.defender else None,
        "challenger": step.challenger.name,
        **node_json(
            {
                "investment": step.investment,
                "saving": step.saving,
                "npv": step.npv,
                "annual_value": step.annual_value,
                "irr": step.irr,
            },
            formulas,
        ),
        "wins": step.wins,
    }


def _abatement(abatement: Abatement, formulas: dict[str, Formula]) -> dict[str, Any]:
    paying: Mapping[str, Any] = {
        id: {
            "co2e": node_json(one.co2e, formulas),
            "npv": node_json(one.point.npv, formulas),
            "co2e_over_life": node_json(one.point.co2e, formulas),
            "dominated_by": list(one.point.dominated_by),
        }
        for id, one in abatement.paying.items()
    }
    curve = {
        id: node_json({"co2e": bar.co2e, "cost": bar.cost, "so_far": bar.cumulative}, formulas)
        for id, bar in abatement.curve.items()
    }
    return {"paying": paying, "curve": curve, "left_out": dict(abatement.left_out)}


def _front(front: Front, formulas: dict[str, Formula]) -> dict[str, Any]:
    return {
        "points": {
            name: {
                "npv": node_json(point.npv, formulas),
                "co2e_over_life": node_json(point.co2e, formulas),
                "dominated_by": list(point.dominated_by),
            }
            for name, point in front.points.items()
        },
        "left_out": dict(front.left_out),
    }
