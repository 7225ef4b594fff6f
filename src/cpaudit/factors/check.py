"""The proof of a whole library: the shape of every file, then every value as it is used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from ..diagnostics import Diagnostic, Mistake
from ..diagnostics.codes import factors as codes
from ..schema.audit import Model
from ..schema.factors import Energy, Fuel, Grid, Gwp, ResourceType, Sector, Source
from ..schema.period import FIRST_YEAR, LAST_YEAR
from ..schema.reading import validate
from ..source import Map, read_document, read_source
from .files import LibraryError
from .library import Library

Models = dict[str, type[Model]]
_MAPPINGS: Models = {"sources.yaml": Source, "resources.yaml": ResourceType}
_FILES: Models = {"gwp.yaml": Gwp, "energy.yaml": Energy}
_FOLDERS: Models = {"fuels": Fuel, "grids": Grid, "sectors": Sector}


def check_library(root: Path) -> list[Diagnostic]:
    """Every mistake of shape in a library folder; where there is none, every value that fails."""
    return _shape(root) or _values(Library(root))


def _shape(root: Path) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for name, model in _MAPPINGS.items():
        for key, entry in (_document(root / name, found) or {}).items():
            if isinstance(entry, Map):
                found += validate(model, entry, {"style": "plain"})[1]
            else:
                found.append(codes.UNUSABLE.at(key.span, id=key, reason="–"))
    paths = [(root / name, model) for name, model in _FILES.items()]
    for folder, model in _FOLDERS.items():
        paths += [(path, model) for path in sorted((root / folder).glob("*.yaml"))]
    for path, model in paths:
        document = _document(path, found)
        if document is not None:
            found += validate(model, document, {"style": "plain"})[1]
    return found


_FAILURES = (LibraryError, LookupError, Mistake, StopIteration, ValueError, ArithmeticError)


def _values(library: Library) -> list[Diagnostic]:
    found = []
    for id, use in _uses(library):
        try:
            use()
        except _FAILURES as why:
            reason = f"{type(why).__name__}: {why}"
            found.append(codes.UNUSABLE.at(None, id=id, reason=reason))
    return found


def _uses(library: Library) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every look-up that a run can make, by the id of what it looks up."""
    values = [key for key in Fuel.model_fields if key not in {"id", "name", "biogenic", "dust"}]
    for fuel in library.files.ids("fuels"):
        for key in values:
            yield f"{fuel}.{key}", partial(library.fuel_factor, fuel, key)
        for firing in library.firings(fuel):
            yield f"{fuel}.dust.{firing}", partial(library.dust_terms, fuel, firing)
    for country in library.files.ids("grids"):
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            yield f"grid.{country}", partial(library.grid, country, year)
    for name in library.gwp_sets:
        for gas in ("ch4", "n2o"):
            yield f"gwp.{name}.{gas}", partial(library.gwp, name, gas)
    for name in ("toe", "electricity", "electricity_toe"):
        yield f"energy.{name}", partial(library.constant, name)
    for sector in library.sector_ids():
        yield f"sectors.{sector}", partial(library.sector, sector)
    for kind in library.resources.values():
        for fuel in (*kind.fuels, *([kind.default] if kind.default else [])):
            yield f"fuels.{fuel}", partial(library.fuel_names, fuel)


def _document(path: Path, found: list[Diagnostic]) -> Map | None:
    source, said = read_source(path)
    document = None
    if source is not None:
        document, said = read_document(source)
    found += said
    return document
