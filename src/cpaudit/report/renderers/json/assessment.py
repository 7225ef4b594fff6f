"""The whole assessment as JSON. The shape is docs/json.md's."""

from __future__ import annotations

from typing import Any

from ....engine import Assessment
from ....engine.law import duties_of
from ....engine.paths import figure_tree
from ....engine.results import Duty
from ....figure import Formula
from ....language import Language
from .cdm import cdm_json
from .figures import (
    diagnostics_list,
    factor_json,
    formula_json,
    head,
    node_json,
    origin_json,
    text_of,
    value_json,
)


def assessment_json(assessment: Assessment, language: Language) -> str:
    """The whole assessment: what was read, every figure by its path, factors, formulas, remarks."""
    audit = assessment.audit
    formulas: dict[str, Formula] = {}
    tree = node_json(figure_tree(assessment), formulas)
    if assessment.designs:
        tree["design"] = _designs(assessment, tree["design"])
    document = {
        **head("assessment"),
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
        **({"cdm": cdm_json(assessment.cdm, formulas)} if assessment.cdm else {}),
        "law": [_duty(one, formulas) for one in duties_of(assessment)],
        "rejected": [one.id for one in audit.options.values() if one.rejected],
        "factors": {id: factor_json(used.factor) for id, used in assessment.factors.items()},
        "own_values": {
            id: {**value_json(one), "from": origin_json(one, formulas)}
            for id, one in assessment.own_values.items()
        },
        "formulas": {id: formula_json(one) for id, one in sorted(formulas.items())},
        "diagnostics": diagnostics_list(assessment.diagnostics, language),
    }
    return text_of(document)


def _designs(assessment: Assessment, figures: dict[str, Any]) -> dict[str, Any]:
    """The figures of each design with the words that the file has for it."""
    return {
        id: {
            "name": one.design.name,
            "functional_unit": one.design.functional_unit,
            **figures[id],
        }
        for id, one in assessment.designs.items()
    }


def _duty(duty: Duty, formulas: dict[str, Formula]) -> dict[str, Any]:
    """A threshold of the law, and whether the plant reaches it today and after each package."""
    threshold = duty.threshold
    return {
        "id": threshold.id,
        "name": dict(threshold.names),
        "from": threshold.start,
        "to": threshold.end,
        "limit": node_json(threshold.limit, formulas),
        "duty": dict(threshold.duty),
        "today": {"reached": duty.reached(duty.today), "figure": node_json(duty.today, formulas)},
        "packages": {
            name: {"reached": duty.reached(one), "figure": node_json(one, formulas)}
            for name, one in duty.after.items()
        },
    }
