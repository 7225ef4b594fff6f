"""A factor library with a folder of one's own, proven before it is used."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from ..diagnostics import Diagnostic
from ..factors import Library, LibraryError, default_library
from ..factors import library_with as _library_with


def library_with(folder: str | PathLike[str]) -> Library:
    """The library that ships, with a folder of your own factors laid over it.

    Raises LibraryError with every mistake of the folder.
    """
    path = Path(folder)
    found = [said for said in check_factors(path) if said.is_error]
    if found:
        raise LibraryError(str(path), found)
    return _library_with(path)


def check_factors(folder: str | PathLike[str] | None = None) -> list[Diagnostic]:
    """What is wrong with a folder of factors laid over those that ship, or with those alone."""
    from ..factors.check import check_library

    return check_library(default_library().files.root, Path(folder) if folder else None)
