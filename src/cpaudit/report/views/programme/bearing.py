"""The notes without which a table that was chosen alone can't be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ....diagnostics import Diagnostic, Level
from ....diagnostics.codes import programme as codes
from ....diagnostics.codes import rollup

_SUMS = ("sectors", "provinces", "services", "years")
# of which tables each note tells something
_BEARING = {
    codes.RATE_USED: (*_SUMS, "projects"),
    codes.ENDED: _SUMS,
    codes.BEGINS_LATER: _SUMS,
    codes.NOT_YEARLY: _SUMS,
    rollup.NO_GRID_FACTOR: (*_SUMS, "projects"),
}


def bearing_on(tables: Sequence[str], found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The notes on some tables; warnings are told by themselves."""
    return [
        said for said in found if said.level is Level.NOTE and set(tables) & set(_tables_of(said))
    ]


def _tables_of(said: Diagnostic) -> Sequence[str]:
    if said.code is not rollup.NOT_IN_SUMS:
        return _BEARING.get(said.code, ())
    whole = said.values.get("tables")
    assert isinstance(whole, tuple)
    return [*(_SUMS if "sums" in whole else ()), *whole]
