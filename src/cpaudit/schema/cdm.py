"""The section of an audit file for an idea note of the clean development mechanism."""

from typing import Annotated

from pydantic import Field

from ..language import N_
from ..source import Text
from .fields import Date, Ident, Share, WholeYears
from .given import Given, GivenAs
from .model import Model
from .validators import OneOf

METHODS = ("AMS-II.D", "AMS-I.C")


class Cdm(Model):
    """Which package becomes the project, by which method, over which crediting period."""

    method: Annotated[Text, OneOf(*METHODS)] = Field(
        description=N_(
            "AMS-II.D (energy efficiency, fuel switching) or AMS-I.C (heat from renewable energy)"
        )
    )
    package: Ident | None = Field(
        default=None,
        description=N_("Package that becomes the project; needed where there are several"),
    )
    start: Date = Field(
        description=N_("First crediting month: 2012, 2012-07 or 2012-07-15 (the day is not used)")
    )
    years: WholeYears = Field(
        description=N_("Length of the crediting period in years, usually 7 (renewable twice) or 10")
    )
    operating_margin: Annotated[Given, GivenAs("0.6465 t/MWh")] | None = Field(
        default=None,
        description=N_("Operating margin of the grid, such as 0.6465 t/MWh; with build_margin"),
    )
    build_margin: Annotated[Given, GivenAs("0.5064 t/MWh")] | None = Field(
        default=None,
        description=N_("Build margin of the grid, such as 0.5064 t/MWh; with operating_margin"),
    )
    operating_weight: Share | None = Field(
        default=None,
        description=N_("Weight of the operating margin in the combined one; default: 50 %"),
    )
    leakage: Annotated[Given, GivenAs("120 t/yr")] | None = Field(
        default=None,
        description=N_("Emissions elsewhere that the project causes, such as 120 t/yr; default: 0"),
    )
    thermal_capacity: Annotated[Given, GivenAs("12 MW")] | None = Field(
        default=None,
        description=N_(
            "AMS-I.C: capacity of heat, such as 12 MW, compared with the limit of 45 MW"
        ),
    )
    fuel: Ident | None = Field(
        default=None,
        description=N_("AMS-I.C: id of the fossil fuel that is replaced; needed with heat"),
    )
    heat: Annotated[Given, GivenAs("52000 GJ/yr")] | None = Field(
        default=None,
        description=N_("AMS-I.C: heat a year that the project supplies, such as 52000 GJ/yr"),
    )
    efficiency: Share | None = Field(
        default=None,
        description=N_(
            "AMS-I.C, with heat: efficiency of the boiler that would have made it, such as 80 %"
        ),
    )
