"""Sectors: their products, and what good and lawful plants use for each."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field, model_validator

from ...language import N_
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

    at_least: Annotated[Given, GivenAs("20 million l")] | None = Field(
        default=None,
        description=N_("Yearly output from which on the norm is for, such as 20 million l"),
    )
    below: Annotated[Given, GivenAs("100 million l")] | None = Field(
        default=None,
        description=N_("Yearly output below which the norm is for, such as 100 million l"),
    )


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

    id: Ident = Field(description=N_("Id of the benchmark, such as norm-2021-small"))
    of: Annotated[Text, OneOf(*SUBJECTS)] = Field(
        description=N_("What is compared, such as energy, heat, electricity, water or co2e")
    )
    level: Annotated[Text, OneOf(*LEVELS)] = Field(
        description=N_(
            "typical (what many use), good and best (what can be reached) or norm (limit by law)"
        )
    )
    name: Names | None = Field(
        default=None, description=N_("Name of the benchmark in both languages")
    )
    capacity: Capacity | None = Field(
        default=None, description=N_("Size of the plants that the norm is for, by yearly output")
    )
    value: Annotated[Given, GivenAs("196 MJ/hl")] | None = Field(
        default=None,
        description=N_("Use per unit of product, such as 196 MJ/hl; or a range with its unit"),
    )
    unit: Name | None = Field(
        default=None, description=N_("Unit of a range that has no single value, such as MJ/hl")
    )

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

    id: Ident = Field(description=N_("Id of the product, such as beer"))
    name: Names = Field(description=N_("Name of the product in both languages"))
    unit: Id = Field(description=N_("Unit of the product that its use is told by, such as hl or t"))
    like: Ident | None = Field(
        default=None,
        description=N_("A wider product whose benchmarks, but not norms, hold for it as well"),
    )
    benchmarks: list[Benchmark] = Field(
        default_factory=list,
        description=N_("What good, usual and lawful plants use for a unit of it"),
    )


class Sector(Model):
    """A sector of industry."""

    id: Ident = Field(description=N_("Id of the sector, which is also the name of the file"))
    name: Names = Field(description=N_("Name of the sector in both languages"))
    products: list[SectorProduct] = Field(
        default_factory=list, description=N_("Usual products of the sector")
    )
