"""Rows of a programme file that no audit stands for: projects, totals, courses."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ...language import N_
from ...source import Text
from ..audit import STATUSES
from ..fields import Country, Ident, Money, Name, Share, StreamPath
from ..given import Given, GivenAs
from ..model import Model
from ..validators import OneOf
from .values import CalendarYear, Count, Days, PersonDays, YearRange

Flag = Annotated[Text, OneOf("true", "false")]
Status = Annotated[Text, OneOf(*STATUSES)]


class ResourceDetail(Model):
    """What a resource is, with the keys that it has in an audit file."""

    kind: Ident | None = Field(
        default=None, description=N_("Fuel as the library calls it, such as anthracite or cam_5")
    )
    ncv: Annotated[Given, GivenAs("23.5 GJ/t")] | None = Field(
        default=None,
        description=N_("Net calorific value as received, such as 23.5 GJ/t or 38 MJ/Nm3"),
    )
    density: Annotated[Given, GivenAs("0.84 kg/l")] | None = Field(
        default=None, description=N_("Density of the fuel, such as 0.84 kg/l or 0.72 kg/Nm3")
    )
    sulphur: Share | None = Field(
        default=None, description=N_("Sulphur in the fuel as bought, a share such as 3 %")
    )
    ash: Share | None = Field(
        default=None, description=N_("Ash in the fuel as bought, a share such as 28 %")
    )
    firing: Ident | None = Field(
        default=None,
        description=N_("Kind of furnace, such as travelling-grate; chooses the dust factor"),
    )
    dust: Annotated[Given, GivenAs("2 kg/t")] | None = Field(
        default=None,
        description=N_("Dust per fuel burnt before any filter, such as 2 kg/t; goes before firing"),
    )
    grid_factor: Annotated[Given, GivenAs("0.6592 t/MWh")] | None = Field(
        default=None,
        description=N_("CO2 of the electricity, such as 0.6592 t/MWh, in place of the country's"),
    )
    co2_factor: Annotated[Given, GivenAs("0.2 t/t")] | None = Field(
        default=None,
        description=N_("CO2 of bought steam, heat or air, from the supplier, such as 0.2 t/t"),
    )


class Saved(Model):
    """What projects and totals have in common."""

    name: Name | None = Field(
        default=None, description=N_("Name of the row; totals may have a sector instead")
    )
    sector: Ident | None = Field(
        default=None, description=N_("Sector of industry, such as textile")
    )
    province: Name | None = Field(
        default=None, description=N_("Province, for the table of provinces")
    )
    service: Ident | None = Field(
        default=None, description=N_("Service of the centre, such as cpa, tga or gctf")
    )
    country: Country | None = Field(
        default=None, description=N_("Country as two capital letters; default: that of the file")
    )
    status: Status | None = Field(
        default=None,
        description=N_(
            "How far it has come; default: implemented for totals, proposed for projects"
        ),
    )
    plants: Count | None = Field(default=None, description=N_("Number of plants, a whole number"))
    saves: dict[StreamPath, Annotated[Given, GivenAs("7054 MWh")]] = Field(
        default_factory=dict,
        description=N_(
            "Amounts a year by resource or discharge: {electricity: 7054 MWh}; minus: more is used"
        ),
    )
    saving: Money | None = Field(
        default=None, description=N_("Money saved a year, such as 2 million USD")
    )
    investment: Money | None = Field(
        default=None, description=N_("Money invested, such as 350 million VND")
    )
    lifetime: Annotated[Given, GivenAs("10 yr")] | None = Field(
        default=None, description=N_("How long the saving lasts, such as 10 yr; default: for good")
    )
    resources: dict[Ident, ResourceDetail] = Field(
        default_factory=dict,
        description=N_("What its resources are, by id, key by key before those of the file"),
    )
    reported: dict[Ident, Annotated[Given, GivenAs("19108 t")]] = Field(
        default_factory=dict,
        description=N_("Impacts as a report states them: {co2: 19108 t}; compared, in no sum"),
    )
    note: Name | None = Field(default=None, description=N_("Text shown below the table"))
    source: Name | None = Field(
        default=None,
        description=N_("Where all values of the row are from; default: that of the file"),
    )


class Project(Saved):
    """One project, of a plant or of several, for which there is no audit file."""

    name: Name = Field(description=N_("Name of the project, shown in the tables"))
    year: CalendarYear | None = Field(
        default=None,
        description=N_("Year in which the savings began; default: the year of the report"),
    )
    loan: Money | None = Field(
        default=None, description=N_("Money lent by a credit scheme, such as 2450 million VND")
    )
    reimbursement: Money | None = Field(
        default=None, description=N_("Money paid back by a credit scheme, such as 38281 USD")
    )
    in_totals: Flag | None = Field(
        default=None, description=N_("true: its savings are in the totals already")
    )


class Total(Saved):
    """What a report tells of a sector or of all of them, over one year or several."""

    years: YearRange = Field(
        description=N_("Year in which the savings began, or years {from: 1999, to: 2008}")
    )


class Course(Model):
    """A training course."""

    course: Name = Field(description=N_("Name of the training course"))
    year: CalendarYear | None = Field(
        default=None, description=N_("Year of the course; default: the year of the report")
    )
    place: Name | None = Field(default=None, description=N_("Where it was held"))
    classes: Count | None = Field(
        default=None, description=N_("Number of classes, a whole number; default: 1")
    )
    trainees: Count = Field(description=N_("Number of trainees, a whole number"))
    days: Days | None = Field(
        default=None, description=N_("Days of each trainee; these or person-days")
    )
    person_days: PersonDays | None = Field(
        default=None, description=N_("Person-days of the course; these or days")
    )
    source: Name | None = Field(
        default=None, description=N_("Where the figures are from; default: that of the file")
    )
