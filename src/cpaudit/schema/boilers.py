"""The section of an audit file for boilers: what each burns and the heat that it gives."""

from typing import Annotated

from pydantic import Field

from ..language import N_
from .fields import Ident, Name
from .given import BilledAs, Given, GivenAs
from .model import Model

Burnt = Annotated[Given, BilledAs("1933 t")]


class Boiler(Model):
    """Fuels by resource, in amounts or as a share of the resource, and steam or heat."""

    name: Name | None = Field(default=None, description=N_("Name shown instead of the id"))
    fuels: dict[Ident, Burnt] = Field(
        default_factory=dict,
        description=N_(
            "What it burns, by id of the resource: an amount of the period, a share (60 %) or bills"
        ),
    )
    steam: Annotated[Given, BilledAs("14000 t")] | None = Field(
        default=None,
        description=N_("Steam made in the period, such as 14000 t, or bills; with enthalpy"),
    )
    enthalpy: Annotated[Given, GivenAs("2.66 GJ/t")] | None = Field(
        default=None,
        description=N_("Heat added to each tonne from feed water to steam, such as 2.66 GJ/t"),
    )
    heat: Annotated[Given, BilledAs("36000 GJ")] | None = Field(
        default=None,
        description=N_(
            "Useful heat of the period, such as 36000 GJ, or bills; in place of steam and enthalpy"
        ),
    )
