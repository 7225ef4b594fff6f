"""The proof of a whole library: the shape of every file, then every value as it is used."""

from __future__ import annotations

from pathlib import Path

from ..diagnostics import Diagnostic
from ..diagnostics.codes import factors as codes
from ..figure import Factor, Publication
from ..schema.factors import FILES, FOLDERS, MAPPINGS
from ..schema.model import Model
from ..schema.reading import validate
from ..source import Map
from .catalogue import every_entry
from .files import LibraryError, LibraryFiles, text
from .library import Library
from .links import broken_names, names_that_lead_nowhere, wrong_orders

LAYOUT = ", ".join([*MAPPINGS, *FILES, *(f"{folder}/….yaml" for folder in FOLDERS)])


def check_library(root: Path, own: Path | None = None) -> list[Diagnostic]:
    """Every mistake of a library; with `own`, of that folder laid over the library in `root`.

    The values are looked at only where all files have their shape.
    """
    folder = own or root
    if not folder.is_dir():
        return [codes.NO_FOLDER.at(None, path=str(folder))]
    found = _strange_files(folder)
    files = LibraryFiles(root, own)
    found += _shapes(files, folder)
    if not found:
        found += broken_names(files)
    return found if any(said.is_error for said in found) else [*found, *_values(root, own)]


def _strange_files(folder: Path) -> list[Diagnostic]:
    """Files that nothing would ever read; a folder without any that something would."""
    paths = [path.relative_to(folder) for path in sorted(folder.rglob("*.y*ml"))]
    strange = [path for path in paths if _model_of(path) is None]
    found = [
        codes.NO_PLACE_FOR_FILE.at(None, path=str(folder / path), known=LAYOUT) for path in strange
    ]
    if len(paths) == len(strange):
        found.append(codes.EMPTY_FOLDER.at(None, path=str(folder), known=LAYOUT))
    return found


def _model_of(path: Path) -> type[Model] | None:
    name = path.as_posix()
    if path.suffix != ".yaml":
        return None
    if len(path.parts) == 2:
        return FOLDERS.get(path.parts[0])
    return MAPPINGS.get(name) or FILES.get(name)


def _shapes(files: LibraryFiles, folder: Path) -> list[Diagnostic]:
    """What the models object to in each file of a folder, as it is once laid over the library."""
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml")}
    if files.own is None:
        names |= {*MAPPINGS, *FILES}
    found: list[Diagnostic] = []
    for name in sorted(names):
        model = _model_of(Path(name))
        if model is None:
            continue
        try:
            document = files.document(name)
        except LibraryError as broken:
            found += broken.diagnostics
            continue
        found += _shape(name, model, document)
    return found


def _shape(name: str, model: type[Model], document: Map) -> list[Diagnostic]:
    if name not in MAPPINGS:
        return validate(model, document, {"style": "plain"})[1]
    found: list[Diagnostic] = []
    for key, entry in document.items():
        if isinstance(entry, Map):
            found += validate(model, entry, {"style": "plain"})[1]
        else:
            found.append(codes.UNUSABLE.at(key.span, id=key, reason="–"))
    return found


class _Proving(Library):
    """A library that goes on where a value can't be used, and keeps what is wrong with it."""

    def __init__(self, root: Path, own: Path | None) -> None:
        super().__init__(root, own)
        self.faults: list[Diagnostic] = []

    def factor(self, id: str, key: str, entry: Map, unit: str | None = None) -> Factor:
        try:
            factor = super().factor(id, key, entry, unit)
        except LibraryError as broken:
            said = [one._replace(values={**one.values, "id": id}) for one in broken.diagnostics]
            self.faults += [one for one in said if one not in self.faults]
            return Factor(id, 1.0, unit or "", "1", None, Publication("", ""), None, False)
        self.faults += _out_of_bounds(factor, entry)
        return factor


def _out_of_bounds(factor: Factor, entry: Map) -> list[Diagnostic]:
    low, high = factor.low, factor.high
    if (low is None or low <= factor.value) and (high is None or factor.value <= high):
        return []
    ends = {"low": text(entry, "low") or "–", "high": text(entry, "high") or "–"}
    return [codes.OUT_OF_BOUNDS.at(entry.key_span("value"), id=factor.id, **ends)]


def _values(root: Path, own: Path | None) -> list[Diagnostic]:
    """Every value that can't be used, and every name that leads nowhere."""
    library = _Proving(root, own)
    try:
        for _ in every_entry(library):
            pass
    except LibraryError as broken:
        library.faults += broken.diagnostics
    orders = [] if library.faults else wrong_orders(library)
    return [*library.faults, *names_that_lead_nowhere(library), *orders]
