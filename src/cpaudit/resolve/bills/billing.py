"""A column of bills, read once: the bills of its rows, and those that are in the audit's period."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from ...diagnostics import Day, Diagnostic, Mistake
from ...diagnostics.codes import bills as codes
from ...schema.bills import Bills
from ...schema.given import Given
from ...source import Text
from ...source.days import Order
from ...source.tables import DELIMITERS, Table, read_table
from ...units import Quantity, Style
from .bill import Bill, Days
from .cells import value_reader
from .checks import by_meter, check_days, check_values
from .days import days_reader, without_shared_days

if TYPE_CHECKING:
    from ...schema.monitoring import Data
    from ..context import Context

_T = TypeVar("_T")
_MOST_MISTAKES = 20


class Billing(NamedTuple):
    """The bills of a column that are in the period of the audit, at least one, in their order.

    `unit` is the unit of the column, at the place where it is written; `days` are those of every
    row of the table.
    """

    entry: Bills
    bills: tuple[Bill, ...]
    unit: Quantity
    days: tuple[Days, ...]


def billing_of(context: Context, given: Given) -> Billing:
    """The bills that an amount or a price names. Raises Mistake; what else is wrong is told."""
    entry = given.bills
    assert entry is not None  # asked of bills only
    # an alias gives several prices one place; what tells their rows may still differ
    key = (given.span, *(str(getattr(entry, name)) for name in type(entry).model_fields))
    known = context.billings.get(key)
    if known is None:
        known = context.billings[key] = _read(context, entry, None)
    return known


def billing_on_days(context: Context, entry: Bills, days: Sequence[Days]) -> Billing:
    """The bills of another column of rows whose days are known. Raises Mistake.

    What a row says there can't move its days: an amount and its money are of the same time.
    """
    return _read(context, entry, days)


def table_of(context: Context, entry: Bills | Data) -> Table:
    """The table, read once however many columns are named of it. Raises Mistake."""
    delimiter = DELIMITERS[entry.delimiter] if entry.delimiter is not None else None
    key = (str(entry.csv), delimiter)
    if key not in context.tables:
        context.tables[key] = read_table(entry.csv, delimiter)
    table, found = context.tables[key]
    if table is None:
        raise _told(context, found)
    return table


def _told(context: Context, found: list[Diagnostic]) -> Mistake:
    """The last of several mistakes; the others are told."""
    for said in found[:-1]:
        context.say(said)
    return Mistake(found[-1])


def _read(context: Context, entry: Bills, own: Sequence[Days] | None) -> Billing:
    table = table_of(context, entry)
    style = cast("Style | None", entry.number_style or context.file.plant.number_style)
    days = days_reader(table, entry, _order(entry, style))
    value = value_reader(table, entry, style)
    bills = _bills(context, table, lambda row: Bill(days(row), value(row)))
    own = _own_days(bills) if own is None else own
    bills = [bill._replace(days=one) for bill, one in zip(bills, own, strict=True)]
    first, last = context.period.ends
    inside = tuple(bill for bill in bills if bill.days.within(first, last))
    if not inside:
        raise Mistake(_nothing_inside(table, entry.csv, first, last))
    odd = [said for one in by_meter(inside) for said in check_values(one)]
    for said in (*check_days(bills, first, last), *odd):
        # two columns of the same rows have the same days; one row may have two gaps beside it
        if said not in context.found:
            context.found.append(said)
    return Billing(entry, inside, _unit_of(entry, bills[0].quantity, table), tuple(own))


def _own_days(bills: Sequence[Bill]) -> list[Days]:
    """The days of bills, counted once; a credit note is no reading of a meter."""
    own = [bill.days for bill in bills]
    read = [number for number, bill in enumerate(bills) if bill.quantity.value >= 0]
    counted = without_shared_days([own[number] for number in read])
    for number, days in zip(read, counted, strict=True):
        own[number] = days
    return own


def _order(entry: Bills, style: Style | None) -> Order | None:
    """Who writes numbers as in Viet Nam writes the day first."""
    if entry.dates is not None:
        return cast(Order, str(entry.dates))
    return "day-first" if style == "vi" else None


def _bills(context: Context, table: Table, read: Callable[[tuple[Text, ...]], _T]) -> list[_T]:
    """What is read of every row. Raises Mistake after all rows are tried."""
    made: list[_T] = []
    found: list[Diagnostic] = []
    for row in table.rows:
        try:
            made.append(read(row))
        except Mistake as mistake:
            found.append(mistake.diagnostic)
    if len(found) > _MOST_MISTAKES:
        rest = len(found) - _MOST_MISTAKES
        more = codes.MORE_ROWS.at(found[_MOST_MISTAKES].span, count=rest)
        found = [*found[:_MOST_MISTAKES], more]
    if found:
        raise _told(context, found)
    return made


def _unit_of(entry: Bills, first: Quantity, table: Table) -> Quantity:
    """The unit, at the place to be shown where it does not fit what is measured."""
    place = entry.unit or table.header[table.column(entry.column)]
    span = first.span if entry.unit_column is not None else place.span
    return first._replace(text=f"{entry.column}: {first.unit}", span=span)


def _nothing_inside(table: Table, place: Text, first: date, last: date) -> Diagnostic:
    values = {"first": Day(first.isoformat()), "last": Day(last.isoformat())}
    return codes.NO_BILLS.at(place.span, table=table.source.name, **values)
