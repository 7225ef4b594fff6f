"""A figure at the lower and the higher end of each variable: the rows of a tornado."""

from __future__ import annotations

from math import hypot, isinf
from typing import NamedTuple

from ...figure import Computed, Entered, Figure, FromFactor, plain_sum
from ..nodes import Node
from ..rounding import ROUNDING
from .changes import Impossible
from .evaluation import Trial, number_of
from .results import Basis, End, Row
from .variables import Variable

DEFAULT_SHARE = 0.2
# halvings until a limit is found to the last bits of its value
_HALVINGS = 54


class Ends(NamedTuple):
    """The values that a variable is set to, and why these."""

    low: float
    high: float
    basis: Basis
    share: float | None


def row_of(trial: Trial, today: Node, by: float | None) -> Row:
    """A variable's row, from the figure as it is today."""
    ends = ends_of(trial.variable, by)
    low, high = (_end(trial, today, value) for value in (ends.low, ends.high))
    swing = _swing(low.figure, high.figure, today)
    return Row(trial.variable, low, high, ends.basis, ends.share, swing)


def ends_of(variable: Variable, by: float | None) -> Ends:
    """By `by` where it is asked for, else by what is stated of the value, else by 20 %."""
    figure, value = variable.value, variable.value.value
    if by is None:
        origin = figure.derivation
        if isinstance(origin, FromFactor):
            factor = origin.factor
            if factor.low is not None and factor.high is not None and not factor.is_range:
                scale = value / factor.value
                return Ends(factor.low * scale, factor.high * scale, "interval", None)
        stated = stated_uncertainty(figure)
        if stated:
            return Ends(value * (1 - stated), value * (1 + stated), "stated", stated)
    share = DEFAULT_SHARE if by is None else by
    return Ends(value * (1 - share), value * (1 + share), "asked", share)


def stated_uncertainty(figure: Figure) -> float:
    """The uncertainty that the file states of a value, also of one that is converted since.

    Conversions are products: their uncertainties add by squares (IPCC 2006, Vol. 1, Ch. 3). The
    parts of a sum are changed together: it has the largest of theirs.
    """
    origin = figure.derivation
    if isinstance(origin, Entered):
        return origin.uncertainty or 0.0
    if not isinstance(origin, Computed):
        return 0.0
    parts = [stated_uncertainty(one) for _, one in origin.inputs]
    return max(parts, default=0.0) if origin.formula is plain_sum else hypot(*parts)


def _end(trial: Trial, today: Node, value: float) -> End:
    """The figure at a value, or at the last one before it that is possible."""
    try:
        return End(value, trial.figure(value))
    except Impossible as impossible:
        start = trial.variable.value.value
        last = last_possible(trial, start, value)
        return End(last, today if last == start else trial.figure(last), impossible.reason)


def last_possible(trial: Trial, inside: float, outside: float) -> float:
    """The value nearest to `outside` at which the audit is possible."""
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2
        if middle in (inside, outside):
            break
        if trial.is_possible(middle):
            inside = middle
        else:
            outside = middle
    return inside


def _swing(low: Node, high: Node, today: Node) -> float | None:
    """The distance of two figures; None where one of them is no number."""
    ends, base = (number_of(low), number_of(high)), number_of(today)
    if ends[0] is None or ends[1] is None:
        return None
    if ends[0] == ends[1]:
        # both infinite, or both the same number though today's may be another one
        return 0.0 if base is None or isinf(ends[0]) else abs(ends[0] - base)
    return abs(ends[1] - ends[0])


def is_affected(row: Row, today: Node) -> bool:
    """Whether the figure depends on the variable at all, beyond the last bits of its value."""
    numbers = [number_of(node) for node in (row.low.figure, row.high.figure, today)]
    known = [one for one in numbers if one is not None]
    if len(known) < len(numbers):
        return bool(known) or _outcome(row.low.figure) != _outcome(row.high.figure)
    largest, least = max(known), min(known)
    return largest != least and (isinf(largest) or largest - least > ROUNDING * abs(largest))


def _outcome(node: Node) -> object:
    return getattr(node, "outcome", None), getattr(node, "values", None)
