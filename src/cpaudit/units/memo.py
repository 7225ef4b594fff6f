"""Pint's answers for the units that audits usually hold, kept beside the definitions.

Importing pint and building a registry takes longer than a whole assessment. So its answers for the
usual expressions stand in memo.tsv, a row each: expression, exact factor to base units, dimensions.
Whatever is not there is asked of pint. A test asks pint again for every row; after a change of
units.txt write the file anew:

    python -m cpaudit.units.memo
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


def usual_expressions() -> list[str]:
    """Every unit alone, per year, prices per unit in three currencies, and properties of fuels."""
    from .registry import dimension, known_units

    units = list(known_units())
    measures = ("mass", "energy", "volume", "normal_volume", "count", "area")
    counted = [unit for unit in units if dimension(unit) in measures]
    money = [unit for unit in units if dimension(unit) == "money"]
    prices = [f"{one}/{unit}" for one in ("VND", "USD", "EUR") for unit in counted]
    yearly = [f"{unit}/yr" for unit in (*counted, *money)]
    masses, energies = ("mg", "g", "kg", "t"), ("kcal", "kJ", "MJ", "GJ", "TJ", "kWh", "MWh", "TOE")
    volumes = ("l", "m3", "Nm3", "Sm3", "hl")
    pairs = [
        *((mass, other) for mass in masses for other in (*volumes, *energies, "kg", "t")),
        *((energy, other) for energy in energies for other in ("kg", "t", *volumes, *energies)),
        *((volume, other) for volume in volumes for other in ("t", "kg", *volumes)),
    ]
    return [*units, *yearly, *prices, *(f"{above}/{below}" for above, below in pairs)]


def write_memo(path: Path) -> None:
    """Ask pint for every usual expression and write its answers."""
    from .registry import ask_pint, resolve_unit

    rows = {}
    for text in usual_expressions():
        expression = resolve_unit(text)
        base = ask_pint(expression)
        dimensions = " ".join(f"{name}:{power}" for name, power in base.exponents)
        rows[expression] = f"{expression}\t{base.factor}\t{dimensions}"
    path.write_text("\n".join(rows.values()) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_memo(MEMO)
