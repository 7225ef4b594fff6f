"""Values that only a programme file has: counts, years, rates by year, short entries."""

from __future__ import annotations

import re
from typing import Annotated, Any, NamedTuple

from pydantic import ValidationInfo

from ...diagnostics import Code, Mistake, Span
from ...diagnostics.codes import keys, plausibility, rollup
from ...diagnostics.codes import programme as codes
from ...source import Map, Text
from ...units import Quantity
from ...units.numbers import parse_number
from ..given import QUALITIES, Given, GivenAs
from ..inner_keys import LONG_FORM, YEARS
from ..json_types import Schema, by_key, chosen_by_key, described, mapping_of, quantity
from ..period import FIRST_YEAR, LAST_YEAR
from ..validators import IDENT, Validator, text_of

_YEAR = re.compile(r"\d{4}")
_YEAR_SCHEMA: Schema = {
    "type": ["string", "integer"],
    "pattern": f"^{_YEAR.pattern}$",
    "minimum": FIRST_YEAR,
    "maximum": LAST_YEAR,
}


class CountGiven(GivenAs):
    """A number of things, such as trainees: zero or more, without a unit; `some`: not zero."""

    def __init__(self, example: str, whole: bool = True, some: bool = False) -> None:
        super().__init__(example)
        self.whole = whole
        self.some = some

    def _quantity(self, text: Text, info: ValidationInfo) -> Quantity:
        style = (info.context or {}).get("style")
        number = parse_number(text, style, text.span, self.example)
        if number.rest:
            raise Mistake(codes.NOT_A_COUNT.at(text.span, text=text, example=self.example))
        if number.value < 0:
            raise Mistake(codes.NOT_A_COUNT.at(text.span, text=text, example=self.example))
        if self.whole and number.value % 1:
            raise Mistake(codes.NOT_WHOLE.at(text.span, text=text))
        if self.some and not number.value:
            raise Mistake(plausibility.NOT_POSITIVE.at(text.span))
        return Quantity(number.value, "unit", text, text.span, number.digit)

    def json_schema(self) -> dict[str, Any]:
        least: dict[str, int] = {"exclusiveMinimum": 0} if self.some else {"minimum": 0}
        return quantity(self.example, QUALITIES, LONG_FORM, number=True, **least)


class Years(NamedTuple):
    """The first and the last year, both included."""

    first: int
    last: int
    span: Span


class YearsGiven(Validator):
    """A year, or `{from: 1999, to: 2008}`."""

    def json_schema(self) -> Schema:
        ends = described({"from": _YEAR_SCHEMA, "to": _YEAR_SCHEMA}, YEARS)
        between = mapping_of(ends, "from", "to")
        return {**_YEAR_SCHEMA, **between, "type": ["string", "integer", "object"]}

    def parse(self, value: Any, info: ValidationInfo) -> Years:
        if not isinstance(value, Map):
            text = text_of(value)
            year = year_of(text, rollup.BAD_YEARS)
            return Years(year, year, text.span)
        for key in value:
            if key not in {"from", "to"}:
                raise Mistake(keys.UNKNOWN.at(key.span, key=key, known="from, to"))
        for wanted in ("from", "to"):
            if wanted not in value:
                raise Mistake(keys.MISSING.at(value.span, key=wanted, parent="years"))
        first, last = (year_of(text_of(value[Text(end)], end)) for end in ("from", "to"))
        if last < first:
            raise Mistake(rollup.YEARS_BACKWARDS.at(value.span))
        return Years(first, last, value.span)


class StartGiven(Validator):
    """The year in which savings began, or one for each option: `{condensate: 2008}`."""

    def json_schema(self) -> Schema:
        by_option = by_key(IDENT.json_schema(), _YEAR_SCHEMA)
        return {**_YEAR_SCHEMA, **by_option, "type": ["string", "integer", "object"]}

    def parse(self, value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, Map):
            return {
                IDENT.parse(key, info): year_of(text_of(one, key)) for key, one in value.items()
            }
        return year_of(text_of(value))


class RateGiven(GivenAs):
    """An exchange rate, for all years (`16300 VND`) or by year (`{2008: 16300 VND}`)."""

    def json_schema(self) -> Schema:
        once = super().json_schema()
        years = by_key(_YEAR_SCHEMA, once, minProperties=1)
        return chosen_by_key("value", once, years, once)

    def parse(self, value: Any, info: ValidationInfo) -> Any:
        if not isinstance(value, Map) or not value or not all(key[:1].isdigit() for key in value):
            return super().parse(value, info)
        amount = super().parse
        return {year_of(year): amount(one, info) for year, one in value.items()}


class ShortEntry(Validator):
    """An entry of which one key alone may be written, as a text."""

    def __init__(self, key: str) -> None:
        self.key = key

    def completed(self, value: Any) -> Any:
        """The entry as a mapping; what is neither a text nor a mapping stays as it is."""
        if not isinstance(value, Text):
            return value
        made = Map({Text.of(self.key, value.span): value})
        made.span = value.span
        return made


def year_of(text: Text, otherwise: Code = rollup.BAD_YEAR) -> int:
    """A year of the calendar. Raises Mistake, with the code `otherwise` for any other text."""
    if not _YEAR.fullmatch(text):
        raise Mistake(otherwise.at(text.span, text=text))
    if not FIRST_YEAR <= int(text) <= LAST_YEAR:
        low, high = str(FIRST_YEAR), str(LAST_YEAR)
        raise Mistake(plausibility.YEAR_OUT_OF_RANGE.at(text.span, text=text, low=low, high=high))
    return int(text)


class YearGiven(Validator):
    """A year of the calendar."""

    def json_schema(self) -> Schema:
        return _YEAR_SCHEMA

    def parse(self, value: Any, info: ValidationInfo) -> int:
        return year_of(text_of(value))


Count = Annotated[Given, CountGiven("32")]
SomePlants = Annotated[Given, CountGiven("32", some=True)]
Days = Annotated[Given, CountGiven("3", whole=False)]
PersonDays = Annotated[Given, CountGiven("96", whole=False)]
CalendarYear = Annotated[int, YearGiven()]
YearRange = Annotated[Years, YearsGiven()]
Start = Annotated[int | dict[Text, int], StartGiven()]
RateByYear = Annotated[Given | dict[int, Given], RateGiven("16300 VND")]
