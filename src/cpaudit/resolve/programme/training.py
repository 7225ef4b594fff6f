"""Training: classes, trainees and person-days of each course."""

from __future__ import annotations

from ...diagnostics.codes import programme as codes
from ...domain.programme import Course
from ...figure import Figure, derive, formula
from ...language import N_
from ...schema.given import Given
from ...schema.programme.file import Course as CourseEntry
from ..context import assumed, entered
from .gathering import Gathering


@formula("trainees · days", N_("definition of a person-day"))
def person_days_of(trainees: float, days: float) -> float:
    """Person-days of a course whose trainees are all there on every day."""
    return trainees * days


def courses_of(gathering: Gathering) -> tuple[Course, ...]:
    """Every course of the file; mistakes are gathered."""
    made = [_course(gathering, entry) for entry in gathering.file.training]
    return tuple(one for one in made if one is not None)


def _course(gathering: Gathering, entry: CourseEntry) -> Course | None:
    year = entry.year or gathering.file.year
    if year is None:
        gathering.say(codes.NO_YEAR.at(entry.course.span, name=entry.course))
    trainees = _count(gathering, entry, entry.trainees, "person")
    person_days = _person_days(gathering, entry, trainees)
    if year is None or person_days is None:
        return None
    classes = assumed(1.0, "class", N_("no number of classes is written: one"))
    return Course(
        name=str(entry.course),
        year=year,
        place=str(entry.place or ""),
        classes=_count(gathering, entry, entry.classes, "class") if entry.classes else classes,
        trainees=trainees,
        person_days=person_days,
        span=entry.course.span,
    )


def _person_days(gathering: Gathering, entry: CourseEntry, trainees: Figure) -> Figure | None:
    """As written, or trainees times days; None, with the mistake told, where neither will do."""
    computed = None
    if entry.days is not None:
        days = _count(gathering, entry, entry.days, "day")
        computed = derive(person_days_of, "person-day", trainees=trainees, days=days)
    if entry.person_days is None:
        if computed is None:
            said = codes.NO_PERSON_DAYS.at(entry.course.span, course=entry.course)
            gathering.say(said)
        return computed
    written = _count(gathering, entry, entry.person_days, "person-day")
    if computed is not None and abs(computed.value - written.value) > 1e-9 * written.value:
        values = {"trainees": trainees.value, "person_days": written.value}
        days_text = entry.days.quantity.text if entry.days else ""
        span = entry.person_days.span
        gathering.say(codes.PERSON_DAYS_DIFFER.at(span, days=days_text, **values))
    return written


def _count(gathering: Gathering, entry: CourseEntry, given: Given, unit: str) -> Figure:
    value = float(given.quantity.value)
    return entered(gathering.source_of(given, entry.source), value, unit)
