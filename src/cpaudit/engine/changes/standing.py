"""Which values at the roots of figures that move are not the same in both assessments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from ...figure import Entered
from ..nodes import Node
from .figures import roots_under
from .results import Change
from .roots import Key, Names, Roots, roots_by_key, values_of
from .swaps import swaps_of

# the names that a cause has before and after; two where one factor takes the place of another
Pair = tuple[Key | None, Key | None]


class Whole(NamedTuple):
    """All that one assessment rests on, whether it moves or not, and the entries of its files."""

    names: Names
    entries: Mapping[str, Entered]
    roots: Roots

    @classmethod
    def of(cls, entries: Mapping[str, Entered], nodes: Iterable[Node]) -> Whole:
        """What figures rest on, and the entries that name it."""
        names = Names(entries)
        return cls(names, entries, roots_by_key(roots_under(nodes), names))

    def has(self, key: Key, values: Set[tuple[str, float]], other: Whole) -> bool:
        """Whether values of the other assessment are here too, although no figure that moves
        rests on them."""
        if values <= _values(self.roots, key):
            return True
        if key.kind != "entered":
            return False
        here, there = self.entries.get(key.name), other.entries.get(key.name)
        if here is None or there is None:
            return False
        return here.text.split() == there.text.split()


def pairs_of(
    changes: Sequence[Change], old: Roots, new: Roots, before: Whole, after: Whole
) -> list[Pair]:
    """The names of what differs below figures that move; `old` and `new` are the values there."""
    differing = _differing(changes, old, new, before, after)
    # a factor may give its place to another one here and still be used elsewhere
    gone = {key for key in old.keys() - new.keys() if key in differing or key.kind != "entered"}
    added = {key for key in new.keys() - old.keys() if key in differing or key.kind != "entered"}
    swapped = swaps_of(changes, gone, added, (before.names, after.names))
    taken = set(swapped.values())
    pairs: list[Pair] = [
        (key if key in old else None, swapped.get(key, key if key in new else None))
        for key in dict.fromkeys([*old, *new])
        if (key in differing or key in swapped) and key not in taken
    ]
    # another factor that has the same value moves nothing
    return [
        (a, b) for a, b in pairs if not (a and b and a != b and _values(old, a) == _values(new, b))
    ]


def _differing(
    changes: Sequence[Change], old: Roots, new: Roots, before: Whole, after: Whole
) -> set[Key]:
    """The names whose values are not the same on both sides.

    What a figure rests on that came or went with its option or package may be as it was.
    """
    lasting = [one for one in changes if one.kind not in {"new", "gone"}]
    lasting_old = roots_by_key(roots_under(one.before for one in lasting), before.names)
    lasting_new = roots_by_key(roots_under(one.after for one in lasting), after.names)

    def stands(key: Key) -> bool:
        one, other = _values(lasting_old, key), _values(lasting_new, key)
        if one == other and (one or key.kind != "entered"):
            return True
        if not (one <= other or other <= one):
            return False
        # of a factor nothing is told where all that rests on it is gone
        sides = (old, new) if key.kind == "entered" else (lasting_old, lasting_new)
        return after.has(key, _values(sides[0], key), before) and before.has(
            key, _values(sides[1], key), after
        )

    return {key for key in (*old, *new) if not stands(key)}


def _values(roots: Roots, key: Key) -> set[tuple[str, float]]:
    return values_of(roots.get(key, ()))
