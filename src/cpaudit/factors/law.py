"""Charges by decree and date, thresholds and duties, of one country."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from ..figure import Factor
from ..schema.series import completed_in
from ..source import Map
from .dates import first_day, in_force, last_before
from .files import maps, names, part, text
from .library import Library
from .memory import remembered
from .values import size_of

# rates by these are per unit of the impact of that name; any other base is a fuel
SUBSTANCES = (
    "wastewater",
    "COD",
    "BOD",
    "TSS",
    "Hg",
    "Pb",
    "As",
    "Cd",
    "dust",
    "so2",
    "nox",
    "co",
    "co2e",
)


class ClassEntry(NamedTuple):
    """What plants of one size pay: `least` is m3 of wastewater a day, None for every plant."""

    least: float | None
    fixed: Factor | None
    rates: Mapping[str, Factor]


class ChargeEntry(NamedTuple):
    """A charge as the law in force has it; the rates of a fuel are per t or per m3 of it."""

    id: str
    names: Mapping[str, str]
    start: str
    end: str | None
    note: Mapping[str, str]
    in_prices: bool
    classes: tuple[ClassEntry, ...]
    power_factor: Factor | None


class ThresholdEntry(NamedTuple):
    """A limit of one impact a year and the duties of those who reach it."""

    id: str
    names: Mapping[str, str]
    of: str
    limit: Factor
    duty: Mapping[str, str]
    start: str
    end: str | None


def charge_of(library: Library, id: str, day: date) -> ChargeEntry | None:
    """A charge as it was in force on a day; None where no law of it was, or none is known."""
    document = library.files.document(f"charges/{id}.yaml")
    version = in_force(maps(document, "versions"), day)
    return None if version is None else charge_version(library, document, version)


def first_law(library: Library, id: str) -> str:
    """The day from which a charge is known at all."""
    document = library.files.document(f"charges/{id}.yaml")
    return min(text(one, "from") or "" for one in maps(document, "versions"))


def changes_within(library: Library, id: str, first: date, last: date) -> list[str]:
    """The days inside a period on which another version of a charge begins."""
    versions = maps(library.files.document(f"charges/{id}.yaml"), "versions")
    starts = (text(one, "from") or "" for one in versions)
    return [start for start in starts if first < first_day(start) <= last]


def last_end(library: Library, id: str, day: date) -> str | None:
    """The day on which the last law of a charge ended before a day; None where none had."""
    document = library.files.document(f"charges/{id}.yaml")
    last = last_before(maps(document, "versions"), day)
    return text(last, "to") if last is not None else None


def charge_version(library: Library, document: Map, written: Map) -> ChargeEntry:
    """One version of a charge. Raises LibraryError where a value of it can't be used."""
    version = completed_in(written, "fixed", "rates", "power_factor")
    assert isinstance(version, Map)
    start = text(version, "from") or ""
    id = f"charge.{text(document, 'id')}"
    classes = tuple(
        _class(library, f"{id}.{start}", one, number, len(maps(version, "classes")))
        for number, one in enumerate(maps(version, "classes"), 1)
    )
    power_factor = None
    if "power_factor" in version:
        entry = part(version, "power_factor")
        power_factor = library.factor(f"{id}.{start}.power_factor", "power_factor", entry)
    return ChargeEntry(
        id=text(document, "id") or "",
        names=names(document),
        start=start,
        end=text(version, "to"),
        note=names(version, "note"),
        in_prices=text(document, "in_prices") == "true",
        classes=classes,
        power_factor=power_factor,
    )


def _class(library: Library, id: str, entry: Map, number: int, count: int) -> ClassEntry:
    """A class of plants; its values are numbered where there are several classes."""
    prefix = f"{id}.{number}" if count > 1 else id
    flow = size_of(prefix, entry, "at_least", "m3/day")
    least = flow.to("m3/day") if flow is not None else None
    fixed = None
    if "fixed" in entry:
        fixed = library.factor(f"{prefix}.fixed", "charge_fixed", part(entry, "fixed"))
    rates = part(entry, "rates") if "rates" in entry else Map()
    return ClassEntry(
        least,
        fixed,
        {
            str(base): library.factor(f"{prefix}.{base}", f"charge_{base}", part(rates, base))
            for base in rates
        },
    )


@remembered
def thresholds_of(library: Library, country: str, day: date) -> list[ThresholdEntry]:
    """The thresholds in force in a country on a day; none where its law is not known."""
    path = f"laws/{country}.yaml"
    if not library.files.has(path):
        return []
    found = []
    for entry in maps(library.files.document(path), "thresholds"):
        version = in_force(maps(entry, "versions"), day)
        if version is not None:
            found.append(threshold_version(library, country, entry, version))
    return found


def threshold_version(library: Library, country: str, entry: Map, version: Map) -> ThresholdEntry:
    """One version of a threshold. Raises LibraryError where its limit can't be used."""
    of, id, start = text(entry, "of") or "", text(entry, "id") or "", text(version, "from") or ""
    limit = part(version, "limit")
    return ThresholdEntry(
        id=id,
        names=names(entry),
        of=of,
        limit=library.factor(f"law.{country}.{id}.{start}", f"threshold_{of}", limit),
        duty=names(version, "duty"),
        start=start,
        end=text(version, "to"),
    )
