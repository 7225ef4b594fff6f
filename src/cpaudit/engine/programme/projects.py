"""The projects of one year: what was done, what is planned, what was proposed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ...domain.programme import COUNTED, LEVELS, Entry, Level
from .counting import Counted
from .sums import Sum, sum_of


class ProjectLine(NamedTuple):
    """A row of the programme in a year, as far as it has come; an audit may have several lines.

    `counts`: its savings are in the sums, either by themselves or in a row of totals.
    """

    entry: Entry
    level: Level
    sum: Sum
    counts: bool


class Projects(NamedTuple):
    """The lines of a year by level, and the sum of each level."""

    year: int
    lines: tuple[ProjectLine, ...]
    totals: dict[Level, Sum]


def projects_of(entries: Iterable[Entry], year: int, currency: str) -> Projects:
    """Projects and audits whose savings begin in a year; rows of totals are no projects."""
    parts = [
        Counted(entry, part)
        for entry in entries
        if entry.kind != "total"
        for part in entry.parts
        if part.first == year
    ]
    lines: list[ProjectLine] = []
    totals: dict[Level, Sum] = {}
    for level in dict.fromkeys(LEVELS.values()):
        members = [one for one in parts if one.part.level == level]
        held: dict[str, list[Counted]] = {}
        for one in members:
            held.setdefault(one.entry.key, []).append(one)
        for group in held.values():
            entry = group[0].entry
            counts = level in COUNTED[entry.counts]
            lines.append(ProjectLine(entry, level, sum_of(group, currency), counts))
        if members:
            totals[level] = sum_of(members, currency)
    return Projects(year, tuple(lines), totals)
