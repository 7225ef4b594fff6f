"""Which version of a law, a tariff or a norm was in force on a day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from ..source import Map
from .files import text


def first_day(written: str) -> date:
    """The first day of a year, a month or a day as it is written: 2021, 2021-07, 2021-07-01."""
    year, month, day = [*map(int, written.split("-")), 1, 1][:3]
    return date(year, month, day)


def last_day(written: str) -> date:
    """The last day of a year, a month or a day as it is written."""
    parts = [*map(int, written.split("-"))]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else monthrange(year, month)[1]
    return date(year, month, day)


def holds_on(entry: Map, day: date) -> bool:
    """Whether an entry with `from` and `to` is valid on a day; without them it always is."""
    start, end = text(entry, "from"), text(entry, "to")
    return (start is None or first_day(start) <= day) and (end is None or day <= last_day(end))


def in_force(versions: Iterable[Map], day: date) -> Map | None:
    """The version in force on a day: of several the one that started last. None without any."""
    valid = [one for one in versions if holds_on(one, day)]
    return max(valid, key=lambda one: text(one, "from") or "", default=None)


def last_before(versions: Iterable[Map], day: date) -> Map | None:
    """The version that ended last before a day."""
    ended = [one for one in versions if (end := text(one, "to")) and last_day(end) < day]
    return max(ended, key=lambda one: last_day(text(one, "to") or ""), default=None)
