"""What a reader of the tables must know: what is not counted, what may count twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import combining, normalize

from ...diagnostics import Diagnostic
from ...diagnostics.codes import programme as codes
from ...diagnostics.codes import rollup
from ...domain.programme import Entry
from ...figure import About
from ..trace import factors_used, leaves_below, unconfirmed
from .counting import Counting
from .sums import sum_of
from .twice import perhaps_twice
from .untold import not_in_sums


def remarks_on(
    entries: Iterable[Entry], counting: Counting, year: int, until: int, currency: str
) -> list[Diagnostic]:
    """Notes and warnings of the projects of a year, and of the sums until another."""
    entries = list(entries)
    found = [*perhaps_twice(entries), *_spelt_alike(entries), *_unconfirmed(entries)]
    if entries and not counting.counted:
        found.append(_nothing_counts(counting, until))
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
    return found + not_in_sums(entries, year, until)


def _nothing_counts(counting: Counting, until: int) -> Diagnostic:
    """That nothing counts at all, or not in this year."""
    others = [one.part for one in (*counting.ended, *counting.later)]
    if not others:
        return codes.NOTHING_THERE.at(None, year=str(until))
    first = min(part.first for part in others)
    lasts = [part.last for part in others]
    last = max((one for one in lasts if one is not None), default=first)
    years = f"≥ {first}" if None in lasts else f"{first}–{last}"
    return rollup.NONE_IN_FORCE.at(None, year=str(until), years=years)


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
