"""The graph of all figures of an audit: its values are theirs, and so are its arrays."""

from __future__ import annotations

from math import isnan
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cpaudit
from cpaudit.engine.elementwise import larger, smaller
from cpaudit.engine.evaluation import Graph, array_of, graph_of, in_draws, recalculated
from cpaudit.engine.paths import figure_tree
from cpaudit.engine.reactive import reactive_charge
from cpaudit.engine.uncertainty.outcomes import quantities_in
from cpaudit.figure import Assumed, Figure, Formula, derive, total

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.yaml"))


def whole_graph(path: Path) -> Graph:
    """All figures of an example, its technology gap included."""
    tree = figure_tree(cpaudit.assess(cpaudit.load(path)), ["gap"])
    return graph_of(one.figure for one in quantities_in(tree) if one.figure is not None)


def leaves(graph: Graph) -> dict[int, float]:
    return {
        place: step.figure.value for place, step in enumerate(graph.steps) if step.compute is None
    }


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_at_the_values_of_the_audit_every_figure_is_what_it_was(path: Path) -> None:
    graph = whole_graph(path)
    values = recalculated(graph, leaves(graph))
    # the sum of no terms is a step without inputs: nothing reaches it, nor what is made of it alone
    constant: set[int] = set()
    for place, step in enumerate(graph.steps):
        if step.compute is not None and constant.issuperset(step.inputs):
            constant.add(place)
    assert len(values) + len(constant) == len(graph.steps) > 50
    for figure in graph.roots:
        value = values.get(graph.place(figure), 0.0)
        # not a number: there are several rates of return
        assert value == figure.value or (isnan(value) and isnan(figure.value))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_draws_at_the_values_of_the_audit_are_these_values(path: Path) -> None:
    graph = whole_graph(path)
    given = {
        place: (lambda value=value: np.full(3, value)) for place, value in leaves(graph).items()
    }
    wanted = {graph.place(figure): figure for figure in graph.roots}
    drawn = dict(in_draws(graph, given, wanted))
    assert drawn
    for place, values in drawn.items():
        assert values.shape == (3,)
        # floats and arrays go through the same formulas; only a sum of many terms may differ by
        # the last bits, and a rate of return is searched another way
        assert values == pytest.approx(wanted[place].value, rel=1e-9, nan_ok=True)


def figure(value: float) -> Figure:
    return Figure(value, "t", Assumed("as in this test"))


def test_what_has_the_same_formula_and_inputs_stands_in_the_graph_once() -> None:
    one, two = figure(1.0), figure(2.0)
    sums = [total("t", [("a", one), ("b", two)]) for _ in range(3)]
    other = total("t", [("b", two), ("a", one)])
    graph = graph_of([*sums, other])
    # two leaves, one sum, and the sum in the other order
    assert len(graph.steps) == 4
    assert len({graph.place(each) for each in sums}) == 1


def test_only_what_an_input_reaches_is_calculated_again() -> None:
    one, two, three = figure(1.0), figure(2.0), figure(3.0)
    first = total("t", [("a", one), ("b", two)])
    second = total("t", [("b", two), ("c", three)])
    graph = graph_of([first, second])
    values = recalculated(graph, {graph.place(one): 10.0})
    assert values == {graph.place(one): 10.0, graph.place(first): 12.0}


# not registered: they are no formulas of the program
ONE_BY = Formula("one_by", "1 / x", "this test", lambda x: 1 / x)
STEP = Formula("step", "1 from 3 on, else 0", "this test", lambda x: 1.0 if x >= 3 else 0.0)


def test_a_quotient_without_a_value_leaves_none_in_all_that_follows() -> None:
    x = figure(2.0)
    made = derive(ONE_BY, "t", x=x)
    above = total("t", [("made", made), ("more", figure(1.0))])
    graph = graph_of([above])
    assert recalculated(graph, {graph.place(x): 0.0})[graph.place(above)] is None


numbers = st.floats(-1e6, 1e6)


@given(st.lists(st.tuples(numbers, st.floats(0.5, 0.99)), min_size=2, max_size=30))
@settings(max_examples=50, deadline=None, database=None)
def test_a_formula_that_branches_is_evaluated_one_by_one(rows: list[tuple[float, float]]) -> None:
    # the power factor decides between two rules: no answer for an array
    bills, factors = (np.array(column) for column in zip(*rows, strict=True))
    charge = derive(
        reactive_charge, "VND", bill=figure(1.0), limit=figure(0.9), power_factor=figure(0.8)
    )
    graph = graph_of([charge])
    made = array_of(graph.steps[graph.place(charge)], [bills, 0.9, factors])
    wanted = [reactive_charge(bill, 0.9, factor) for bill, factor in rows]
    assert made.tolist() == wanted


def test_one_by_one_what_has_no_value_is_not_a_number() -> None:
    inverse = Formula("inverse", "1 / x", "this test", lambda x: 1 / float(x))
    made = derive(inverse, "t", x=figure(2.0))
    step = graph_of([made]).steps[-1]
    assert array_of(step, [np.array([4.0, 0.0])]) == pytest.approx([0.25, np.nan], nan_ok=True)
    step = graph_of([derive(STEP, "t", x=figure(1.0))]).steps[-1]
    assert array_of(step, [np.arange(5.0)]).tolist() == [0, 0, 0, 1, 1]


@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=20))
@settings(max_examples=50, deadline=None, database=None)
def test_larger_and_smaller_are_those_of_python(pairs: list[tuple[float, float]]) -> None:
    one, other = (np.array(column) for column in zip(*pairs, strict=True))
    high: Any = larger(one, other)
    low: Any = smaller(one, other)
    assert high.tolist() == [max(pair) for pair in pairs] == [larger(*pair) for pair in pairs]
    assert low.tolist() == [min(pair) for pair in pairs] == [smaller(*pair) for pair in pairs]
    assert smaller(0.5, one).tolist() == [min(0.5, a) for a, _ in pairs]
