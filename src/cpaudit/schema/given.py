"""Quantities as a file gives them, short or with their source, quality and uncertainty."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic import ValidationInfo

from ..diagnostics import Mistake, Span
from ..diagnostics.codes import keys as codes
from ..diagnostics.codes import plausibility
from ..language import N_
from ..source import Map, Text
from ..units import Quantity, parse_quantity
from ..units.numbers import parse_number
from .inner_keys import LONG_FORM
from .json_types import billed_quantity, late_model, quantity
from .sections import model_of
from .validators import OneOf, Validator, text_of

if TYPE_CHECKING:
    from pydantic import BaseModel

    from .bills import Bills

QUALITIES = (N_("metered"), N_("billed"), N_("estimated"))
_QUALITY = OneOf(*QUALITIES)
_PARTS = tuple(LONG_FORM)


class Given(NamedTuple):
    """A quantity as given, with what the long form `{value: …, source: …}` says about it.

    Of `bills` the quantity holds the place only: it is nothing in no unit until they are read.
    """

    quantity: Quantity
    source: str | None = None
    quality: str | None = None
    uncertainty: Quantity | None = None
    bills: Bills | None = None

    @property
    def span(self) -> Span:
        return self.quantity.span


class GivenAs(Validator):
    """A quantity, short (`7054 MWh`) or long (`{value: 7054 MWh, source: …}`)."""

    def __init__(self, example: str) -> None:
        self.example = example

    def json_schema(self) -> dict[str, Any]:
        """A number and its unit, or the long form; the unit itself is checked by the program."""
        return quantity(self.example, QUALITIES, LONG_FORM)

    def parse(self, value: Any, info: ValidationInfo) -> Given:
        if isinstance(value, Map):
            return self._long_form(value, info)
        return Given(self._quantity(value if type(value) is Text else text_of(value), info))

    def _quantity(self, text: Text, info: ValidationInfo) -> Quantity:
        context = info.context
        style = context.get("style") if context else None
        return parse_quantity(text, style, text.span, self.example)

    def uncertainty(self, text: Text, info: ValidationInfo) -> Quantity:
        """A share; plus or minus is meant, so it has no sign of its own."""
        quantity = GivenAs("2 %")._quantity(text, info)
        share = quantity.to_or_refuse("unit", N_("the uncertainty"), "2 %")
        if share < 0:
            raise Mistake(plausibility.NEGATIVE.at(text.span, key="uncertainty"))
        return quantity

    def _long_form(self, value: Map, info: ValidationInfo) -> Given:
        for key in value:
            if key not in _PARTS:
                raise Mistake(codes.UNKNOWN.at(key.span, key=key, known=", ".join(_PARTS)))
        if "value" not in value:
            raise Mistake(codes.VALUE_MISSING.at(value.span))
        parts: dict[str, Any] = {str(key): text_of(part, key) for key, part in value.items()}
        if "quality" in parts:
            _QUALITY.parse(parts["quality"], info)
        if "uncertainty" in parts:
            parts["uncertainty"] = self.uncertainty(parts["uncertainty"], info)
        return Given(self._quantity(parts.pop("value"), info), **parts)


class BilledAs(GivenAs):
    """A quantity that may be a column of bills instead: `{csv: bills.csv, column: kWh, …}`."""

    @property
    def model(self) -> type[BaseModel]:
        """The model of the column; few files have one."""
        return model_of("bills", "Bills")

    def json_schema(self) -> dict[str, Any]:
        return billed_quantity(super().json_schema(), late_model("bills", "Bills"))

    def parse(self, value: Any, info: ValidationInfo) -> Given:
        if not (isinstance(value, Map) and "csv" in value):
            return super().parse(value, info)
        bills: Any = self.model.model_validate(value, context=info.context)
        place = Quantity(Decimal(0), "", str(bills.csv), value.span, Decimal(1))
        return Given(place, bills.source, bills.quality, bills.uncertainty, bills)


class RatioGiven(GivenAs):
    """A number that has no unit by nature, such as a power factor; 90 % is read as well."""

    def _quantity(self, text: Text, info: ValidationInfo) -> Quantity:
        style = (info.context or {}).get("style")
        number = parse_number(text, style, text.span, self.example)
        if number.rest or number.scaled:
            return super()._quantity(text, info)
        return Quantity(number.value, "unit", text, text.span, number.digit)

    def json_schema(self) -> dict[str, Any]:
        return quantity(self.example, QUALITIES, LONG_FORM, number=True)
