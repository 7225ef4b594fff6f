"""Quantities: numbers as people write them, units as consultants use them, exact conversion."""

from .numbers import Style
from .quantity import Quantity, dimension_words, parse_quantity
from .registry import (
    UnknownUnit,
    conversion,
    dimension,
    known_currencies,
    known_units,
    money_of,
    resolve_unit,
)

__all__ = [
    "Quantity",
    "Style",
    "UnknownUnit",
    "conversion",
    "dimension",
    "dimension_words",
    "known_currencies",
    "known_units",
    "money_of",
    "parse_quantity",
    "resolve_unit",
]
