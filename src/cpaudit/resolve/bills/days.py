"""Which columns of a table hold the days of its bills, and the days of each row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Literal

from ...diagnostics import Mistake
from ...diagnostics.codes import bills as codes
from ...diagnostics.similar import listed
from ...schema.bills import Bills
from ...source import Text
from ...source.days import Order, day_of, month_of
from ...source.tables import Table
from .bill import Days

Kind = Literal["between", "date", "month"]
Row = Sequence[Text]
ONE_DAY = timedelta(days=1)
_USUAL: dict[Kind, tuple[str, ...]] = {
    "between": ("from", "to"),
    "date": ("date",),
    "month": ("month",),
}


def days_reader(table: Table, entry: Bills, order: Order | None) -> Callable[[Row], Days]:
    """What reads the days of a row; it raises Mistake for a cell that holds none.

    Raises Mistake where the columns of the days are not told, or more than one set of them.
    """
    kind, columns = _columns(table, entry)
    meter = table.column(entry.meter) if entry.meter is not None else None

    def days(row: Row) -> Days:
        cells = [_filled(row[one], table.header[one]) for one in columns]
        made = _days(kind, cells, order)
        return made if meter is None else made._replace(meter=str(row[meter]))

    return days


def _columns(table: Table, entry: Bills) -> tuple[Kind, list[int]]:
    written = {
        "between": (entry.first, entry.last),
        "date": (entry.date,),
        "month": (entry.month,),
    }
    stated = {kind: names for kind, names in written.items() if any(names)}
    if stated:
        kind, names = next(iter(stated.items()))
        there = [name for name in names if name is not None]
        if len(stated) > 1 or len(there) < len(names):
            raise Mistake(codes.DATE_KEYS.at(there[0].span))
        return kind, [table.column(name) for name in there]  # type: ignore[return-value]
    found = [kind for kind, usual in _USUAL.items() if all(one in table.header for one in usual)]
    values = {"table": table.source.name, "known": listed(table.header, 20)}
    if len(found) != 1:
        code = codes.SEVERAL_DATES if found else codes.NO_DATES
        raise Mistake(code.at(entry.csv.span, **values))
    return found[0], [table.header.index(Text(one)) for one in _USUAL[found[0]]]


def _filled(cell: Text, column: str) -> Text:
    """The cell itself. Raises Mistake where it is empty."""
    if not cell:
        raise Mistake(codes.EMPTY_CELL.at(cell.span, column=column))
    return cell


def _days(kind: Kind, cells: Sequence[Text], order: Order | None) -> Days:
    if kind == "month":
        first, last = month_of(cells[0])
        return Days(first, last, f"{first:%Y-%m}", cells[0])
    first, *others = (day_of(cell, order) for cell in cells)
    if not others:
        return Days(first, first, first.isoformat(), cells[0], is_delivery=True)
    (last,) = others
    if last < first:
        raise Mistake(codes.BACKWARDS.at(cells[0].span))
    return Days(first, last, f"{first.isoformat()}/{last.isoformat()}", cells[0])


def without_shared_days(every: Sequence[Days]) -> list[Days]:
    """The same days, in the same order, each counted in one bill only.

    Meters are read on the day on which one bill ends and the next one starts: that day belongs to
    the next. The last bill before a gap ends as the one before it does.
    """
    made = list(every)
    starts = {(one.meter, one.first) for one in every}
    is_shared = dict.fromkeys((one.meter for one in every), False)
    for number in sorted(range(len(made)), key=lambda number: made[number][:2]):
        one = made[number]
        if one.first < one.last and (one.meter, one.last) in starts:
            is_shared[one.meter] = True
        elif (one.meter, one.last + ONE_DAY) in starts:
            is_shared[one.meter] = False
        if is_shared[one.meter] and one.first < one.last:
            made[number] = one._replace(last=one.last - ONE_DAY)
    return made
