"""Numbers as people in two languages write them, read exactly or refused.

`1.234` is 1234 to a Vietnamese reader and 1.234 to an English one. Where a file declares its
style the style decides; where it does not, only what has one reading is accepted.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from ..diagnostics import Code, Mistake, Span
from ..diagnostics.codes import numbers as codes

Style = Literal["plain", "vi", "en"]
LARGEST = Decimal(10) ** 18
_EXAMPLES = {"plain": "1234567.8", "vi": "1.234.567,8", "en": "1,234,567.8"}

# words that multiply; money is rarely written without them in VND
SCALES = {
    "thousand": 1_000,
    "nghìn": 1_000,
    "ngàn": 1_000,
    "million": 1_000_000,
    "triệu": 1_000_000,
    "tr": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "tỷ": 1_000_000_000,
    "tỉ": 1_000_000_000,
}

SPACES = " \u00a0\u202f\u2009"  # plain, no-break, narrow no-break and thin space
_NUMBER = re.compile(rf"([-+−]?)\s*((?:[.,]?\d)(?:[\d.,_{SPACES}]*[\d.,_])?)(.*)", re.DOTALL)
_PLAIN = re.compile(r"(?:0|[1-9]\d{0,17})(?:\.\d{1,15})?")
_EXPONENT = re.compile(r"[eE][-+]?\d+")
_NOT_FINITE = re.compile(r"[-+]?\.?(?:inf|nan|infinity)\b.*", re.IGNORECASE)


class Parsed(NamedTuple):
    """A number and what stands behind it; `offset` is where that starts in the text.

    `digit` is the size of the last digit that is written: 0.1 in `3.5`, a million in `2 million`.
    """

    value: Decimal
    rest: str
    offset: int
    scaled: bool
    digit: Decimal


class Refused(Exception):
    """Why a text is no number: a diagnostic's code and the words for it."""

    def __init__(self, code: Code, **values: object) -> None:
        super().__init__(code.id)
        self.code = code
        self.values = values


def parse_number(text: str, style: Style | None, span: Span, example: str) -> Parsed:
    """Read the number at the start of `text`.

    Raises Mistake with the place and, in the hint, `example` or the two possible readings.
    """
    try:
        # a plain text: one that knows its place would keep all of its file in memory
        return parsed(str(text), style)
    except Refused as refused:
        values = {"text": text, "example": example, **refused.values}
        raise Mistake(refused.code.at(span, **values)) from None


@lru_cache(maxsize=4096)
def parsed(text: str, style: Style | None) -> Parsed:
    """The number at the start of a text. Raises Refused."""
    sign, _, digits, rest = split(text)
    if _EXPONENT.match(rest):
        raise Refused(codes.EXPONENT, plain=_written_out(text))
    if rest.startswith(":"):
        raise Refused(codes.CLOCK_IN_NUMBER)
    if _PLAIN.fullmatch(digits) and (style == "plain" or digits.isdigit()):
        value = Decimal(digits)
    else:
        value = _grouped(digits, style)
    exponent = value.as_tuple().exponent
    digit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    behind = rest.strip()
    word, *after = re.split(f"[{SPACES}]+", behind, maxsplit=1)
    scale = SCALES.get(word.lower())
    if scale:
        value, digit = value * scale, digit * scale
        behind = after[0].strip() if after else ""
    if abs(value) >= LARGEST:
        raise Refused(codes.ABSURD)
    offset = len(text.rstrip()) - len(behind)
    signed = -value if sign in {"-", "−"} else value
    return Parsed(signed, behind, offset, scale is not None, digit)


def split(text: str) -> tuple[str, str, str, str]:
    """The sign of a number, the gap behind it, its digits with their separators, and the rest.

    Raises Refused.
    """
    match = _NUMBER.match(text)
    if not match:
        if _NOT_FINITE.fullmatch(text):
            raise Refused(codes.NOT_FINITE)
        raise Refused(codes.NOT_A_NUMBER)
    sign, digits, rest = match.groups()
    return sign, text[len(sign) : match.start(2)], digits, rest


def _grouped(digits: str, style: Style | None) -> Decimal:
    """A number with separators, by the declared style or by its only reading."""
    if "_" in digits:
        raise Refused(codes.UNDERSCORE, plain=digits.replace("_", ""))
    if len(digits) > 40:
        raise Refused(codes.ABSURD)
    compact = _without_spaces(digits)
    if compact[0] in ".,":
        raise Refused(codes.NOT_A_NUMBER)
    if compact[-1] in ".,":
        raise Refused(codes.BAD_GROUPS)
    if re.match(r"0\d", compact):
        raise Refused(codes.LEADING_ZERO, plain=compact.lstrip("0") or "0")
    point = _decimal_mark(compact, style)
    group = "," if point == "." else "."
    whole, _, fraction = compact.partition(point) if point else (compact, "", "")
    if group in fraction or (point and point in fraction):
        raise Refused(codes.BAD_GROUPS)
    separators = [mark for mark in ".," if mark in whole]
    for mark in separators:
        if not re.fullmatch(rf"[1-9]\d{{0,2}}(?:{re.escape(mark)}\d{{3}})+", whole):
            raise _misfit(style)
        whole = whole.replace(mark, "")
    return Decimal(f"{whole}.{fraction}")


def _decimal_mark(digits: str, style: Style | None) -> str:
    """The character that stands for the decimal mark in `digits`; empty if there is none."""
    if style in {"plain", "en"}:
        if style == "plain" and "," in digits:
            raise _misfit(style)
        return "." if "." in digits else ""
    if style == "vi":
        return "," if "," in digits else ""
    marks = [char for char in digits if char in ".,"]
    if not marks:
        return ""
    if len(marks) > 1:
        # 1.234.567 has groups only; in 1.234,5 the last mark is the decimal one
        return "" if len(set(marks)) == 1 else marks[-1]
    whole, fraction = re.split("[.,]", digits)
    if len(fraction) == 3 and len(whole) <= 3 and whole != "0":
        raise Refused(codes.AMBIGUOUS, large=whole + fraction, small=_short(whole, fraction))
    return marks[0]


def _short(whole: str, fraction: str) -> str:
    """The decimal reading in a form that is not ambiguous itself: a zero is added."""
    return f"{whole}.{fraction}0"


def _without_spaces(digits: str) -> str:
    parts = re.split(f"[{SPACES}]", digits)
    if len(parts) > 1:
        tail = re.split("[.,]", parts[-1])[0]
        groups = [*parts[1:-1], tail]
        if not 1 <= len(parts[0]) <= 3 or any(not re.fullmatch(r"\d{3}", g) for g in groups):
            raise Refused(codes.BAD_GROUPS)
        if any(mark in part for part in parts[:-1] for mark in ".,"):
            raise Refused(codes.BAD_GROUPS)
        if re.search("[.,].*[.,]", parts[-1]):
            raise Refused(codes.BAD_GROUPS)
    return "".join(parts)


def _misfit(style: Style | None) -> Refused:
    if style is None:
        return Refused(codes.BAD_GROUPS)
    return Refused(codes.WRONG_SEPARATOR, style=style, example=_EXAMPLES[style])


def _written_out(text: str) -> str:
    """1e3 as 1000, for the hint."""
    match = re.match(r"[-+]?[\d.]+[eE][-+]?\d{1,2}(?!\d)", text)
    try:
        return f"{Decimal(match.group()):f}" if match else "…"
    except ArithmeticError:
        return "…"
