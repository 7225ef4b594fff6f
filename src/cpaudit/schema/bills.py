"""An amount or a price out of a column of dated bills in a CSV file beside the audit."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, ValidationInfo

from ..language import N_
from ..source import Text
from ..units import Quantity
from .fields import Name
from .given import QUALITIES, GivenAs
from .json_types import QUANTITY_PATTERN
from .model import Model
from .validators import OneOf, Validator, text_of


class UncertaintyAs(Validator):
    """Plus or minus a share, which all bills have in common."""

    def json_schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": QUANTITY_PATTERN, "examples": ["2 %"]}

    def parse(self, value: Any, info: ValidationInfo) -> Quantity:
        return GivenAs("2 %").uncertainty(text_of(value), info)


class Bills(Model):
    """`{csv: bills.csv, column: kWh, unit: kWh}`, with the columns that hold the dates."""

    csv: Name = Field(
        description=N_("Name of the table, in the audit's folder or below it, such as bills.csv")
    )
    column: Name = Field(description=N_("Name of the column with the values"))
    unit: Name | None = Field(
        default=None,
        description=N_(
            "Unit of all values, such as kWh or 1000 VND; default: what the column's name says"
        ),
    )
    unit_column: Name | None = Field(
        default=None,
        description=N_("Name of the column that tells the unit of each row, in place of unit"),
    )
    first: Name | None = Field(
        default=None,
        alias="from",
        description=N_("Name of the column with the first day of a bill; default: from"),
    )
    last: Name | None = Field(
        default=None,
        alias="to",
        description=N_("Name of the column with the last day of a bill; default: to"),
    )
    date: Name | None = Field(
        default=None, description=N_("Name of the column with the day of a delivery; default: date")
    )
    month: Name | None = Field(
        default=None,
        description=N_(
            "Name of the column with the month of a bill, 2008-01 or 01/2008; default: month"
        ),
    )
    meter: Name | None = Field(
        default=None,
        description=N_("Name of the column that tells several meters apart; all are added"),
    )
    dates: Annotated[Text, OneOf("day-first", "month-first")] | None = Field(
        default=None,
        description=N_(
            "How days are written: day-first for 31/01/2008, month-first for 01/31/2008"
        ),
    )
    delimiter: Annotated[Text, OneOf("comma", "semicolon", "tab")] | None = Field(
        default=None, description=N_("What separates the cells; default: what the first line shows")
    )
    number_style: Annotated[Text, OneOf("plain", "vi", "en")] | None = Field(
        default=None,
        description=N_("How numbers are written in the table; default: as in the file"),
    )
    source: Name | None = Field(default=None, description=N_("Where the bills are from, any text"))
    quality: Annotated[Text, OneOf(*QUALITIES)] | None = Field(
        default=None, description=N_("How the values are known: metered, billed or estimated")
    )
    uncertainty: Annotated[Quantity, UncertaintyAs()] | None = Field(
        default=None,
        description=N_(
            "Plus or minus this share of the sum, such as 2 %: the bounds of its 95 % interval"
        ),
    )
