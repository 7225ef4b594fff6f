"""A fund or programme that rewards or guarantees loans for cleaner production."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ...source import Text
from ..fields import Country, CurrencyCode, Date, Ident
from ..model import Model
from ..scheme_rules import BESIDE, NEEDED
from ..validators import OneOf
from .value import Names, Value


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
