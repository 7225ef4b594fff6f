"""The library's files as located data, each read once and only when it is needed.

A run reads them without the pydantic models of schema/factors: those prove the whole library, in
`factors.check`, so that an assessment need not prove it again at every start.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

from ..diagnostics import Diagnostic, Source
from ..source import Located, Map, Text, read_document, read_source
from .overlay import laid_over

SHIPPED_NAME = "sector_factors"


class LibraryError(Exception):
    """A file of the factor library can't be used; `diagnostics` say where and why."""

    def __init__(self, path: str, diagnostics: list[Diagnostic]) -> None:
        places = "; ".join(f"{said.span}: {said.code.id}" for said in diagnostics)
        super().__init__(f"{SHIPPED_NAME}/{path}: {places or 'not as expected'}")
        self.diagnostics = diagnostics


class LibraryFiles:
    """The YAML files under one folder, with those of a user's own folder laid over them."""

    def __init__(self, root: Path, own: Path | None = None) -> None:
        self.root = root
        self.own = own
        self._read: dict[str, Map] = {}
        self._own_sources: set[Source] = set()

    def has(self, path: str) -> bool:
        return path in self._read or any((folder / path).is_file() for folder in self._folders())

    def document(self, path: str) -> Map:
        """The mapping a file holds; raises LibraryError where it can't be read."""
        if path not in self._read:
            self._read[path] = self._document(path)
        return self._read[path]

    def _document(self, path: str) -> Map:
        base = own = None
        if self.own is not None and (self.own / path).is_file():
            own = _read(self.own / path, str(self.own / path), path)
            self._own_sources.add(own.span.source)
        if own is None or (self.root / path).is_file():
            base = _read(self.root / path, f"{SHIPPED_NAME}/{path}", path)
        if base is None or own is None:
            return cast(Map, base or own)
        return cast(Map, laid_over(base, own))

    def is_own(self, part: Located) -> bool:
        """Whether a part of a document was written in the user's own folder."""
        return bool(self._own_sources) and part.span.source in self._own_sources

    def ids(self, folder: str) -> list[str]:
        """The names of the files in a folder, without their ending."""
        paths = [path for one in self._folders() for path in (one / folder).glob("*.yaml")]
        return sorted({path.stem for path in paths})

    def _folders(self) -> list[Path]:
        return [self.root, *([self.own] if self.own is not None else [])]


def _read(file: Path, name: str, path: str) -> Map:
    source, found = read_source(file, name)
    document = None
    if source is not None:
        document, found = read_document(source)
    if document is None or found:
        raise LibraryError(path, found)
    return document


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
    """The mappings in a list under a key, or the one that stands there; empty without the key."""
    found = mapping.get(cast(Text, key))
    if isinstance(found, Map):
        return [found]
    return [item for item in found if isinstance(item, Map)] if isinstance(found, list) else []


def names(mapping: Map, key: str = "name") -> dict[str, str]:
    """A name by language; empty without the key."""
    found = mapping.get(cast(Text, key))
    return {str(code): str(name) for code, name in found.items()} if isinstance(found, Map) else {}
