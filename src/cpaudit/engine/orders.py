"""The orders in which options can be taken: each after those that it requires."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import sqrt
from random import Random
from typing import NamedTuple

from .interplay import bits_of

SEED = 1953
# orders that are drawn at most, and sets that are evaluated for them at most
_MOST_DRAWS, _LEAST_DRAWS, _MOST_WORK = 100, 5, 60000


class Place(NamedTuple):
    """In which part of all orders an option comes at a place, and what it adds there on average."""

    part: float
    mean: float


def exact_places(requires: Sequence[int], worth: Callable[[int], float]) -> list[dict[int, Place]]:
    """For each option its places among all orders that keep the requirements.

    Orders are counted over the sets that they pass through; `worth` is that of a set.
    """
    count = len(requires)
    everything = (1 << count) - 1
    ways_to, ways_from = [0] * (everything + 1), [0] * (everything + 1)
    ways_to[0] = ways_from[everything] = 1
    for members in range(everything + 1):
        for index in _next(members, requires):
            ways_to[members | 1 << index] += ways_to[members]
    for members in range(everything, -1, -1):
        for index in _next(members, requires):
            ways_from[members] += ways_from[members | 1 << index]
    parts: list[dict[int, float]] = [{} for _ in requires]
    sums: list[dict[int, float]] = [{} for _ in requires]
    for members in range(everything + 1):
        if not ways_to[members]:
            continue
        place, before = members.bit_count(), worth(members)
        for index in _next(members, requires):
            grown = members | 1 << index
            part = ways_to[members] * ways_from[grown] / ways_to[everything]
            parts[index][place] = parts[index].get(place, 0.0) + part
            sums[index][place] = sums[index].get(place, 0.0) + part * (worth(grown) - before)
    return [
        {place: Place(part, sums[index][place] / part) for place, part in one.items()}
        for index, one in enumerate(parts)
    ]


def _next(members: int, requires: Sequence[int]) -> Iterator[int]:
    """The options that may follow a set."""
    for index, needs in enumerate(requires):
        if not members >> index & 1 and not needs & ~members:
            yield index


def draws_for(requires: Sequence[int]) -> tuple[int, int]:
    """How many draws are made, and how many orders they give."""
    draws = max(_LEAST_DRAWS, min(_MOST_DRAWS, _MOST_WORK // len(requires) ** 2))
    return draws, draws if any(requires) else 2 * draws


def drawn_places(
    requires: Sequence[int], worth: Callable[[int], float]
) -> tuple[list[dict[int, Place]], list[float]]:
    """Places and contributions of drawn orders, and the standard error of each option's mean."""
    count = len(requires)
    added: list[dict[int, list[float]]] = [{} for _ in requires]
    means: list[list[float]] = [[] for _ in requires]
    orders = 0
    for drawn in _drawn_orders(requires):
        sums = [0.0] * count
        for order in drawn:
            members, before = 0, worth(0)
            for place, index in enumerate(order):
                members |= 1 << index
                after = worth(members)
                added[index].setdefault(place, []).append(after - before)
                sums[index] += after - before
                before = after
        orders += len(drawn)
        for index, one in enumerate(sums):
            means[index].append(one / len(drawn))
    places = [
        {place: Place(len(all) / orders, sum(all) / len(all)) for place, all in one.items()}
        for one in added
    ]
    return places, [_standard_error(one) for one in means]


def _standard_error(values: Sequence[float]) -> float:
    mean = sum(values) / len(values)
    return sqrt(sum((one - mean) ** 2 for one in values) / (len(values) - 1) / len(values))


def _drawn_orders(requires: Sequence[int]) -> Iterator[list[list[int]]]:
    """Orders at random, the same each time. Without requirements each comes with its reverse, for
    the two err in opposite ways.

    The next option is drawn by how many wait for it, itself included; so all orders are equally
    likely where no option requires two others that don't require each other.
    """
    random = Random(SEED)
    weights = _waiting(requires)
    for _ in range(draws_for(requires)[0]):
        order: list[int] = []
        members = 0
        while len(order) < len(requires):
            ready = list(_next(members, requires))
            index = random.choices(ready, [weights[one] for one in ready])[0]
            order.append(index)
            members |= 1 << index
        yield [order] if any(requires) else [order, order[::-1]]


def _waiting(requires: Sequence[int]) -> list[int]:
    """How many options can't come before each, itself included."""
    weights = [0] * len(requires)
    for index in range(len(requires)):
        before, pending = 0, 1 << index
        while pending & ~before:
            before |= pending
            for other in bits_of(before):
                pending |= requires[other]
        for other in bits_of(before):
            weights[other] += 1
    return weights
