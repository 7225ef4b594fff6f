"""Rows of one group added up: sums, and ratios of sums; never a mean of ratios.

Rows must come with those of a group together. Money of two currencies is never in one group.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ..engine.finance import simple_payback
from .columns import Column, Row, Value
from .conditions import Sorting

_CURRENCY = "currency"


class Grouping:
    """How rows with some columns are grouped by others; `columns` are those of the groups.

    `rows_of` are the columns that the rows must have, in this order, `order` how they must come.
    """

    def __init__(self, keys: Sequence[Column], columns: Sequence[Column], rows: str) -> None:
        by_name = {column.name: column for column in columns}
        currency = by_name[_CURRENCY]
        self.keys = [*keys, *([] if currency in keys else [currency])]
        self.sums = [column for column in columns if column.adds]
        self._ratios = [
            column.name.removesuffix("_yr") for column in columns if _is_of_sums(column, by_name)
        ]
        tellers = {column.told_with for column in self.sums if column.told_with}
        needed = {"file", "partial", *tellers, *(column.name for column in self.sums)}
        self.rows_of = [*self.keys, *(one for one in columns if one.name in needed)]
        self.rows_of = list(dict.fromkeys(self.rows_of))
        self.columns = (
            *self.keys,
            Column("audits", "count", adds=True),
            *([Column("options", "count", adds=True)] if rows == "option" else []),
            *self.sums,
            *(by_name[f"{name}{ending}"] for name in self._ratios for ending in ("", "_yr")),
            by_name["partial"],
        )
        self.per = rows

    @property
    def order(self) -> list[Sorting]:
        return [Sorting(key, False) for key in self.keys]

    def groups(self, rows: Iterable[Row]) -> Iterator[Row]:
        """A row of `columns` for each group."""
        number = len(self.keys)
        for key, members in groupby(rows, lambda row: row[:number]):
            yield self._added(key, members)

    def _added(self, key: Row, members: Iterable[Row]) -> Row:
        place = {column.name: at for at, column in enumerate(self.rows_of)}
        sums: dict[str, Value] = dict.fromkeys(column.name for column in self.sums)
        partial: dict[str, None] = {}
        files: int = 0
        rows: int = 0
        last: Value = None
        for row in members:
            rows += 1
            files += row[place["file"]] != last
            last = row[place["file"]]
            partial |= dict.fromkeys(str(row[place["partial"]] or "").split())
            for column in self.sums:
                value = row[place[column.name]]
                if value is not None:
                    sums[column.name] = (sums[column.name] or 0) + value  # type: ignore[operator]
                elif column.told_with and row[place[column.told_with]] is not None:
                    partial[column.name] = None
        known = {name for name, value in sums.items() if value is not None}
        return (
            *key,
            files,
            *([rows] if self.per == "option" else []),
            *sums.values(),
            *(one for name in self._ratios for one in _payback(name, sums)),
            " ".join(name for name in partial if name in known) or None,
        )


def _is_of_sums(column: Column, by_name: dict[str, Column]) -> bool:
    """Whether a column is the payback of an investment and a saving that add up."""
    prefix = column.name.removesuffix("payback_yr")
    return prefix != column.name and by_name[f"{prefix}saving"].adds


def _payback(name: str, sums: dict[str, Value]) -> tuple[Value, Value]:
    """The payback of all members together, and its years."""
    prefix = name.removesuffix("payback")
    investment, saving = sums[f"{prefix}investment"], sums[f"{prefix}saving"]
    if investment is None or saving is None:
        return None, None
    assert not isinstance(investment, str)
    assert not isinstance(saving, str)
    if saving < 0 or (saving == 0 and investment > 0):
        return "never", None
    if investment <= 0:
        return "immediate", 0.0
    return "reached", float(simple_payback(investment, saving))
