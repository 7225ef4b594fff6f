"""The project idea of an assessment as JSON, to stand under `cdm`. The shape is docs/json.md's."""

from __future__ import annotations

from typing import Any

from ....engine import Assessment
from ....engine.cdm import CdmResult, CdmYear, cdm_figures, cdm_inputs
from ....engine.trace import remarks_on_project
from ....figure import Formula
from ....language import Language
from .figures import diagnostics_list, formula_json, head, node_json, text_of


def idea_json(assessment: Assessment, language: Language) -> str:
    """The project idea alone as a document, with what is to be said of it."""
    assert assessment.cdm is not None
    audit, formulas = assessment.audit, dict[str, Formula]()
    cdm = cdm_json(assessment.cdm, formulas)
    found = remarks_on_project(assessment)
    return text_of(
        {
            **head("cdm"),
            "plant": {"name": audit.plant, "sector": audit.sector, "country": audit.country},
            "cdm": cdm,
            "formulas": {id: formula_json(one) for id, one in sorted(formulas.items())},
            "diagnostics": diagnostics_list(found, language),
        }
    )


def cdm_json(result: CdmResult, formulas: dict[str, Formula]) -> dict[str, Any]:
    """What was asked for and given, every figure by its path, each year with its months."""
    idea = result.idea
    figures: dict[str, Any] = node_json(cdm_figures(result), formulas)
    years = {one.label: {**_months(one), **figures["years"][one.label]} for one in result.years}
    return {
        "method": idea.method,
        "package": idea.package,
        "fuel": idea.fuel,
        "crediting_period": {
            "from": _month(result.years[0].first),
            "to": _month(result.years[-1].last),
            "years": idea.years,
        },
        "inputs": node_json(cdm_inputs(idea), formulas),
        **figures,
        "years": years,
    }


def _months(year: CdmYear) -> dict[str, str]:
    return {"from": _month(year.first), "to": _month(year.last)}


def _month(month: tuple[int, int]) -> str:
    return "{}-{:02d}".format(*month)
