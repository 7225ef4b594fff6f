"""Units and their conversion: pint behind one module, with our own definitions and exact ratios."""

from __future__ import annotations

import re
from difflib import get_close_matches
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pint

_SPECIAL = {"%": "percent", "": "unit"}
_PIECE = re.compile(r"([^\s/*·^]+?)(?:\^?([23])|\*\*([23]))?")


class UnknownUnit(LookupError):
    """A unit that is not in units.txt; `similar` is the nearest one, if any is near."""

    def __init__(self, unit: str, similar: str | None) -> None:
        super().__init__(unit)
        self.unit = unit
        self.similar = similar


@lru_cache
def _registry() -> pint.UnitRegistry[Any]:
    import pint

    text = files("cpaudit.units").joinpath("units.txt").read_text(encoding="utf-8")
    return pint.UnitRegistry(text.splitlines(), non_int_type=Fraction, cache_folder=None)


@lru_cache
def known_units() -> dict[str, tuple[str, ...]]:
    """Every unit that can be written, with its other names, in the order of units.txt."""
    text = files("cpaudit.units").joinpath("units.txt").read_text(encoding="utf-8")
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    rows = ([part.strip() for part in line.split("=")] for line in lines if " = " in line)
    known: dict[str, tuple[str, ...]] = {"%": ()}
    for name, _, *symbols in rows:
        symbol = symbols[0] if symbols and symbols[0] != "_" else name
        others = tuple(other for other in symbols[1:] if other != symbol)
        known[symbol] = others if symbol == name else (*others, name)
    del known["percent"]
    return known


@lru_cache
def _names() -> dict[str, str]:
    """Every written name of a unit to the one that units are listed by; pint knows them all."""
    return {
        name: symbol
        for symbol, others in known_units().items()
        for name in (symbol, *others)
        if symbol != "%"
    }


@lru_cache(maxsize=4096)
def resolve_unit(text: str) -> str:
    """The canonical form of a unit as a user writes it, such as `VND/kWh` or `mg/L`.

    Raises UnknownUnit with the part that is not known.
    """
    if text.strip() in _SPECIAL:
        return _SPECIAL[text.strip()]
    terms: list[str] = []
    for index, side in enumerate(text.split("/")):
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
    power = match.group(2) or match.group(3)
    if name is None:
        raise UnknownUnit(whole, _similar(whole))
    return f"{name}**{power}" if power else name


def _similar(text: str) -> str | None:
    folded = {name.casefold(): name for name in reversed(_names())}
    if text.casefold() in folded:
        return folded[text.casefold()]
    near = get_close_matches(text, list(_names()), n=1, cutoff=0.6)
    return near[0] if near else None


@lru_cache(maxsize=4096)
def _base(text: str) -> tuple[Fraction, tuple[tuple[str, int], ...]]:
    """The exact factor to base units and the exponents of the base dimensions."""
    quantity = _registry().parse_expression(resolve_unit(text))
    base = quantity.to_root_units() if hasattr(quantity, "to_root_units") else None
    if base is None:
        return Fraction(quantity), ()
    exponents = sorted((str(name), int(power)) for name, power in base.dimensionality.items())
    return Fraction(base.magnitude), tuple(exponents)


@lru_cache(maxsize=4096)
def conversion(unit: str, target: str) -> Fraction | None:
    """How many `target` make one `unit`, exactly; None where their dimensions differ."""
    if unit == target:
        return Fraction(1)
    (factor, found), (wanted_factor, wanted) = _base(unit), _base(target)
    return factor / wanted_factor if found == wanted else None


_SPECIAL_DIMENSIONS = {("length", 2): "area", ("length", 3): "volume"}


@lru_cache(maxsize=4096)
def dimension(unit: str) -> str:
    """A name for a unit's dimension: `mass`, `money/energy`, `ratio`. Currencies are all `money`."""
    above, below = [], []
    for name, power in _base(unit)[1]:
        plain = name.strip("[]")
        plain = "money" if plain.startswith("money_") else plain
        size = abs(power)
        term = _SPECIAL_DIMENSIONS.get((plain, size), plain if size == 1 else f"{plain}^{size}")
        (above if power > 0 else below).append(term)
    text = "·".join(sorted(above)) or ("ratio" if not below else "1")
    return "/".join([text, *sorted(below)])


@lru_cache(maxsize=4096)
def money_of(unit: str) -> str | None:
    """The currency code in a unit such as `VND/kWh`; None if it holds no money."""
    for name, _ in _base(unit)[1]:
        if name.startswith("[money_"):
            return name.strip("[]").removeprefix("money_").upper()
    return None
