"""The values of the months as they are written: in the audit, or in a table beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, cast

from ...diagnostics import Mistake
from ...diagnostics.codes import monitoring as codes
from ...schema.given import Given
from ...schema.monitoring import Data
from ...schema.monitoring import Monitoring as Entry
from ...source import Text
from ...source.tables import Table
from ...units import Quantity, Style, parse_quantity
from ...units.numbers import parse_number
from ..bills.billing import table_of
from ..context import Context

BARE = "unit"  # the unit of a number without one
MONTH_COLUMN = "month"
_MONTHS = (re.compile(r"(?P<y>\d{4})-(?P<m>\d{2})"), re.compile(r"(?P<m>\d{1,2})/(?P<y>\d{4})"))
_EXAMPLE = "510 MWh"


class Reading(NamedTuple):
    """One value as it was found: of which series, of which month, and where."""

    month: tuple[int, int]
    series: Text
    given: Given


def month_of(text: str) -> tuple[int, int]:
    """Year and month of `2008-03`."""
    year, month = text.split("-")
    return int(year), int(month)


def readings_in(context: Context, entry: Entry) -> list[Reading]:
    """Every value of the section, those of its table included; what is wrong with it is told."""
    inline = [
        Reading(month_of(month), id, given)
        for month, cells in entry.months.items()
        for id, given in cells.items()
    ]
    if entry.data is None:
        return inline
    written = {str(one.series) for one in inline}
    return [*inline, *_of_table(context, entry, entry.data, written)]


def _of_table(context: Context, entry: Entry, data: Data, written: set[str]) -> Iterator[Reading]:
    try:
        table = table_of(context, data)
        at = table.column(data.month or Text.of(MONTH_COLUMN, data.csv.span))
    except Mistake as mistake:
        context.say(mistake.diagnostic)
        return
    columns = _columns(context, entry, table, written)
    style = cast("Style | None", context.file.plant.number_style)
    for row in table.rows:
        try:
            month = _month(row[at])
        except Mistake as mistake:
            context.say(mistake.diagnostic)
            continue
        for id, column in columns.items():
            given = _cell(context, row[column], style)
            if given is not None:
                yield Reading(month, id, given)


def _columns(context: Context, entry: Entry, table: Table, written: set[str]) -> dict[Text, int]:
    """The column of each series: the one that is named, otherwise the one of its id; none where
    its values stand in the audit."""
    found = {}
    series: Iterable[tuple[Text, Text | None]] = [
        *((id, one.column) for id, one in entry.streams.items()),
        *((id, one.column) for id, one in entry.drivers.items()),
    ]
    for id, name in series:
        if name is None and id not in table.header and id in written:
            continue
        try:
            found[id] = table.column(name or id)
        except Mistake as mistake:
            context.say(mistake.diagnostic)
    return found


def _month(cell: Text) -> tuple[int, int]:
    """Year and month of `2008-03` or `3/2008`. Raises Mistake."""
    for pattern in _MONTHS:
        match = pattern.fullmatch(cell)
        if match and 1 <= int(match["m"]) <= 12:
            return int(match["y"]), int(match["m"])
    raise Mistake(codes.NOT_A_MONTH.at(cell.span, text=cell))


def _cell(context: Context, cell: Text, style: Style | None) -> Given | None:
    """A number, with or without its unit; None of an empty cell or a mistake, which is told."""
    if not cell:
        return None
    try:
        number = parse_number(cell, style, cell.span, _EXAMPLE)
        if number.rest or number.scaled:
            return Given(parse_quantity(cell, style, cell.span, _EXAMPLE))
        return Given(Quantity(number.value, BARE, cell, cell.span, number.digit))
    except Mistake as mistake:
        context.say(mistake.diagnostic)
        return None
