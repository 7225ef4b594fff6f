"""What differs between two libraries: values that came, went or changed."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

from ..figure import Factor
from ..schema.factors import FILES, MAPPINGS
from .catalogue import every_entry
from .library import Library
from .shipped import default_library

SHIPPED = "shipped"
# a folder that has all of these is a library of its own; any other is laid over the shipped one
_WHOLE = (*MAPPINGS, *FILES)


class Difference(NamedTuple):
    """A factor that only one of two libraries has, or that is not the same in both."""

    id: str
    change: Literal["added", "removed", "value", "source"]
    before: Factor | None
    after: Factor | None

    @property
    def ratio(self) -> float | None:
        """The value after by that before, less one; None where it can't be told."""
        if self.before is None or self.after is None or not self.before.value:
            return None
        if self.before.unit != self.after.unit:
            return None
        return self.after.value / self.before.value - 1


def library_at(folder: str) -> Library:
    """The library in a folder; the word `shipped` is the one that comes with the program."""
    if folder == SHIPPED:
        return default_library()
    path = Path(folder)
    if all((path / name).is_file() for name in _WHOLE):
        return Library(path)
    return Library(default_library().files.root, path)


def differences(before: Library, after: Library) -> list[Difference]:
    """Every difference, in the order of ids. Raises LibraryError where one can't be read."""
    old = {entry.factor.id: entry.factor for entry in every_entry(before)}
    new = {entry.factor.id: entry.factor for entry in every_entry(after)}
    found = []
    for id in sorted({*old, *new}):
        change = _change(old.get(id), new.get(id))
        if change is not None:
            found.append(Difference(id, change, old.get(id), new.get(id)))
    return found


def _change(
    before: Factor | None, after: Factor | None
) -> Literal["added", "removed", "value", "source"] | None:
    if before is None:
        return "added"
    if after is None:
        return "removed"
    if (before.value, before.unit, before.low, before.high) != (
        after.value,
        after.unit,
        after.low,
        after.high,
    ):
        return "value"
    # another source, another mark of confirmation or other words about the same number
    same = after._replace(own=before.own)
    return None if before == same else "source"
