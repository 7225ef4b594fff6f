"""The programme year by year: what began, what is in force, and what has been saved so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ...domain.programme import Course, Entry
from ...figure import Assumed, Figure, derive_over, formula, total
from ...language import N_
from .counting import Counted, countable, is_in_force
from .sums import Sum, sum_of


@formula("Σ saving of a year · years in force", N_("definition of an accumulated saving"))
def accumulated(*pairs: float) -> float:
    """What yearly savings come to over the years in which they are in force."""
    return sum([yearly * years for yearly, years in zip(pairs[::2], pairs[1::2], strict=True)], 0.0)


_IN_FORCE = N_("the years in which it is in force")


class YearSums(NamedTuple):
    """One year: what began in it, what is in force in it a year, and what has accumulated since
    the first year of the programme. `person_days` is the training of the year.

    `begun` is `own` and `totals`: those over several years that end in this one, from `since` on.
    """

    year: int
    begun: Sum
    own: Sum
    totals: Sum | None
    since: int
    in_force: Sum
    saved: Figure | None
    avoided: Figure | None
    person_days: Figure | None


def by_year(
    entries: Iterable[Entry], courses: Iterable[Course], until: int, currency: str
) -> tuple[YearSums, ...]:
    """Every year from the first in which something began."""
    parts = [one for one in countable(entries) if one.part.first <= until]
    training: dict[int, list[Course]] = {}
    for course in courses:
        training.setdefault(course.year, []).append(course)
    years = [*(one.part.first for one in parts), *(year for year in training if year <= until)]
    if not years:
        return ()
    return tuple(_year(parts, training, year, currency) for year in range(min(years), until + 1))


def _year(
    parts: Sequence[Counted], training: Mapping[int, list[Course]], year: int, currency: str
) -> YearSums:
    in_force = [one for one in parts if is_in_force(one.part, year)]
    courses = training.get(year, [])
    begun = [one for one in parts if one.part.first == year]
    totals = [one for one in begun if one.entry.is_cumulative]
    return YearSums(
        year=year,
        begun=sum_of(begun, currency),
        own=sum_of([one for one in begun if not one.entry.is_cumulative], currency),
        totals=sum_of(totals, currency) if totals else None,
        since=min((one.entry.years[0] for one in totals), default=year),
        in_force=sum_of(in_force, currency),
        saved=_accumulated(parts, year, currency, "saving"),
        avoided=_accumulated(parts, year, "tCO2e", "co2e"),
        person_days=total("person-day", [(one.name, one.person_days) for one in courses])
        if courses
        else None,
    )


def _accumulated(parts: Sequence[Counted], year: int, unit: str, key: str) -> Figure | None:
    """Each part's yearly figure times the years in which it has been in force until this one."""
    terms: list[tuple[str, Figure]] = []
    is_open = False
    for one in parts:
        if one.part.first > year:
            continue
        figure = one.part.saving if key == "saving" else one.part.impacts.get(key)
        if figure is None:
            is_open = True
            continue
        last = year if one.part.last is None else min(year, one.part.last)
        years = Figure(float(last - one.part.first + 1), "yr", Assumed(_IN_FORCE))
        terms += [(one.entry.key, figure), (f"{one.entry.key}: yr", years)]
        is_open = is_open or one.entry.is_cumulative
    if not terms:
        return None
    made = derive_over(accumulated, unit, terms)
    return made._replace(partial=made.partial or is_open)
