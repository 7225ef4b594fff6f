"""Values of the library by country, kind, year and name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from .catalogue import Entry
from .dates import first_day, last_day


def wanted(
    entries: Iterable[Entry],
    country: str | None = None,
    kind: str | None = None,
    year: int | None = None,
    unconfirmed: bool = False,
) -> list[Entry]:
    """The entries of a country or region, of a group or kind, of a year; all of them without."""
    every = list(entries)
    starts = _starts(every)
    return [
        one
        for one in every
        if (country is None or (one.factor.region or "").casefold() == country.casefold())
        and (kind is None or kind.casefold() in {one.group.casefold(), one.kind.casefold()})
        and (year is None or _is_of(one, year, starts))
        and not (unconfirmed and one.factor.confirmed)
    ]


def _starts(entries: Iterable[Entry]) -> dict[str, list[date]]:
    """The days on which the entries of each series come into force."""
    found: dict[str, list[date]] = {}
    for one in entries:
        if one.factor.start is not None:
            found.setdefault(one.series, []).append(first_day(one.factor.start))
    return found


def _is_of(entry: Entry, year: int, starts: Mapping[str, list[date]]) -> bool:
    """Whether an entry of a yearly series is of a year, or a dated one valid in it.

    One without an end holds until the next of its series comes into force. What has no date, such
    as a calorific value, is valid in every year.
    """
    factor = entry.factor
    if entry.group in {"grid", "exchange"}:
        return factor.year == year
    new_year, new_years_eve = date(year, 1, 1), date(year, 12, 31)
    start = first_day(factor.start) if factor.start is not None else date.min
    later = (one for one in starts.get(entry.series, ()) if one > start)
    next_start = min(later, default=date.max)
    end = last_day(factor.end) if factor.end is not None else date.max
    return start <= new_years_eve and end >= new_year and next_start > new_year


def below(entries: Iterable[Entry], id: str) -> list[Entry]:
    """The entries whose ids go on from a shorter name, such as those of one fuel."""
    return [one for one in entries if one.factor.id.startswith(f"{id}.") or one.series == id]


def history_of(entries: Iterable[Entry], entry: Entry) -> list[Entry]:
    """The same thing at other times, itself included, from the earliest to the latest."""
    same = [one for one in entries if one.series == entry.series]
    return sorted(same, key=lambda one: (one.factor.start or "", one.factor.year or 0))
