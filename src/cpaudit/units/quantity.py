"""A number with its unit, as it was written and where."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from ..diagnostics import Mistake, Span, Word
from ..diagnostics.codes import numbers as codes
from .numbers import LARGEST, Parsed, Refused, Style, parse_number, parsed
from .registry import UnknownUnit, dimension, exact_ratio, resolve_unit

_LARGEST = int(LARGEST)
_SAME = (1, 1)


class Quantity(NamedTuple):
    """A value in the unit it was written in; `text` is what stands in the file.

    `digit` is the size of the last digit that is written, in the same unit.
    """

    value: Decimal
    unit: str
    text: str
    span: Span
    digit: Decimal

    def to(self, target: str) -> float | None:
        """The value in `target`, rounded once; None where the dimensions differ.

        Raises Mistake where the result is beyond anything a plant can use or pay.
        """
        ratio = exact_ratio(self.unit, target)
        if ratio is None:
            return None
        if ratio == _SAME:
            return float(self.value)
        above, below = self.value.as_integer_ratio()
        above, below = above * ratio[0], below * ratio[1]
        if abs(above) >= _LARGEST * below:
            raise Mistake(codes.ABSURD.at(self.span, text=self.text))
        return above / below

    def to_or_refuse(self, target: str, subject: str, example: str) -> float:
        """The value in `target`; raises Mistake that says what was written and what is wanted."""
        converted = self.to(target)
        if converted is None:
            raise Mistake(
                codes.WRONG_DIMENSION.at(
                    self.span,
                    text=self.text,
                    found=Word(dimension_words(self.unit)),
                    subject=Word(subject),
                    expected=Word(dimension_words(target)),
                    example=example,
                )
            )
        return converted


def parse_quantity(text: str, style: Style | None, span: Span, example: str) -> Quantity:
    """Read `7054 MWh`, `1.25 million VND/t` or `8 %`; raises Mistake at the part that is wrong."""
    try:
        # a plain text: one that knows its place would keep all of its file in memory
        number = _with_unit(str(text), style)
    except Refused as refused:
        values = {"text": text, "example": example, **refused.values}
        raise Mistake(refused.code.at(span, **values)) from None
    except UnknownUnit as unknown:
        place = _place_of(parse_number(text, style, span, example).rest, span)
        if unknown.similar:
            found = codes.UNKNOWN_UNIT_SIMILAR.at(place, unit=unknown.unit, similar=unknown.similar)
        else:
            found = codes.UNKNOWN_UNIT.at(place, unit=unknown.unit)
        raise Mistake(found) from None
    return Quantity(number.value, number.rest, text, span, number.digit)


@lru_cache(maxsize=8192)
def _with_unit(text: str, style: Style | None) -> Parsed:
    """A number and its unit. Raises Refused, and UnknownUnit."""
    number = parsed(text, style)
    if not number.rest:
        raise Refused(codes.SCALE_WITHOUT_MONEY if number.scaled else codes.UNIT_MISSING)
    resolve_unit(number.rest)
    return number


def _place_of(rest: str, span: Span) -> Span:
    """Where the end of a scalar stands in the file, be it in quotes or in decomposed letters."""
    written = span.source.line(span.line)[span.column - 1 : span.column - 1 + span.length]
    for offset in range(len(written)):
        tail = written[offset:].rstrip("'\" ")
        if unicodedata.normalize("NFC", tail) == rest:
            return span.inside(offset, len(tail))
    return span


def dimension_words(unit: str) -> str:
    """A dimension in words that the catalogues can translate, such as `an energy`."""
    from .words import DIMENSIONS, OTHER

    return DIMENSIONS.get(dimension(unit), OTHER)
