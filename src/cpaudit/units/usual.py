"""The usual units, and pint's answers for them written to memo.tsv.

After a change of units.txt:

    python -m cpaudit.units.usual
"""

from __future__ import annotations

from pathlib import Path

from .memo import MEMO
from .registry import ask_pint, dimension, known_units, resolve_unit


def usual_expressions() -> list[str]:
    """Every unit alone, per year, prices per unit in three currencies, properties of fuels, and
    what the factor library is written in."""
    units = list(known_units())
    measures = ("mass", "energy", "volume", "normal_volume", "count", "area")
    counted = [unit for unit in units if dimension(unit) in measures]
    money = [unit for unit in units if dimension(unit) == "money"]
    prices = [f"{one}/{unit}" for one in ("VND", "USD", "EUR") for unit in counted]
    yearly = [f"{unit}/yr" for unit in (*counted, *money)]
    monthly = [f"{unit}/month" for unit in counted]
    masses, energies = ("mg", "g", "kg", "t"), ("kcal", "kJ", "MJ", "GJ", "TJ", "kWh", "MWh", "TOE")
    volumes = ("l", "m3", "Nm3", "Sm3", "hl")
    pairs = [
        *((mass, other) for mass in masses for other in (*volumes, *energies, "kg", "t")),
        *((energy, other) for energy in energies for other in ("kg", "t", *volumes, *energies)),
        *((volume, other) for volume in volumes for other in ("t", "kg", "m2", *volumes)),
        *((gas, other) for gas in ("tCO2e", "kgCO2e") for other in ("t", "kg", "GJ", "MWh", "hl")),
        *((gas, "yr") for gas in ("tCO2e", "kgCO2e")),
        *((money, "tCO2e") for money in ("VND", "USD", "EUR")),
        *(("VND", other) for other in ("USD", "EUR")),
        ("m3", "day"),
        ("m", "yr"),
    ]
    return [*units, *yearly, *monthly, *prices, *(f"{above}/{below}" for above, below in pairs)]


def write_memo(path: Path) -> None:
    """Ask pint for every usual expression and write its answers."""
    rows = {}
    for text in usual_expressions():
        expression = resolve_unit(text)
        base = ask_pint(expression)
        dimensions = " ".join(f"{name}:{power}" for name, power in base.exponents)
        rows[expression] = f"{expression}\t{base.factor}\t{dimensions}"
    path.write_text("\n".join(rows.values()) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_memo(MEMO)
