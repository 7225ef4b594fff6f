"""An amount or a price out of a column of dated bills in a CSV file beside the audit."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..source import Text
from .fields import Name, Share
from .given import QUALITIES
from .model import Model
from .validators import OneOf


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
    uncertainty: Share | None = None
