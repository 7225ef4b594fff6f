"""Fuels, grids, warming potentials and equivalents of energy, key by key."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from ...language import N_
from ...source import Text
from ..fields import CalendarYear, Ident, Name
from ..model import Model
from ..series import completed_in
from ..validators import OneOf
from .value import Flag, Id, Names, Shared, Value, ValueInSeries, Values


class DustTerms(Model):
    """Dust of one kind of firing: constant + per_ash · ash + per_sulphur · sulphur."""

    constant: Value | None = Field(
        default=None, description=N_("Dust per amount of fuel whatever it holds, such as 5 kg/t")
    )
    per_ash: Value | None = Field(
        default=None, description=N_("Dust per tonne of ash in the fuel, such as 0.04 t/t")
    )
    per_sulphur: Value | None = Field(
        default=None, description=N_("Dust per tonne of sulphur in the fuel, t/t")
    )


class Fuel(Model):
    """A fuel and its properties; a property may have several values, by region."""

    id: Ident = Field(description=N_("Id of the fuel, which is also the name of the file"))
    name: Names = Field(description=N_("Name of the fuel in both languages"))
    biogenic: Flag = Field(description=N_("true: its CO2 is of biomass and is reported apart"))
    family: Ident | None = Field(
        default=None, description=N_("The group that charges count it in, such as coal")
    )
    ncv: Values = Field(
        description=N_("Net calorific value by mass, as received, such as 26.7 GJ/t")
    )
    co2: Values = Field(
        description=N_("CO2 per energy of net calorific value, such as 98300 kg/TJ")
    )
    ch4: Values = Field(description=N_("CH4 per energy of net calorific value, such as 10 kg/TJ"))
    n2o: Values = Field(description=N_("N2O per energy of net calorific value, such as 1.5 kg/TJ"))
    ncv_volume: Values | None = Field(
        default=None, description=N_("Net calorific value by volume, such as 37.7 MJ/Sm3")
    )
    gcv_dry: Values | None = Field(
        default=None,
        description=N_(
            "Gross calorific value of the dry fuel, such as 23.03 GJ/t; kept apart from ncv"
        ),
    )
    density: Values | None = Field(default=None, description=N_("Density, such as 0.84 kg/l"))
    sulphur: Values | None = Field(
        default=None, description=N_("Share of sulphur in the mass, such as 0.45 %")
    )
    ash: Values | None = Field(
        default=None, description=N_("Share of ash in the mass, such as 30 %")
    )
    moisture: Values | None = Field(
        default=None, description=N_("Share of water in the fuel as delivered, such as 8 %")
    )
    so2_per_sulphur: Values | None = Field(
        default=None, description=N_("SO2 per sulphur in the fuel, such as 2.0 t/t")
    )
    toe: Values | None = Field(
        default=None,
        description=N_("Tonnes of oil equivalent by mass in the official table, such as 0.7 TOE/t"),
    )
    toe_volume: Values | None = Field(
        default=None,
        description=N_(
            "Tonnes of oil equivalent by volume in the official table, such as 0.88 TOE/m3"
        ),
    )
    dust: dict[Ident, DustTerms] = Field(
        default_factory=dict,
        description=N_(
            "Dust before any filter, by kind of firing; the first kind is the usual one"
        ),
    )


class GridSeries(Model):
    """Emission factors of one grid by year, all of one kind; kinds are never mixed."""

    id: Ident = Field(description=N_("Id of the series"))
    kind: Annotated[
        Text, OneOf("combined-margin", "operating-margin", "build-margin", "average", "life-cycle")
    ] = Field(
        description=N_(
            "What the factors are: combined, operating or build margin, average or life cycle"
        )
    )
    default: Flag | None = Field(
        default=None, description=N_("true: the series that audits use; exactly one of a country")
    )
    gas: Annotated[Text, OneOf("CO2", "CO2e")] = Field(
        description=N_("Which gases the factors count: CO2 alone or CO2e")
    )
    title: Names = Field(description=N_("Title of the series in both languages"))
    shared: Shared | None = Field(
        default=None,
        description=N_("What all values of the series have in common; each may say otherwise"),
    )
    years: dict[CalendarYear, ValueInSeries] = Field(
        description=N_("Factors by year, such as {2014: 0.6612 t/MWh}")
    )

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, series: Any) -> Any:
        return completed_in(series, "years")


class Grid(Model):
    """The electricity grid of one country, or of the part of it that is known."""

    country: Id = Field(
        description=N_(
            "Country of the grid as two capital letters, which is also the name of the file"
        )
    )
    name: Names = Field(description=N_("Name of the grid in both languages"))
    series: list[GridSeries] = Field(description=N_("Series of factors by year, each of one kind"))


class GwpSet(Model):
    """Global warming potentials over 100 years of one IPCC report."""

    title: Names = Field(description=N_("Title of the IPCC report in both languages"))
    year: CalendarYear = Field(description=N_("Year of the report"))
    ch4: Value = Field(description=N_("Warming potential of CH4 over 100 years, such as 28 kg/kg"))
    n2o: Value = Field(description=N_("Warming potential of N2O over 100 years, such as 265 kg/kg"))


class Gwp(Model):
    """The sets of potentials, and the one that counts where an audit chooses none."""

    default: Id = Field(
        description=N_("The set that counts where an audit chooses none, such as AR5")
    )
    why: Name = Field(description=N_("Why this set is the default"))
    sets: dict[Id, GwpSet] = Field(
        description=N_("Sets of potentials by id, one for each IPCC report")
    )


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
    ] = Field(
        description=N_(
            "Equivalents by name: toe, kcal, electricity …, each a value with its source"
        )
    )
