"""The section of an audit file for an idea note of the clean development mechanism."""

from typing import Annotated

from ..source import Text
from .fields import Date, Ident, Share, WholeYears
from .given import Given, GivenAs
from .model import Model
from .validators import OneOf

METHODS = ("AMS-II.D", "AMS-I.C")


class Cdm(Model):
    """Which package becomes the project, by which method, over which crediting period."""

    method: Annotated[Text, OneOf(*METHODS)]
    package: Ident | None = None
    start: Date
    years: WholeYears
    operating_margin: Annotated[Given, GivenAs("0.6465 t/MWh")] | None = None
    build_margin: Annotated[Given, GivenAs("0.5064 t/MWh")] | None = None
    operating_weight: Share | None = None
    leakage: Annotated[Given, GivenAs("120 t/yr")] | None = None
    thermal_capacity: Annotated[Given, GivenAs("12 MW")] | None = None
    fuel: Ident | None = None
    heat: Annotated[Given, GivenAs("52000 GJ/yr")] | None = None
    efficiency: Share | None = None
