"""The project idea of an assessment as JSON, to stand under `cdm`. The shape is docs/json.md's."""

from __future__ import annotations

from typing import Any

from ....engine.cdm import CdmResult, CdmYear, cdm_figures, cdm_inputs
from ....figure import Formula
from .figures import node_json


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
