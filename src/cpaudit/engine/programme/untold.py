"""What sums leave out because nothing tells it: the causes of the star in the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from ...diagnostics import Diagnostic, Word
from ...diagnostics.codes import rollup as codes
from ...diagnostics.similar import listed
from ...domain.programme import LEVELS, Entry
from ...language import N_
from ..emissions import IMPACTS
from .counting import Counted, countable

# the names of the impacts in sentences
_NAMES = {
    "energy": N_("energy"),
    "toe": "TOE",
    "co2": "CO2",
    "co2e": "CO2e",
    "biogenic_co2": N_("biogenic CO2"),
    "so2": "SO2",
    "dust": N_("dust"),
    "nox": "NOx",
    "co": "CO",
}
_OF_ELECTRICITY = ("co2", "co2e")
_MOST = 5


def not_in_sums(entries: Iterable[Entry], year: int, until: int) -> list[Diagnostic]:
    """A note for each cause of a partial sum: in what counts until a year, and in the projects of
    another. `tables` of a note are `sums` or `projects`."""
    entries = list(entries)
    begun = [one for one in countable(entries) if one.part.first <= until]
    causes: dict[tuple[str, ...], tuple[list[str], list[str]]] = {}
    for table, groups in (("sums", [begun]), ("projects", list(_levels(entries, year)))):
        for what, lacks, tells in _subjects():
            lacking = [one for group in groups for one in _lacking(group, lacks, tells)]
            rows = tuple(dict.fromkeys(_name(one.entry) for one in lacking))
            if rows:
                whats, tables = causes.setdefault(rows, ([], []))
                whats.append(what)
                tables.append(table)
    found = [
        codes.NOT_IN_SUMS.at(
            None,
            what=tuple(map(Word, dict.fromkeys(whats))),
            names=listed(rows, _MOST),
            tables=tuple(dict.fromkeys(tables)),
        )
        for rows, (whats, tables) in causes.items()
    ]
    without_grid = [
        _name(one)
        for one in entries
        if one.lacks_grid and any("electricity" in part.resources for part in one.parts)
    ]
    if without_grid:
        found.append(codes.NO_GRID_FACTOR.at(None, names=listed(without_grid, _MOST)))
    return found


def _levels(entries: Sequence[Entry], year: int) -> Iterator[list[Counted]]:
    """The projects of a year by how far they have come."""
    for level in dict.fromkeys(LEVELS.values()):
        yield [
            Counted(entry, part)
            for entry in entries
            if entry.kind != "total"
            for part in entry.parts
            if part.first == year and part.level == level
        ]


_Test = Callable[[Counted], bool]


def _subjects() -> Iterator[tuple[str, _Test, _Test]]:
    """What is summed up, when a part lacks it, and when one tells at least some of it."""
    yield (
        N_("number of plants"),
        lambda one: one.entry.plants is None,
        lambda one: one.entry.plants is not None,
    )
    yield (
        N_("saving in money"),
        lambda one: one.part.saving is None or one.part.saving.partial,
        lambda one: one.part.saving is not None,
    )
    yield (
        N_("investment"),
        lambda one: one.part.investment is None,
        lambda one: one.part.investment is not None,
    )
    for impact in IMPACTS:
        yield (
            _NAMES.get(impact, impact),
            partial(_lacks_impact, impact=impact),
            partial(_tells_impact, impact=impact),
        )


def _tells_impact(one: Counted, impact: str) -> bool:
    return one.part.impacts.get(impact) is not None


def _lacks_impact(one: Counted, impact: str) -> bool:
    """Whether an impact that a part has is not told, or only in part; without a grid factor that is
    told by itself."""
    if impact not in one.part.impacts or (one.entry.lacks_grid and impact in _OF_ELECTRICITY):
        return False
    figure = one.part.impacts[impact]
    return figure is None or figure.partial


def _lacking(group: Sequence[Counted], lacks: _Test, tells: _Test) -> list[Counted]:
    """The parts that a sum is without; none where there is no sum."""
    return [one for one in group if lacks(one)] if any(map(tells, group)) else []


def _name(entry: Entry) -> str:
    return entry.name or entry.sector or entry.key
