"""What may count twice: rows beside totals, totals that overlap, projects that come in again."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic
from ...diagnostics.codes import programme as codes
from ...diagnostics.codes import rollup
from ...diagnostics.similar import listed
from ...domain.programme import COUNTED, NOT_TOLD, Entry

# totals of this sector hold whatever has no totals of its own
_OTHER = "other"


def perhaps_twice(entries: list[Entry]) -> Iterator[Diagnostic]:
    """Warnings, in the order of the rows."""
    totals = [one for one in entries if one.kind == "total"]
    others = [one for one in entries if one.kind != "total"]
    yield from _beside_totals(totals, [one for one in others if not one.told_in_totals])
    yield from _overlapping([one for one in totals if _counts(one)])
    yield from _projects_twice([one for one in others if one.kind == "project"])
    for one in others:
        if one.in_totals and _counts(one) and not any(_may_hold(row, one) for row in totals):
            yield rollup.IN_NO_TOTALS.at(one.span, name=one.name)


def _beside_totals(totals: list[Entry], others: list[Entry]) -> Iterator[Diagnostic]:
    """Rows that count beside totals of the same sector and years, unless the file says so."""
    for row in totals:
        names = [one.name for one in others if _is_same(row.sector, one.sector) and _in(row, one)]
        if names:
            values = {"years": _years(row), "names": listed(names, 5)}
            yield codes.PERHAPS_TWICE.at(row.span, sector=row.name or row.sector, **values)


def _overlapping(totals: list[Entry]) -> Iterator[Diagnostic]:
    """Totals of the same years that nothing they tell keeps apart."""
    for at, row in enumerate(totals):
        lines = [
            str(one.span.line) for one in totals[:at] if one.span and _may_be_the_same(one, row)
        ]
        if lines:
            values = {"years": _years(row), "lines": ", ".join(lines)}
            yield rollup.TOTALS_OVERLAP.at(row.span, sector=row.name or row.sector, **values)


def _may_be_the_same(one: Entry, other: Entry) -> bool:
    return (
        one.years[0] <= other.years[1]
        and other.years[0] <= one.years[1]
        and _is_same(one.sector, other.sector)
        and _is_same(one.province, other.province)
        and _is_same(one.service, other.service)
    )


def _projects_twice(projects: list[Entry]) -> Iterator[Diagnostic]:
    """Projects of one name, sector and year."""
    met: dict[tuple[str, str, int], Entry] = {}
    for one in projects:
        first = met.setdefault((one.name.casefold(), one.sector, one.years[0]), one)
        if first is not one and first.span is not None:
            values = {"year": str(one.years[0]), "line": str(first.span.line)}
            yield rollup.PROJECT_TWICE.related(one.span, first.span, name=one.name, **values)


def _may_hold(row: Entry, one: Entry) -> bool:
    """Whether totals may hold a row that says it is in some."""
    return (_is_same(row.sector, one.sector) or row.sector == _OTHER) and _in(row, one)


def _is_same(group: str, other: str) -> bool:
    """Whether groups are one; what is not told may be any."""
    return NOT_TOLD in {group, other} or group == other


def _in(row: Entry, one: Entry) -> bool:
    """Whether anything of a row that counts by its status began in the years of totals."""
    levels = COUNTED[one.counts]
    years = [part.first for part in one.parts if part.level in levels]
    return any(row.years[0] <= year <= row.years[1] for year in years)


def _counts(one: Entry) -> bool:
    return any(part.level in COUNTED[one.counts] for part in one.parts)


def _years(row: Entry) -> str:
    return "–".join(str(year) for year in dict.fromkeys(row.years))
