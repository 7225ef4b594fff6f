"""The section of an audit file for monitoring: monthly data, what drives use, what changed when."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field, model_validator

from ..diagnostics import Mistake
from ..diagnostics.codes import keys
from ..diagnostics.codes import monitoring as codes
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

    unit: Name | None = None
    name: Name | None = None
    column: Name | None = None


class MonitoredStream(Model):
    """A resource or discharge by month. `[production]` alone are its drivers."""

    model_config = ConfigDict(json_schema_extra=short_form(ListOf().json_schema()))

    drivers: Idents = ()
    unit: Name | None = None
    column: Name | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return _under("drivers", value) if isinstance(value, Seq | Text) else value


class Data(Model):
    """A table beside the audit, a row for each month. `monthly.csv` alone is its name."""

    model_config = ConfigDict(json_schema_extra=short_form(ANY_TEXT))

    csv: Name
    month: Name | None = None
    delimiter: Annotated[Text, OneOf(*DELIMITERS)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return _under("csv", value) if isinstance(value, Text) else value


class Adjustment(Model):
    """What the plant uses more, or less, for a reason that is no driver and no option."""

    stream: StreamPath
    from_: Annotated[Month, Field(alias="from")]
    to: Month | None = None
    amount: Annotated[Given, GivenAs("12 MWh/month")]
    reason: Name


class FollowUp(Model):
    """When an option was implemented, and what was measured of it. `2008-03` alone is the month."""

    model_config = ConfigDict(json_schema_extra=short_form(MONTH.json_schema()))

    implemented: Month
    measured: dict[StreamPath, Annotated[Given, GivenAs("120 t/yr")]] = {}

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return _under("implemented", value) if isinstance(value, Text) else value


class Monitoring(Model):
    baseline: Annotated[PeriodGiven, ParsedBy(parse_period)] | None = None
    reporting: Annotated[tuple[PeriodGiven, ...], ParsedBy(_parse_periods)]
    data: Data | None = None
    drivers: dict[Ident, Driver] = {}
    streams: dict[StreamPath, MonitoredStream]
    months: dict[Month, dict[StreamPath, Cell]] = {}
    exclude: dict[Month, Name] = {}
    adjustments: list[Adjustment] = []
    options: dict[Ident, FollowUp] = {}
    confidence: Share | None = None
