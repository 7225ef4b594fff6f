"""How one scalar of a file is read: as text, of a form, out of a list. It keeps its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from pydantic import GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from ..diagnostics import Mistake
from ..diagnostics.codes import keys as codes
from ..source import Missing, Seq, Text
from .json_types import ANY_TEXT, SCALAR, Schema, matching, one_or_several, readings

_SCHEMA = "json_schema"


def text_of(value: object, key: str | None = None) -> Text:
    """The scalar itself; raises Mistake for a missing value, a list or a mapping under `key`."""
    if isinstance(value, Text):
        return value
    code = codes.NO_VALUE if isinstance(value, Missing) else codes.NOT_TEXT
    named = {} if key is None else {"key": key}
    raise Mistake(code.at(getattr(value, "span", None), **named))


class Validator:
    """An annotation that hands the located value to `parse` and keeps what it returns.

    `json_schema` is what an editor can check of it while the file is written.
    """

    def parse(self, value: Any, info: ValidationInfo) -> Any:
        raise NotImplementedError

    def json_schema(self) -> dict[str, Any]:
        return {"type": SCALAR}

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self.parse)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return self.json_schema()


class AnyText(Validator):
    """Text that is only shown, such as a name."""

    def json_schema(self) -> dict[str, Any]:
        return ANY_TEXT

    def parse(self, value: Any, info: ValidationInfo) -> Text:
        text = text_of(value)
        if not text.strip():
            raise Mistake(codes.NO_VALUE.at(text.span))
        return text


class Matching(Validator):
    """Text of a given form; `code` says what is wrong with any other.

    `numbers` are the least and the largest whole number of that form, where it has any.
    """

    def __init__(self, pattern: str, code: Any, numbers: tuple[int, int] | None = None) -> None:
        self.pattern = re.compile(pattern)
        self.code = code
        self.numbers = (int(pattern), int(pattern)) if pattern.isdigit() else numbers

    def json_schema(self) -> dict[str, Any]:
        return matching(self.pattern, self.numbers)

    def parse(self, value: Any, info: ValidationInfo) -> Text:
        text = text_of(value)
        if not self.pattern.fullmatch(text):
            raise Mistake(self.code.at(text.span, text=text))
        return text


class Calendar(Matching):
    """A year, a month or a day that the calendar has: `2021`, `2021-07` or `2021-07-01`."""

    def __init__(self, pattern: str) -> None:
        super().__init__(pattern, codes.BAD_DATE, (0, 9999))

    def parse(self, value: Any, info: ValidationInfo) -> Text:
        text = super().parse(value, info)
        try:
            date.fromisoformat(text + "-01-01"[len(text) - 4 :])
        except ValueError:
            raise Mistake(codes.BAD_DATE.at(text.span, text=text)) from None
        return text


class OneOf(Validator):
    """Text out of a closed list."""

    def __init__(self, *choices: str) -> None:
        self.choices = choices

    def json_schema(self) -> dict[str, Any]:
        return {"enum": [one for choice in self.choices for one in readings(choice)]}

    def parse(self, value: Any, info: ValidationInfo) -> Text:
        text = text_of(value)
        if text not in self.choices:
            choices = ", ".join(self.choices)
            raise Mistake(codes.NOT_ONE_OF.at(text.span, text=text, choices=choices))
        return text


class ListOf(Validator):
    """A list of ids; one id alone may be written without brackets."""

    def json_schema(self) -> dict[str, Any]:
        return one_or_several(IDENT.json_schema())

    def parse(self, value: Any, info: ValidationInfo) -> tuple[Text, ...]:
        if isinstance(value, Seq):
            return tuple(IDENT.parse(item, info) for item in value)
        if isinstance(value, Text):
            return (IDENT.parse(value, info),)
        code = codes.NO_VALUE if isinstance(value, Missing) else codes.NOT_A_LIST
        raise Mistake(code.at(getattr(value, "span", None)))


P = TypeVar("P", bound=Callable[..., Any])


def written_as(schema: Schema) -> Callable[[P], P]:
    """Let a function that reads a value say which values it reads, as a JSON Schema."""

    def marked(function: P) -> P:
        setattr(function, _SCHEMA, schema)
        return function

    return marked


class ParsedBy(Validator):
    """A value read by a function of its own; any scalar, where it is not `written_as`."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self.function = function

    def json_schema(self) -> Schema:
        return getattr(self.function, _SCHEMA, {"type": SCALAR})

    def parse(self, value: Any, info: ValidationInfo) -> Any:
        return self.function(value)


IDENT = Matching(r"[^\W\d_][\w-]{0,63}", codes.BAD_ID)
