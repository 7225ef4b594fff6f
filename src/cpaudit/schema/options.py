"""An option of an audit file: what it saves, what it costs, and for how long."""

from typing import Annotated

from pydantic import Field

from ..language import N_
from ..source import Text
from .fields import Ident, Idents, Money, Name, Ratio, StreamPath, Year
from .given import Given, GivenAs
from .model import Model
from .payments import Depreciation, MoneyByYear
from .validators import OneOf

CATEGORIES = (
    "good-housekeeping",
    "process-control",
    "input-substitution",
    "equipment-modification",
    "technology-change",
    "recycling",
    "by-product",
    "product-modification",
    "energy-efficiency",
    "maintenance",
)
STATUSES = ("proposed", "studying", "rejected", "planned", "implemented", "verified")

Lifetime = Annotated[Given, GivenAs("10 yr")]


class Option(Model):
    id: Ident = Field(description=N_("Id of the option, such as condensate; packages name it"))
    name: Name | None = Field(default=None, description=N_("Name shown in the tables"))
    category: Annotated[Text, OneOf(*CATEGORIES)] | None = Field(
        default=None,
        alias="class",
        description=N_("Class of option, such as good-housekeeping or technology-change"),
    )
    status: Annotated[Text, OneOf(*STATUSES)] | None = Field(
        default=None,
        description=N_("How far it has come; default: proposed. What is rejected is not counted"),
    )
    saves: dict[StreamPath, Annotated[Given, GivenAs("8 %")]] = Field(
        default_factory=dict,
        description=N_(
            "By stream: a share of what is left (8 %) or an amount a year; minus: it uses more"
        ),
    )
    investment: MoneyByYear | None = Field(
        default=None,
        description=N_("Money, such as 350 million VND; or by year, year 0 being the start"),
    )
    operating_cost: Money | None = Field(
        default=None,
        description=N_("Extra cost a year, such as 20 million VND; minus: a further saving"),
    )
    lifetime: Lifetime | None = Field(
        default=None, description=N_("How long it works, such as 10 yr; needed for NPV and IRR")
    )
    delay: Annotated[Given, GivenAs("1 yr")] | None = Field(
        default=None,
        description=N_("Whole years from the start until it works, such as 1 yr; default: 0"),
    )
    salvage: Money | None = Field(
        default=None,
        description=N_("Money that it brings at the end of its life; minus: what removal costs"),
    )
    replacement: dict[Year, Money] = Field(
        default_factory=dict,
        description=N_("What is bought again, by year of its life: {6: 80 million VND}"),
    )
    working_capital: Money | None = Field(
        default=None,
        description=N_("Money bound from the start to the end, such as a stock of spare parts"),
    )
    depreciation: Depreciation | None = Field(
        default=None,
        description=N_("How it is depreciated, as under finance, for this option alone"),
    )
    requires: Idents = Field(
        default=(), description=N_("Ids of options that must be in the same package")
    )
    excludes: Idents = Field(
        default=(), description=N_("Ids of options that must not be in the same package")
    )
    flows: dict[Year, Money] = Field(
        default_factory=dict,
        description=N_("Single payments by year of its life: {3: -200 million VND}; minus: paid"),
    )
    power_factor: Ratio | None = Field(
        default=None,
        description=N_("The cos φ that it keeps the plant's electricity at, such as 0.95"),
    )
    note: Name | None = Field(default=None, description=N_("Text shown below the option's name"))
