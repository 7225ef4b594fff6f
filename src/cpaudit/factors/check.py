"""The proof of a whole library: every file against its model, every value against its rules."""

from __future__ import annotations

from pathlib import Path

from ..diagnostics import Diagnostic
from ..schema.audit import Model
from ..schema.factors import Energy, Fuel, Grid, Gwp, ResourceType, Sector, Source
from ..schema.reading import validate
from ..source import Map, read_document, read_source

Models = dict[str, type[Model]]
_MAPPINGS: Models = {"sources.yaml": Source, "resources.yaml": ResourceType}
_FILES: Models = {"gwp.yaml": Gwp, "energy.yaml": Energy}
_FOLDERS: Models = {"fuels": Fuel, "grids": Grid, "sectors": Sector}


def check_library(root: Path) -> list[Diagnostic]:
    """Every mistake of shape in the files of a library folder."""
    found: list[Diagnostic] = []
    for name, entry_model in _MAPPINGS.items():
        document = _document(root / name, found)
        for entry in (document or {}).values():
            if isinstance(entry, Map):
                found += validate(entry_model, entry, {"style": "plain"})[1]
    for name, model in _FILES.items():
        document = _document(root / name, found)
        if document is not None:
            found += validate(model, document, {"style": "plain"})[1]
    for folder, model in _FOLDERS.items():
        for path in sorted((root / folder).glob("*.yaml")):
            document = _document(path, found)
            if document is not None:
                found += validate(model, document, {"style": "plain"})[1]
    return found


def _document(path: Path, found: list[Diagnostic]) -> Map | None:
    source, said = read_source(path)
    document = None
    if source is not None:
        document, said = read_document(source)
    found += said
    return document
