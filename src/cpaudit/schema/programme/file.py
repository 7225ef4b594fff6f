"""The programme file, key by key."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict

from ...source import Text
from ..audit import STATUSES
from ..checking import Check
from ..fields import Country, CurrencyCode, Ident, Idents, Money, Name, Share, StreamPath
from ..given import Given, GivenAs
from ..json_types import ANY_TEXT, short_form
from ..model import Model
from ..validators import OneOf
from .values import (
    CalendarYear,
    Count,
    Days,
    PersonDays,
    RateByYear,
    ShortEntry,
    SomePlants,
    Start,
    YearRange,
)

COUNTS = ("implemented", "planned", "all")

Flag = Annotated[Text, OneOf("true", "false")]
CountsGiven = Annotated[Text, OneOf(*COUNTS)]
Status = Annotated[Text, OneOf(*STATUSES)]


class GroupNames(Model):
    """A sector or a service: its names, and for a sector those that it takes in."""

    en: Name | None = None
    vi: Name | None = None
    includes: Idents = ()


class ResourceDetail(Model):
    """What a resource is, with the keys that it has in an audit file."""

    kind: Ident | None = None
    ncv: Annotated[Given, GivenAs("23.5 GJ/t")] | None = None
    density: Annotated[Given, GivenAs("0.84 kg/l")] | None = None
    sulphur: Share | None = None
    ash: Share | None = None
    firing: Ident | None = None
    dust: Annotated[Given, GivenAs("2 kg/t")] | None = None
    grid_factor: Annotated[Given, GivenAs("0.6592 t/MWh")] | None = None
    co2_factor: Annotated[Given, GivenAs("0.2 t/t")] | None = None


class Saved(Model):
    """What projects and totals have in common."""

    name: Name | None = None
    sector: Ident | None = None
    province: Name | None = None
    service: Ident | None = None
    country: Country | None = None
    status: Status | None = None
    plants: Count | None = None
    saves: dict[StreamPath, Annotated[Given, GivenAs("7054 MWh")]] = {}
    saving: Money | None = None
    investment: Money | None = None
    lifetime: Annotated[Given, GivenAs("10 yr")] | None = None
    resources: dict[Ident, ResourceDetail] = {}
    reported: dict[Ident, Annotated[Given, GivenAs("19108 t")]] = {}
    note: Name | None = None
    source: Name | None = None


class Project(Saved):
    """One project, of a plant or of several, for which there is no audit file."""

    name: Name
    year: CalendarYear | None = None
    loan: Money | None = None
    reimbursement: Money | None = None
    in_totals: Flag | None = None


class Total(Saved):
    """What a report tells of a sector or of all of them, over one year or several."""

    years: YearRange


class AuditEntry(Model):
    """Audit files by their path or a pattern, with what goes before what they say themselves."""

    model_config = ConfigDict(json_schema_extra=short_form(ANY_TEXT))

    path: Name
    year: Start | None = None
    sector: Ident | None = None
    province: Name | None = None
    service: Ident | None = None
    package: Ident | None = None
    counts: CountsGiven | None = None
    plants: SomePlants | None = None
    in_totals: Flag | None = None


class Course(Model):
    """A training course."""

    course: Name
    year: CalendarYear | None = None
    place: Name | None = None
    classes: Count | None = None
    trainees: Count
    days: Days | None = None
    person_days: PersonDays | None = None
    source: Name | None = None


class ProgrammeFile(Model):
    programme: Annotated[Text, OneOf("1")]
    name: Name
    country: Country
    currency: CurrencyCode
    number_style: Annotated[Text, OneOf("plain", "vi", "en")] | None = None
    year: CalendarYear | None = None
    counts: CountsGiven | None = None
    gwp: Ident | None = None
    source: Name | None = None
    exchange_rates: dict[CurrencyCode, RateByYear] = {}
    sectors: dict[Ident, GroupNames] = {}
    services: dict[Ident, GroupNames] = {}
    resources: dict[Ident, ResourceDetail] = {}
    totals: list[Total] = []
    projects: list[Project] = []
    audits: list[Annotated[AuditEntry, BeforeValidator(ShortEntry("path").completed)]] = []
    training: list[Course] = []
    check: Check | None = None
