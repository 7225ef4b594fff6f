"""Plain scalars that YAML 1.1, YAML 1.2 and a human read in different ways."""

from __future__ import annotations

import re

from ..diagnostics import Diagnostic
from ..diagnostics.codes import text as codes
from .located import Text

# true and false are the same everywhere; these are booleans in YAML 1.1 and text in YAML 1.2
_BOOLEAN = re.compile(r"(?i:yes|no|on|off)|[yYnN]")
_CLOCK = re.compile(r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?")
_OTHER_BASE = re.compile(r"[-+]?0(?:[0-7_]+|x_*[0-9a-fA-F][0-9a-fA-F_]*|o[0-7]+|b_*[01][01_]*)")
# how a trap starts, a number without spaces or a word of up to three letters; all other
# scalars are read alike by everybody
DIGITS = frozenset("0123456789+-")
WORDS = frozenset("yYnNoO")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)")


def trap_in(text: Text) -> Diagnostic | None:
    """What other readers would make of an unquoted scalar, if it differs from what is seen."""
    first = text[:1]
    if first in WORDS and _BOOLEAN.fullmatch(text):
        return codes.BOOLEAN_WORD.at(text.span, text=text)
    if first in DIGITS:
        if _CLOCK.fullmatch(text):
            return codes.CLOCK_NUMBER.at(text.span, text=text)
        if _OTHER_BASE.fullmatch(text) and set(text) - set("+-0_"):
            return codes.OTHER_BASE.at(text.span, text=text, value=_in_yaml_1_1(text))
    return None


def is_conflict_marker(line: str) -> bool:
    """Whether a line is one that a version control system leaves in a file."""
    return bool(_CONFLICT.match(line))


def _in_yaml_1_1(text: str) -> str:
    if len(text) > 20:
        return "…"
    digits = text.replace("_", "").lstrip("+-")
    value = int(digits, 0 if digits[1:2] in {"x", "o", "b"} else 8)
    return str(-value if text.startswith("-") else value)
