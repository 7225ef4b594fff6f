"""The kinds of values in a file: names, choices, quantities. Each keeps its text and its place.

They are written as `Annotated[Given, GivenAs("350 million VND")]`: the example is what the hint of
a mistake shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, NamedTuple

from pydantic import GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from ..diagnostics import Mistake, Span
from ..diagnostics.codes import keys as codes
from ..diagnostics.codes import plausibility
from ..language import N_
from ..source import Map, Missing, Seq, Text
from ..units import Quantity, parse_quantity
from ..units.numbers import parse_number

QUALITIES = (N_("metered"), N_("billed"), N_("estimated"))


class Given(NamedTuple):
    """A quantity as given, with what the long form `{value: …, source: …}` says about it."""

    quantity: Quantity
    source: str | None = None
    quality: str | None = None
    uncertainty: Quantity | None = None

    @property
    def span(self) -> Span:
        return self.quantity.span


def text_of(value: object, key: str | None = None) -> Text:
    """The scalar itself; raises Mistake for a missing value, a list or a mapping under `key`."""
    if isinstance(value, Text):
        return value
    code = codes.NO_VALUE if isinstance(value, Missing) else codes.NOT_TEXT
    named = {} if key is None else {"key": key}
    raise Mistake(code.at(getattr(value, "span", None), **named))


class _Validator:
    """An annotation that hands the located value to `parse` and keeps what it returns.

    `json_schema` is what an editor can check of it while the file is written.
    """

    def parse(self, value: Any, info: ValidationInfo) -> Any:
        raise NotImplementedError

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string"}

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self.parse)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return self.json_schema()


class AnyText(_Validator):
    """Text that is only shown, such as a name."""

    def parse(self, value: Any, info: ValidationInfo) -> Text:
        text = text_of(value)
        if not text.strip():
            raise Mistake(codes.NO_VALUE.at(text.span))
        return text


class Matching(_Validator):
    """Text of a given form; `code` says what is wrong with any other."""

    def __init__(self, pattern: str, code: Any) -> None:
        self.pattern = re.compile(pattern)
        self.code = code

    def json_schema(self) -> dict[str, Any]:
        # `\w` of Python knows every alphabet, that of JSON Schema only ASCII: spelt out as "any"
        pattern = self.pattern.pattern.replace(r"[^\W\d_]", r"[^\s\d_-]").replace(r"[\w-]", r"\S")
        return {"type": ["string", "integer"], "pattern": f"^(?:{pattern})$"}

    def parse(self, value: Any, info: ValidationInfo) -> Text:
        text = text_of(value)
        if not self.pattern.fullmatch(text):
            raise Mistake(self.code.at(text.span, text=text))
        return text


class Calendar(Matching):
    """A year, a month or a day that the calendar has: `2021`, `2021-07` or `2021-07-01`."""

    def __init__(self, pattern: str) -> None:
        super().__init__(pattern, codes.BAD_DATE)

    def parse(self, value: Any, info: ValidationInfo) -> Text:
        text = super().parse(value, info)
        try:
            date.fromisoformat(text + "-01-01"[len(text) - 4 :])
        except ValueError:
            raise Mistake(codes.BAD_DATE.at(text.span, text=text)) from None
        return text


class OneOf(_Validator):
    """Text out of a closed list."""

    def __init__(self, *choices: str) -> None:
        self.choices = choices

    def json_schema(self) -> dict[str, Any]:
        if set(self.choices) == {"true", "false"}:
            return {"type": "boolean"}
        return {"enum": list(self.choices)}

    def parse(self, value: Any, info: ValidationInfo) -> Text:
        text = text_of(value)
        if text not in self.choices:
            choices = ", ".join(self.choices)
            raise Mistake(codes.NOT_ONE_OF.at(text.span, text=text, choices=choices))
        return text


class GivenAs(_Validator):
    """A quantity, short (`7054 MWh`) or long (`{value: 7054 MWh, source: …}`)."""

    def __init__(self, example: str) -> None:
        self.example = example

    def json_schema(self) -> dict[str, Any]:
        """A number and its unit, or the long form; the unit itself is checked by the program."""
        short = {"type": "string", "pattern": r"^\s*[-+]?\d", "examples": [self.example]}
        parts = {name: {"type": "string"} for name in ("value", "source", "uncertainty")}
        long = {
            "type": "object",
            "properties": {**parts, "quality": {"enum": list(QUALITIES)}},
            "required": ["value"],
            "additionalProperties": False,
        }
        return {"anyOf": [short, long]}

    def parse(self, value: Any, info: ValidationInfo) -> Given:
        if isinstance(value, Map):
            return self._long_form(value, info)
        return Given(self._quantity(text_of(value), info))

    def _quantity(self, text: Text, info: ValidationInfo) -> Quantity:
        return parse_quantity(text, (info.context or {}).get("style"), text.span, self.example)

    def _uncertainty(self, text: Text, info: ValidationInfo) -> Quantity:
        """A share; plus or minus is meant, so it has no sign of its own."""
        quantity = GivenAs("2 %")._quantity(text, info)
        share = quantity.to_or_refuse("unit", N_("the uncertainty"), "2 %")
        if share < 0:
            raise Mistake(plausibility.NEGATIVE.at(text.span, key="uncertainty"))
        return quantity

    def _long_form(self, value: Map, info: ValidationInfo) -> Given:
        known = ("value", "source", "quality", "uncertainty")
        for key in value:
            if key not in known:
                raise Mistake(codes.UNKNOWN.at(key.span, key=key, known=", ".join(known)))
        if "value" not in value:
            raise Mistake(codes.VALUE_MISSING.at(value.span))
        parts: dict[str, Any] = {str(key): text_of(part, key) for key, part in value.items()}
        if "quality" in parts:
            OneOf(*QUALITIES).parse(parts["quality"], info)
        if "uncertainty" in parts:
            parts["uncertainty"] = self._uncertainty(parts["uncertainty"], info)
        return Given(self._quantity(parts.pop("value"), info), **parts)


class RatioGiven(GivenAs):
    """A number that has no unit by nature, such as a power factor; 90 % is read as well."""

    def _quantity(self, text: Text, info: ValidationInfo) -> Quantity:
        style = (info.context or {}).get("style")
        number = parse_number(text, style, text.span, self.example)
        if number.rest or number.scaled:
            return super()._quantity(text, info)
        return Quantity(number.value, "unit", text, text.span, number.digit)

    def json_schema(self) -> dict[str, Any]:
        return {"anyOf": [{"type": "number"}, super().json_schema()]}


class ListOf(_Validator):
    """A list of ids; one id alone may be written without brackets."""

    def json_schema(self) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}

    def parse(self, value: Any, info: ValidationInfo) -> tuple[Text, ...]:
        if isinstance(value, Seq):
            return tuple(IDENT.parse(item, info) for item in value)
        if isinstance(value, Text):
            return (IDENT.parse(value, info),)
        code = codes.NO_VALUE if isinstance(value, Missing) else codes.NOT_A_LIST
        raise Mistake(code.at(getattr(value, "span", None)))


class ParsedBy(_Validator):
    """A value read by a function of its own."""

    def __init__(
        self, function: Callable[[Any], Any], schema: dict[str, Any] | None = None
    ) -> None:
        self.function = function
        self.schema = schema or {}

    def json_schema(self) -> dict[str, Any]:
        return self.schema

    def parse(self, value: Any, info: ValidationInfo) -> Any:
        return self.function(value)


IDENT = Matching(r"[^\W\d_][\w-]{0,63}", codes.BAD_ID)

Name = Annotated[Text, AnyText()]
Ident = Annotated[Text, IDENT]
StreamPath = Annotated[Text, Matching(r"[^\W\d_][\w-]{0,63}(\.[A-Za-z]{1,8})?", codes.BAD_ID)]
Country = Annotated[Text, Matching(r"[A-Z]{2}", codes.BAD_COUNTRY)]
CurrencyCode = Annotated[Text, AnyText()]
Date = Annotated[Text, Calendar(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")]
CalendarYear = Annotated[Text, Calendar(r"\d{4}")]
Idents = Annotated[tuple[Text, ...], ListOf()]
Year = Annotated[Text, Matching(r"[0-9]|[1-9][0-9]", codes.NOT_A_YEAR_NUMBER)]
FactorId = Annotated[Text, Matching(r"[^\W\d_][\w.-]{0,127}", codes.BAD_ID)]
WholeYears = Annotated[Text, Matching(r"[1-9]|[1-9][0-9]", codes.NOT_WHOLE_YEARS)]
Share = Annotated[Given, GivenAs("12 %")]
Ratio = Annotated[Given, RatioGiven("0.85")]
Money = Annotated[Given, GivenAs("350 million VND")]
