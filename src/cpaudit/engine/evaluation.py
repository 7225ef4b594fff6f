"""The derivations of many figures as one graph, to be calculated again with other inputs.

The order is found once and each calculation stands in it once, also where figures made at
different places have the same formula and the same inputs. Every value comes from the formulas that
the figures carry: nothing is calculated in a second way.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from ..figure import Computed, Figure


class Step(NamedTuple):
    """One figure in a graph: its value, and by what and from which places it is computed.

    A leaf has no formula. `names` are those of the inputs; None for a formula over terms.
    """

    figure: Figure
    compute: Callable[..., Any] | None
    inputs: tuple[int, ...] = ()
    names: tuple[str, ...] | None = None

    def value_of(self, values: Sequence[Any]) -> Any:
        """What the formula makes of the values of its inputs."""
        assert self.compute is not None  # a leaf is given, never computed
        if self.names is None:
            return self.compute(*values)
        return self.compute(**dict(zip(self.names, values, strict=True)))


class Graph(NamedTuple):
    """Steps in an order in which inputs come first; `users` are the steps that take each one.

    `places` leads from the id of a figure to its step; `roots` keep those figures alive.
    """

    steps: tuple[Step, ...]
    users: tuple[tuple[int, ...], ...]
    places: Mapping[int, int]
    roots: tuple[Figure, ...]

    def place(self, figure: Figure) -> int:
        """The step of a figure that the graph was made of."""
        return self.places[id(figure)]

    def affected(self, leaves: Iterable[int]) -> list[int]:
        """Every step that some leaves go into, they included, in order."""
        found = set(leaves)
        pending = list(found)
        while pending:
            new = [user for user in self.users[pending.pop()] if user not in found]
            found.update(new)
            pending += new
        return sorted(found)


def graph_of(figures: Iterable[Figure]) -> Graph:
    """The graph of figures and of all that goes into them."""
    roots = tuple(figures)
    steps: list[Step] = []
    places: dict[int, int] = {}
    known: dict[Hashable, int] = {}
    for figure in _in_order(roots):
        step = _step(figure, places)
        # a leaf is the same as another one only if it is the same object
        key = (step.compute, step.inputs, step.names) if step.compute else id(figure)
        if key not in known:
            known[key] = len(steps)
            steps.append(step)
        places[id(figure)] = known[key]
    users: list[list[int]] = [[] for _ in steps]
    for place, step in enumerate(steps):
        for one in dict.fromkeys(step.inputs):
            users[one].append(place)
    return Graph(tuple(steps), tuple(map(tuple, users)), places, roots)


def _step(figure: Figure, places: Mapping[int, int]) -> Step:
    origin = figure.derivation
    if not isinstance(origin, Computed):
        return Step(figure, None)
    compute = origin.formula.compute
    inputs = tuple(places[id(one)] for _, one in origin.inputs)
    names = None if _is_over_terms(compute) else tuple(str(name) for name, _ in origin.inputs)
    return Step(figure, compute, inputs, names)


def _in_order(figures: Sequence[Figure]) -> Iterator[Figure]:
    """Every figure once, inputs before what is computed from them."""
    seen: set[int] = set()
    pending = [(figure, False) for figure in reversed(figures)]
    while pending:
        part, is_open = pending.pop()
        if is_open:
            yield part
        elif id(part) not in seen:
            seen.add(id(part))
            pending.append((part, True))
            if isinstance(part.derivation, Computed):
                pending += [(one, False) for _, one in reversed(part.derivation.inputs)]


@cache
def _is_over_terms(compute: Callable[..., Any]) -> bool:
    """Whether a formula takes any number of terms, whose names are those of the plant."""
    parameters = inspect.signature(compute).parameters.values()
    return any(one.kind is inspect.Parameter.VAR_POSITIONAL for one in parameters)


def recalculated(graph: Graph, changed: Mapping[int, float]) -> dict[int, float | None]:
    """The steps that other values of some leaves reach, by place.

    None where a formula has no value, such as a quotient whose divisor becomes zero.
    """
    values: dict[int, float | None] = dict(changed)
    for place in graph.affected(changed):
        if place not in changed:
            values[place] = _scalar(graph, graph.steps[place], values)
    return values


def _scalar(graph: Graph, step: Step, values: Mapping[int, float | None]) -> float | None:
    inputs = [values.get(one, graph.steps[one].figure.value) for one in step.inputs]
    if None in inputs:
        return None
    try:
        return float(step.value_of(inputs))
    except ArithmeticError:
        return None


def in_draws(
    graph: Graph, leaves: Mapping[int, Callable[[], Any]], wanted: Iterable[int]
) -> Iterator[tuple[int, Any]]:
    """The wanted steps that some leaves reach, each with its values in all draws.

    A leaf gives its array when it is asked. An array is let go as soon as nothing needs it any
    more; a step that no uncertain leaf reaches stays the one number that it is.
    """
    order = graph.affected(leaves)
    asked = set(wanted)
    open_uses = {place: len(graph.users[place]) for place in order}
    values: dict[int, Any] = {}
    for place in order:
        step = graph.steps[place]
        if place in leaves:
            values[place] = leaves[place]()
        else:
            inputs = [values.get(one, graph.steps[one].figure.value) for one in step.inputs]
            values[place] = array_of(step, inputs)
            del inputs
        for one in dict.fromkeys(step.inputs):
            if one in open_uses:
                open_uses[one] -= 1
                if not open_uses[one]:
                    del values[one]
        if place in asked:
            yield place, values[place]
        if not open_uses[place]:
            del values[place]


def array_of(step: Step, inputs: Sequence[Any]) -> Any:
    """The values of a step in all draws, of which at least one input is an array."""
    import numpy

    draws = next(len(one) for one in inputs if isinstance(one, numpy.ndarray))
    try:
        with numpy.errstate(all="ignore"):
            made = step.value_of(inputs)
    except (TypeError, ValueError, ArithmeticError):
        made = None
    if isinstance(made, numpy.ndarray) and made.shape == (draws,):
        return made
    # a formula that branches on its values has no answer for an array: `if array > 0` raises
    return _one_by_one(step, inputs, draws)


def _one_by_one(step: Step, inputs: Sequence[Any], draws: int) -> Any:
    """The same draw by draw; not a number where the formula has no value."""
    import numpy

    columns = [one.tolist() if isinstance(one, numpy.ndarray) else [one] * draws for one in inputs]
    made = numpy.full(draws, numpy.nan)
    for number, values in enumerate(zip(*columns, strict=True)):
        try:
            made[number] = step.value_of(values)
        except (TypeError, ValueError, ArithmeticError):
            continue
    return made
