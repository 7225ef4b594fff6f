"""What one file of a library says of itself and of another: ids, units, fuels, series, sets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..diagnostics import Diagnostic
from ..diagnostics.codes import factors as codes
from ..diagnostics.codes import keys, numbers
from ..source import Map
from ..units.registry import UnknownUnit, resolve_unit
from .dates import first_day, last_day
from .files import LibraryFiles, maps, part, text
from .law import SUBSTANCES, charge_version
from .library import Library

# the key by which a file of a folder says what it is
_OWN_NAMES = {
    "fuels": "id",
    "sectors": "id",
    "charges": "id",
    "schemes": "id",
    "grids": "country",
    "laws": "country",
}

# where entries with `from` and `to` stand in the files of a folder
_DATED = {
    "charges": ("versions",),
    "laws": ("thresholds", "versions"),
    "schemes": (),
    "sectors": ("products", "benchmarks"),
}


def broken_names(files: LibraryFiles) -> list[Diagnostic]:
    """Files under other names than their own, units that there are not, a default without a set.

    Without those the values can't even be looked at.
    """
    return [*_other_ids(files), *_units(files), *_default_potentials(files)]


def _other_ids(files: LibraryFiles) -> Iterator[Diagnostic]:
    for folder, key in _OWN_NAMES.items():
        for name in files.ids(folder):
            path = f"{folder}/{name}.yaml"
            document = files.document(path)
            id = text(document, key)
            if id != name:
                yield codes.OTHER_ID.at(document.key_span(key), path=path, id=id)


def _units(files: LibraryFiles) -> Iterator[Diagnostic]:
    """Units of products and resources."""
    kinds = files.document("resources.yaml").values()
    entries = [one for one in kinds if isinstance(one, Map)]
    for sector in files.ids("sectors"):
        entries += maps(files.document(f"sectors/{sector}.yaml"), "products")
    for entry in entries:
        try:
            resolve_unit(text(entry, "unit") or "")
        except UnknownUnit as unknown:
            yield numbers.UNKNOWN_UNIT.at(entry.key_span("unit"), unit=unknown.unit)


def _default_potentials(files: LibraryFiles) -> Iterator[Diagnostic]:
    """The set of warming potentials that counts where an audit chooses none is one of the sets."""
    document = files.document("gwp.yaml")
    default, sets = text(document, "default") or "", list(map(str, part(document, "sets")))
    if default not in sets:
        place, choices = document.key_span("default"), ", ".join(sets)
        yield keys.NOT_ONE_OF.at(place, text=default, key="default", choices=choices)


def names_that_lead_nowhere(library: Library) -> list[Diagnostic]:
    """Grids without a default, fuels without file or resource, charges and products by nothing."""
    return [*_grids(library), *_fuels(library), *_charges(library), *_products(library)]


def wrong_orders(library: Library) -> list[Diagnostic]:
    """Versions that end before they begin, classes of plants that no plant would ever be in."""
    return [*_dates(library), *_classes(library)]


def _dates(library: Library) -> Iterator[Diagnostic]:
    for folder, lists in _DATED.items():
        for name in library.files.ids(folder):
            entries: list[Map] = [library.files.document(f"{folder}/{name}.yaml")]
            for key in lists:
                entries = [one for entry in entries for one in maps(entry, key)]
            for entry in entries:
                start, end = text(entry, "from"), text(entry, "to")
                if start and end and last_day(end) < first_day(start):
                    yield codes.ENDS_BEFORE_START.at(entry.key_span("to"), start=start, end=end)


def _classes(library: Library) -> Iterator[Diagnostic]:
    for id in library.files.ids("charges"):
        document = library.files.document(f"charges/{id}.yaml")
        for written in maps(document, "versions"):
            sizes = [one.least or 0.0 for one in charge_version(library, document, written).classes]
            if any(later >= size for size, later in pairwise(sizes)):
                yield codes.CLASSES_OUT_OF_ORDER.at(written.key_span("classes"), id=id)


def _grids(library: Library) -> Iterator[Diagnostic]:
    """Every grid has one series that counts where none is named."""
    for country in library.files.ids("grids"):
        document = library.files.document(f"grids/{country}.yaml")
        defaults = [one for one in maps(document, "series") if text(one, "default") == "true"]
        if len(defaults) != 1:
            yield codes.NO_DEFAULT_SERIES.at(document.key_span("series"), id=country)


def _fuels(library: Library) -> Iterator[Diagnostic]:
    """Every fuel that a resource may be has a file, and every file of a fuel a resource."""
    known = library.files.ids("fuels")
    document = library.files.document("resources.yaml")
    meant = set()
    for id, kind in library.resources.items():
        for fuel in (*kind.fuels, *([kind.default] if kind.default else [])):
            meant.add(fuel)
            if fuel not in known:
                yield codes.UNKNOWN_FUEL.at(document.key_span(id), id=id, text=fuel)
    for fuel in known:
        if fuel not in meant:
            place = library.files.document(f"fuels/{fuel}.yaml").key_span("id")
            yield codes.IDLE_FUEL.at(place, id=fuel)


def _charges(library: Library) -> Iterator[Diagnostic]:
    """Every rate of a charge is by a discharge, by a fuel or by a group of fuels."""
    fuels = library.files.ids("fuels")
    known = {*SUBSTANCES, *fuels, *map(library.family_of, fuels)}
    for id in library.files.ids("charges"):
        versions = maps(library.files.document(f"charges/{id}.yaml"), "versions")
        for paying in (one for version in versions for one in maps(version, "classes")):
            rates = part(paying, "rates") if "rates" in paying else Map()
            for base in rates:
                if base not in known:
                    listed = ", ".join(SUBSTANCES)
                    yield codes.UNKNOWN_BASE.at(base.span, id=id, text=base, known=listed)


def _products(library: Library) -> Iterator[Diagnostic]:
    """Every wider product that one is like is a product of the same sector."""
    for sector in library.files.ids("sectors"):
        products = maps(library.files.document(f"sectors/{sector}.yaml"), "products")
        known = [text(one, "id") or "" for one in products]
        for one in products:
            like = text(one, "like")
            if like is not None and like not in known:
                place, choices = one.key_span("like"), ", ".join(known)
                yield keys.NOT_ONE_OF.at(place, text=like, key="like", choices=choices)
