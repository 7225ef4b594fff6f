"""Loads sector_factors/ and looks values up. A file is read when something in it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from ..diagnostics import Diagnostic
from ..figure import Factor, Publication
from ..schema.factors import (
    Energy,
    Fuel,
    Grid,
    Gwp,
    GwpSet,
    ResourceType,
    Sector,
    Value,
)
from ..schema.factors import Source as SourceEntry
from ..schema.reading import validate
from ..source import Map, Text, read_document, read_source
from .values import factor_of

M = TypeVar("M", bound=BaseModel)


class LibraryError(Exception):
    """A file of the factor library can't be used; `diagnostics` say where and why."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        super().__init__("; ".join(f"{said.span}: {said.code.id}" for said in diagnostics))
        self.diagnostics = diagnostics


class GridChoice(NamedTuple):
    """A grid factor and the year it is of, which may be earlier than the one asked for."""

    factor: Factor
    year: int
    kind: str
    country: str


class Library:
    """The factors in one folder. Every look-up gives a frozen Factor in engine units, or None."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._read: dict[str, Any] = {}

    def fuel(self, id: str) -> Fuel:
        return self._file(f"fuels/{id}.yaml", Fuel)

    def fuel_factor(self, id: str, key: str) -> Factor | None:
        """A fuel's value such as `ncv` or `co2`."""
        value: Value | None = getattr(self.fuel(id), key)
        return None if value is None else self.factor(f"{id}.{key}", key, value)

    def dust_terms(self, id: str, firing: str | None) -> dict[str, Factor] | None:
        """The terms of a fuel's dust factor; those of its first firing where none is named."""
        dust = self.fuel(id).dust
        if firing is None:
            firing = next(iter(dust), None)
        terms = dust.get(Text(firing)) if firing else None
        if terms is None:
            return None
        return {
            name: self.factor(f"{id}.dust.{firing}.{name}", f"dust_{name}", value)
            for name in ("constant", "per_ash", "per_sulphur")
            if (value := getattr(terms, name)) is not None
        }

    def grid(self, country: str, year: int) -> GridChoice | None:
        """The default series' factor of `year`, or of the nearest year before it."""
        path = f"grids/{country}.yaml"
        if not (self.root / path).is_file():
            return None
        series = next(one for one in self._file(path, Grid).series if one.default == "true")
        years = [int(known) for known in series.years if int(known) <= year]
        if not years:
            return None
        used = max(years)
        value = series.years[Text(str(used))]
        key = f"grid_{series.gas.lower()}"
        factor = replace(self.factor(f"grid.{country}.{used}", key, value), year=used)
        return GridChoice(factor, used, str(series.kind), country)

    @cached_property
    def gwp_sets(self) -> Mapping[str, GwpSet]:
        return {str(name): one for name, one in self._gwp.sets.items()}

    @cached_property
    def default_gwp_set(self) -> str:
        return str(self._gwp.default)

    @cached_property
    def _gwp(self) -> Gwp:
        return self._file("gwp.yaml", Gwp)

    def gwp(self, set_name: str, gas: str) -> Factor:
        """The warming potential over 100 years of `ch4` or `n2o`, t CO2e per t."""
        entry = self.gwp_sets[set_name]
        factor = self.factor(f"gwp.{set_name}.{gas}", "gwp", getattr(entry, gas))
        return replace(factor, year=int(entry.year))

    def constant(self, name: str) -> Factor:
        """An energy equivalent of energy.yaml, such as `electricity_toe`."""
        value = self._file("energy.yaml", Energy).constants[Text(name)]
        return self.factor(f"energy.{name}", name, value)

    @cached_property
    def resources(self) -> Mapping[str, ResourceType]:
        return self._mapping("resources.yaml", ResourceType)

    def sector_ids(self) -> list[str]:
        return sorted(path.stem for path in (self.root / "sectors").glob("*.yaml"))

    def sector(self, id: str) -> Sector:
        return self._file(f"sectors/{id}.yaml", Sector)

    def factor(self, id: str, key: str, value: Value) -> Factor:
        """A library value as a Factor in the engine's unit for such values."""
        entry = self._mapping("sources.yaml", SourceEntry)[str(value.source)]
        publication = Publication(
            id=str(value.source),
            title=entry.title,
            publisher=entry.publisher,
            year=int(entry.year) if entry.year else None,
            link=entry.link,
        )
        return factor_of(id, key, value, publication)

    def _file(self, path: str, model: type[M]) -> M:
        if path not in self._read:
            self._read[path] = _checked(model, self._document(path))
        read: M = self._read[path]
        return read

    def _mapping(self, path: str, model: type[M]) -> Mapping[str, M]:
        """A file that maps ids to values of one model; each is validated when it is asked for."""
        if path not in self._read:
            self._read[path] = _LazyModels(self._document(path), model)
        read: Mapping[str, M] = self._read[path]
        return read

    def _document(self, path: str) -> Map:
        source, found = read_source(self.root / path, f"sector_factors/{path}")
        document = None
        if source is not None:
            document, found = read_document(source)
        if document is None or found:
            raise LibraryError(found)
        return document


class _LazyModels(Mapping[str, M]):
    """Validated entries of a mapping, each made once and on demand."""

    def __init__(self, document: Map, model: type[M]) -> None:
        self._document = document
        self._model = model
        self._made: dict[str, M] = {}

    def __getitem__(self, key: str) -> M:
        if key not in self._made:
            entry = self._document[Text(key)]
            if not isinstance(entry, Map):
                raise LibraryError([])
            self._made[key] = _checked(self._model, entry)
        return self._made[key]

    def __iter__(self) -> Any:
        return (str(key) for key in self._document)

    def __len__(self) -> int:
        return len(self._document)


def _checked(model: type[M], document: Map) -> M:
    made, found = validate(model, document, {"style": "plain"})
    if made is None:
        raise LibraryError(found)
    return made


@lru_cache
def default_library() -> Library:
    """The library that ships with the program: inside the package, or beside it in a checkout."""
    shipped = Path(str(files("cpaudit"))) / "sector_factors"
    if shipped.is_dir():
        return Library(shipped)
    return Library(Path(__file__).resolve().parents[3] / "sector_factors")
