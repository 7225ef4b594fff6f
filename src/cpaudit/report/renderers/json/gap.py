"""The technology gap as JSON. The shape is docs/json.md's."""

from __future__ import annotations

from typing import Any

from ....engine.benchmark import Gap
from ....engine.comparison import Comparison
from ....figure import Figure, Formula, FromFactor
from ....language import Language
from .figures import diagnostics_list, factor_json, formula_json, head, node_json, text_of


def gap_json(gap: Gap, language: Language) -> str:
    """Products, subjects, benchmarks with the gap to each, and what closes it."""
    audit = gap.assessment.audit
    formulas: dict[str, Formula] = {}
    factors: dict[str, Any] = {}
    products: dict[str, Any] = {}
    for one in gap.subjects:
        product = products.setdefault(
            one.product.id,
            {
                "name": dict(one.product.names),
                "production": node_json(one.product.amount, formulas),
            },
        )
        product.setdefault("subjects", {})[one.subject.name] = {
            "actual": node_json(one.actual, formulas),
            "benchmarks": [_comparison(each, formulas, factors) for each in one.comparisons],
            "after": {
                "options": node_json(one.after_option, formulas),
                "packages": node_json(one.after_package, formulas),
            },
        }
    document = {
        **head("gap"),
        "plant": {"name": audit.plant, "sector": audit.sector, "country": audit.country},
        "currency": audit.currency,
        "products": products,
        "factors": factors,
        "formulas": {id: formula_json(one) for id, one in sorted(formulas.items())},
        "diagnostics": diagnostics_list(gap.diagnostics, language),
    }
    return text_of(document)


def _comparison(
    compared: Comparison, formulas: dict[str, Formula], factors: dict[str, Any]
) -> dict[str, Any]:
    benchmark = compared.benchmark
    _keep_factor(benchmark.limit, factors)
    figures = {
        name: node_json(figure, formulas)
        for name, figure in (
            ("limit", benchmark.limit),
            ("gap", compared.gap),
            ("yearly", compared.yearly),
            ("money", compared.money),
            ("co2e", compared.co2e),
            ("toe", compared.toe),
        )
    }
    return {
        "id": benchmark.id,
        "level": benchmark.level,
        "name": dict(benchmark.names) or None,
        "expired": benchmark.expired,
        "met": compared.met,
        "met_after": dict(compared.met_after),
        **figures,
        "closed": {
            "options": node_json(compared.closed_by_option, formulas),
            "packages": node_json(compared.closed_by_package, formulas),
        },
    }


def _keep_factor(figure: Figure, factors: dict[str, Any]) -> None:
    origin = figure.derivation
    if isinstance(origin, FromFactor):
        factors[origin.factor.id] = factor_json(origin.factor)
