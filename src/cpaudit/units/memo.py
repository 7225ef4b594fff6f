"""Pint's answers for the units that audits usually hold, kept beside the definitions.

Importing pint and building a registry takes longer than a whole assessment. So its answers for the
usual expressions stand in memo.tsv, a row each: expression, exact factor to base units, dimensions.
Whatever is not there is asked of pint; a test asks pint again for every row. usual.py writes it.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

MEMO = Path(__file__).with_name("memo.tsv")


class Base(NamedTuple):
    """A unit in base units: its exact factor and the exponents of its dimensions."""

    factor: Fraction
    exponents: tuple[tuple[str, int], ...]


def remembered(expression: str) -> Base | None:
    """Pint's answer for a canonical expression, if it is one of the usual ones."""
    row = _rows().get(expression)
    if row is None:
        return None
    factor, _, dimensions = row.partition("\t")
    pairs = (pair.split(":") for pair in dimensions.split())
    return Base(Fraction(factor), tuple((name, int(power)) for name, power in pairs))


@lru_cache
def _rows() -> dict[str, str]:
    text = MEMO.read_text(encoding="utf-8")
    rows = (line.partition("\t") for line in text.splitlines() if line)
    return {expression: rest for expression, _, rest in rows}
