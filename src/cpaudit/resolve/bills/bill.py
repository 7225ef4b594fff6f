"""One bill: the days that it is for and what it says."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ...source import Text
from ...units import Quantity


class Days(NamedTuple):
    """The days of a bill, both ends included, and their name, such as `2008-01`.

    A delivery is on one day and stands for no time. `cell` is where the days are written.
    """

    first: date
    last: date
    name: str
    cell: Text
    meter: str = ""
    is_delivery: bool = False

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    def within(self, first: date, last: date) -> int:
        """How many of its days are in a period."""
        return max(0, (min(self.last, last) - max(self.first, first)).days + 1)


class Bill(NamedTuple):
    """What a row says of its days."""

    days: Days
    quantity: Quantity

    @property
    def line(self) -> int:
        return self.days.cell.span.line
