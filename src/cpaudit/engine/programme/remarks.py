"""What a reader of the tables must know: what is not counted, what may count twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import combining, normalize

from ...diagnostics import Diagnostic
from ...diagnostics.codes import programme as codes
from ...diagnostics.similar import listed
from ...domain.programme import COUNTED, NOT_TOLD, Entry
from ...figure import About
from ..trace import factors_used, leaves_below, unconfirmed
from .counting import Counting
from .sums import sum_of


def remarks_on(
    entries: Iterable[Entry], counting: Counting, until: int, currency: str
) -> list[Diagnostic]:
    """Notes and warnings, in the order of the rows."""
    entries = list(entries)
    found = [*_perhaps_twice(entries), *_spelt_alike(entries), *_unconfirmed(entries)]
    if not counting.counted:
        found.append(codes.NOTHING_THERE.at(None, year=str(until)))
    if counting.ended:
        saving = sum_of(counting.ended, currency).saving
        values = {"count": len(counting.ended), "year": str(until)}
        found.append(codes.ENDED.at(None, saving=About(saving) if saving else "–", **values))
    if counting.later:
        found.append(codes.BEGINS_LATER.at(None, count=len(counting.later), year=str(until)))
    cumulative = [one for one in entries if one.is_cumulative]
    if cumulative:
        years = ", ".join(str(year) for year in sorted({one.years[1] for one in cumulative}))
        found.append(codes.NOT_YEARLY.at(None, count=len(cumulative), years=years))
    return found


def _perhaps_twice(entries: list[Entry]) -> Iterator[Diagnostic]:
    """Rows that count beside totals of the same sector and years, unless the file says so."""
    others = [one for one in entries if one.kind != "total" and not one.told_in_totals]
    for row in (one for one in entries if one.kind == "total"):
        names = [one.name for one in others if _may_be_in(one, row)]
        if names:
            years = "–".join(str(year) for year in dict.fromkeys(row.years))
            values = {"sector": row.name or row.sector, "years": years, "names": listed(names, 5)}
            yield codes.PERHAPS_TWICE.at(row.span, **values)


def _may_be_in(entry: Entry, row: Entry) -> bool:
    is_same = NOT_TOLD in {row.sector, entry.sector} or row.sector == entry.sector
    levels = COUNTED[entry.counts]
    years = [part.first for part in entry.parts if part.level in levels]
    return is_same and any(row.years[0] <= year <= row.years[1] for year in years)


def _unconfirmed(entries: list[Entry]) -> list[Diagnostic]:
    """Factors behind the CO2e of rows whose source nobody has seen; audits tell theirs."""
    figures = [
        figure
        for entry in entries
        if entry.kind != "audit"
        for part in entry.parts
        if (figure := part.impacts.get("co2e")) is not None
    ]
    return unconfirmed(factors_used(leaves_below(figures)).values())


def _spelt_alike(entries: list[Entry]) -> Iterator[Diagnostic]:
    """Provinces that differ in case, spaces, points or accents only."""
    met: dict[str, list[str]] = {}
    for entry in entries:
        spelt = met.setdefault(_plain(entry.province), [])
        if entry.province and entry.province not in spelt:
            if spelt:
                yield codes.SPELT_ALIKE.at(entry.span, text=entry.province, other=spelt[0])
            spelt.append(entry.province)


def _plain(text: str) -> str:
    """Letters and digits alone, without case and accents; đ is a letter of its own in Unicode."""
    apart = normalize("NFD", text.casefold().replace("đ", "d"))
    return "".join(one for one in apart if one.isalnum() and not combining(one))
