"""The plant of an audit file, and what it makes."""

from typing import Annotated

from pydantic import Field

from ..language import N_
from ..source import Text
from .fields import Country, CurrencyCode, Ident, Name, Share
from .given import BilledAs, Given, GivenAs
from .model import Model
from .validators import OneOf


class Plant(Model):
    name: Name = Field(description=N_("Name of the plant, shown at the head of the report"))
    sector: Ident | None = Field(
        default=None,
        description=N_(
            "Sector of industry as the library calls it, such as textile; default: other"
        ),
    )
    country: Country = Field(
        description=N_("Country as two capital letters, such as VN; chooses the grid factor")
    )
    currency: CurrencyCode = Field(
        description=N_("Currency of all results in money, such as VND or USD")
    )
    number_style: Annotated[Text, OneOf("plain", "vi", "en")] | None = Field(
        default=None,
        description=N_("How numbers are written: plain 1234.5, vi 1.234,5 or en 1,234.5"),
    )
    province: Name | None = Field(
        default=None, description=N_("Province, shown in the report and in tables of a programme")
    )
    address: Name | None = Field(
        default=None, description=N_("Address, shown at the head of the report")
    )


class Production(Model):
    product: Ident = Field(description=N_("Id of the product, such as dyed-fabric"))
    amount: Annotated[Given, BilledAs("5200 t")] = Field(
        description=N_("What was made in the period, such as 5200 t; or a column of bills")
    )
    name: Name | None = Field(default=None, description=N_("Name shown instead of the id"))
    share: Share | None = Field(
        default=None,
        description=N_("Part of the plant's use that goes into this product, such as 60 %"),
    )
    capacity: Annotated[Given, GivenAs("6000 t/yr")] | None = Field(
        default=None,
        description=N_(
            "What the plant could make a year, such as 6000 t/yr; chooses the norm by size"
        ),
    )
    benchmark: Ident | None = Field(
        default=None,
        description=N_(
            "Product of the sector's library to compare with; default: the product's id"
        ),
    )
