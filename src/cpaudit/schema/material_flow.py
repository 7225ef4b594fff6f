"""The section of an audit file for material flow cost accounting: quantity centres in sequence."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field, ValidationInfo, model_validator

from ..diagnostics import Mistake
from ..diagnostics.codes import keys as codes
from ..language import N_
from ..source import Map, Missing, Seq, Text
from .fields import Ident, Money, Name, Share
from .given import BilledAs, Given, GivenAs
from .json_types import by_key, chosen_by_key, one_or_several
from .model import Model
from .validators import IDENT, OneOf, Validator

Amount = Annotated[Given, GivenAs("100 t")]
Costs = dict[Text, Given]
ALONE = ""


class CostsGiven(Validator):
    """One amount of money, or several values by name: money, amounts or shares of a stream.

    One amount alone stands under the name `ALONE`.
    """

    def __init__(self, example: str) -> None:
        self.value = GivenAs(example)

    def json_schema(self) -> dict[str, Any]:
        one = self.value.json_schema()
        return chosen_by_key("value", one, by_key(IDENT.json_schema(), one), one)

    def parse(self, value: Any, info: ValidationInfo) -> Costs:
        if not isinstance(value, Map) or "value" in value:
            given = self.value.parse(value, info)
            return {Text.of(ALONE, given.span): given}
        return {IDENT.parse(key, info): self.value.parse(one, info) for key, one in value.items()}


class Sources(Validator):
    """Centres that a centre takes from: one, a list, or the share that is taken of each."""

    def json_schema(self) -> dict[str, Any]:
        centres = one_or_several(IDENT.json_schema())
        shares = by_key(IDENT.json_schema(), GivenAs("60 %").json_schema())
        return {**centres, **shares, "type": [*centres["type"], "object"]}

    def parse(self, value: Any, info: ValidationInfo) -> tuple[tuple[Text, Given | None], ...]:
        if isinstance(value, Map):
            share = GivenAs("60 %")
            return tuple(
                (IDENT.parse(key, info), share.parse(one, info)) for key, one in value.items()
            )
        if isinstance(value, Missing):
            raise Mistake(codes.NO_VALUE.at(value.span))
        entries = value if isinstance(value, Seq) else [value]
        return tuple((IDENT.parse(one, info), None) for one in entries)


def _or_amount(schema: dict[str, Any]) -> None:
    """Let the schema of a material accept its amount alone."""
    amount = GivenAs("100 t").json_schema()
    model = {key: part for key, part in schema.items() if key not in {"title", "description"}}
    schema.clear()
    schema.update(chosen_by_key("value", amount, model, amount))


class Material(Model):
    """What goes into a centre. `steel: 100 t` alone is its amount."""

    model_config = ConfigDict(json_schema_extra=_or_amount)

    amount: Annotated[Given, BilledAs("100 t")] = Field(
        description=N_(
            "What goes in, in the period, such as 100 t; a share of the resource (60 %); or bills"
        )
    )
    price: Annotated[Given, GivenAs("12 million VND/t")] | None = Field(
        default=None,
        description=N_(
            "Price per unit, such as 12 million VND/t; default: that of the resource of this id"
        ),
    )
    cost: Money | None = Field(
        default=None, description=N_("Money for the whole amount, in place of a price")
    )
    mass: Amount | None = Field(
        default=None,
        description=N_("Mass of the whole amount, where amount and resource do not tell it"),
    )
    in_product: Share | None = Field(
        default=None, description=N_("Part of this material that ends in the product, such as 90 %")
    )
    operating: Annotated[Text, OneOf("true", "false")] | None = Field(
        default=None,
        description=N_(
            "true: never part of the product, such as water or acid; wholly loss. Default: false"
        ),
    )
    name: Name | None = Field(
        default=None, description=N_("Name shown in the tables; default: that of the resource")
    )

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        if isinstance(value, Text) or (isinstance(value, Map) and "value" in value):
            span = value.span
            value = Map({Text.of("amount", span): value})
            value.span = span
        return value


class QuantityCentre(Model):
    """A step of production whose product and loss are measured."""

    id: Ident = Field(description=N_("Id of the centre, in figure paths"))
    name: Name | None = Field(
        default=None, description=N_("Name shown in the tables; default: the id")
    )
    from_: Annotated[tuple[tuple[Text, Given | None], ...], Sources()] = Field(
        default=(),
        alias="from",
        description=N_(
            "Centres whose product goes in: one, a list, or the share that goes on {a: 60 %}"
        ),
    )
    materials: dict[Ident, Material] = Field(
        default_factory=dict,
        description=N_("What is bought and goes in here, by id: an amount alone, or its keys"),
    )
    energy: Annotated[Costs, CostsGiven("120 million VND")] = Field(
        default_factory=dict,
        description=N_("Money, or by resource an amount, a share {electricity: 30 %} or money"),
    )
    system: Annotated[Costs, CostsGiven("800 million VND")] = Field(
        default_factory=dict,
        description=N_("Money, or money by name: wages, machines, maintenance"),
    )
    waste: Annotated[Costs, CostsGiven("80 million VND")] = Field(
        default_factory=dict,
        description=N_(
            "Money, or by discharge an amount, a share or money; wholly a cost of the loss"
        ),
    )
    product: Annotated[Given, GivenAs("70 t")] | None = Field(
        default=None,
        description=N_(
            "Mass of what is good, or a share of what goes in, such as 70 t; default: all less loss"
        ),
    )
    loss: Annotated[Given, GivenAs("30 t")] | None = Field(
        default=None,
        description=N_("Mass of what is not good, or a share of what goes in, such as 5 %"),
    )
