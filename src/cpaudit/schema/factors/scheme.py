"""A fund or programme that rewards or guarantees loans for cleaner production."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ...source import Text
from ..fields import Country, CurrencyCode, Date, Ident
from ..model import Model
from ..validators import OneOf
from .value import Names, Value

# what a scheme that rewards a cut must say, and what it may say beside that
NEEDED = (
    "cut_low",
    "share_low",
    "cut_high",
    "share_high",
    "reward_limit",
    "loan_least",
    "loan_most",
    "term_least",
    "term_most",
    "guarantee_share",
    "guarantee_limit",
)
BESIDE = (
    "guarantee_together",
    "guarantee_fee",
    "ownership",
    "operating",
    "measured_from",
    "measured_to",
    "capital",
)


class Scheme(Model):
    """Its rules by name, and the conditions that no audit file can tell."""

    id: Ident
    name: Names
    country: Country | None = None
    currency: CurrencyCode
    from_: Annotated[Date, Field(alias="from")]
    to: Date | None = None
    conditions: list[Names] = []
    rules: dict[Annotated[Text, OneOf(*NEEDED, *BESIDE)], Value]
