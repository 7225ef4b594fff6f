"""An amount or a price out of a column of dated bills in a CSV file beside the audit."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, ValidationInfo

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

    csv: Name
    column: Name
    unit: Name | None = None
    unit_column: Name | None = None
    first: Annotated[Name | None, Field(alias="from")] = None
    last: Annotated[Name | None, Field(alias="to")] = None
    date: Name | None = None
    month: Name | None = None
    meter: Name | None = None
    dates: Annotated[Text, OneOf("day-first", "month-first")] | None = None
    delimiter: Annotated[Text, OneOf("comma", "semicolon", "tab")] | None = None
    number_style: Annotated[Text, OneOf("plain", "vi", "en")] | None = None
    source: Name | None = None
    quality: Annotated[Text, OneOf(*QUALITIES)] | None = None
    uncertainty: Annotated[Quantity, UncertaintyAs()] | None = None
