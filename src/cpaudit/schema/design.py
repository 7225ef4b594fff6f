"""The section of an audit file that compares a redesigned product with today's."""

from typing import Annotated

from pydantic import Field

from ..language import N_
from .fields import Ident, Money, Name, StreamPath
from .given import Given, GivenAs, RatioGiven
from .model import Model


class ProductState(Model):
    """What one piece of the product needs, and how many functional units it gives."""

    uses: dict[StreamPath, Annotated[Given, GivenAs("2.4 kg")]] = Field(
        default_factory=dict,
        description=N_(
            "Per piece, by id of resource, discharge or load: {steel: 2.4 kg, electricity: 3.2 kWh}"
        ),
    )
    units: Annotated[Given, RatioGiven("1.5")] | None = Field(
        default=None,
        description=N_("Functional units that one piece gives, a number alone; default: 1"),
    )
    other_cost: Money | None = Field(
        default=None, description=N_("Further cost of a piece, such as wages: 2000 VND")
    )
    other_co2e: Annotated[Given, GivenAs("4.6 kgCO2e")] | None = Field(
        default=None, description=N_("CO2e that suppliers emit for a piece, such as 4.6 kgCO2e")
    )


class Design(Model):
    """A product as it is made today and as it is to be made."""

    id: Ident = Field(description=N_("Id of the product, in figure paths"))
    name: Name | None = Field(default=None, description=N_("Name shown in the tables"))
    functional_unit: Name = Field(
        description=N_("What the product does, such as five years of carrying shopping")
    )
    per_year: Annotated[Given, RatioGiven("50000")] | None = Field(
        default=None,
        description=N_("Today's number of functional units a year, a number alone such as 50000"),
    )
    today: ProductState = Field(description=N_("The product as it is made today"))
    redesign: ProductState = Field(description=N_("The product as it is to be made"))
