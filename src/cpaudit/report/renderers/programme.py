"""The tables of a programme as CSV: one table with a column for each figure, or several tables in
one file, a row for each figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ...domain.programme import Course
from ...engine.programme import Rollup
from ...engine.programme.groups import Grouped
from ...engine.programme.sums import Sum
from ...engine.programme.training import TrainingSum
from ...figure import Figure
from ...language import Language
from ..numbers import Numbers
from ..views.programme.groups import sector_name, service_name
from .delimited import csv_text

_TOTAL = "total"


class Line(NamedTuple):
    """A row: what it is, and its figures by name."""

    words: Mapping[str, str]
    figures: Mapping[str, Figure | None]


def programme_csv(rollup: Rollup, tables: Sequence[str], language: Language) -> str:
    """One table in columns, or several in rows; `complete` tells whether audits are missing."""
    lines = {name: _lines(name, rollup, Numbers(language)) for name in tables}
    complete = "true" if rollup.complete else "false"
    if len(lines) == 1:
        (only,) = lines.values()
        return _in_columns(only, complete)
    header = ["table", "row", "name", "figure", "value", "unit", "partial", "complete"]
    return csv_text(
        header,
        [
            [
                name,
                next(iter(line.words.values())),
                line.words.get("name", ""),
                key,
                figure.value,
                figure.unit,
                "true" if figure.partial else "false",
                complete,
            ]
            for name, held in lines.items()
            for line in held
            for key, figure in line.figures.items()
            if figure is not None
        ],
    )


def _in_columns(lines: Sequence[Line], complete: str) -> str:
    """A column for each figure, with its unit in the title: `electricity_MWh`."""
    words = list(dict.fromkeys(key for line in lines for key in line.words))
    units: dict[str, str] = {}
    for line in lines:
        for key, figure in line.figures.items():
            if figure is not None or key not in units:
                units[key] = figure.unit if figure is not None else units.get(key, "")
    header = [*words, *(f"{key}_{unit}" if unit else key for key, unit in units.items())]
    rows: list[list[str | float | None]] = []
    for line in lines:
        values = [
            figure.value if (figure := line.figures.get(key)) is not None else None for key in units
        ]
        rows.append([*(line.words.get(key, "") for key in words), *values, complete])
    return csv_text([*header, "complete"], rows)


def _lines(name: str, rollup: Rollup, numbers: Numbers) -> list[Line]:
    if name == "projects":
        return _projects(rollup)
    if name == "training":
        return _training(rollup)
    if name == "years":
        return _years(rollup)
    if name == "sectors":
        names = {id: sector_name(id, rollup, numbers) for id in rollup.sectors.groups}
        return _groups(rollup, rollup.sectors, names)
    if name == "services":
        names = {id: service_name(id, rollup, numbers) for id in rollup.services.groups}
        return _groups(rollup, rollup.services, names)
    return _groups(rollup, rollup.provinces, {id: id for id in rollup.provinces.groups})


def _groups(rollup: Rollup, grouped: Grouped, names: Mapping[str, str]) -> list[Line]:
    rows = {**grouped.groups, _TOTAL: grouped.total}
    return [
        Line({"id": id, "name": names.get(id, "")}, _figures(one, rollup))
        for id, one in rows.items()
    ]


def _figures(one: Sum, rollup: Rollup) -> dict[str, Figure | None]:
    """Plants, resources, money, payback and impacts of a sum; every table has the same."""
    made: dict[str, Figure | None] = {"plants": one.plants.figure}
    made |= {key: one.resources.get(key) for key in rollup.programme.resources}
    made |= {"saving": one.saving, "investment": one.investment}
    made["payback"] = one.payback.time if one.payback is not None else None
    return made | dict(one.impacts)


def _projects(rollup: Rollup) -> list[Line]:
    lines = []
    for one in rollup.projects.lines:
        entry = one.entry
        words = {
            "row": entry.key,
            "name": entry.name,
            "status": one.level,
            "counts": "true" if one.counts else "false",
            "in_totals": "true" if entry.in_totals else "false",
            "service": entry.service,
            "sector": entry.sector,
            "province": entry.province,
            "note": entry.note,
        }
        money = {"loan": entry.loan, "reimbursement": entry.reimbursement}
        lines.append(Line(words, {**_figures(one.sum, rollup), **money}))
    return lines


def _training(rollup: Rollup) -> list[Line]:
    training = rollup.training
    lines = [_course(one) for one in training.courses]
    year = str(training.year)
    words = {"course": _TOTAL, "place": "", "year": year}
    return [*lines, Line(words, _counts(training.total))] if lines else []


def _course(course: Course) -> Line:
    words = {"course": course.name, "place": course.place, "year": str(course.year)}
    return Line(words, _counts(course))


def _counts(one: Course | TrainingSum) -> dict[str, Figure | None]:
    return {
        "classes": one.classes._replace(unit=""),
        "trainees": one.trainees._replace(unit=""),
        "person_days": one.person_days._replace(unit=""),
    }


def _years(rollup: Rollup) -> list[Line]:
    lines = []
    for one in rollup.years:
        figures: dict[str, Figure | None] = {}
        for prefix, part in (("begun", one.begun), ("in_force", one.in_force)):
            figures |= {f"{prefix}_{key}": each for key, each in _figures(part, rollup).items()}
        days = one.person_days
        figures |= {"saved": one.saved, "avoided_co2e": one.avoided}
        figures["person_days"] = days._replace(unit="") if days is not None else None
        lines.append(Line({"year": str(one.year)}, figures))
    return lines
