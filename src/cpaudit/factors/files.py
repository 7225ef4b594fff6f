"""The library's files as located data, each read once and only when it is needed.

A run reads them without the pydantic models of schema/factors: those prove the whole library, in
`factors.check`, so that an assessment need not prove it again at every start.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

from ..diagnostics import Diagnostic
from ..source import Located, Map, Text, read_document, read_source


class LibraryError(Exception):
    """A file of the factor library can't be used; `diagnostics` say where and why."""

    def __init__(self, path: str, diagnostics: list[Diagnostic]) -> None:
        places = "; ".join(f"{said.span}: {said.code.id}" for said in diagnostics)
        super().__init__(f"sector_factors/{path}: {places or 'not as expected'}")
        self.diagnostics = diagnostics


class LibraryFiles:
    """The YAML files under one folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._read: dict[str, Map] = {}

    def has(self, path: str) -> bool:
        return path in self._read or (self.root / path).is_file()

    def document(self, path: str) -> Map:
        """The mapping a file holds; raises LibraryError where it can't be read."""
        if path not in self._read:
            source, found = read_source(self.root / path, f"sector_factors/{path}")
            document = None
            if source is not None:
                document, found = read_document(source)
            if document is None or found:
                raise LibraryError(path, found)
            self._read[path] = document
        return self._read[path]

    def ids(self, folder: str) -> list[str]:
        """The names of the files in a folder, without their ending."""
        return sorted(path.stem for path in (self.root / folder).glob("*.yaml"))


def part(mapping: Map, *keys: str) -> Map:
    """The mapping at a path of keys; raises KeyError with the path where there is none."""
    found: Located = mapping
    for key in keys:
        if not isinstance(found, Map) or key not in found:
            raise KeyError(".".join(keys))
        found = found[cast(Text, key)]
    if not isinstance(found, Map):
        raise KeyError(".".join(keys))
    return found


def text(mapping: Map, key: str) -> str | None:
    """The scalar under a key, or None where the key is not there."""
    found = mapping.get(cast(Text, key))
    return str(found) if isinstance(found, Text) else None


def texts(mapping: Map, key: str) -> list[str]:
    """The list of scalars under a key; empty where the key is not there."""
    found = mapping.get(cast(Text, key))
    return [str(item) for item in found] if isinstance(found, list) else []


def maps(mapping: Map, key: str) -> list[Map]:
    """The list of mappings under a key; empty where the key is not there."""
    found = mapping.get(cast(Text, key))
    return [item for item in found if isinstance(item, Map)] if isinstance(found, list) else []
