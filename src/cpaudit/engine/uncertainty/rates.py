"""The one internal rate of return of yearly flows, in every draw at once."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, nan
from typing import Any

from ..finance import HIGHEST_DISCOUNT, rates_of

_STEPS = 200
_EXACT = 1e-13
_BLOCK = 4096


def single_rate(*flows: Any) -> Any:
    """The one rate of return, a ratio a year, of floats or of arrays of draws.

    Where there is none it is minus infinity if the flows lose money, infinity if they only earn.
    Of several rates none is the one: not a number. Arrays are searched only where the flows change
    their sign once, which leaves one rate (Descartes); with more changes it is not a number.
    """
    if all(isinstance(flow, float | int) for flow in flows):
        rates = rates_of(flows)
        if len(rates) == 1:
            return rates[0]
        return nan if rates else _without_rate(sum(flows))
    return _rates_in_draws(flows)


def _without_rate(gain: float) -> float:
    return inf if gain > 0 else -inf


def _rates_in_draws(flows: Sequence[Any]) -> Any:
    """Block by block: what stays in the processor's cache is searched several times as fast."""
    import numpy

    table = numpy.stack(numpy.broadcast_arrays(*flows))
    blocks = range(0, table.shape[1], _BLOCK)
    return numpy.concatenate([_rates_in_block(table[:, at : at + _BLOCK].copy()) for at in blocks])


def _rates_in_block(table: Any) -> Any:
    import numpy

    first, changes = _signs(table)
    rates = numpy.where(table.sum(axis=0) > 0, inf, -inf)
    rates[changes > 1] = nan
    # above the lowest rate that is searched, one change of sign crosses zero or not at all
    (searched,) = numpy.nonzero((changes == 1) & (_value(table, HIGHEST_DISCOUNT) * first <= 0))
    roots = _roots(table[:, searched], first[searched])
    rates[searched] = 1 / roots - 1
    return rates


def _signs(table: Any) -> tuple[Any, Any]:
    """The sign of the first flow of each draw that is not zero, and how often the sign changes."""
    import numpy

    first, last = numpy.zeros(table.shape[1]), numpy.zeros(table.shape[1])
    changes = numpy.zeros(table.shape[1], dtype=int)
    for flow in table:
        sign = numpy.sign(flow)
        changes += sign * last < 0
        last = numpy.where(sign == 0, last, sign)
        first = numpy.where(first == 0, last, first)
    return first, changes


def _roots(table: Any, first: Any) -> Any:
    """The discount factor x at which Σ flow(t) · x^t is zero, by Newton's method.

    Each root stays between two ends at which the sum has either sign; a step that leaves them is
    replaced by their middle.
    """
    import numpy

    x = numpy.ones(table.shape[1])
    low, high = numpy.zeros(len(x)), numpy.full(len(x), HIGHEST_DISCOUNT)
    for _ in range(_STEPS):
        value, slope = _value(table, x), _slope(table, x)
        is_below = value * first > 0
        low, high = numpy.where(is_below, x, low), numpy.where(is_below, high, x)
        with numpy.errstate(all="ignore"):
            new = x - value / slope
        new = numpy.where((new >= low) & (new <= high), new, (low + high) / 2)
        is_exact = numpy.abs(new - x) <= _EXACT * x
        x = new
        if is_exact.all():
            break
    return x


def _value(table: Any, x: Any) -> Any:
    made = table[-1]
    for flow in table[-2::-1]:
        made = made * x + flow
    return made


def _slope(table: Any, x: Any) -> Any:
    made = table[-1] * (len(table) - 1)
    for power in range(len(table) - 2, 0, -1):
        made = made * x + table[power] * power
    return made
