"""The section of an audit file that compares a redesigned product with today's."""

from typing import Annotated

from .fields import Ident, Money, Name, StreamPath
from .given import Given, GivenAs, RatioGiven
from .model import Model


class ProductState(Model):
    """What one piece of the product needs, and how many functional units it gives."""

    uses: dict[StreamPath, Annotated[Given, GivenAs("2.4 kg")]] = {}
    units: Annotated[Given, RatioGiven("1.5")] | None = None
    other_cost: Money | None = None
    other_co2e: Annotated[Given, GivenAs("4.6 kgCO2e")] | None = None


class Design(Model):
    """A product as it is made today and as it is to be made."""

    id: Ident
    name: Name | None = None
    functional_unit: Name
    per_year: Annotated[Given, RatioGiven("50000")] | None = None
    today: ProductState
    redesign: ProductState
