"""Each option's part of a package as JSON. The shape is docs/json.md's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ....engine import Assessment, Result
from ....engine.attribution import Attribution
from ....engine.nodes import Node
from ....figure import Formula
from ....language import Language
from .figures import diagnostics_list, formula_json, head, node_json, text_of


def attribution_json(
    assessment: Assessment, packages: Sequence[Attribution], language: Language
) -> str:
    """Packages by name, each with its total and its options' three ways of counting."""
    audit = assessment.audit
    formulas: dict[str, Formula] = {}
    document = {
        **head("attribution"),
        "plant": {"name": audit.plant, "sector": audit.sector, "country": audit.country},
        "currency": audit.currency,
        "packages": {one.package: _package(one, formulas) for one in packages},
        "formulas": {id: formula_json(one) for id, one in sorted(formulas.items())},
        "diagnostics": diagnostics_list(
            [said for one in packages for said in one.diagnostics], language
        ),
    }
    return text_of(document)


def _package(made: Attribution, formulas: dict[str, Formula]) -> dict[str, Any]:
    return {
        "total": node_json(_three(made.result.total), formulas),
        "groups": [list(group) for group in made.groups],
        "options": {
            id: {
                "alone": node_json(_three(made.assessment.options[id]), formulas),
                "in_order": node_json(_three(made.result.options[id]), formulas),
                "shapley": node_json(
                    {"saving": share.saving, "co2e": share.co2e, "npv": share.npv}, formulas
                ),
                "standard_error": dict(share.errors) or None,
            }
            for id, share in made.shares.items()
        },
    }


def _three(result: Result) -> dict[str, Node]:
    return {"saving": result.saving, "co2e": result.impacts["co2e"], "npv": result.npv}
