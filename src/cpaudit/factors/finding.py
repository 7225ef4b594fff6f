"""Values of the library by country, kind, year and name."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..figure import Factor
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
    return [
        one
        for one in entries
        if (country is None or (one.factor.region or "").casefold() == country.casefold())
        and (kind is None or kind.casefold() in {one.group.casefold(), one.kind.casefold()})
        and (year is None or _is_of(one, year))
        and not (unconfirmed and one.factor.confirmed)
    ]


def _is_of(entry: Entry, year: int) -> bool:
    """Whether an entry of a yearly series is of a year, or a dated one valid in it.

    What has no date, such as a calorific value, is valid in every year.
    """
    factor = entry.factor
    if entry.group in {"grid", "exchange"}:
        return factor.year == year
    return _valid_in(factor, year)


def _valid_in(factor: Factor, year: int) -> bool:
    starts = factor.start is None or first_day(factor.start) <= date(year, 12, 31)
    return starts and (factor.end is None or last_day(factor.end) >= date(year, 1, 1))


def below(entries: Iterable[Entry], id: str) -> list[Entry]:
    """The entries whose ids go on from a shorter name, such as those of one fuel."""
    return [one for one in entries if one.factor.id.startswith(f"{id}.") or one.series == id]


def history_of(entries: Iterable[Entry], entry: Entry) -> list[Entry]:
    """The same thing at other times, itself included, from the earliest to the latest."""
    same = [one for one in entries if one.series == entry.series]
    return sorted(same, key=lambda one: (one.factor.start or "", one.factor.year or 0))
