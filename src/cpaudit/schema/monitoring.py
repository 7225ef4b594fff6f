"""The section of an audit file for monitoring: monthly data, what drives use, what changed when."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field, model_validator

from ..diagnostics import Mistake
from ..diagnostics.codes import keys
from ..diagnostics.codes import monitoring as codes
from ..language import N_
from ..source import Map, Missing, Seq, Text
from ..source.tables import DELIMITERS
from .fields import Ident, Idents, Name, Share, StreamPath
from .given import Given, GivenAs, RatioGiven
from .json_types import ANY_TEXT, one_or_several, short_form
from .model import Model
from .period import PERIOD_SCHEMA, PeriodGiven, parse_period
from .validators import ListOf, Matching, OneOf, ParsedBy, written_as

MONTH = Matching(r"\d{4}-(0[1-9]|1[0-2])", codes.NOT_A_MONTH)
Month = Annotated[Text, MONTH]
Cell = Annotated[Given, RatioGiven("510 MWh")]


@written_as({**one_or_several(PERIOD_SCHEMA), "minItems": 1})
def _parse_periods(value: Any) -> tuple[PeriodGiven, ...]:
    """One period, or a list of them. Raises Mistake."""
    if isinstance(value, Missing) or (isinstance(value, Seq) and not value):
        raise Mistake(keys.NO_VALUE.at(value.span))
    return tuple(map(parse_period, value)) if isinstance(value, Seq) else (parse_period(value),)


def _under(key: str, value: Any) -> Map:
    """A short form written out: the value under the key that it stands for."""
    made = Map({Text.of(key, value.span): value})
    made.span = value.span
    return made


class Driver(Model):
    """What use depends on: production, weather, operating hours."""

    unit: Name | None = Field(
        default=None,
        description=N_(
            "Unit of its values: one of the program, such as t, or any word, such as °C·day"
        ),
    )
    name: Name | None = Field(
        default=None, description=N_("Name shown in the tables; default: the id")
    )
    column: Name | None = Field(
        default=None, description=N_("Name of its column in the table; default: the id")
    )


class MonitoredStream(Model):
    """A resource or discharge by month. `[production]` alone are its drivers."""

    model_config = ConfigDict(json_schema_extra=short_form(ListOf().json_schema()))

    drivers: Idents = Field(
        default=(), description=N_("Ids of the drivers that its use depends on")
    )
    unit: Name | None = Field(
        default=None, description=N_("Unit of its values that are written as a number alone")
    )
    column: Name | None = Field(
        default=None, description=N_("Name of its column in the table; default: the id")
    )

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return _under("drivers", value) if isinstance(value, Seq | Text) else value


class Data(Model):
    """A table beside the audit, a row for each month. `monthly.csv` alone is its name."""

    model_config = ConfigDict(json_schema_extra=short_form(ANY_TEXT))

    csv: Name = Field(
        description=N_("Name of the table, in the audit's folder or below it, such as months.csv")
    )
    month: Name | None = Field(
        default=None,
        description=N_("Name of the column with the months, 2008-01 or 1/2008; default: month"),
    )
    delimiter: Annotated[Text, OneOf(*DELIMITERS)] | None = Field(
        default=None, description=N_("What separates the cells; default: what the first line shows")
    )

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return _under("csv", value) if isinstance(value, Text) else value


class Adjustment(Model):
    """What the plant uses more, or less, for a reason that is no driver and no option."""

    stream: StreamPath = Field(
        description=N_("Id of the resource or discharge that needs more or less")
    )
    from_: Month = Field(
        alias="from", description=N_("First month in which it counts, such as 2010-06")
    )
    to: Month | None = Field(
        default=None,
        description=N_("Last month in which it counts; default: the end of the reporting period"),
    )
    amount: Annotated[Given, GivenAs("12 MWh/month")] = Field(
        description=N_("What is needed more, such as 12 MWh/month or 144 MWh/yr; minus: less")
    )
    reason: Name = Field(description=N_("Why, such as a new workshop; shown in the report"))


class FollowUp(Model):
    """When an option was implemented, and what was measured of it. `2008-03` alone is the month."""

    model_config = ConfigDict(json_schema_extra=short_form(MONTH.json_schema()))

    implemented: Month = Field(
        description=N_("Month from which on the option is at work, such as 2009-04")
    )
    measured: dict[StreamPath, Annotated[Given, GivenAs("120 t/yr")]] = Field(
        default_factory=dict,
        description=N_(
            "What was measured on the option itself, a year, by stream: {electricity: 110 MWh}"
        ),
    )

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return _under("implemented", value) if isinstance(value, Text) else value


class Monitoring(Model):
    baseline: Annotated[PeriodGiven, ParsedBy(parse_period)] | None = Field(
        default=None,
        description=N_(
            "Period before implementation: 2008 or {from: …, to: …}; default: that of the audit"
        ),
    )
    reporting: Annotated[tuple[PeriodGiven, ...], ParsedBy(_parse_periods)] = Field(
        description=N_(
            "Period after the baseline, or a list of periods: {from: 2009-04, to: 2011-03}"
        )
    )
    data: Data | None = Field(
        default=None,
        description=N_("Table beside the audit with a row for each month, such as months.csv"),
    )
    drivers: dict[Ident, Driver] = Field(
        default_factory=dict,
        description=N_(
            "What use depends on, by id of your own: production, weather, operating days"
        ),
    )
    streams: dict[StreamPath, MonitoredStream] = Field(
        description=N_(
            "Resources, discharges or loads that are monitored, by id; a list alone is the drivers"
        )
    )
    months: dict[Month, dict[StreamPath, Cell]] = Field(
        default_factory=dict,
        description=N_(
            "Values of streams and drivers by month: {2008-01: {production: 430, coal: 165 t}}"
        ),
    )
    exclude: dict[Month, Name] = Field(
        default_factory=dict, description=N_("Months that count nowhere, each with its reason")
    )
    adjustments: list[Adjustment] = Field(
        default_factory=list,
        description=N_("Changes of use for a reason that is no driver and no option"),
    )
    options: dict[Ident, FollowUp] = Field(
        default_factory=dict,
        description=N_(
            "Options at work, by id: the month from which each counts, and what was measured"
        ),
    )
    confidence: Share | None = Field(
        default=None, description=N_("Confidence at which uncertainties are told; default: 90 %")
    )
