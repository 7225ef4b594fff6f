"""The programme file, key by key."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field

from ...language import N_
from ...source import Text
from ..checking import Check
from ..fields import Country, CurrencyCode, Ident, Idents, Name
from ..json_types import ANY_TEXT, short_form
from ..model import Model
from ..validators import OneOf
from .rows import Course, Flag, Project, ResourceDetail, Saved, Total
from .values import (
    CalendarYear,
    RateByYear,
    ShortEntry,
    SomePlants,
    Start,
)

__all__ = [
    "AuditEntry",
    "Course",
    "GroupNames",
    "ProgrammeFile",
    "Project",
    "ResourceDetail",
    "Saved",
    "Total",
]

COUNTS = ("implemented", "planned", "all")

CountsGiven = Annotated[Text, OneOf(*COUNTS)]


class GroupNames(Model):
    """A sector or a service: its names, and for a sector those that it takes in."""

    en: Name | None = Field(default=None, description=N_("Name in English"))
    vi: Name | None = Field(default=None, description=N_("Name in Vietnamese"))
    includes: Idents = Field(
        default=(), description=N_("Ids of sectors that are counted under this one")
    )


class AuditEntry(Model):
    """Audit files by their path or a pattern, with what goes before what they say themselves."""

    model_config = ConfigDict(json_schema_extra=short_form(ANY_TEXT))

    path: Name = Field(
        description=N_(
            "An audit file, or several by * and **, from the folder of the programme file"
        )
    )
    year: Start | None = Field(
        default=None,
        description=N_(
            "Year in which the savings began, or by option {condensate: 2008}; default: its period"
        ),
    )
    sector: Ident | None = Field(default=None, description=N_("Sector in place of the audit's"))
    province: Name | None = Field(default=None, description=N_("Province in place of the audit's"))
    service: Ident | None = Field(
        default=None, description=N_("Service of the centre, such as cpa, tga or gctf")
    )
    package: Ident | None = Field(
        default=None, description=N_("Only the options of this package count or are shown")
    )
    counts: CountsGiven | None = Field(
        default=None,
        description=N_(
            "Which options count, in place of the programme's: implemented, planned or all"
        ),
    )
    plants: SomePlants | None = Field(
        default=None,
        description=N_("How many plants the audit stands for; changes no saving; default: 1"),
    )
    in_totals: Flag | None = Field(
        default=None, description=N_("true: its savings are in the totals already")
    )


class ProgrammeFile(Model):
    programme: Annotated[Text, OneOf("1")] = Field(
        description=N_("Version of the format of programme files: 1")
    )
    name: Name = Field(description=N_("Name of the programme, shown at the head of the tables"))
    country: Country = Field(
        description=N_("Country as two capital letters, whose grid and fuel factors count for rows")
    )
    currency: CurrencyCode = Field(description=N_("Currency of all tables, such as VND or USD"))
    number_style: Annotated[Text, OneOf("plain", "vi", "en")] | None = Field(
        default=None,
        description=N_("How numbers are written: plain 1234.5, vi 1.234,5 or en 1,234.5"),
    )
    year: CalendarYear | None = Field(
        default=None,
        description=N_(
            "Year of the report, of its projects and courses; default: the last year in the file"
        ),
    )
    counts: CountsGiven | None = Field(
        default=None,
        description=N_("What counts: implemented, planned (and implemented) or all but rejected"),
    )
    gwp: Ident | None = Field(
        default=None,
        description=N_("Set of warming potentials for rows, such as AR4; default: the library's"),
    )
    source: Name | None = Field(
        default=None, description=N_("Where all values without a source of their own are from")
    )
    exchange_rates: dict[CurrencyCode, RateByYear] = Field(
        default_factory=dict,
        description=N_(
            "Exchange rates, for all years {USD: 16300 VND} or by year {USD: {2007: 16105 VND}}"
        ),
    )
    sectors: dict[Ident, GroupNames] = Field(
        default_factory=dict,
        description=N_(
            "Sectors in the order of the tables, by id: names, and sectors counted under them"
        ),
    )
    services: dict[Ident, GroupNames] = Field(
        default_factory=dict, description=N_("Names of services beside the usual ones, by id")
    )
    resources: dict[Ident, ResourceDetail] = Field(
        default_factory=dict,
        description=N_("What resources of rows are, by id: {coal: {kind: anthracite}}"),
    )
    totals: list[Total] = Field(
        default_factory=list,
        description=N_("What reports sum up over sectors and years, where there is no audit file"),
    )
    projects: list[Project] = Field(
        default_factory=list, description=N_("Projects for which there is no audit file")
    )
    audits: list[Annotated[AuditEntry, BeforeValidator(ShortEntry("path").completed)]] = Field(
        default_factory=list, description=N_("Audit files, by path or pattern")
    )
    training: list[Course] = Field(default_factory=list, description=N_("Training courses"))
    check: Check | None = Field(
        default=None, description=N_("Rules that a check need not apply to this file")
    )
