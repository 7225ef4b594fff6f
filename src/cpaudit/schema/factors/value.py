"""One value of the factor library, and what a file of the library is made of."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler

from ...language import N_
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

    en: Name = Field(description=N_("Name in English"))
    vi: Name = Field(description=N_("Name in Vietnamese"))


class Sourced(Model):
    """What every value says about itself, beside the value."""

    low: Number | None = Field(
        default=None,
        description=N_(
            "Lower bound, a plain number in the value's unit; of IPCC values the 95 % interval's"
        ),
    )
    high: Number | None = Field(
        default=None,
        description=N_(
            "Upper bound, a plain number in the value's unit; only where both are known"
        ),
    )
    basis: Name | None = Field(
        default=None,
        description=N_("What the number refers to, such as net, gross dry or with VAT"),
    )
    year: CalendarYear | None = Field(
        default=None, description=N_("Year of the edition or of the data")
    )
    from_: Date | None = Field(
        default=None,
        alias="from",
        description=N_("First day on which it is valid, such as 2021-01-01"),
    )
    to: Date | None = Field(
        default=None, description=N_("Last day on which it is valid, such as 2025-12-31")
    )
    region: Id | None = Field(
        default=None,
        description=N_(
            "Country or region that it is of; default: that of its source, otherwise everywhere"
        ),
    )
    reference: Flag | None = Field(
        default=None, description=N_("true: only to look up, no calculation uses it")
    )
    source: Id = Field(description=N_("Where it is from: an id in sources.yaml"))
    place: Name | None = Field(default=None, description=N_("Page, table or article in the source"))
    confirmed: Flag = Field(
        description=N_(
            "true: the number was read at the place in seen; false: results with it are warned of"
        )
    )
    seen: Name | None = Field(
        default=None, description=N_("Where the number was read, often a copy and not the original")
    )
    note: Name | None = Field(default=None, description=N_("What a reader should know of it"))


class Value(Sourced):
    """One value with its source. `low` and `high` bound its 95 % interval, in the value's unit."""

    value: Annotated[Given, GivenAs("26.7 GJ/t")] = Field(
        description=N_("The number and its unit, such as 26.7 GJ/t; the point is the decimal mark")
    )


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

    basis: Name | None = Field(
        default=None,
        description=N_("What the numbers refer to, such as net, gross dry or with VAT"),
    )
    year: CalendarYear | None = Field(
        default=None, description=N_("Year of the edition or of the data of all values")
    )
    region: Id | None = Field(
        default=None, description=N_("Country or region that the values are of")
    )
    reference: Flag | None = Field(
        default=None, description=N_("true: all only to look up, no calculation uses them")
    )
    source: Id | None = Field(
        default=None, description=N_("Where the values are from: an id in sources.yaml")
    )
    place: Name | None = Field(
        default=None, description=N_("Page, table or article in the source of all values")
    )
    confirmed: Flag | None = Field(
        default=None,
        description=N_("true: the numbers were read at the place in seen; false: they were not"),
    )
    seen: Name | None = Field(
        default=None,
        description=N_("Where the numbers were read, often a copy and not the original"),
    )
    note: Name | None = Field(
        default=None, description=N_("What a reader should know of all values")
    )


ValueInSeries = Annotated[Value, InSeries()]
