"""The section of an audit file for material flow cost accounting: quantity centres in sequence."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field, ValidationInfo, model_validator

from ..diagnostics import Mistake
from ..diagnostics.codes import keys as codes
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

    amount: Annotated[Given, BilledAs("100 t")]
    price: Annotated[Given, GivenAs("12 million VND/t")] | None = None
    cost: Money | None = None
    mass: Amount | None = None
    in_product: Share | None = None
    operating: Annotated[Text, OneOf("true", "false")] | None = None
    name: Name | None = None

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

    id: Ident
    name: Name | None = None
    from_: Annotated[
        tuple[tuple[Text, Given | None], ...],
        Sources(),
        Field(alias="from"),
    ] = ()
    materials: dict[Ident, Material] = {}
    energy: Annotated[Costs, CostsGiven("120 million VND")] = {}
    system: Annotated[Costs, CostsGiven("800 million VND")] = {}
    waste: Annotated[Costs, CostsGiven("80 million VND")] = {}
    product: Annotated[Given, GivenAs("70 t")] | None = None
    loss: Annotated[Given, GivenAs("30 t")] | None = None
