"""All real roots of a polynomial in an interval, by its derivatives."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise


def roots_between(coefficients: Sequence[float], low: float, high: float) -> list[float]:
    """The distinct roots in (low, high], rising; `coefficients[k]` belongs to x^k.

    Between two neighbouring roots of the derivative a polynomial is monotonous and has at most one
    root, which bisection finds; a root where it only touches zero is a root of both.
    """
    scale = max((abs(value) for value in coefficients), default=0.0)
    if scale == 0.0:
        return []
    scaled = [value / scale for value in coefficients]
    while scaled and scaled[-1] == 0.0:
        scaled.pop()
    if len(scaled) <= 1:
        return []
    derivative = [power * value for power, value in enumerate(scaled)][1:]
    turns = roots_between(derivative, low, high)
    edges = [low, *turns, high]
    found: list[float] = []
    for start, end in pairwise(edges):
        root = _bisect(scaled, start, end)
        if root is not None and root > low:
            found.append(root)
    found += [edge for edge in (*turns, high) if _touches_zero(scaled, edge)]
    return _distinct(sorted(found))


def _value(coefficients: Sequence[float], x: float) -> float:
    result = 0.0
    for value in reversed(coefficients):
        result = result * x + value
    return result


def _touches_zero(coefficients: Sequence[float], x: float) -> bool:
    """Zero within the rounding of the sum that is evaluated."""
    size = sum(abs(value) * abs(x) ** power for power, value in enumerate(coefficients))
    return abs(_value(coefficients, x)) <= 1e-13 * size


def _bisect(coefficients: Sequence[float], low: float, high: float) -> float | None:
    below, above = _value(coefficients, low), _value(coefficients, high)
    if above == 0.0:
        return high
    if below == 0.0 or (below > 0) == (above > 0):
        return None
    for _ in range(200):
        middle = (low + high) / 2
        if middle in {low, high}:
            break
        if (_value(coefficients, middle) > 0) == (below > 0):
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _distinct(roots: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for root in roots:
        if not kept or root - kept[-1] > 1e-7 * max(1.0, abs(root)):
            kept.append(root)
    return kept
