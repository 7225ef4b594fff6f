"""Why figures move: the values at their roots that are not the same in both assessments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...figure import Computed, Figure
from ..nodes import Node
from .figures import roots_of
from .results import Cause, Change
from .roots import Key, Names, key_of, roots_by_key, values_of

Roots = dict[Key, list[Figure]]
# the names that a cause has before and after; two where one factor takes the place of another
Pair = tuple[Key | None, Key | None]


def with_causes(
    changes: Sequence[Change], before: Names, after: Names
) -> tuple[tuple[Change, ...], tuple[Cause, ...]]:
    """The changes with the numbers of their causes, and the causes, those that move most first."""
    old = roots_by_key(_roots(change.before for change in changes), before)
    new = roots_by_key(_roots(change.after for change in changes), after)
    pairs = _pairs(changes, old, new, (before, after))
    marks = (
        _Marks({pair[0]: number for number, pair in enumerate(pairs) if pair[0]}, before),
        _Marks({pair[1]: number for number, pair in enumerate(pairs) if pair[1]}, after),
    )
    masks = [marks[0].of(change.before) | marks[1].of(change.after) for change in changes]
    counts = [sum(mask >> number & 1 for mask in masks) for number in range(len(pairs))]
    order = sorted(range(len(pairs)), key=lambda number: (-counts[number], number))
    causes = tuple(_cause(pairs[number], old, new, counts[number]) for number in order)
    marked = tuple(
        change._replace(
            causes=tuple(place for place, number in enumerate(order) if mask >> number & 1)
        )
        for change, mask in zip(changes, masks, strict=True)
    )
    return marked, causes


def _roots(nodes: Iterable[Node]) -> list[Figure]:
    return [figure for node in nodes for figure in roots_of(node)]


def _cause(pair: Pair, old: Roots, new: Roots, count: int) -> Cause:
    key = pair[1] or pair[0]
    assert key is not None
    before = [] if pair[0] is None else old[pair[0]]
    after = [] if pair[1] is None else new[pair[1]]
    one, other = _that_differ(before, after)
    return Cause(key.kind, key.name, one, other, count)


def _that_differ(before: list[Figure], after: list[Figure]) -> tuple[Figure | None, Figure | None]:
    """Of several values under one name the first two that are not the same."""
    both = zip(before, after, strict=False)
    first = before[0] if before else None, after[0] if after else None
    return next(((a, b) for a, b in both if (a.value, a.unit) != (b.value, b.unit)), first)


def _pairs(
    changes: Sequence[Change], old: Roots, new: Roots, names: tuple[Names, Names]
) -> list[Pair]:
    keys = dict.fromkeys([*old, *new])
    differing = [key for key in keys if not _is_same(old.get(key), new.get(key))]
    gone = {key for key in differing if key not in new}
    added = {key for key in differing if key not in old}
    swapped = _swaps(changes, gone, added, names)
    taken = set(swapped.values())
    pairs: list[Pair] = [
        (key if key in old else None, swapped.get(key, key if key in new else None))
        for key in differing
        if key not in taken
    ]
    # another factor that has the same value moves nothing
    return [(a, b) for a, b in pairs if not (a and b and _is_same(old[a], new[b]))]


def _is_same(before: list[Figure] | None, after: list[Figure] | None) -> bool:
    if before is None or after is None:
        return False
    return values_of(before) == values_of(after)


def _swaps(
    changes: Sequence[Change], gone: set[Key], added: set[Key], names: tuple[Names, Names]
) -> dict[Key, Key]:
    """What stands in the place of what, where two derivations are the same but for a root: the
    factor of another year, a price of the file for one of the library."""
    found: dict[Key, Key] = {}
    pending = [
        pair
        for change in changes
        for pair in zip(roots_of(change.before), roots_of(change.after), strict=False)
    ]
    seen: set[tuple[int, int]] = set()
    while pending and gone and added:
        one, other = pending.pop()
        if (id(one), id(other)) in seen:
            continue
        seen.add((id(one), id(other)))
        are_computed = [isinstance(each.derivation, Computed) for each in (one, other)]
        if all(are_computed):
            pending += _parts_in_line(one, other)
        elif not any(are_computed):
            before, after = key_of(one, names[0]), key_of(other, names[1])
            if before in gone and after in added:
                found[before] = after
                gone, added = gone - {before}, added - {after}
    return found


def _parts_in_line(first: Figure, second: Figure) -> list[tuple[Figure, Figure]]:
    """The inputs of the same name of one formula on both sides."""
    one, other = first.derivation, second.derivation
    if not isinstance(one, Computed) or not isinstance(other, Computed):
        return []
    if one.formula.id != other.formula.id:
        return []
    parts = dict(other.inputs)
    if len(parts) == len(other.inputs):
        return [(part, parts[name]) for name, part in one.inputs if name in parts]
    if [name for name, _ in one.inputs] != [name for name, _ in other.inputs]:
        return []
    return [(a, b) for (_, a), (_, b) in zip(one.inputs, other.inputs, strict=True)]


class _Marks:
    """Which causes are below a figure, a bit for each, so that each figure is looked at once."""

    def __init__(self, numbers: dict[Key, int], names: Names) -> None:
        self.numbers = numbers
        self.names = names
        self.known: dict[int, int] = {}

    def of(self, node: Node) -> int:
        mask = 0
        for figure in roots_of(node):
            mask |= self._below(figure)
        return mask

    def _below(self, root: Figure) -> int:
        pending = [root]
        while pending:
            figure = pending[-1]
            if id(figure) in self.known:
                pending.pop()
            elif not isinstance(figure.derivation, Computed):
                number = self.numbers.get(key_of(figure, self.names))
                self.known[id(figure)] = 0 if number is None else 1 << number
            else:
                parts = [part for _, part in figure.derivation.inputs]
                unknown = [part for part in parts if id(part) not in self.known]
                pending += unknown
                if not unknown:
                    mask = 0
                    for part in parts:
                        mask |= self.known[id(part)]
                    self.known[id(figure)] = mask
        return self.known[id(root)]
