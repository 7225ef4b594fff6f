"""A programme as JSON: its rows, its tables, its rates. The shape is docs/json.md's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ....domain import Names
from ....domain.programme import SERVICES, Course, Entry, Part
from ....engine.nodes import Node
from ....engine.programme import Rollup
from ....engine.programme.groups import Grouped
from ....engine.programme.reported import Compared
from ....engine.programme.sums import Sum
from ....engine.programme.training import TrainingSum
from ....figure import Computed, Figure, Formula, FromFactor
from ....language import Language
from .figures import diagnostics_list, factor_json, formula_json, head, node_json, text_of


def programme_json(rollup: Rollup, language: Language) -> str:
    """Every row and table at full precision; each sum names the rows that are in it."""
    programme = rollup.programme
    formulas: dict[str, Formula] = {}
    factors: dict[str, Any] = {}
    document = {
        **head("programme"),
        "name": programme.name,
        "file": programme.file,
        "country": programme.country,
        "currency": programme.currency,
        "counts": programme.counts,
        "year": rollup.year,
        "first": rollup.first,
        "until": rollup.until,
        "complete": rollup.complete,
        "missing": list(programme.missing),
        "resources": {
            id: {"unit": one.unit, "names": dict(one.names)}
            for id, one in programme.resources.items()
        },
        "rows": [_row(one, formulas) for one in programme.entries],
        "sectors": _grouped(rollup.sectors, programme.sectors, formulas),
        "provinces": _grouped(rollup.provinces, {}, formulas),
        "services": _grouped(rollup.services, _service_names(programme.services), formulas),
        "years": _years(rollup, formulas),
        "projects": _projects(rollup, formulas),
        "training": _training(rollup, formulas),
        "reported": [_compared(one, formulas) for one in rollup.compared],
        "rates": [
            {
                "currency": one.currency,
                "year": one.year,
                "source": one.source,
                "uses": one.uses,
                "rate": _rate(one.figure, formulas, factors),
            }
            for one in programme.rates
        ],
        "factors": factors,
        "formulas": {id: formula_json(one) for id, one in sorted(formulas.items())},
        "diagnostics": diagnostics_list(rollup.diagnostics, language),
    }
    return text_of(document)


def _service_names(services: Mapping[str, Names]) -> dict[str, Names]:
    """The file's names, or the usual ones of a centre's services."""
    languages = {code: Language(code) for code in ("en", "vi")}
    usual = {
        id: {code: one(name) for code, one in languages.items()} for id, name in SERVICES.items()
    }
    return {id: names or usual.get(id, {}) for id, names in services.items()}


def _row(entry: Entry, formulas: dict[str, Formula]) -> dict[str, Any]:
    money: Node = {"loan": entry.loan, "reimbursement": entry.reimbursement}
    return {
        "row": entry.key,
        "kind": entry.kind,
        "line": entry.span.line if entry.span else None,
        "name": entry.name,
        "sector": entry.sector,
        "province": entry.province,
        "service": entry.service,
        "years": list(entry.years),
        "plants": entry.plants,
        "counts": entry.counts,
        "in_totals": entry.in_totals,
        **node_json(money, formulas),
        "note": entry.note,
        "parts": [_part(one, formulas) for one in entry.parts],
    }


def _part(part: Part, formulas: dict[str, Formula]) -> dict[str, Any]:
    figures: Node = {
        "saving": part.saving,
        "investment": part.investment,
        **part.impacts,
        "resources": dict(part.resources),
    }
    return {
        "id": part.id,
        "level": part.level,
        "first": part.first,
        "last": part.last,
        **node_json(figures, formulas),
    }


def _grouped(
    grouped: Grouped, names: Mapping[str, Names], formulas: dict[str, Formula]
) -> dict[str, Any]:
    return {
        "groups": {
            id: {"names": dict(names.get(id, {})), **_sum(one, formulas)}
            for id, one in grouped.groups.items()
        },
        "total": _sum(grouped.total, formulas),
    }


def _sum(one: Sum, formulas: dict[str, Formula]) -> dict[str, Any]:
    figures: Node = {
        "saving": one.saving,
        "investment": one.investment,
        "payback": one.payback,
        **one.impacts,
        "resources": dict(one.resources),
    }
    plants = {"number": one.plants.number, "partial": one.plants.partial}
    return {"plants": plants, **node_json(figures, formulas), "rows": list(one.rows)}


def _years(rollup: Rollup, formulas: dict[str, Formula]) -> list[dict[str, Any]]:
    return [
        {
            "year": one.year,
            "begun": _sum(one.begun, formulas),
            "in_force": _sum(one.in_force, formulas),
            "saved": node_json(one.saved, formulas),
            "avoided_co2e": node_json(one.avoided, formulas),
            "person_days": node_json(one.person_days, formulas),
        }
        for one in rollup.years
    ]


def _projects(rollup: Rollup, formulas: dict[str, Formula]) -> dict[str, Any]:
    projects = rollup.projects
    return {
        "year": projects.year,
        "lines": [
            {"row": one.entry.key, "level": one.level, "counts": one.counts}
            | _sum(one.sum, formulas)
            for one in projects.lines
        ],
        "totals": {level: _sum(one, formulas) for level, one in projects.totals.items()},
    }


def _training(rollup: Rollup, formulas: dict[str, Formula]) -> dict[str, Any]:
    training = rollup.training
    return {
        "year": training.year,
        "courses": [
            {
                "course": one.name,
                "place": one.place,
                "year": one.year,
                "line": one.span.line,
                **_counts(one, formulas),
            }
            for one in training.courses
        ],
        "total": _counts(training.total, formulas),
        "years": {str(year): _counts(one, formulas) for year, one in training.years.items()},
    }


def _counts(one: Course | TrainingSum, formulas: dict[str, Formula]) -> Any:
    tree: Node = {
        "classes": one.classes,
        "trainees": one.trainees,
        "person_days": one.person_days,
    }
    return node_json(tree, formulas)


def _compared(one: Compared, formulas: dict[str, Formula]) -> dict[str, Any]:
    return {
        "row": one.entry.key,
        "impact": one.reported.impact,
        "reported": node_json(one.reported.stated, formulas),
        "computed": node_json(one.reported.computed, formulas),
        "difference": node_json(one.difference, formulas),
        "low": one.low,
        "high": one.high,
        "fits": one.fits,
        "implied": {
            each.resource: {
                "needed": node_json(each.needed, formulas),
                "used": {"value": each.used.value, "unit": each.used.unit},
            }
            for each in one.implied
        },
    }


def _rate(figure: Figure, formulas: dict[str, Formula], factors: dict[str, Any]) -> Any:
    """A rate; of one that was turned round, what it was made of."""
    origin = figure.derivation
    written = figure
    if isinstance(origin, Computed):
        written = origin.inputs[0][1]
    if isinstance(written.derivation, FromFactor):
        factors[written.derivation.factor.id] = factor_json(written.derivation.factor)
    made = node_json(figure, formulas)
    return made if written is figure else {**made, "written": node_json(written, formulas)}
