"""The period of an audit: a year, or its first and last month."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from ..diagnostics import Mistake, Span
from ..diagnostics.codes import keys, plausibility
from ..source import Map, Text
from .inner_keys import PERIOD
from .json_types import described, mapping_of
from .validators import text_of, written_as

FIRST_YEAR, LAST_YEAR = 1980, 2100
_MONTH = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?")
_END: dict[str, Any] = {
    "type": ["string", "integer"],
    "pattern": f"^{_MONTH.pattern}$",
    "minimum": FIRST_YEAR,
    "maximum": LAST_YEAR,
}
PERIOD_SCHEMA = {
    **_END,
    **mapping_of(described({"from": _END, "to": _END}, PERIOD), "from", "to"),
    "type": ["string", "integer", "object"],
    "examples": ["2008", "2008-05"],
}


class PeriodGiven(NamedTuple):
    """First and last month, both included, as (year, month)."""

    first: tuple[int, int]
    last: tuple[int, int]
    span: Span


@written_as(PERIOD_SCHEMA)
def parse_period(value: object) -> PeriodGiven:
    """Read `2008`, `2008-05` or `{from: 2008-01, to: 2009-06}`; raises Mistake."""
    if isinstance(value, Map):
        return _between(value)
    text = text_of(value)
    return PeriodGiven(_month(text, 1), _month(text, 12), text.span)


def _between(value: Map) -> PeriodGiven:
    for key in value:
        if key not in {"from", "to"}:
            raise Mistake(keys.UNKNOWN.at(key.span, key=key, known="from, to"))
    for wanted in ("from", "to"):
        if wanted not in value:
            raise Mistake(keys.MISSING.at(value.span, key=wanted, parent="period"))
    first = _month(text_of(value[Text("from")], "from"), 1)
    last = _month(text_of(value[Text("to")], "to"), 12)
    if last < first:
        raise Mistake(keys.PERIOD_BACKWARDS.at(value.span))
    return PeriodGiven(first, last, value.span)


def _month(text: Text, month: int) -> tuple[int, int]:
    """(year, month); `month` where only a year is written."""
    match = _MONTH.fullmatch(text)
    if not match:
        raise Mistake(keys.BAD_PERIOD.at(text.span, text=text))
    year = int(match.group(1))
    if not FIRST_YEAR <= year <= LAST_YEAR:
        low, high = str(FIRST_YEAR), str(LAST_YEAR)
        raise Mistake(plausibility.YEAR_OUT_OF_RANGE.at(text.span, text=text, low=low, high=high))
    return year, int(match.group(2) or month)
