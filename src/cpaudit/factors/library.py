"""Looks values of sector_factors/ up: each is a frozen Factor in engine units, or None."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from ..diagnostics.codes import factors as codes
from ..figure import Factor, FromFactor, Publication
from ..schema.series import completed_in
from ..source import Map
from .choice import Candidate, chosen
from .described import ResourceType, publication_of, resource_type_of
from .files import LibraryError, LibraryFiles, maps, names, part, text, texts
from .memory import remembered
from .values import factor_of

# values that the law of one country gives; elsewhere they mean nothing
LEGAL = frozenset({"toe", "toe_volume", "energy_electricity_toe"})


class GridChoice(NamedTuple):
    """A grid factor and the year it is of, which may be earlier than the one asked for."""

    factor: Factor
    year: int
    kind: str
    country: str


class Library:
    """The factors in one folder, each looked up when it is asked for.

    `own` is a folder with the same layout that may hold only what differs: it goes before `root`.
    """

    def __init__(self, root: Path, own: Path | None = None) -> None:
        self.files = LibraryFiles(root, own)
        self.memory: dict[tuple[Any, ...], Any] = {}

    @remembered
    def fuel_factor(self, fuel: str, key: str, country: str = "") -> FromFactor | None:
        """A fuel's value such as `ncv` or `co2` for a country, and why this one of several."""
        id = f"{fuel}.{key}"
        return self.choice(variant_ids(id, maps(self.fuel(fuel), key)), key, country)

    def choice(
        self, variants: Sequence[tuple[str, Map]], key: str, country: str
    ) -> FromFactor | None:
        """The value of several, by id, that is the nearest for a country; None without any."""
        candidates = [self._candidate(entry) for _, entry in variants]
        found = chosen(candidates, country, self.regions, key in LEGAL)
        if found is None:
            return None
        id = next(id for id, entry in variants if entry is found.entry)
        return FromFactor(self.factor(id, key, found.entry), found.reason)

    def _candidate(self, entry: Map) -> Candidate:
        is_ipcc = self._publication(entry).id.startswith("ipcc")
        return Candidate(entry, self.region_of(entry), is_ipcc)

    def region_of(self, entry: Map) -> str | None:
        """The country or region that a value is of, its own or its source's; None: everywhere."""
        return text(entry, "region") or self._publication(entry).region

    @cached_property
    def regions(self) -> Mapping[str, Sequence[str]]:
        """The countries of each region, by the region's id."""
        document = self.files.document("regions.yaml")
        return {str(id): texts(part(document, id), "countries") for id in document}

    def fuel(self, fuel: str) -> Map:
        """The document of a fuel."""
        return self.files.document(f"fuels/{fuel}.yaml")

    @remembered
    def fuel_names(self, fuel: str) -> Mapping[str, str]:
        return names(self.fuel(fuel))

    @remembered
    def is_biogenic(self, fuel: str) -> bool:
        return text(self.fuel(fuel), "biogenic") == "true"

    @remembered
    def family_of(self, fuel: str) -> str | None:
        """The group of fuels that charges count this one in; None where it is in none."""
        return text(self.fuel(fuel), "family")

    @remembered
    def firings(self, fuel: str) -> list[str]:
        """The kinds of firing that a dust factor is known for; the first is the usual one."""
        document = self.fuel(fuel)
        return list(map(str, part(document, "dust"))) if "dust" in document else []

    @remembered
    def dust_terms(self, fuel: str, firing: str) -> dict[str, Factor]:
        """The terms of a fuel's dust factor for a kind of firing."""
        terms = part(self.fuel(fuel), "dust", firing)
        return {
            str(name): self.factor(
                f"{fuel}.dust.{firing}.{name}", f"dust_{name}", part(terms, name)
            )
            for name in terms
        }

    @remembered
    def grid(self, country: str, year: int, series: str | None = None) -> GridChoice | None:
        """The factor of `year`, or of the nearest year before it; of the default series if none
        is named."""
        found = self.grid_series(country, series)
        if found is None:
            return None
        years = part(found, "years")
        used = max((int(known) for known in years if int(known) <= year), default=None)
        if used is None:
            return None
        key = f"grid_{(text(found, 'gas') or '').lower()}"
        factor = self.factor(grid_id(country, found, used), key, part(years, str(used)))
        kind = text(found, "kind") or ""
        return GridChoice(factor._replace(year=used, basis=kind), used, kind, country)

    @remembered
    def grid_series(self, country: str, series: str | None = None) -> Map | None:
        """A series of a country's grid, the default one if none is named; None without any."""
        path = f"grids/{country}.yaml"
        if not self.files.has(path):
            return None
        document = self.files.document(path)
        every = [completed_in(one, "years") for one in maps(document, "series")]
        wanted = [
            one
            for one in every
            if isinstance(one, Map)
            and (text(one, "id") == series if series else text(one, "default") == "true")
        ]
        if not wanted and series is None:
            said = codes.NO_DEFAULT_SERIES.at(document.key_span("series"), id=country)
            raise LibraryError(path, [said])
        return wanted[0] if wanted else None

    @cached_property
    def gwp_sets(self) -> list[str]:
        return list(map(str, part(self.files.document("gwp.yaml"), "sets")))

    @cached_property
    def default_gwp_set(self) -> str:
        return text(self.files.document("gwp.yaml"), "default") or self.gwp_sets[0]

    @remembered
    def gwp(self, set_name: str, gas: str) -> Factor:
        """The warming potential over 100 years of `ch4` or `n2o`, t CO2e per t."""
        entry = part(self.files.document("gwp.yaml"), "sets", set_name)
        factor = self.factor(f"gwp.{set_name}.{gas}", "gwp", part(entry, gas))
        year = text(entry, "year")
        return factor._replace(year=int(year) if year else None)

    @remembered
    def constant(self, name: str) -> Factor:
        """An energy equivalent of energy.yaml, such as `electricity`."""
        entry = part(self.files.document("energy.yaml"), "constants", name)
        return self.factor(f"energy.{name}", f"energy_{name}", entry)

    @remembered
    def electricity_toe(self, country: str) -> FromFactor | None:
        """TOE per MWh: by the country's official table, otherwise the energy in it."""
        constants = part(self.files.document("energy.yaml"), "constants")
        every = [
            (f"energy.{name}", part(constants, name))
            for name in ("electricity_toe", "electricity_toe_final")
        ]
        return self.choice(every, "energy_electricity_toe", country)

    @cached_property
    def resources(self) -> Mapping[str, ResourceType]:
        """Every type of resource by id."""
        document = self.files.document("resources.yaml")
        return {str(id): resource_type_of(part(document, id)) for id in document}

    @remembered
    def sector_ids(self) -> list[str]:
        return self.files.ids("sectors")

    def factor(self, id: str, key: str, entry: Map, unit: str | None = None) -> Factor:
        """A value of the library as a Factor in the engine's unit for such values, or in `unit`.

        Raises LibraryError, with the place, where it is not a value of that kind.
        """
        factor = factor_of(id, key, entry, self._publication(entry), unit)
        return factor._replace(own=entry.span.source.name) if self.files.is_own(entry) else factor

    def _publication(self, entry: Map) -> Publication:
        id = text(entry, "source") or ""
        document = self.files.document("sources.yaml")
        if id not in document:
            said = codes.UNKNOWN_SOURCE.at(entry.key_span("source"), id="", text=id)
            raise LibraryError("sources.yaml", [said])
        return self._publication_of(id)

    @remembered
    def _publication_of(self, id: str) -> Publication:
        return publication_of(id, part(self.files.document("sources.yaml"), id))


def variant_ids(id: str, variants: Sequence[Map]) -> list[tuple[str, Map]]:
    """Each of several values under one key with an id of its own: by region where there is one."""
    if len(variants) == 1:
        return [(id, variants[0])]
    return [
        (f"{id}.{text(one, 'region') or text(one, 'source') or number}", one)
        for number, one in enumerate(variants, 1)
    ]


def grid_id(country: str, series: Map, year: int | str) -> str:
    """The id of a grid factor; the default series of a country needs no name."""
    name = "" if text(series, "default") == "true" else f"{text(series, 'id')}."
    return f"grid.{country}.{name}{year}"
