"""The section of an audit file for boilers: what each burns and the heat that it gives."""

from typing import Annotated

from pydantic import Field

from .fields import Ident, Name
from .given import BilledAs, Given, GivenAs
from .model import Model

Burnt = Annotated[Given, BilledAs("1933 t")]


class Boiler(Model):
    """Fuels by resource, in amounts or as a share of the resource, and steam or heat."""

    name: Name | None = None
    fuels: dict[Ident, Burnt] = Field(default_factory=dict)
    steam: Annotated[Given, BilledAs("14000 t")] | None = None
    enthalpy: Annotated[Given, GivenAs("2.66 GJ/t")] | None = None
    heat: Annotated[Given, BilledAs("36000 GJ")] | None = None
