"""Why figures move: the values at their roots that are not the same in both assessments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...figure import Computed, Figure
from ..nodes import Node
from .figures import roots_of, roots_under
from .results import Cause, Change
from .roots import Key, Names, Roots, key_of, roots_by_key
from .standing import Pair, Whole, pairs_of


def with_causes(
    changes: Sequence[Change], before: Whole, after: Whole
) -> tuple[tuple[Change, ...], tuple[Cause, ...]]:
    """The changes with the numbers of their causes, and the causes, those that move most first."""
    old = roots_by_key(roots_under(change.before for change in changes), before.names)
    new = roots_by_key(roots_under(change.after for change in changes), after.names)
    pairs = pairs_of(changes, old, new, before, after)
    marks = (
        _Marks({pair[0]: number for number, pair in enumerate(pairs) if pair[0]}, before.names),
        _Marks({pair[1]: number for number, pair in enumerate(pairs) if pair[1]}, after.names),
    )
    masks = [marks[0].of(change.before) | marks[1].of(change.after) for change in changes]
    below = [list(_numbers_in(mask)) for mask in masks]
    counts = Counter(number for numbers in below for number in numbers)
    order = sorted(range(len(pairs)), key=lambda number: (-counts[number], number))
    places = {number: place for place, number in enumerate(order)}
    causes = tuple(_cause(pairs[number], old, new, counts[number]) for number in order)
    marked = tuple(
        change._replace(causes=tuple(sorted(places[number] for number in numbers)))
        for change, numbers in zip(changes, below, strict=True)
    )
    return marked, causes


def _numbers_in(mask: int) -> Iterator[int]:
    """The numbers of the bits that are set."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


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
