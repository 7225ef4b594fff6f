"""Monthly use after implementation and what drives it, as the audit file states them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..diagnostics import Span
from ..figure import Figure
from .audit import Period

Month = tuple[int, int]  # year and month


class Driver(NamedTuple):
    """What use depends on; `unit` is empty where it is a number alone.

    It is plain where its unit is a word of the file's own, such as degree days.
    """

    id: str
    name: str
    unit: str
    values: Mapping[Month, Figure]
    span: Span
    is_plain: bool = False


class MonitoredStream(NamedTuple):
    """A stream's use by month in its own unit; `drivers` by their ids, `places` by driver."""

    stream: str
    drivers: tuple[str, ...]
    values: Mapping[Month, Figure]
    span: Span
    places: Mapping[str, Span] = {}


class Adjustment(NamedTuple):
    """What the plant uses more a month, for a reason that is no driver and no option."""

    stream: str
    first: Month
    last: Month
    amount: Figure
    reason: str
    span: Span


class FollowUp(NamedTuple):
    """An option at work from a month on; `measured` is what it was measured to save a year.

    `since` is None where the month is not written.
    """

    option: str
    since: Month | None
    measured: Mapping[str, Figure]
    span: Span


class Monitoring(NamedTuple):
    """The section `monitoring:`; `years` are the parts of the reporting period, in order.

    `excluded` are months that count nowhere, with the reason.
    """

    baseline: Period
    years: tuple[Period, ...]
    drivers: Mapping[str, Driver]
    streams: Mapping[str, MonitoredStream]
    adjustments: tuple[Adjustment, ...]
    excluded: Mapping[Month, str]
    options: Mapping[str, FollowUp]
    confidence: Figure
    span: Span

    @property
    def reporting(self) -> tuple[Month, ...]:
        """Every month of the reporting period."""
        return tuple(month for year in self.years for month in months_of(year))


def months_of(period: Period) -> Iterator[Month]:
    """The months of a period, both ends included."""
    month = period.first
    while month <= period.last:
        yield month
        month = after(month, 1)


def after(month: Month, count: int) -> Month:
    """The month so many months later; earlier where `count` is negative."""
    number = month[0] * 12 + month[1] - 1 + count
    return number // 12, number % 12 + 1


def written(month: Month) -> str:
    """A month as files have it: 2008-03."""
    return f"{month[0]}-{month[1]:02d}"
