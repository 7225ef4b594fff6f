"""Rules of the clean development mechanism."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ...language import N_
from ...source import Text
from ..model import Model
from ..validators import OneOf
from .value import Value

RULES = (
    "savings_limit",
    "electric_equivalent",
    "capacity_limit",
    "operating_weight",
    "crediting_fixed",
    "crediting_renewable",
)


class CdmRules(Model):
    """Limits, default weights and crediting periods by name."""

    rules: dict[Annotated[Text, OneOf(*RULES)], Value] = Field(
        description=N_(
            "Limits, weights and crediting periods by name, each a value with its source"
        )
    )
