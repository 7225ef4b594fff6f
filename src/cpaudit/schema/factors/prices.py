"""Tariffs, prices and exchange rates by date, and tables that are kept to look up."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from ...language import N_
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

    from_: Date = Field(
        alias="from",
        description=N_(
            "First day of these prices, such as 2009-03-01; they hold until the next version"
        ),
    )
    shared: Shared = Field(
        description=N_("What all prices have in common, such as the source; each may say otherwise")
    )
    average: ValueInSeries = Field(
        description=N_("Mean price of all classes and times, such as 948.5 VND/kWh")
    )
    classes: dict[Id, dict[Id, ValueInSeries]] = Field(
        default_factory=dict, description=N_("Prices by class of customer and by time of day")
    )

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, version: Any) -> Any:
        return completed_in(version, "average", "classes")


class Tariff(Model):
    """The tariff of one resource in one country."""

    country: Id = Field(description=N_("Country as two capital letters"))
    resource: Ident = Field(description=N_("Resource that the prices are of, such as electricity"))
    name: Names = Field(description=N_("Name of the tariff in both languages"))
    note: Name | None = Field(
        default=None, description=N_("What a reader should know, such as hours and duties")
    )
    classes: dict[Id, Names] = Field(description=N_("Names of the classes of customers, by id"))
    times: dict[Id, Names] = Field(description=N_("Names of the times of day, by id"))
    versions: list[TariffVersion] = Field(description=N_("Prices by the day from which they hold"))


class Price(Value):
    """What one resource cost on one day, in one place."""

    of: Ident = Field(description=N_("Resource that the price is of, such as diesel"))
    name: Names = Field(description=N_("Name of what is sold, in both languages"))


class Prices(Model):
    """Prices of one country by id."""

    country: Id = Field(description=N_("Country as two capital letters"))
    prices: dict[Id, Price] = Field(
        description=N_("Prices by id, each of one day or year and one place")
    )


class ExchangeRates(Model):
    """Yearly averages of a currency for one unit of another."""

    currency: CurrencyCode = Field(description=N_("Currency that is counted, such as VND"))
    per: CurrencyCode = Field(description=N_("Currency of which one unit is bought, such as USD"))
    name: Names = Field(description=N_("Name of the rates in both languages"))
    shared: Shared = Field(
        description=N_("What all rates have in common, such as the source; each may say otherwise")
    )
    years: dict[CalendarYear, ValueInSeries] = Field(
        description=N_("Yearly averages, such as {2008: 16302.25 VND/USD}")
    )

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, rates: Any) -> Any:
        return completed_in(rates, "years")


class Row(Value):
    """A value of a table that is kept to look up."""

    name: Names = Field(description=N_("Name of what the value is of, in both languages"))


class ReferenceTable(Model):
    """Values of one kind by id, such as process emissions per tonne of product."""

    name: Names = Field(description=N_("Name of the table in both languages"))
    kind: Annotated[Text, OneOf(*KINDS)] = Field(
        description=N_("Kind of value, such as process; each kind demands its dimension")
    )
    shared: Shared | None = Field(
        default=None,
        description=N_("What all rows have in common, such as the source; each may say otherwise"),
    )
    rows: dict[Id, Annotated[Row, InSeries()]] = Field(
        description=N_("Values by id, each with its name")
    )

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, table: Any) -> Any:
        return completed_in(table, "rows")
