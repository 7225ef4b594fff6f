"""Approach 1: the interval of a figure by error propagation.

Each uncertain input is set to its lower and to its upper bound in turn, and the figure is
calculated again by the same formulas; the changes are put together as the root of the sum of their
squares.
That is the error propagation of IPCC 2006 Guidelines, Vol. 1, Ch. 3 (approach 1) with bounds that
need not be symmetric. An input that goes into several terms, such as one emission factor of many
streams, is changed in all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot, inf, isfinite, isnan, nan
from typing import NamedTuple

from ...figure import Figure
from ..evaluation import Graph, graph_of, recalculated
from .inputs import Bounds, Input, inputs_of


class Interval(NamedTuple):
    """The 95 % interval of a figure, in its unit; `inputs` is how many uncertain inputs it has."""

    low: float
    high: float
    inputs: int


class Contribution(NamedTuple):
    """By how much one input at its bounds moves a figure, down and up; without limit: infinite."""

    input: Input
    below: float
    above: float


def interval_of(figure: Figure) -> Interval:
    """The interval that the bounds of its factors and the stated uncertainties give."""
    graph = graph_of([figure])
    (moved,) = contributions_in(graph, inputs_of(graph), [figure])
    return interval_from(figure, moved)


def interval_from(figure: Figure, moved: Sequence[Contribution]) -> Interval:
    """The interval of a figure from what each of its inputs does to it."""
    below = hypot(*(one.below for one in moved))
    above = hypot(*(one.above for one in moved))
    return Interval(figure.value - below, figure.value + above, len(moved))


def contributions_in(
    graph: Graph, inputs: Iterable[Input], figures: Sequence[Figure]
) -> list[list[Contribution]]:
    """For each figure of a graph what each input that goes into it does to it."""
    wanted: dict[int, list[int]] = {}
    for number, figure in enumerate(figures):
        wanted.setdefault(graph.place(figure), []).append(number)
    moved: list[list[Contribution]] = [[] for _ in figures]
    for one in inputs:
        lower, upper = (
            recalculated(graph, {place: bounds[end] for place, bounds in one.leaves.items()})
            for end in range(len(Bounds._fields))
        )
        for place in lower.keys() & wanted.keys():
            numbers = wanted[place]
            changes = _changes(figures[numbers[0]].value, [lower[place], upper[place]])
            made = Contribution(one, min(0.0, *changes), max(0.0, *changes))
            for number in numbers:
                moved[number].append(made)
    return moved


def _changes(value: float, ends: Iterable[float | None]) -> list[float]:
    """By how much a value changes at either end; without limit where it is not known there.

    An end may be infinite itself: the time of a payback that is never reached.
    """
    changes = [nan if end is None else end - value for end in ends]
    return [-inf, inf] if any(map(isnan, changes)) else changes


def shares_of_variance(moved: Sequence[Contribution]) -> list[tuple[Contribution, float | None]]:
    """Each input with its share of the variance, the largest first.

    The half width of what an input does alone stands for its deviation. No share can be told where
    one of them is without limit.
    """
    squares = [((one.above - one.below) / 2) ** 2 for one in moved]
    whole = sum(squares)
    is_told = isfinite(whole) and whole > 0
    order = sorted(range(len(moved)), key=lambda number: -squares[number])
    return [(moved[i], squares[i] / whole if is_told else None) for i in order]
