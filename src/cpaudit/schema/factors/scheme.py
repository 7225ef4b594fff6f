"""A fund or programme that rewards or guarantees loans for cleaner production."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ...language import N_
from ...source import Text
from ..fields import Country, CurrencyCode, Date, Ident
from ..model import Model
from ..scheme_rules import BESIDE, NEEDED
from ..validators import OneOf
from .value import Names, Value


class Scheme(Model):
    """Its rules by name, and the conditions that no audit file can tell."""

    id: Ident = Field(description=N_("Id of the scheme, which is also the name of the file"))
    name: Names = Field(description=N_("Name of the scheme in both languages"))
    country: Country | None = Field(
        default=None,
        description=N_("Country whose plants it pays for, as two capital letters; default: any"),
    )
    currency: CurrencyCode = Field(description=N_("Currency of its sums"))
    from_: Date = Field(alias="from", description=N_("First year or day of the scheme"))
    to: Date | None = Field(
        default=None, description=N_("Last year or day of the scheme; without: still open")
    )
    conditions: list[Names] = Field(
        default_factory=list,
        description=N_("Conditions that no audit file can tell, in both languages"),
    )
    rules: dict[Annotated[Text, OneOf(*NEEDED, *BESIDE)], Value] = Field(
        description=N_(
            "Its rules by name, such as cut_low or loan_most, each a value with its source"
        )
    )
