"""Approach 2: random values of the inputs, and what a figure's values in all draws come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, inf, log
from statistics import NormalDist
from typing import Any, NamedTuple

from ...figure import Figure
from ..evaluation import Graph, in_draws
from ..rounding import ROUNDING
from .inputs import Bounds, Input

LOW, MIDDLE, HIGH = 0.025, 0.5, 0.975
# standard deviations from the middle of a normal distribution to either of its 95 % bounds
DEVIATIONS = NormalDist().inv_cdf(HIGH)


class Drawn(NamedTuple):
    """A figure in all draws: mean, standard deviation, median, 95 % interval, in its unit.

    Draws in which it has no single value are left out and counted: `without` is their part, None
    the values where there are no others. `infinite` is the part that is infinite, such as a payback
    that never happens; then there is no mean. `positive` is the part above zero, `below` the part
    under each of the limits that were asked for.
    """

    mean: float | None
    deviation: float | None
    median: float | None
    low: float | None
    high: float | None
    without: float
    infinite: float
    positive: float
    below: tuple[float, ...] = ()


def drawn_figures(
    graph: Graph,
    inputs: Sequence[Input],
    figures: Sequence[Figure],
    draws: int,
    seed: int,
    limits: Sequence[float] = (),
) -> dict[int, Drawn]:
    """What each figure that has uncertain inputs comes to, by its place in the graph.

    `limits` are counted for figures in years. The same seed gives the same draws. Needs NumPy.
    """
    wanted = {graph.place(figure): figure.unit for figure in figures}
    leaves = {
        place: _draw_of(graph.steps[place].figure.value, bounds, (seed, number), draws)
        for number, one in enumerate(inputs)
        for place, bounds in one.leaves.items()
    }
    return {
        place: time_summary(values, limits) if wanted[place] == "yr" else summary(values)
        for place, values in in_draws(graph, leaves, wanted)
    }


def _draw_of(
    value: float, bounds: Bounds, stream: tuple[int, int], draws: int
) -> Callable[[], Any]:
    """What draws one input: always the same numbers, so that it needs not be kept."""

    def draw() -> Any:
        import numpy

        random = numpy.random.Generator(numpy.random.PCG64(stream))
        return transformed(random.standard_normal(draws), value, bounds)

    return draw


def transformed(normal: Any, value: float, bounds: Bounds) -> Any:
    """Standard normal values as values of an input whose 2.5 and 97.5 % quantiles are its bounds.

    Bounds of one sign that are not symmetric make a log-normal distribution that is split at its
    median, the value; all others a normal one, split likewise where need be. What has bounds of one
    sign stays of that sign: a normal value beyond zero counts as zero.
    """
    import numpy

    low, high = bounds
    below, above = value - low, high - value
    is_symmetric = abs(above - below) <= ROUNDING * abs(value)
    sides = numpy.where(normal < 0, below, above) / DEVIATIONS
    if not is_symmetric and low * high > 0 and value * low > 0:
        sides = numpy.where(normal < 0, log(value / low), log(high / value)) / DEVIATIONS
        return value * numpy.exp(normal * sides)
    made = value + normal * sides
    if low >= 0:
        return numpy.maximum(made, 0.0)
    return numpy.minimum(made, 0.0) if high <= 0 else made


def time_summary(values: Any, limits: Sequence[float]) -> Drawn:
    """What times come to; one without a value is never reached. The part below each limit too."""
    import numpy

    times = numpy.where(numpy.isnan(values), inf, values)
    below = tuple(int((times < limit).sum()) / len(times) for limit in limits)
    return summary(times)._replace(below=below)


def summary(values: Any) -> Drawn:
    """Mean, median, interval and part above zero of the values of all draws."""
    import numpy

    count = len(values)
    told = values[~numpy.isnan(values)]
    infinite = int(numpy.isinf(told).sum())
    low, median, high = _quantiles(told)
    has_moments = len(told) > 0 and not infinite
    return Drawn(
        mean=float(told.mean()) if has_moments else None,
        deviation=float(told.std()) if has_moments else None,
        median=median,
        low=low,
        high=high,
        without=(count - len(told)) / count,
        infinite=infinite / count,
        positive=int((told > 0).sum()) / count,
    )


def _quantiles(values: Any) -> tuple[float | None, float | None, float | None]:
    """Order statistics, for between a finite and an infinite value nothing can be interpolated."""
    import numpy

    if not len(values):
        return None, None, None
    ranks = [ceil(part * len(values)) - 1 for part in (LOW, MIDDLE, HIGH)]
    ordered = numpy.partition(values, ranks)
    low, middle, high = (float(ordered[rank]) for rank in ranks)
    return low, middle, high
