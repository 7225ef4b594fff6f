"""The library that ships with the program, alone or with a user's own folder laid over it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from .library import Library


@lru_cache
def default_library() -> Library:
    """The library that ships with the program: inside the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "sector_factors"
    return Library(shipped if shipped.is_dir() else package.parents[1] / "sector_factors")


def library_with(own: Path) -> Library:
    """The library that ships with the program, with a user's own folder laid over it."""
    return Library(default_library().files.root, own)
