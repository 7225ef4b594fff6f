"""What the law makes a plant pay and do: charges by decree and date, thresholds and duties."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from ...language import N_
from ...source import Text
from ..fields import CurrencyCode, Date, Ident
from ..given import Given, GivenAs
from ..model import Model
from ..series import completed_in
from ..validators import OneOf
from .value import Flag, Id, Names, Shared, Value, ValueInSeries


class ChargeClass(Model):
    """What the plants of one size pay; classes stand from the largest to the smallest."""

    at_least: Annotated[Given, GivenAs("20 m3/day")] | None = Field(
        default=None,
        description=N_(
            "Wastewater a day from which the class counts, such as 20 m3/day; without: every plant"
        ),
    )
    fixed: ValueInSeries | None = Field(
        default=None, description=N_("What is paid whatever is discharged, such as 1500000 VND/yr")
    )
    rates: dict[Id, ValueInSeries] = Field(
        default_factory=dict,
        description=N_(
            "Rates by wastewater, COD, TSS, dust, so2, co2e … or a fuel, such as {COD: 2000 VND/kg}"
        ),
    )


class ChargeVersion(Model):
    """A charge as one law has it, for as long as that law is in force."""

    from_: Date = Field(alias="from", description=N_("First day of the law, such as 2017-01-01"))
    to: Date | None = Field(
        default=None, description=N_("Last day of the law; without: in force until today")
    )
    note: Names | None = Field(
        default=None, description=N_("What a plant should know of the charge, in both languages")
    )
    shared: Shared | None = Field(
        default=None,
        description=N_("What all rates have in common, such as the source; each may say otherwise"),
    )
    classes: list[ChargeClass] = Field(
        default_factory=list,
        description=N_("Rates by size of the plant, from the largest plants to the smallest"),
    )
    power_factor: ValueInSeries | None = Field(
        default=None,
        description=N_("Limit of cos φ below which the bill for electricity is raised"),
    )

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, version: Any) -> Any:
        return completed_in(version, "fixed", "rates", "power_factor")


class Charge(Model):
    """A charge by law. One that is `in_prices` is paid with the fuel and told, not added."""

    id: Ident = Field(description=N_("Id of the charge, which is also the name of the file"))
    name: Names = Field(description=N_("Name of the charge in both languages"))
    country: Id = Field(description=N_("Country of the law as two capital letters"))
    currency: CurrencyCode = Field(description=N_("Currency of the rates"))
    in_prices: Flag | None = Field(
        default=None, description=N_("true: paid with the price of the fuel; told and not added")
    )
    versions: list[ChargeVersion] = Field(description=N_("The charge as each law has it, by date"))


class ThresholdVersion(Model):
    """A limit and the duties of those who reach it, for as long as the law is in force."""

    from_: Date = Field(
        alias="from", description=N_("First day of the law, such as 2011 or 2011-01-01")
    )
    to: Date | None = Field(
        default=None, description=N_("Last day of the law; without: in force until today")
    )
    limit: Value = Field(description=N_("Size from which the duties hold, such as 1000 TOE/yr"))
    duty: Names = Field(description=N_("What a plant of that size must do, in both languages"))


class Threshold(Model):
    """A size from which a plant has duties by law."""

    id: Ident = Field(description=N_("Id of the threshold, such as key-energy-user"))
    name: Names = Field(description=N_("Name of those who reach it, in both languages"))
    of: Annotated[Text, OneOf("toe", "co2e", "solid_waste")] = Field(
        description=N_("What is compared with the limit: toe, co2e or solid_waste")
    )
    versions: list[ThresholdVersion] = Field(
        description=N_("Limit and duties as each law has them, by date")
    )


class Law(Model):
    """The thresholds of one country."""

    country: Id = Field(
        description=N_("Country as two capital letters, which is also the name of the file")
    )
    name: Names = Field(description=N_("Name of the country in both languages"))
    thresholds: list[Threshold] = Field(description=N_("Sizes from which a plant has duties"))
