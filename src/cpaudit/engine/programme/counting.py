"""What counts in a programme until a year: by status, by lifetime, and never twice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ...domain.programme import COUNTED, Entry, Part


class Counted(NamedTuple):
    """A part of a row that counts."""

    entry: Entry
    part: Part


class Counting(NamedTuple):
    """The parts that count until a year, those whose lifetime has ended before it, and those that
    begin later."""

    counted: tuple[Counted, ...]
    ended: tuple[Counted, ...]
    later: tuple[Counted, ...]


def countable(entries: Iterable[Entry]) -> tuple[Counted, ...]:
    """Every part that counts at some time: far enough by its status, and in no row of totals."""
    return tuple(
        Counted(entry, part)
        for entry in entries
        if not entry.in_totals
        for part in entry.parts
        if part.level in COUNTED[entry.counts]
    )


def counting_until(entries: Iterable[Entry], year: int) -> Counting:
    """The parts in force in a year: begun by then, and with a lifetime that has not ended."""
    parts = countable(entries)
    begun = [one for one in parts if one.part.first <= year]
    return Counting(
        counted=tuple(one for one in begun if is_in_force(one.part, year)),
        ended=tuple(one for one in begun if not is_in_force(one.part, year)),
        later=tuple(one for one in parts if one.part.first > year),
    )


def is_in_force(part: Part, year: int) -> bool:
    """Whether a part saves in a year; the first and the last year count as whole ones."""
    return part.first <= year and (part.last is None or year <= part.last)
