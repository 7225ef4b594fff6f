"""The tables of a programme as CSV: one table with a column for each figure, or several tables in
one file, a row for each figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ...domain.programme import Course
from ...engine.emissions import IMPACTS
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


class Told(NamedTuple):
    """A figure, if it is told, and the unit that it has in any case; of a count none."""

    figure: Figure | None
    unit: str = ""

    @property
    def value(self) -> float | None:
        """The number; of a count a whole one has no decimal point."""
        if self.figure is None:
            return None
        value = self.figure.value
        return int(value) if not self.unit and not value % 1 else value


class Line(NamedTuple):
    """A row: what it is, and its figures by name."""

    words: Mapping[str, str]
    figures: Mapping[str, Told]


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
                one.value,
                one.unit,
                "true" if one.figure.partial else "false",
                complete,
            ]
            for name, held in lines.items()
            for line in held
            for key, one in line.figures.items()
            if one.figure is not None
        ],
    )


def _in_columns(lines: Sequence[Line], complete: str) -> str:
    """A column for each figure, with its unit in the title: `electricity_MWh`; `partial` names
    those whose sum leaves something out."""
    words = list(dict.fromkeys(key for line in lines for key in line.words))
    units = {key: one.unit for line in lines for key, one in line.figures.items()}
    titles = {key: _title(key, unit) for key, unit in units.items()}
    rows = [
        [
            *(line.words.get(key, "") for key in words),
            *(line.figures[key].value for key in titles),
            " ".join(
                titles[key]
                for key, one in line.figures.items()
                if one.figure is not None and one.figure.partial
            ),
            complete,
        ]
        for line in lines
    ]
    return csv_text([*words, *titles.values(), "partial", "complete"], rows)


def _title(key: str, unit: str) -> str:
    """`coal_t`, `co2e_t`; what has its unit in its name has it once."""
    short = unit.removesuffix("CO2e")
    is_named = not short or f"_{key}".lower().endswith(f"_{short.lower()}")
    return key if is_named else f"{key}_{short}"


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


def _figures(one: Sum, rollup: Rollup) -> dict[str, Told]:
    """Plants, resources, money, payback and impacts of a sum; every table has the same."""
    programme = rollup.programme
    made = {"plants": Told(one.plants.figure)}
    for key, resource in programme.resources.items():
        made[key] = Told(one.resources.get(key), resource.unit)
    made["saving"] = Told(one.saving, programme.currency)
    made["investment"] = Told(one.investment, programme.currency)
    made["payback"] = Told(one.payback.time if one.payback is not None else None, "yr")
    for impact, unit in IMPACTS.items():
        made[impact] = Told(one.impacts.get(impact), unit)
    return made


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
        currency = rollup.programme.currency
        money = {
            "loan": Told(entry.loan, currency),
            "reimbursement": Told(entry.reimbursement, currency),
        }
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


def _counts(one: Course | TrainingSum) -> dict[str, Told]:
    return {
        "classes": Told(one.classes),
        "trainees": Told(one.trainees),
        "person_days": Told(one.person_days),
    }


def _years(rollup: Rollup) -> list[Line]:
    lines = []
    for one in rollup.years:
        figures: dict[str, Told] = {}
        for prefix, part in (("begun", one.begun), ("in_force", one.in_force)):
            figures |= {f"{prefix}_{key}": each for key, each in _figures(part, rollup).items()}
        figures["saved"] = Told(one.saved, rollup.programme.currency)
        figures["avoided_co2e"] = Told(one.avoided, IMPACTS["co2e"])
        figures["person_days"] = Told(one.person_days)
        lines.append(Line({"year": str(one.year)}, figures))
    return lines
