"""One value of the factor library, and what a file of the library is made of."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler

from ...source import Map, Seq, Text
from ..fields import CalendarYear, Date, Name
from ..given import Given, GivenAs
from ..model import Model
from ..validators import OneOf, ParsedBy, text_of, written_as

_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@written_as({"type": ["string", "number"], "pattern": rf"^{_NUMBER.pattern}$"})
def _decimal(value: object) -> str:
    """The text of a plain number; raises ValueError for any other text."""
    text = str(text_of(value))
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"{text!r} is not a plain number")
    return text


Number = Annotated[str, ParsedBy(_decimal)]
Id = Annotated[Text, ParsedBy(text_of)]
Flag = Annotated[Text, OneOf("true", "false")]


class Names(Model):
    """A name in each language of the program."""

    en: Name
    vi: Name


class Sourced(Model):
    """What every value says about itself, beside the value."""

    low: Annotated[Number | None, Field(description="lower bound, in the value's unit")] = None
    high: Annotated[Number | None, Field(description="upper bound, in the value's unit")] = None
    basis: Annotated[
        Name | None, Field(description="what it refers to: net, gross dry, with VAT …")
    ] = None
    year: Annotated[CalendarYear | None, Field(description="of the edition or the data")] = None
    from_: Annotated[
        Date | None, Field(alias="from", description="first day on which it is valid")
    ] = None
    to: Annotated[Date | None, Field(description="last day on which it is valid")] = None
    region: Annotated[
        Id | None, Field(description="country or region it is of; by default its source's")
    ] = None
    reference: Annotated[
        Flag | None, Field(description="true: to look up, not used in calculations")
    ] = None
    source: Annotated[Id, Field(description="an id in sources.yaml")]
    place: Annotated[Name | None, Field(description="page, table or article in the source")] = None
    confirmed: Annotated[Flag, Field(description="whether the number was read at `seen`")]
    seen: Annotated[Name | None, Field(description="where the number was read")] = None
    note: Name | None = None


class Value(Sourced):
    """One value with its source. `low` and `high` bound its 95 % interval, in the value's unit."""

    value: Annotated[Given, GivenAs("26.7 GJ/t")]


class _OneOrSeveral:
    """A value, or a list of values of different regions or times, of which one is chosen."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return BeforeValidator(_as_list).__get_pydantic_core_schema__(source, handler)

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> Any:
        several = handler(schema)
        return {"if": {"type": "object"}, "then": several["items"], "else": several}


def _as_list(value: object) -> object:
    if not isinstance(value, Map):
        return value
    alone = Seq([value])
    alone.span = value.span
    return alone


Values = Annotated[list[Value], _OneOrSeveral()]


class InSeries:
    """A value of a series: what all of them share need not be written in it again."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return handler(source)

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> Any:
        whole = handler.resolve_ref_schema(handler(schema))
        required = [key for key in whole["required"] if key not in Shared.model_fields]
        quantity = whole["properties"]["value"]
        short = {key: quantity[key] for key in ("pattern", "examples")}
        return {**whole, **short, "type": ["string", "object"], "required": required}


class Shared(Model):
    """What all values of a series have in common; each may still say otherwise."""

    unit: Name | None = None
    basis: Name | None = None
    year: CalendarYear | None = None
    region: Id | None = None
    reference: Flag | None = None
    source: Id | None = None
    place: Name | None = None
    confirmed: Flag | None = None
    seen: Name | None = None
    note: Name | None = None


ValueInSeries = Annotated[Value, InSeries()]
