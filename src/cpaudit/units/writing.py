"""A number put in the place of another one in a text, in the way that the other one was written."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple
from unicodedata import normalize

from .numbers import SPACES, Parsed, Refused, Style, parsed, split

_GROUPS = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")


class NumberForm(NamedTuple):
    """A text such as `4,99 tỉ VND` around its number, and how that number is written.

    `scale` is what the words behind it multiply by. `is_grouped`: thousands are set apart by
    `group`, wherever that can be read.
    """

    sign: str
    gap: str
    digits: str
    rest: str
    style: Style | None
    point: str
    group: str
    is_grouped: bool
    scale: Decimal

    @property
    def significant(self) -> int:
        """How many digits are written from the first one on that is not zero; at least one."""
        return max(1, len(re.sub(r"\D", "", self.digits).lstrip("0")))

    def with_number(self, number: Decimal) -> str | None:
        """The text with another number, every decimal of it; None where it can't be read back."""
        whole, _, fraction = f"{abs(number):f}".partition(".")
        tail = self.point + fraction if fraction else ""
        if self.is_grouped and self.group:
            text = self._around(number, _GROUPS.sub(self.group, whole) + tail)
            if self._reads(text, number):
                return text
        text = self._around(number, whole + tail)
        return text if self._reads(text, number) else None

    def _around(self, number: Decimal, digits: str) -> str:
        if not self.sign:
            return f"{self.gap}{'-' if number < 0 else ''}{digits}{self.rest}"
        if number < 0:
            return f"{'-' if self.sign == '+' else self.sign}{self.gap}{digits}{self.rest}"
        return f"{f'+{self.gap}' if self.sign == '+' else ''}{digits}{self.rest}"

    def _reads(self, text: str, number: Decimal) -> bool:
        try:
            return _read(text, self.style).value == number * self.scale
        except Refused:
            return False


def form_of(text: str, style: Style | None, may_add_commas: bool = True) -> NumberForm:
    """How the number of a quantity is written.

    A number under 1000 does not show whether thousands are set apart; they are then where a style
    is declared that does so, unless that would bring the first comma into the text. Raises Refused
    where no number stands in the text.
    """
    sign, gap, digits, rest = split(text)
    point, group = _marks(digits, style)
    is_grouped = group in digits if group else False
    if not is_grouped and len(re.split("[.,]", digits)[0]) < 4 and style in {"vi", "en"}:
        is_grouped = style == "vi" or may_add_commas
    scale = _read(f"1{rest}", style).value
    return NumberForm(sign, gap, digits, rest, style, point, group, is_grouped, scale)


def _read(text: str, style: Style | None) -> Parsed:
    return parsed(normalize("NFC", text), style)


def _marks(digits: str, style: Style | None) -> tuple[str, str]:
    """The decimal mark, and what sets thousands apart or nothing where none is seen."""
    space = next((char for char in digits if char in SPACES), "")
    if style == "vi":
        return ",", space or "."
    if style is not None:
        return ".", space or ("," if style == "en" else "")
    marks = [char for char in digits if char in ".,"]
    if space or not marks:
        return (marks[-1] if marks else "."), space
    first, last = marks[0], marks[-1]
    if first != last:
        return last, first
    if len(marks) > 1:
        return ("," if first == "." else "."), first
    return first, ""
