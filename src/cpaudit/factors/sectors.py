"""A sector's products, and the benchmarks and norms of each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ..figure import Factor
from ..source import Map
from ..units import Quantity
from .dates import holds_on, last_before
from .files import maps, names, part, text
from .library import Library
from .memory import remembered
from .values import size_of

# the unit of a plant's use that a benchmark divides by the product's unit
SUBJECT_UNITS = {
    "energy": "GJ",
    "heat": "GJ",
    "electricity": "MWh",
    "water": "m3",
    "wastewater": "m3",
    "firewood": "t",
    "steam": "t",
    "co2e": "tCO2e",
}


class BenchmarkEntry(NamedTuple):
    """A benchmark as the library has it, in the subject's unit per unit of product.

    `least` and `below` bound the yearly output of the plants it is for, as written; `expired` is
    set on a norm that is no longer in force and that no later one is known to follow.
    """

    factor: Factor
    of: str
    level: str
    names: Mapping[str, str]
    least: Quantity | None = None
    below: Quantity | None = None
    expired: bool = False


class SectorProduct(NamedTuple):
    """A usual product of a sector and the unit it is counted in."""

    names: Mapping[str, str]
    unit: str
    has_benchmarks: bool


class SectorEntry(NamedTuple):
    """A sector and its usual products by id."""

    names: Mapping[str, str]
    products: Mapping[str, SectorProduct]


@remembered
def sector_of(library: Library, id: str) -> SectorEntry:
    """A sector; raises LibraryError where there is none."""
    document = library.files.document(f"sectors/{id}.yaml")
    products = {
        text(one, "id") or "": SectorProduct(
            names(one), text(one, "unit") or "", bool(maps(one, "benchmarks"))
        )
        for one in maps(document, "products")
    }
    return SectorEntry(names(document), products)


@remembered
def benchmarks_of(
    library: Library, sector: str, product: str, country: str, day: date
) -> list[BenchmarkEntry]:
    """Every benchmark of a product, and the norms of a country that were in force on a day.

    Where all norms of a subject had ended by then, the last ones are returned as expired.
    """
    row = _product(library, sector, product)
    wider = _product(library, sector, text(row, "like") or "")
    practice = [*_practice(row), *_practice(wider)]
    norms = _norms_of(library, row, country)
    found = [benchmark_entry(library, sector, row, one) for one in practice]
    for of in dict.fromkeys(text(one, "of") for one in norms):
        found += _norms(library, sector, row, [one for one in norms if text(one, "of") == of], day)
    return found


@remembered
def first_norm(library: Library, sector: str, product: str, country: str) -> str | None:
    """The first day of the earliest norm of a product in a country; None where it has none."""
    norms = _norms_of(library, _product(library, sector, product), country)
    return min((text(one, "from") or "" for one in norms), default=None)


def _product(library: Library, sector: str, product: str) -> Map:
    """A product of a sector as it is written; an empty mapping where there is none."""
    document = library.files.document(f"sectors/{sector}.yaml")
    return next((one for one in maps(document, "products") if text(one, "id") == product), Map())


def _practice(product: Map) -> list[Map]:
    """The benchmarks of a product that are no law."""
    return [one for one in maps(product, "benchmarks") if text(one, "level") != "norm"]


@remembered
def narrower_with_norms(library: Library, sector: str, product: str, country: str) -> list[str]:
    """Narrower products that a country has norms for, where this one has none of its own."""
    document = library.files.document(f"sectors/{sector}.yaml")
    return [
        text(one, "id") or ""
        for one in maps(document, "products")
        if text(one, "like") == product and _norms_of(library, one, country)
    ]


def _norms_of(library: Library, product: Map, country: str) -> list[Map]:
    """The norms of a product that are law in a country."""
    return [
        one
        for one in maps(product, "benchmarks")
        if text(one, "level") == "norm" and library.region_of(one) in {None, country}
    ]


def _norms(
    library: Library, sector: str, product: Map, norms: list[Map], day: date
) -> list[BenchmarkEntry]:
    """Those in force; without any the last that ended before."""
    valid = [one for one in norms if holds_on(one, day)]
    if valid:
        return [benchmark_entry(library, sector, product, one) for one in valid]
    last = last_before(norms, day)
    if last is None:
        return []
    ended = [one for one in norms if text(one, "to") == text(last, "to")]
    return [benchmark_entry(library, sector, product, one)._replace(expired=True) for one in ended]


def benchmark_entry(library: Library, sector: str, product: Map, entry: Map) -> BenchmarkEntry:
    """A benchmark of a product. Raises LibraryError where it can't be used."""
    of = text(entry, "of") or ""
    unit = f"{SUBJECT_UNITS[of]}/{text(product, 'unit')}"
    id = f"{sector}.{text(entry, 'id')}"
    factor = library.factor(id, "benchmark", entry, unit)
    capacity = part(entry, "capacity") if "capacity" in entry else Map()
    per = text(product, "unit") or ""
    least, below = (size_of(id, capacity, key, per) for key in ("at_least", "below"))
    return BenchmarkEntry(
        factor, of, text(entry, "level") or "", names(entry), least=least, below=below
    )
