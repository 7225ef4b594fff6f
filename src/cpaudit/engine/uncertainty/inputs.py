"""What is uncertain in a graph of figures: inputs with 95 % bounds, each once.

A factor is one input wherever it is used, in all streams and years; a value of the file is the
place where it is written.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from typing import NamedTuple

from ...figure import Entered, Figure, FromFactor
from ..evaluation import Graph


class Bounds(NamedTuple):
    """The lower and upper end of a value's 95 % interval, in its unit."""

    low: float
    high: float


class Input(NamedTuple):
    """One uncertain input: the figure that shows it, its bounds, and all leaves that it is.

    `leaves` are places in the graph. They differ where the input is used in several units.
    """

    figure: Figure
    bounds: Bounds
    leaves: Mapping[int, Bounds]


def inputs_of(graph: Graph, fixed: Collection[Hashable] = ()) -> list[Input]:
    """Every uncertain input, in the order of the graph; those whose keys are `fixed` are none."""
    found: dict[Hashable, Input] = {}
    for place, step in enumerate(graph.steps):
        bounds = bounds_of(step.figure) if step.compute is None else None
        if bounds is None:
            continue
        key = key_of(step.figure)
        if key in fixed:
            continue
        known = found.get(key) or Input(step.figure, bounds, {})
        found[key] = known._replace(leaves={**known.leaves, place: bounds})
    return list(found.values())


def bounds_of(figure: Figure) -> Bounds | None:
    """The bounds of a factor or of a value with a stated uncertainty; None where it has none."""
    origin, value = figure.derivation, figure.value
    if isinstance(origin, FromFactor):
        factor = origin.factor
        if factor.low is None or factor.high is None or factor.is_range or not factor.value:
            return None
        return Bounds(value * factor.low / factor.value, value * factor.high / factor.value)
    if isinstance(origin, Entered) and origin.uncertainty:
        half = abs(value) * origin.uncertainty
        return Bounds(value - half, value + half)
    return None


def key_of(figure: Figure) -> Hashable:
    """What makes two leaves one input."""
    origin = figure.derivation
    if isinstance(origin, FromFactor):
        return origin.factor.id
    return origin.span if isinstance(origin, Entered) else id(figure)
