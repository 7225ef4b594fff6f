"""Training: the courses of a year and their totals, and the totals of every year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ...domain.programme import Course
from ...figure import Figure, total


class TrainingSum(NamedTuple):
    """Classes, trainees (a person counts in each course that he takes) and person-days."""

    courses: int
    classes: Figure
    trainees: Figure
    person_days: Figure


class Training(NamedTuple):
    """The courses of one year with their sum, and the sums of all years up to the last one."""

    year: int
    courses: tuple[Course, ...]
    total: TrainingSum
    years: Mapping[int, TrainingSum]


def training_of(courses: Iterable[Course], year: int, until: int) -> Training:
    """The training of a year, and what was there each year until another."""
    every = list(courses)
    of_year = [one for one in every if one.year == year]
    years = sorted({one.year for one in every if one.year <= until})
    sums = {each: training_sum([one for one in every if one.year == each]) for each in years}
    return Training(year, tuple(of_year), training_sum(of_year), sums)


def training_sum(courses: Iterable[Course]) -> TrainingSum:
    """The sum of courses."""
    held = list(courses)
    return TrainingSum(
        courses=len(held),
        classes=total("class", [(one.name, one.classes) for one in held]),
        trainees=total("person", [(one.name, one.trainees) for one in held]),
        person_days=total("person-day", [(one.name, one.person_days) for one in held]),
    )
