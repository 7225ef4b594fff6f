"""The files of the factor library, key by key."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from ..source import Text
from .audit import Model
from .fields import Given, GivenAs, Ident, Name, OneOf, ParsedBy, text_of


def _decimal(value: object) -> str:
    """The text of a plain number; raises ValueError for any other text."""
    text = str(text_of(value))
    if not _NUMBER.fullmatch(text):
        raise ValueError(f"{text!r} is not a plain number")
    return text


_NUMBER = re.compile(r"-?\d+(\.\d+)?")
Number = Annotated[str, ParsedBy(_decimal)]
Id = Annotated[Text, ParsedBy(text_of)]
Flag = Annotated[Text, OneOf("true", "false")]


class Names(Model):
    en: Name
    vi: Name


class Value(Model):
    """One value with its source. `low` and `high` bound its 95 % interval, in the value's unit."""

    value: Annotated[Given, GivenAs("26.7 GJ/t")]
    low: Number | None = None
    high: Number | None = None
    basis: Name | None = None
    year: Number | None = None
    source: Id
    place: Name | None = None
    confirmed: Flag
    seen: Name | None = None
    note: Name | None = None


class DustTerms(Model):
    """Dust of one kind of firing: constant + per_ash · ash + per_sulphur · sulphur."""

    constant: Value | None = None
    per_ash: Value | None = None
    per_sulphur: Value | None = None


class Fuel(Model):
    id: Ident
    name: Names
    biogenic: Flag
    ncv: Value
    co2: Value
    ch4: Value
    n2o: Value
    ncv_volume: Value | None = None
    gcv_dry: Value | None = None
    density: Value | None = None
    sulphur: Value | None = None
    ash: Value | None = None
    moisture: Value | None = None
    so2_per_sulphur: Value | None = None
    toe: Value | None = None
    toe_volume: Value | None = None
    dust: dict[Ident, DustTerms] = {}


class GridSeries(Model):
    """Emission factors of one grid by year, all of one kind; kinds are never mixed."""

    kind: Annotated[
        Text, OneOf("combined-margin", "operating-margin", "build-margin", "average", "life-cycle")
    ]
    default: Flag | None = None
    gas: Annotated[Text, OneOf("CO2", "CO2e")]
    title: Names
    years: dict[Id, Value]


class Grid(Model):
    country: Id
    name: Names
    series: list[GridSeries]


class GwpSet(Model):
    title: Names
    year: Number
    ch4: Value
    n2o: Value


class Gwp(Model):
    default: Id
    why: Name
    sets: dict[Id, GwpSet]


class Energy(Model):
    constants: dict[Id, Value]


class Source(Model):
    title: Name
    publisher: Name | None = None
    year: Number | None = None
    link: Name | None = None


class ResourceType(Model):
    """A resource that a plant may use; `fuels` are the kinds it may be of."""

    name: Names
    unit: Id
    fuels: Annotated[list[Ident], Field(default_factory=list)]
    default: Ident | None = None


class SectorProduct(Model):
    id: Ident
    name: Names
    unit: Id


class Sector(Model):
    id: Ident
    name: Names
    products: list[SectorProduct] = []
