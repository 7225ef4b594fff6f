"""Units and their conversion: pint behind one module, with our own definitions and exact ratios."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..diagnostics.similar import similar_to
from .memo import Base, remembered

if TYPE_CHECKING:
    import pint

_DEFINITIONS = Path(__file__).with_name("units.txt")
_SPECIAL = {"%": "percent", "percent": "percent", "": "unit"}
_PIECE = re.compile(r"([^\s/*·^]+?)(?:\^?([23]))?")
_MOST_FACTORS = 6
_SUPERSCRIPTS = str.maketrans("²³", "23")


class UnknownUnit(LookupError):
    """A unit that is not in units.txt; `similar` is the nearest one, if any is near."""

    def __init__(self, unit: str, similar: str | None) -> None:
        super().__init__(unit)
        self.unit = unit
        self.similar = similar


@lru_cache
def _registry() -> pint.UnitRegistry[Any]:
    import pint

    text = _DEFINITIONS.read_text(encoding="utf-8")
    return pint.UnitRegistry(text.splitlines(), non_int_type=Fraction, cache_folder=None)


@lru_cache
def known_units() -> dict[str, tuple[str, ...]]:
    """Every unit that can be written, with its other names, in the order of units.txt."""
    text = _DEFINITIONS.read_text(encoding="utf-8")
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    rows = ([part.strip() for part in line.split("=")] for line in lines if " = " in line)
    known: dict[str, tuple[str, ...]] = {"%": ("percent",)}
    for name, _, *symbols in rows:
        symbol = symbols[0] if symbols and symbols[0] != "_" else name
        others = tuple(other for other in symbols[1:] if other != symbol)
        known[symbol] = others if symbol == name else (*others, name)
    del known["percent"]
    return known


@lru_cache
def known_currencies() -> tuple[str, ...]:
    """The codes of all currencies."""
    return tuple(sorted(unit for unit in known_units() if money_of(unit) == unit))


@lru_cache
def _names() -> dict[str, str]:
    """Every written name of a unit to the one that units are listed by; pint knows them all."""
    return {
        name: symbol
        for symbol, others in known_units().items()
        for name in ((symbol, *others) if symbol != "%" else ())
    }


@lru_cache(maxsize=4096)
def resolve_unit(text: str) -> str:
    """The canonical form of a unit as a user writes it, such as `VND/kWh` or `mg/L`.

    Raises UnknownUnit with the part that is not known.
    """
    if text.strip() in _SPECIAL:
        return _SPECIAL[text.strip()]
    terms: list[str] = []
    sides = text.replace("**", "^").translate(_SUPERSCRIPTS).split("/")
    if len(sides) + text.count("*") + text.count("·") > _MOST_FACTORS:
        raise UnknownUnit(text, None)
    for index, side in enumerate(sides):
        for piece in re.split(r"[*·]", side):
            match = _PIECE.fullmatch(piece.strip())
            if not match:
                raise UnknownUnit(piece.strip() or text, None)
            terms.append(f"{'/' if index else '*'} {_canonical(match)}")
    return "1 " + " ".join(terms)


def _canonical(match: re.Match[str]) -> str:
    whole = match.group(0)
    names = _names()
    if whole in names:
        return names[whole]
    name = _SPECIAL.get(match.group(1), names.get(match.group(1)))
    power = match.group(2)
    if name is None:
        raise UnknownUnit(whole, similar_to(whole, names))
    return f"{name}**{power}" if power else name


@lru_cache(maxsize=4096)
def _base(text: str) -> Base:
    """The exact factor to base units and the exponents of the base dimensions."""
    expression = resolve_unit(text)
    return remembered(expression) or ask_pint(expression)


def ask_pint(expression: str) -> Base:
    """Pint's own answer for a canonical expression."""
    quantity: Any = _registry().parse_expression(expression)
    if not hasattr(quantity, "to_root_units"):
        return Base(Fraction(quantity), ())
    root = quantity.to_root_units()
    exponents = sorted(
        (str(name).strip("[]"), int(power)) for name, power in root.dimensionality.items()
    )
    return Base(Fraction(root.magnitude), tuple(exponents))


@lru_cache(maxsize=4096)
def conversion(unit: str, target: str) -> Fraction | None:
    """How many `target` make one `unit`, exactly; None where their dimensions differ."""
    if unit == target:
        return Fraction(1)
    found, wanted = _base(unit), _base(target)
    return found.factor / wanted.factor if found.exponents == wanted.exponents else None


@lru_cache(maxsize=4096)
def exact_ratio(unit: str, target: str) -> tuple[int, int] | None:
    """The same as numerator and denominator: whole numbers divide in one exact step."""
    ratio = conversion(unit, target)
    return None if ratio is None else (ratio.numerator, ratio.denominator)


_SPECIAL_DIMENSIONS = {("length", 2): "area", ("length", 3): "volume"}


@lru_cache(maxsize=4096)
def dimension(unit: str) -> str:
    """A name for a unit's dimension, such as `mass` or `money/energy`, whatever the currency."""
    above: list[str] = []
    below: list[str] = []
    for name, power in _base(unit).exponents:
        plain = "money" if name.startswith("money_") else name
        size = abs(power)
        term = _SPECIAL_DIMENSIONS.get((plain, size), plain if size == 1 else f"{plain}^{size}")
        (above if power > 0 else below).append(term)
    text = "·".join(sorted(above)) or ("ratio" if not below else "1")
    return "/".join([text, *sorted(below)])


@lru_cache(maxsize=4096)
def money_of(unit: str) -> str | None:
    """The currency code in a unit such as `VND/kWh`; None if it holds no money."""
    for name, _ in _base(unit).exponents:
        if name.startswith("money_"):
            return name.removeprefix("money_").upper()
    return None
