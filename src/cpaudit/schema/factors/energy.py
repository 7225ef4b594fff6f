"""Fuels, grids, warming potentials and equivalents of energy, key by key."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from ...source import Text
from ..fields import CalendarYear, Ident, Name
from ..model import Model
from ..series import completed_in
from ..validators import OneOf
from .value import Flag, Id, Names, Shared, Value, ValueInSeries, Values


class DustTerms(Model):
    """Dust of one kind of firing: constant + per_ash · ash + per_sulphur · sulphur."""

    constant: Value | None = None
    per_ash: Value | None = None
    per_sulphur: Value | None = None


class Fuel(Model):
    """A fuel and its properties; a property may have several values, by region."""

    id: Ident
    name: Names
    biogenic: Flag
    family: Annotated[
        Ident | None, Field(description="the group that charges count it in, such as coal")
    ] = None
    ncv: Values
    co2: Values
    ch4: Values
    n2o: Values
    ncv_volume: Values | None = None
    gcv_dry: Values | None = None
    density: Values | None = None
    sulphur: Values | None = None
    ash: Values | None = None
    moisture: Values | None = None
    so2_per_sulphur: Values | None = None
    toe: Values | None = None
    toe_volume: Values | None = None
    dust: dict[Ident, DustTerms] = {}


class GridSeries(Model):
    """Emission factors of one grid by year, all of one kind; kinds are never mixed."""

    id: Ident
    kind: Annotated[
        Text, OneOf("combined-margin", "operating-margin", "build-margin", "average", "life-cycle")
    ]
    default: Flag | None = None
    gas: Annotated[Text, OneOf("CO2", "CO2e")]
    title: Names
    shared: Shared | None = None
    years: dict[CalendarYear, ValueInSeries]

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, series: Any) -> Any:
        return completed_in(series, "years")


class Grid(Model):
    """The electricity grid of one country, or of the part of it that is known."""

    country: Id
    name: Names
    series: list[GridSeries]


class GwpSet(Model):
    """Global warming potentials over 100 years of one IPCC report."""

    title: Names
    year: CalendarYear
    ch4: Value
    n2o: Value


class Gwp(Model):
    """The sets of potentials, and the one that counts where an audit chooses none."""

    default: Id
    why: Name
    sets: dict[Id, GwpSet]


class Energy(Model):
    """Equivalents of energy."""

    constants: dict[
        Annotated[
            Text,
            OneOf(
                "toe",
                "kcal",
                "electricity",
                "electricity_toe",
                "electricity_toe_final",
                "oxidation",
            ),
        ],
        Value,
    ]


class Cited(Model):
    """How a publication is cited in another language."""

    title: Name
    publisher: Name | None = None


class Source(Model):
    """A publication. `region` is the country its values are of, where they are of one."""

    title: Name
    publisher: Name | None = None
    year: CalendarYear | None = None
    region: Id | None = None
    link: Name | None = None
    vi: Annotated[
        Cited | None, Field(description="its title in Vietnamese, as the law is known")
    ] = None


class Region(Model):
    """Countries that lend each other factors where one has none of its own."""

    name: Names
    countries: list[Id]


class ResourceType(Model):
    """A resource that a plant may use; `fuels` are the kinds it may be of."""

    name: Names
    unit: Id
    fuels: Annotated[list[Ident], Field(default_factory=list)]
    default: Ident | None = None
