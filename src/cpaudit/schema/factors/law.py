"""What the law makes a plant pay and do: charges by decree and date, thresholds and duties."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from ...source import Text
from ..fields import CurrencyCode, Date, Ident
from ..given import Given, GivenAs
from ..model import Model
from ..series import completed_in
from ..validators import OneOf
from .value import Flag, Id, Names, Shared, Value, ValueInSeries


class ChargeClass(Model):
    """What the plants of one size pay; classes stand from the largest to the smallest."""

    at_least: Annotated[
        Annotated[Given, GivenAs("20 m3/day")] | None,
        Field(description="wastewater a day from which the class counts; without: every plant"),
    ] = None
    fixed: Annotated[ValueInSeries | None, Field(description="paid whatever is discharged")] = None
    rates: Annotated[
        dict[Id, ValueInSeries],
        Field(description="by wastewater, COD, TSS, dust, so2, co2e …, or a fuel"),
    ] = {}


class ChargeVersion(Model):
    """A charge as one law has it, for as long as that law is in force."""

    from_: Annotated[Date, Field(alias="from")]
    to: Date | None = None
    note: Names | None = None
    shared: Shared | None = None
    classes: list[ChargeClass] = []
    power_factor: Annotated[
        ValueInSeries | None, Field(description="below it the bill for electricity is raised")
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, version: Any) -> Any:
        return completed_in(version, "fixed", "rates", "power_factor")


class Charge(Model):
    """A charge by law. One that is `in_prices` is paid with the fuel and told, not added."""

    id: Ident
    name: Names
    country: Id
    currency: CurrencyCode
    in_prices: Flag | None = None
    versions: list[ChargeVersion]


class ThresholdVersion(Model):
    """A limit and the duties of those who reach it, for as long as the law is in force."""

    from_: Annotated[Date, Field(alias="from")]
    to: Date | None = None
    limit: Value
    duty: Names


class Threshold(Model):
    """A size from which a plant has duties by law."""

    id: Ident
    name: Names
    of: Annotated[Text, OneOf("toe", "co2e", "solid_waste")]
    versions: list[ThresholdVersion]


class Law(Model):
    """The thresholds of one country."""

    country: Id
    name: Names
    thresholds: list[Threshold]
