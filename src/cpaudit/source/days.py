"""Days and months as cells of a table write them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Literal

from ..diagnostics import Mistake
from ..diagnostics.codes import tables as codes
from .located import Text

Order = Literal["day-first", "month-first"]
_YEARS = range(1900, 2201)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_OTHER = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d\d)")
_OTHER_MONTH = re.compile(r"(\d{1,2})[/.-](\d{4})")


def day_of(cell: Text, order: Order | None) -> date:
    """The day in a cell: 2008-01-31, or 31/01/2008 where the order is known. Raises Mistake."""
    iso = _ISO.fullmatch(cell)
    if iso:
        year, month, day = map(int, iso.groups())
        return _date(cell, year, month, day)
    other = _OTHER.fullmatch(cell)
    if not other:
        raise Mistake(codes.NOT_A_DAY.at(cell.span, text=cell))
    one, two, year = int(other[1]), int(other[3]), int(other[4])
    if order is None:
        raise Mistake(codes.ORDER_UNKNOWN.at(cell.span, text=cell))
    month, day = (two, one) if order == "day-first" else (one, two)
    return _date(cell, year, month, day)


def month_of(cell: Text) -> tuple[date, date]:
    """First and last day of the month in a cell: 2008-01 or 01/2008. Raises Mistake."""
    iso, other = _ISO_MONTH.fullmatch(cell), _OTHER_MONTH.fullmatch(cell)
    if iso:
        year, month = int(iso[1]), int(iso[2])
    elif other:
        year, month = int(other[2]), int(other[1])
    else:
        raise Mistake(codes.NOT_A_MONTH.at(cell.span, text=cell))
    first = _date(cell, year, month, 1)
    return first, date(year, month, monthrange(year, month)[1])


def _date(cell: Text, year: int, month: int, day: int) -> date:
    try:
        if year not in _YEARS:  # such as 9999 for an end that is not known
            raise ValueError
        return date(year, month, day)
    except ValueError:
        raise Mistake(codes.NOT_IN_CALENDAR.at(cell.span, text=cell)) from None
