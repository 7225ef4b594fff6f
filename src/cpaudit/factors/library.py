"""Looks values of sector_factors/ up: each is a frozen Factor in engine units, or None."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from ..figure import Factor, Publication
from ..source import Map
from .files import LibraryFiles, maps, part, text, texts
from .values import factor_of


class GridChoice(NamedTuple):
    """A grid factor and the year it is of, which may be earlier than the one asked for."""

    factor: Factor
    year: int
    kind: str
    country: str


class ResourceType(NamedTuple):
    """A resource that a plant may use; `fuels` are the kinds it may be of."""

    names: Mapping[str, str]
    unit: str
    fuels: tuple[str, ...]
    default: str | None


class SectorProduct(NamedTuple):
    """A usual product of a sector and the unit it is counted in."""

    names: Mapping[str, str]
    unit: str


class SectorEntry(NamedTuple):
    """A sector and its usual products by id."""

    names: Mapping[str, str]
    products: Mapping[str, SectorProduct]


class Library:
    """The factors in one folder, each looked up when it is asked for."""

    def __init__(self, root: Path) -> None:
        self.files = LibraryFiles(root)
        self._factors: dict[str, Factor | None] = {}

    def fuel_factor(self, fuel: str, key: str) -> Factor | None:
        """A fuel's value such as `ncv` or `co2`."""
        id = f"{fuel}.{key}"
        if id not in self._factors:
            document = self._fuel(fuel)
            known = key in document
            self._factors[id] = self.factor(id, key, part(document, key)) if known else None
        return self._factors[id]

    def fuel_names(self, fuel: str) -> Mapping[str, str]:
        return _names(self._fuel(fuel))

    def is_biogenic(self, fuel: str) -> bool:
        return text(self._fuel(fuel), "biogenic") == "true"

    def firings(self, fuel: str) -> list[str]:
        """The kinds of firing that a dust factor is known for; the first is the usual one."""
        document = self._fuel(fuel)
        return list(map(str, part(document, "dust"))) if "dust" in document else []

    def dust_terms(self, fuel: str, firing: str) -> dict[str, Factor]:
        """The terms of a fuel's dust factor for a kind of firing."""
        terms = part(self._fuel(fuel), "dust", firing)
        return {
            str(name): self.factor(
                f"{fuel}.dust.{firing}.{name}", f"dust_{name}", part(terms, name)
            )
            for name in terms
        }

    def grid(self, country: str, year: int) -> GridChoice | None:
        """The default series' factor of `year`, or of the nearest year before it."""
        path = f"grids/{country}.yaml"
        if not self.files.has(path):
            return None
        every = maps(self.files.document(path), "series")
        series = next(one for one in every if text(one, "default") == "true")
        years = part(series, "years")
        used = max((int(known) for known in years if int(known) <= year), default=None)
        if used is None:
            return None
        key = f"grid_{(text(series, 'gas') or '').lower()}"
        factor = self.factor(f"grid.{country}.{used}", key, part(years, str(used)))
        kind = text(series, "kind") or ""
        return GridChoice(factor._replace(year=used, basis=kind), used, kind, country)

    @property
    def gwp_sets(self) -> list[str]:
        return list(map(str, part(self.files.document("gwp.yaml"), "sets")))

    @property
    def default_gwp_set(self) -> str:
        return text(self.files.document("gwp.yaml"), "default") or self.gwp_sets[0]

    def gwp(self, set_name: str, gas: str) -> Factor:
        """The warming potential over 100 years of `ch4` or `n2o`, t CO2e per t."""
        entry = part(self.files.document("gwp.yaml"), "sets", set_name)
        factor = self.factor(f"gwp.{set_name}.{gas}", "gwp", part(entry, gas))
        year = text(entry, "year")
        return factor._replace(year=int(year) if year else None)

    def constant(self, name: str) -> Factor:
        """An energy equivalent of energy.yaml, such as `electricity_toe`."""
        entry = part(self.files.document("energy.yaml"), "constants", name)
        return self.factor(f"energy.{name}", f"energy_{name}", entry)

    @cached_property
    def resources(self) -> Mapping[str, ResourceType]:
        """Every type of resource by id."""
        document = self.files.document("resources.yaml")
        return {str(id): _resource_type(part(document, id)) for id in document}

    def sector_ids(self) -> list[str]:
        return self.files.ids("sectors")

    def sector(self, id: str) -> SectorEntry:
        document = self.files.document(f"sectors/{id}.yaml")
        rows = maps(document, "products")
        products = {
            text(one, "id") or "": SectorProduct(_names(one), text(one, "unit") or "")
            for one in rows
        }
        return SectorEntry(_names(document), products)

    def factor(self, id: str, key: str, entry: Map) -> Factor:
        """A value of the library as a Factor in the engine's unit for such values."""
        return factor_of(id, key, entry, self._publication(text(entry, "source") or ""))

    def _fuel(self, fuel: str) -> Map:
        return self.files.document(f"fuels/{fuel}.yaml")

    def _publication(self, id: str) -> Publication:
        entry = part(self.files.document("sources.yaml"), id)
        year = text(entry, "year")
        return Publication(
            id=id,
            title=text(entry, "title") or id,
            publisher=text(entry, "publisher"),
            year=int(year) if year else None,
            link=text(entry, "link"),
        )


def _names(document: Map) -> dict[str, str]:
    return {str(code): str(name) for code, name in part(document, "name").items()}


def _resource_type(entry: Map) -> ResourceType:
    fuels = tuple(texts(entry, "fuels"))
    return ResourceType(_names(entry), text(entry, "unit") or "", fuels, text(entry, "default"))


@lru_cache
def default_library() -> Library:
    """The library that ships with the program: inside the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "sector_factors"
    return Library(shipped if shipped.is_dir() else package.parents[1] / "sector_factors")
