"""Sectors: their products, and what good and lawful plants use for each."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field, model_validator

from ...source import Map, Text
from ..fields import Ident, Name
from ..given import Given, GivenAs
from ..model import Model
from ..validators import OneOf
from .value import Id, Names, Sourced

# what a benchmark is of; engine/subjects.py says how each is summed in a plant
SUBJECTS = ("energy", "heat", "electricity", "water", "wastewater", "firewood", "steam", "co2e")
LEVELS = ("typical", "good", "best", "norm")


class Capacity(Model):
    """The plants that a norm is for, by yearly output: from `at_least` to under `below`."""

    at_least: Annotated[Given, GivenAs("20 million l")] | None = None
    below: Annotated[Given, GivenAs("100 million l")] | None = None


class Benchmark(Sourced):
    """Use per unit of product: one value, or a range with its `unit`.

    `norm` is a limit by law; `typical` what many plants use; `good` and `best` what can be reached.
    The range of a best practice is read as good practice (upper end) and best practice (lower end).
    """

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [{"required": ["value"]}, {"required": ["unit", "low", "high"]}]
        }
    )

    id: Ident
    of: Annotated[Text, OneOf(*SUBJECTS)]
    level: Annotated[Text, OneOf(*LEVELS)]
    name: Names | None = None
    capacity: Capacity | None = None
    value: Annotated[Given, GivenAs("196 MJ/hl")] | None = None
    unit: Annotated[Name | None, Field(description="of a range that has no single value")] = None

    @model_validator(mode="before")
    @classmethod
    def _value_or_range(cls, entry: Any) -> Any:
        """A value, or both ends of a range and their unit; otherwise the value is missing."""
        is_range = isinstance(entry, Map) and all(
            Text(key) in entry for key in ("unit", "low", "high")
        )
        if isinstance(entry, Map) and Text("value") not in entry and not is_range:
            raise ValueError("neither a value nor a range with its unit")
        return entry


class SectorProduct(Model):
    """A usual product and the unit that its consumption is given by."""

    id: Ident
    name: Names
    unit: Id
    like: Annotated[
        Ident | None, Field(description="a wider product whose benchmarks hold for it as well")
    ] = None
    benchmarks: list[Benchmark] = []


class Sector(Model):
    """A sector of industry."""

    id: Ident
    name: Names
    products: list[SectorProduct] = []
