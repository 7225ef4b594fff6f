"""Roll a programme up until a year."""

from __future__ import annotations

from ...domain.programme import Programme
from .counting import counting_until
from .groups import grouped, provinces_in
from .projects import projects_of
from .remarks import remarks_on
from .reported import compared_in, said_of_reported
from .results import Rollup
from .training import training_of
from .years import by_year


def roll_up(programme: Programme, year: int | None = None, until: int | None = None) -> Rollup:
    """Every table of a programme. `year` is that of projects and training, by default the
    programme's; sums go `until` a year, by default the same one."""
    year = programme.year if year is None else year
    until = year if until is None else until
    entries, currency = programme.entries, programme.currency
    counting = counting_until(entries, until)
    parts = counting.counted
    compared = compared_in(entries)
    # where all has ended, the years are still those in which it was
    firsts = [min(one.entry.years[0], one.part.first) for one in parts or counting.ended]
    remarks = remarks_on(entries, counting, year, until, currency)
    return Rollup(
        programme=programme,
        year=year,
        until=until,
        first=min(firsts, default=until),
        sectors=grouped(parts, lambda entry: entry.sector, programme.sectors, currency),
        provinces=grouped(parts, lambda entry: entry.province, provinces_in(parts), currency),
        services=grouped(parts, lambda entry: entry.service, programme.services, currency),
        years=by_year(entries, programme.courses, until, currency),
        projects=projects_of(entries, year, currency),
        training=training_of(programme.courses, year, until),
        compared=compared,
        diagnostics=(*programme.diagnostics, *remarks, *said_of_reported(compared)),
    )
