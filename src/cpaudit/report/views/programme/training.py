"""Training: the courses of a year in classes, trainees and person-days."""

from __future__ import annotations

from ....engine.programme import Rollup
from ....engine.programme.training import TrainingSum
from ....figure import Figure
from ...blocks import Cell, Column, Row, Table
from ...numbers import Numbers


def training_tables(rollup: Rollup, numbers: Numbers) -> list[Table]:
    """The year's courses, and of several years the sums of each."""
    training = rollup.training
    tables = []
    if training.courses:
        tables.append(_courses(rollup, numbers))
    if len(training.years) > 1:
        tables.append(_by_year(rollup, numbers))
    return tables


def _courses(rollup: Rollup, numbers: Numbers) -> Table:
    _, training = numbers.language, rollup.training
    rows = [
        Row(
            [
                Cell(one.name, detail=one.place),
                *(
                    _count(figure, numbers)
                    for figure in (one.classes, one.trainees, one.person_days)
                ),
            ]
        )
        for one in training.courses
    ]
    rows.append(Row([Cell(_("Total")), *_sum_cells(training.total, numbers)], "total"))
    columns = [Column(_("Course"), numeric=False), *_columns(numbers)]
    remarks = [_("A person counts as a trainee in each course that he or she takes.")]
    return Table(_("Training of {year}").format(year=training.year), columns, rows, remarks)


def _by_year(rollup: Rollup, numbers: Numbers) -> Table:
    _ = numbers.language
    rows = [
        Row([Cell(str(year)), *_sum_cells(one, numbers)])
        for year, one in rollup.training.years.items()
    ]
    columns = [Column(_("Year"), numeric=False), *_columns(numbers)]
    return Table(_("Training by year"), columns, rows)


def _columns(numbers: Numbers) -> list[Column]:
    _ = numbers.language
    return [Column(_("Classes")), Column(_("Trainees")), Column(_("Person-days"))]


def _sum_cells(one: TrainingSum, numbers: Numbers) -> list[Cell]:
    return [_count(figure, numbers) for figure in (one.classes, one.trainees, one.person_days)]


def _count(figure: Figure, numbers: Numbers) -> Cell:
    return Cell(numbers.summed(figure.value), figure.value, figure.unit)
