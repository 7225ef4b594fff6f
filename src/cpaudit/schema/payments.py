"""Money that may be spread over years, and how it is depreciated."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ValidationInfo

from ..diagnostics import Mistake
from ..diagnostics.codes import economics as codes
from ..source import Map, Missing, Text
from .fields import YEAR_NUMBER
from .given import Given, GivenAs
from .json_types import by_key, chosen_by_key
from .validators import Validator

STRAIGHT_LINE = "straight-line"


class GivenByYear(GivenAs):
    """Money, once (`350 million VND`) or by year (`{0: 200 million VND, 1: 150 million VND}`)."""

    def parse(self, value: Any, info: ValidationInfo) -> Any:
        is_by_year = isinstance(value, Map) and any(key.lstrip("-").isdigit() for key in value)
        if not is_by_year or not value:
            return super().parse(value, info)
        amount = super().parse
        return {YEAR_NUMBER.parse(year, info): amount(one, info) for year, one in value.items()}

    def json_schema(self) -> dict[str, Any]:
        once = super().json_schema()
        years = by_key(YEAR_NUMBER.json_schema(), once, minProperties=1)
        return chosen_by_key("value", once, years, once)


class DepreciationGiven(Validator):
    """`straight-line`, over a time of its own (`8 yr`), or a share by year (`{1: 60 %, …}`)."""

    def parse(self, value: Any, info: ValidationInfo) -> Any:
        if isinstance(value, Map) and value and "value" not in value:
            share = GivenAs("20 %")
            return {
                YEAR_NUMBER.parse(key, info): share.parse(one, info) for key, one in value.items()
            }
        if isinstance(value, Text) and value == STRAIGHT_LINE:
            return value
        if isinstance(value, Text) and not value[:1].isdigit():
            raise Mistake(codes.NO_DEPRECIATION.at(value.span, text=value))
        if isinstance(value, Missing) or (isinstance(value, Map) and not value):
            raise Mistake(codes.NO_DEPRECIATION.at(value.span, text=""))
        return GivenAs("8 yr").parse(value, info)

    def json_schema(self) -> dict[str, Any]:
        time = GivenAs("8 yr").json_schema()
        share = GivenAs("20 %").json_schema()
        shares = by_key(YEAR_NUMBER.json_schema(), share, minProperties=1)
        return chosen_by_key("value", time, shares, {"anyOf": [{"const": STRAIGHT_LINE}, time]})


Depreciation = Annotated[Text | Given | dict[Text, Given], DepreciationGiven()]
MoneyByYear = Annotated[Given | dict[Text, Given], GivenByYear("350 million VND")]
