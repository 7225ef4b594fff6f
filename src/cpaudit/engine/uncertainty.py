"""The interval of a figure that its factors and inputs allow.

Each uncertain input is set to its lower and to its upper bound in turn, and the figure is
calculated again by the same formulas; the changes are put together as the root of the sum of their
squares.
That is the error propagation of IPCC 2006 Guidelines, Vol. 1, Ch. 3 (approach 1) with bounds that
need not be symmetric. An input that goes into several terms, such as one emission factor of many
streams, is changed in all of them at once.
"""

from __future__ import annotations

import inspect
from collections.abc import Hashable, Mapping
from math import hypot, inf
from typing import NamedTuple

from ..figure import Computed, Entered, Figure, Formula, FromFactor


class Interval(NamedTuple):
    """The 95 % interval of a figure, in its unit; `inputs` is how many uncertain inputs it has."""

    low: float
    high: float
    inputs: int


def interval_of(figure: Figure) -> Interval:
    """The interval that the bounds of its factors and the stated uncertainties give."""
    below: list[float] = []
    above: list[float] = []
    bounds = _bounds_of_inputs(figure)
    for key, ends in bounds.items():
        changes = _changes(figure, key, ends)
        below.append(min(0.0, *changes))
        above.append(max(0.0, *changes))
    return Interval(figure.value - hypot(*below), figure.value + hypot(*above), len(bounds))


def _changes(figure: Figure, key: Hashable, ends: tuple[float, float]) -> list[float]:
    """By how much a figure changes at either end of an input; without limit where it has none."""
    try:
        return [_value(figure, {key: end}) - figure.value for end in ends]
    except ArithmeticError:
        return [-inf, inf]


def _bounds_of_inputs(figure: Figure) -> dict[Hashable, tuple[float, float]]:
    """Lower and upper value of each input that has them."""
    found: dict[Hashable, tuple[float, float]] = {}
    for part in _in_order(figure):
        ends = _bounds(part)
        if ends is not None:
            found[_key(part)] = ends
    return found


def _bounds(figure: Figure) -> tuple[float, float] | None:
    origin, value = figure.derivation, figure.value
    if isinstance(origin, FromFactor):
        factor = origin.factor
        if factor.low is None or factor.high is None or factor.is_range or not factor.value:
            return None
        return value * factor.low / factor.value, value * factor.high / factor.value
    if isinstance(origin, Entered) and origin.uncertainty:
        return value * (1 - origin.uncertainty), value * (1 + origin.uncertainty)
    return None


def _key(figure: Figure) -> Hashable:
    """One factor is one input, wherever it is used; a value of the file is its place in it."""
    origin = figure.derivation
    if isinstance(origin, FromFactor):
        return origin.factor.id
    return (origin.span, figure.unit) if isinstance(origin, Entered) else id(figure)


def _in_order(figure: Figure) -> list[Figure]:
    """Every figure that goes into one, each once, inputs before what is computed from them."""
    order: list[Figure] = []
    seen: set[int] = set()
    pending = [(figure, False)]
    while pending:
        part, is_open = pending.pop()
        if is_open:
            order.append(part)
        elif id(part) not in seen:
            seen.add(id(part))
            pending.append((part, True))
            if isinstance(part.derivation, Computed):
                pending += [(one, False) for _, one in part.derivation.inputs]
    return order


def _value(figure: Figure, changed: Mapping[Hashable, float]) -> float:
    """What a figure becomes when some inputs have other values."""
    values: dict[int, float] = {}
    for part in _in_order(figure):
        origin = part.derivation
        if isinstance(origin, Computed):
            values[id(part)] = _recomputed(origin, values)
        else:
            values[id(part)] = changed.get(_key(part), part.value)
    return values[id(figure)]


def _recomputed(origin: Computed, values: Mapping[int, float]) -> float:
    named = [(name, values[id(one)]) for name, one in origin.inputs]
    if _is_over_terms(origin.formula):
        return float(origin.formula.compute(*[value for _, value in named]))
    return float(origin.formula.compute(**dict(named)))


def _is_over_terms(rule: Formula) -> bool:
    """Whether a formula takes any number of terms, whose names are those of the plant."""
    parameters = inspect.signature(rule.compute).parameters.values()
    return any(one.kind is inspect.Parameter.VAR_POSITIONAL for one in parameters)
