"""How money counts over time and who lends, gives or shares it: the section `finance:`."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ValidationInfo

from ..diagnostics import Mistake
from ..diagnostics.codes import economics as codes
from ..source import Map, Missing, Text
from .fields import YEAR_NUMBER, Ident, Money, Share, Year
from .given import Given, GivenAs
from .json_types import by_key, chosen_by_key
from .model import Model
from .validators import OneOf, Validator

Time = Annotated[Given, GivenAs("5 yr")]
Rate = Annotated[Given, GivenAs("14 %")]
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


class Loan(Model):
    """Of a bank, for a share of the investment or for an amount."""

    share: Share | None = None
    amount: Money | None = None
    rate: Rate
    term: Time
    repayment: Annotated[Text, OneOf("equal-principal", "annuity")] | None = None
    grace: Time | None = None


class Grant(Model):
    """Money that is not paid back: by a scheme of the library, an amount, or a share."""

    scheme: Ident | None = None
    indicator: Ident | None = None
    amount: Money | None = None
    share: Share | None = None
    year: Year | None = None


class Guarantee(Model):
    """Somebody stands for a part of the loan; the plant pays a fee for it."""

    scheme: Ident | None = None
    share: Share | None = None
    fee: Rate | None = None


class Esco(Model):
    """An energy service company invests and takes a share of the savings for some years."""

    share: Share
    term: Time
    investment: Share | None = None


class Finance(Model):
    discount_rate: Share | None = None
    basis: Annotated[Text, OneOf("nominal", "real")] | None = None
    inflation: Share | None = None
    escalation: dict[Ident, Share] = {}
    reinvestment_rate: Share | None = None
    tax_rate: Share | None = None
    depreciation: Depreciation | None = None
    loan: Loan | None = None
    grant: Grant | None = None
    guarantee: Guarantee | None = None
    esco: Esco | None = None
