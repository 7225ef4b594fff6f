"""The values at the roots of derivations, under names that mean the same in both assessments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Literal, NamedTuple

from ...figure import Assumed, Computed, Entered, Figure, FromAudit, FromFactor
from ..trace import leaves_below


class Key(NamedTuple):
    """What a value at a root is called, whichever of the two assessments it is in."""

    kind: Literal["entered", "factor", "assumed", "audit"]
    name: str


Roots = dict[Key, list[Figure]]


class Names:
    """The names of entered values: the keys that lead to them, as the file has them."""

    def __init__(self, entries: Mapping[str, Entered]) -> None:
        self._at: dict[tuple[str, int], list[tuple[int, str]]] = {}
        for name, entered in entries.items():
            span = entered.span
            self._at.setdefault((span.source.name, span.line), []).append((span.column, name))
        for places in self._at.values():
            places.sort()

    def of(self, entered: Entered) -> str:
        """The entry that a value was written in; its place where no entry is known."""
        span = entered.span
        places = self._at.get((span.source.name, span.line), [])
        # a value may be a part of its entry, such as one amount of several
        after = bisect_right(places, span.column, key=itemgetter(0))
        return places[after - 1][1] if after else str(span)


def key_of(figure: Figure, names: Names) -> Key:
    """The name of a value at a root."""
    derivation = figure.derivation
    assert not isinstance(derivation, Computed)
    if isinstance(derivation, Entered):
        return Key("entered", names.of(derivation))
    if isinstance(derivation, FromFactor):
        return Key("factor", derivation.factor.id)
    if isinstance(derivation, FromAudit):
        return Key("audit", f"{derivation.file}: {derivation.option}")
    assert isinstance(derivation, Assumed)
    return Key("assumed", derivation.reason)


def roots_by_key(figures: Iterable[Figure], names: Names) -> Roots:
    """The values below figures by their names; one name may stand for several, as a conversion
    gives them."""
    found: Roots = {}
    for leaf in leaves_below(figures):
        found.setdefault(key_of(leaf, names), []).append(leaf)
    return found


def values_of(figures: Iterable[Figure]) -> set[tuple[str, float]]:
    """Units and values, to compare two sides by."""
    return {(figure.unit, figure.value) for figure in figures}
