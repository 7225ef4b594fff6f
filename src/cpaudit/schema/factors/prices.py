"""Tariffs, prices and exchange rates by date, and tables that are kept to look up."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from ...source import Text
from ..fields import CalendarYear, CurrencyCode, Date, Ident, Name
from ..model import Model
from ..series import completed_in
from ..validators import OneOf
from .value import Id, InSeries, Names, Shared, Value, ValueInSeries

# kinds of tables; each demands its dimension
KINDS = (
    "process",
    "wastewater_b0",
    "wastewater_mcf",
    "wastewater_cod",
    "wastewater_volume",
    "road_ch4",
    "road_n2o",
    "boiler_efficiency",
)


class TariffVersion(Model):
    """The prices that hold from one day on, by class of customer and by time of day."""

    from_: Annotated[Date, Field(alias="from")]
    shared: Shared
    average: ValueInSeries
    classes: dict[Id, dict[Id, ValueInSeries]] = {}

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, version: Any) -> Any:
        return completed_in(version, "average", "classes")


class Tariff(Model):
    """The tariff of one resource in one country."""

    country: Id
    resource: Ident
    name: Names
    note: Name | None = None
    classes: dict[Id, Names]
    times: dict[Id, Names]
    versions: list[TariffVersion]


class Price(Value):
    """What one resource cost on one day, in one place."""

    of: Ident
    name: Names


class Prices(Model):
    """Prices of one country by id."""

    country: Id
    prices: dict[Id, Price]


class ExchangeRates(Model):
    """Yearly averages of a currency for one unit of another."""

    currency: CurrencyCode
    per: CurrencyCode
    name: Names
    shared: Shared
    years: dict[CalendarYear, ValueInSeries]

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, rates: Any) -> Any:
        return completed_in(rates, "years")


class Row(Value):
    """A value of a table that is kept to look up."""

    name: Names


class ReferenceTable(Model):
    """Values of one kind by id, such as process emissions per tonne of product."""

    name: Names
    kind: Annotated[
        Text, OneOf(*KINDS), Field(description="kind of value, which demands its dimension")
    ]
    shared: Shared | None = None
    rows: dict[Id, Annotated[Row, InSeries()]]

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, table: Any) -> Any:
        return completed_in(table, "rows")
