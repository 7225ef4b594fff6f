"""What is asked of the rows of a journal: which of them, in which order, in groups or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from ..diagnostics import Diagnostic
from ..diagnostics.codes import batch as codes
from .columns import Column, Per, Row
from .conditions import Sorting, columns_of, condition_of, keys_of, sortings_of
from .groups import Grouping
from .journal import Journal


class Asked(NamedTuple):
    """What a command line asks of the rows, as it is written."""

    by: Sequence[str] = ()
    sort: Sequence[str] = ()
    where: Sequence[str] = ()
    columns: Sequence[str] = ()
    limit: int | None = None


class Table:
    """The rows that are asked for. Raises Mistake for names and conditions that mean nothing.

    Conditions are about plants or options, before they are grouped; the order is that of the
    table. `every` column of it may be read; `chosen` are those that were asked for.
    """

    def __init__(self, columns: Sequence[Column], per: Per, asked: Asked) -> None:
        by_name = {column.name: column for column in columns}
        self.per = per
        self.where = [condition_of(text, by_name) for text in asked.where]
        self._rows = tuple(columns)
        keys = keys_of(asked.by, by_name)
        self.keys = keys
        self.grouping = Grouping(keys, columns, per) if keys else None
        self.every = self.grouping.columns if self.grouping else tuple(columns)
        available = {column.name: column for column in self.every}
        self.order = sortings_of(asked.sort, available)
        self.chosen = columns_of(asked.columns, available)
        self.limit = asked.limit

    @property
    def kind(self) -> str:
        """What a row is about."""
        return "group" if self.grouping else self.per

    @property
    def is_as_it_comes(self) -> bool:
        """Whether rows can be written before all are there."""
        return not self.grouping and not self.order and self.limit is None

    def rows(
        self, journal: Journal, columns: Sequence[Column], limit: int | None = None
    ) -> Iterator[Row]:
        """The values of some columns, in order; `limit` counts where the table has none."""
        limit = limit if self.limit is None else self.limit
        if self.grouping is None:
            return journal.rows(columns, self.where, self.order, limit)
        groups = self._groups(journal, self.grouping)
        place = {column.name: at for at, column in enumerate(self.every)}
        if self.order:
            groups = iter(_sorted(list(groups), self.order, place))
        wanted = [place[column.name] for column in columns]
        return islice((tuple(row[at] for at in wanted) for row in groups), limit)

    def rows_after(self, journal: Journal, columns: Sequence[Column], path: str) -> Iterator[Row]:
        """The rows of the files that come after a path; for rows that are written as they come."""
        return journal.rows(columns, self.where, after=path)

    def totals(self, journal: Journal) -> tuple[Sequence[Column], list[Row]]:
        """All rows that meet the conditions added up, a sum for each currency."""
        grouping = Grouping((), self._rows, self.per)
        return grouping.columns, list(self._groups(journal, grouping))

    def count(self, journal: Journal) -> int:
        """How many rows there are without a limit."""
        if self.grouping is None:
            return journal.count(self.where)
        return sum(1 for _ in self._groups(journal, self.grouping))

    def _groups(self, journal: Journal, grouping: Grouping) -> Iterator[Row]:
        return grouping.groups(journal.rows(grouping.rows_of, self.where, grouping.order))

    def remarks(self, journal: Journal) -> list[Diagnostic]:
        """What is to be known about all rows together."""
        return [*self._several_currencies(journal), *_same_plants(journal)]

    def _several_currencies(self, journal: Journal) -> list[Diagnostic]:
        """That money of several currencies is compared only with its like."""
        compared = [one.column for one in self.where if one.compares_money]
        compared += [one.column for one in self.order if one.column.kind == "money"]
        currencies = journal.currencies() if compared else []
        if len(currencies) < 2:
            return []
        known = ", ".join(currencies)
        return [
            codes.SEVERAL_CURRENCIES.at(None, column=name, known=known)
            for name in dict.fromkeys(column.name for column in compared)
        ]


def _same_plants(journal: Journal) -> list[Diagnostic]:
    """That a plant stands in several files of one year, as copies of a file do."""
    count, plant, year = journal.same_plants()
    if not count:
        return []
    return [codes.SAME_PLANT.at(None, plant=plant, year=str(year), count=str(count))]


def _sorted(rows: list[Row], order: Sequence[Sorting], place: dict[str, int]) -> Iterable[Row]:
    """Rows in an order of their own, as SQLite has it; what is equal stays as it came."""
    for one in reversed(order):
        at = place[one.column.name]
        rows.sort(key=_key(at), reverse=one.falling)
        rows.sort(key=lambda row, at=at: row[at] is None)  # type: ignore[misc]
        if one.column.kind == "money":
            rows.sort(key=_key(place["currency"]))
    return rows


def _key(at: int) -> Callable[[Row], tuple[bool, object]]:
    return lambda row: (row[at] is not None, row[at])
