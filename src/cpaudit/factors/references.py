"""Prices of the library that are kept to compare with, by resource, country and time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import groupby

from ..figure import Factor
from .dates import first_day
from .files import part, text
from .library import Library
from .money import price_factors, tariff_factors


def reference_prices(
    library: Library, country: str, resources: Collection[str], day: date, most_years: int
) -> list[Factor]:
    """The prices of a resource nearest to a day, at most so many years away; a tariff in force on
    the day is not away at all. `resources` are the ids that the resource goes by."""
    found = _tariffs(library, country, resources, day)
    found += _prices(library, country, resources, day)
    nearest = min((years for years, _ in found), default=most_years + 1)
    return [factor for years, factor in found if years == nearest <= most_years]


def _prices(
    library: Library, country: str, resources: Collection[str], day: date
) -> list[tuple[int, Factor]]:
    """Each price of the country, and how many years lie between it and the day."""
    if not library.files.has(f"prices/{country}.yaml"):
        return []
    document = library.files.document(f"prices/{country}.yaml")
    rows = part(document, "prices")
    dated = []
    for factor in price_factors(library, document):
        row = part(rows, factor.id.rpartition(".")[2])
        year = first_day(factor.start).year if factor.start else factor.year
        if text(row, "of") in resources and year is not None:
            dated.append((abs(year - day.year), factor))
    return dated


def _tariffs(
    library: Library, country: str, resources: Collection[str], day: date
) -> list[tuple[int, Factor]]:
    """The prices of the tariff in force on the day; of the first one for a day before it."""
    found = []
    for name in library.files.ids("tariffs"):
        document = library.files.document(f"tariffs/{name}.yaml")
        if text(document, "country") != country or text(document, "resource") not in resources:
            continue
        every = sorted(tariff_factors(library, document), key=lambda one: one.start or "")
        versions = [list(group) for _, group in groupby(every, key=lambda one: one.start or "")]
        starts = [first_day(version[0].start or "") for version in versions]
        number = max((i for i, start in enumerate(starts) if start <= day), default=0)
        # what holds until a later version is known to hold; the last one may have ended
        is_known = starts[number] <= day and number + 1 < len(starts)
        years = 0 if is_known else abs(starts[number].year - day.year)
        found += [(years, factor) for factor in versions[number]]
    return found
