"""Exchange rates by year, and the tariffs and prices that the library keeps to look up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..figure import Factor
from ..schema.series import completed_in
from ..source import Map
from .files import maps, part, text
from .library import Library


class RateEntry(NamedTuple):
    """Units of `currency` for one unit of `per`, the average of a year."""

    factor: Factor
    currency: str
    per: str
    year: int


def exchange_rate(library: Library, currency: str, per: str, year: int) -> RateEntry | None:
    """The rate of a year between two currencies, as it is published; None where none is known."""
    path = f"exchange_rates/{currency}.yaml"
    if not library.files.has(path):
        return None
    document = library.files.document(path)
    if text(document, "per") != per:
        return None
    found = [one for one in exchange_rates(library, document) if one.year == year]
    return found[0] if found else None


def exchange_rates(library: Library, document: Map) -> Iterator[RateEntry]:
    """Every rate of a file of exchange rates."""
    whole = completed_in(document, "years")
    assert isinstance(whole, Map)
    currency, per = text(whole, "currency") or "", text(whole, "per") or ""
    years = part(whole, "years")
    for year in years:
        id = f"exchange.{currency}-{per}.{year}"
        factor = library.factor(id, "exchange", part(years, year), f"{currency}/{per}")
        yield RateEntry(factor._replace(year=int(year)), currency, per, int(year))


def tariff_factors(library: Library, document: Map) -> Iterator[Factor]:
    """Every price of a tariff, by class of customer, time of day and date."""
    id = f"tariff.{text(document, 'country')}.{text(document, 'resource')}"
    for written in maps(document, "versions"):
        version = completed_in(written, "average", "classes")
        assert isinstance(version, Map)
        start = text(version, "from") or ""
        rows = {f"{id}.average": part(version, "average")}
        classes = part(version, "classes") if "classes" in version else Map()
        for name in classes:
            for time in part(classes, name):
                rows[f"{id}.{name}.{time}"] = part(classes, name, time)
        for row, entry in rows.items():
            yield library.factor(f"{row}.{start}", "tariff", entry)._replace(start=start)


def price_factors(library: Library, document: Map) -> Iterator[Factor]:
    """Every price of a country's file of prices."""
    prices = part(document, "prices")
    for id in prices:
        name = f"price.{text(document, 'country')}.{id}"
        yield library.factor(name, "price", part(prices, id))
