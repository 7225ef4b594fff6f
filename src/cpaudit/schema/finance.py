"""How money counts over time and who lends, gives or shares it: the section `finance:`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..language import N_
from ..source import Text
from .fields import Ident, Money, Share, Year
from .given import Given, GivenAs
from .model import Model
from .payments import Depreciation
from .validators import OneOf

Time = Annotated[Given, GivenAs("5 yr")]
Rate = Annotated[Given, GivenAs("14 %")]


class Loan(Model):
    """Of a bank, for a share of the investment or for an amount."""

    share: Share | None = Field(
        default=None,
        description=N_("Part of the investment that is lent, such as 70 %; this or an amount"),
    )
    amount: Money | None = Field(
        default=None,
        description=N_("Money that is lent, such as 2.45 billion VND; this or a share"),
    )
    rate: Rate = Field(description=N_("Interest a year, such as 14 %"))
    term: Time = Field(description=N_("Whole years until the loan is paid back, such as 5 yr"))
    repayment: Annotated[Text, OneOf("equal-principal", "annuity")] | None = Field(
        default=None,
        description=N_(
            "equal-principal (equal parts of the loan) or annuity (equal sums with interest)"
        ),
    )
    grace: Time | None = Field(
        default=None,
        description=N_(
            "Whole years with interest and no repayment, such as 1 yr; shorter than the term"
        ),
    )


class Grant(Model):
    """Money that is not paid back: by a scheme of the library, an amount, or a share."""

    scheme: Ident | None = Field(
        default=None,
        description=N_(
            "Scheme of the library that pays for a cut of the indicator, such as gctf; with a loan"
        ),
    )
    indicator: Ident | None = Field(
        default=None,
        description=N_(
            "What the scheme wants cut: id of a resource or discharge, or energy, co2e, dust …"
        ),
    )
    amount: Money | None = Field(
        default=None, description=N_("Money that is given, such as 200 million VND")
    )
    share: Share | None = Field(
        default=None, description=N_("Part of the investment that is given, such as 20 %")
    )
    year: Year | None = Field(
        default=None,
        description=N_(
            "Year in which it is paid, a whole number; default: 0, the start; not with a scheme"
        ),
    )


class Guarantee(Model):
    """Somebody stands for a part of the loan; the plant pays a fee for it."""

    scheme: Ident | None = Field(
        default=None,
        description=N_(
            "Scheme of the library that guarantees the loan, such as gctf; this or a share"
        ),
    )
    share: Share | None = Field(
        default=None,
        description=N_("Part of the loan that is guaranteed, such as 50 %; this or a scheme"),
    )
    fee: Rate | None = Field(
        default=None, description=N_("Fee a year on what is guaranteed, such as 1 %; default: none")
    )


class Esco(Model):
    """An energy service company invests and takes a share of the savings for some years."""

    share: Share = Field(
        description=N_("Part of the savings that the energy service company takes, such as 60 %")
    )
    term: Time = Field(description=N_("Whole years for which it takes them, such as 5 yr"))
    investment: Share | None = Field(
        default=None,
        description=N_(
            "Part of the investment that the company pays, such as 80 %; default: all of it"
        ),
    )


class Finance(Model):
    discount_rate: Share | None = Field(
        default=None,
        description=N_("Discount rate a year, such as 12 %; without it there is no NPV"),
    )
    basis: Annotated[Text, OneOf("nominal", "real")] | None = Field(
        default=None,
        description=N_(
            "nominal (money as it is paid) or real (money of the start), for all rates and sums"
        ),
    )
    inflation: Share | None = Field(
        default=None, description=N_("Inflation a year, such as 7 %; may be negative")
    )
    escalation: dict[Ident, Share] = Field(
        default_factory=dict,
        description=N_(
            "How prices rise a year, by stream, operating_cost, charges or all: {all: 3 %}"
        ),
    )
    reinvestment_rate: Share | None = Field(
        default=None,
        description=N_("What money earns that comes in, for MIRR; default: the discount rate"),
    )
    tax_rate: Share | None = Field(
        default=None, description=N_("Income tax, such as 28 %; default: no tax")
    )
    depreciation: Depreciation | None = Field(
        default=None,
        description=N_(
            "straight-line, over a time of its own (8 yr), or by shares {1: 60 %, 2: 40 %}"
        ),
    )
    loan: Loan | None = Field(
        default=None, description=N_("A bank's loan, for a share of the investment or an amount")
    )
    grant: Grant | None = Field(
        default=None,
        description=N_("Money that is not paid back: an amount, a share, or by a scheme"),
    )
    guarantee: Guarantee | None = Field(
        default=None, description=N_("A guarantee of a part of the loan: a share, or by a scheme")
    )
    esco: Esco | None = Field(
        default=None,
        description=N_("An energy service company that invests and takes a share of the savings"),
    )
