"""The values of a variable at which a figure reaches a target, such as an NPV of zero.

The range is bounded, and a grid in it is searched: crossings that lie closer together than two
points of the grid may be missed in pairs. Between two points on either side of the target the
crossing is found by the secant, with halving so that it always ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import isinf
from typing import NamedTuple

from .changes import LONGEST_LIFE, Impossible
from .evaluation import Trial, number_of
from .results import BreakEven
from .tornado import last_possible
from .variables import Variable

# times today's value, rates a year, whole years
FACTORS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0)
RATES = tuple(number / 40 for number in range(41))
CHANGES = tuple(number / 20 for number in range(-20, 21))
YEARS = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0, 40.0, LONGEST_LIFE)
_STEPS = 200
_CLOSE = 1e-12


class Point(NamedTuple):
    """A value and how far the figure is from its target there."""

    x: float
    gap: float


def break_even(trial: Trial, target: float) -> BreakEven:
    """Every crossing of the target that the grid of the variable shows, from the lowest."""
    grid = grid_of(trial.variable)

    def gap(x: float) -> float | None:
        try:
            number = number_of(trial.figure(x))
        except Impossible:
            return None
        return None if number is None else number - target

    is_whole = trial.variable.kind == "lifetime"
    refine = _first_year if is_whole else crossing
    found: list[float] = []
    for before, after in _neighbours(grid, gap, trial, is_whole):
        zeros = [point.x for point in (before, after) if point.gap == 0]
        if len(zeros) == 1:  # of a stretch on the target its ends are told
            found += zeros
        elif not zeros and (before.gap > 0) != (after.gap > 0):
            there = refine(gap, before, after)
            found += [] if there is None else [there]
    return BreakEven(tuple(sorted(set(found))), grid[0], grid[-1])


def grid_of(variable: Variable) -> list[float]:
    """The values that are tried: today's and a spread around it, in the range that is allowed."""
    value = variable.value.value
    if variable.kind == "lifetime":
        return list(YEARS)
    if variable.kind == "rate":
        return sorted({*RATES, value})
    if variable.kind == "price_rise":
        return sorted({*CHANGES, value})
    return sorted(value * factor for factor in FACTORS)


def _neighbours(
    grid: Sequence[float], gap: Callable[[float], float | None], trial: Trial, is_whole: bool
) -> list[tuple[Point, Point]]:
    """Pairs of neighbours that are both possible; before a gap the last possible value is one."""
    gaps = [gap(x) for x in grid]
    pairs: list[tuple[Point, Point]] = []
    for (a, gap_a), (b, gap_b) in pairwise(zip(grid, gaps, strict=True)):
        if gap_a is not None and gap_b is not None:
            pairs.append((Point(a, gap_a), Point(b, gap_b)))
        elif not is_whole and gap_a is not None:
            pairs += _up_to_limit(Point(a, gap_a), b, gap, trial)
        elif not is_whole and gap_b is not None:
            pairs += [(end, start) for start, end in _up_to_limit(Point(b, gap_b), a, gap, trial)]
    return pairs


def _up_to_limit(
    inside: Point, outside: float, gap: Callable[[float], float | None], trial: Trial
) -> list[tuple[Point, Point]]:
    last = last_possible(trial, inside.x, outside)
    there = gap(last)
    return [] if there is None or last == inside.x else [(inside, Point(last, there))]


def crossing(gap: Callable[[float], float | None], a: Point, b: Point) -> float | None:
    """Where the gap is zero between two points of opposite sign.

    The secant of a straight line meets it at once; where it moves one end only (or an end is
    infinite) every third step halves the range. None where the figure is no number between them.
    """
    close = _CLOSE * min(abs(a.gap), abs(b.gap))
    for step in range(_STEPS):
        x = (a.x + b.x) / 2
        if step % 3 < 2 and not isinf(a.gap) and not isinf(b.gap):
            x = a.x - a.gap * (b.x - a.x) / (b.gap - a.gap)
        there = gap(x)
        if there is None:
            return None
        if abs(there) <= close or x in (a.x, b.x):
            break
        a, b = (Point(x, there), b) if (there > 0) == (a.gap > 0) else (a, Point(x, there))
    return x


def _first_year(gap: Callable[[float], float | None], a: Point, b: Point) -> float | None:
    """The first whole year on the other side of the target."""
    while b.x - a.x > 1:
        year = float((a.x + b.x) // 2)
        there = gap(year)
        if there is None:
            return None
        is_before = there != 0 and (there > 0) == (a.gap > 0)
        a, b = (Point(year, there), b) if is_before else (a, Point(year, there))
    return b.x
