"""The interval that the factors and inputs of a figure allow, against numpy and other audits."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cpaudit
from brewery import BREWERY, gap
from cpaudit.diagnostics import Source, Span
from cpaudit.engine.paths import figure_tree, look_up, single_value
from cpaudit.engine.uncertainty import interval_of
from cpaudit.figure import Entered, Figure, Formula, derive
from reading import HEAD, assessed, value
from test_reported import CTA

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.yaml"))
# IPCC 2006, Vol. 2, Tables 1.2 and 2.3, value and 95 % bounds: GJ/t, kg CO2/GJ
OIL_NCV, OIL_CO2 = (40.4, 39.8, 41.7), (77.4, 75.5, 78.8)
COAL_NCV, COAL_CO2 = (25.8, 19.9, 30.5), (94.6, 89.5, 99.7)


def propagated(f: Any, inputs: list[tuple[float, float, float]]) -> tuple[float, float]:
    """Root of the sum of squares of what each input's bounds do to f, down and up apart."""
    middle = np.array([one[0] for one in inputs])
    ends = np.tile(middle, (2, len(inputs), 1))
    for number, (_, low, high) in enumerate(inputs):
        ends[:, number, number] = low, high
    change = np.apply_along_axis(f, -1, ends) - f(middle)
    down, up = np.minimum(change.min(axis=0), 0), np.maximum(change.max(axis=0), 0)
    return f(middle) - np.sqrt((down**2).sum()), f(middle) + np.sqrt((up**2).sum())


def bounds(assessment: Any, path: str) -> tuple[float, float]:
    made = interval_of(cpaudit.figure_at(assessment, path))
    return made.low, made.high


def test_the_carbon_dioxide_of_the_eight_firms() -> None:
    assessment = assessed(CTA.removesuffix("reported:\n"))

    def co2(x: Any) -> Any:
        return 5742 * x[0] * x[1] / 1000 + 772 * x[2] * x[3] / 1000 + 1110.6 * 0.5764

    # 17 955 t of oil, 1884 t of coal, 640 t of electricity
    assert value(assessment, "baseline.co2") == pytest.approx(20_479.36, abs=0.005)
    wanted = propagated(co2, [OIL_NCV, OIL_CO2, COAL_NCV, COAL_CO2])
    assert bounds(assessment, "baseline.co2") == pytest.approx(wanted, rel=1e-9)


def test_one_factor_of_two_streams_moves_in_both_at_once() -> None:
    boilers = (
        "boiler: {resource: fuel_oil, amount: 100 t}, dryer: {resource: fuel_oil, amount: 60 t}"
    )
    apart = assessed(HEAD + f"resources: {{{boilers}}}\n")
    wanted = propagated(lambda x: 160 * x[0] * x[1] / 1000, [OIL_NCV, OIL_CO2])
    assert bounds(apart, "baseline.co2") == pytest.approx(wanted, rel=1e-9)
    together = assessed(HEAD + "resources: {fuel_oil: {amount: 160 t}}\n")
    assert bounds(apart, "baseline.co2") == pytest.approx(bounds(together, "baseline.co2"))


def test_before_and_after_share_one_factor() -> None:
    # a tenth of the oil is a tenth of its CO2, whatever the oil emits
    option = "options: [{id: burner, saves: {fuel_oil: 10 %}}]\n"
    assessment = assessed(HEAD + "resources: {fuel_oil: {amount: 100 t}}\n" + option)
    whole = np.array(bounds(assessment, "baseline.co2"))
    assert bounds(assessment, "options.burner.co2") == pytest.approx(tuple(whole / 10), rel=1e-9)


STATED = """\
resources:
  electricity:
    amount: {value: 1000 MWh, uncertainty: %s %%}
    grid_factor: {value: 0.5 t/MWh, uncertainty: %s %%}
  coal:
    kind: cam_5
    amount: {value: 300 t, uncertainty: %s %%}
    ncv: {value: 20 GJ/t, uncertainty: %s %%}
factors: {cam_5.co2: 0.1 t/GJ}
"""


@given(st.lists(st.integers(0, 40), min_size=4, max_size=4))
@settings(max_examples=30, deadline=None, database=None)
def test_stated_uncertainties_by_numpy(shares: list[int]) -> None:
    assessment = assessed(HEAD + STATED % tuple(shares))
    inputs = [
        (middle, middle * (1 - share / 100), middle * (1 + share / 100))
        for middle, share in zip((1000, 0.5, 300, 20), shares, strict=True)
    ]
    wanted = propagated(lambda x: x[0] * x[1] + x[2] * x[3] * 0.1, inputs)
    assert bounds(assessment, "baseline.co2") == pytest.approx(wanted, rel=1e-9)
    half = np.array(shares) / 100 * [500, 500, 600, 600]
    # all terms are products of two inputs: the shares of each add up as squares
    assert wanted[1] - 1100 == pytest.approx(np.sqrt((half**2).sum()), rel=1e-9)


BOILER = """\
resources:
  coal:
    kind: cam_5
    amount: {value: 1000 t, uncertainty: 5 %}
    ncv: {value: 0.0258 TJ/t, uncertainty: 3 %}
factors: {cam_5.co2: {value: 94.6 t/TJ, uncertainty: 7 %}}
"""
GRID = """\
  electricity:
    amount: {value: 2000 MWh, uncertainty: 2 %}
    grid_factor: {value: 0.6592 t/MWh, uncertainty: 10 %}
"""


def test_a_product_by_hand() -> None:
    # 1000 x 0.0258 x 94.6 = 2440.68; sqrt(5^2 + 3^2 + 7^2) = sqrt(83) = 9.11043 %
    assessment = assessed(HEAD + BOILER)
    co2 = value(assessment, "baseline.co2")
    assert co2 == pytest.approx(2440.68, rel=1e-12)
    low, high = bounds(assessment, "baseline.co2")
    assert [high / co2 - 1, 1 - low / co2] == pytest.approx([0.0911043] * 2, abs=5e-8)


def test_a_sum_of_products_by_hand() -> None:
    # 2000 x 0.6592 = 1318.4, sqrt(2^2 + 10^2) = 10.19804 % of it = 134.4510; coal 9.11043 % of
    # 2440.68 = 222.3565; sqrt(134.4510^2 + 222.3565^2) = 259.8451 of 3759.08 = 6.91247 %
    assessment = assessed(HEAD + BOILER.replace("factors:", GRID + "factors:"))
    co2 = value(assessment, "baseline.co2")
    assert co2 == pytest.approx(3759.08, rel=1e-12)
    low, high = bounds(assessment, "baseline.co2")
    assert [high / co2 - 1, 1 - low / co2] == pytest.approx([0.0691247] * 2, abs=1e-7)


def test_stated_uncertainties_by_a_monte_carlo_run() -> None:
    assessment = assessed(HEAD + STATED % (4, 6, 10, 5))
    random = np.random.default_rng(2008)
    # 95 % of a normal distribution lie within 1.96 standard deviations
    drawn = [
        random.normal(middle, middle * share / 100 / 1.96, 400_000)
        for middle, share in ((1000, 4), (0.5, 6), (300, 10), (20, 5))
    ]
    co2 = drawn[0] * drawn[1] + drawn[2] * drawn[3] * 0.1
    low, high = np.percentile(co2, [2.5, 97.5])
    # the spread is 150 t; a percentile of so many runs is good to a few tenths of a tonne
    assert bounds(assessment, "baseline.co2") == pytest.approx((low, high), abs=1)


# an uncertain input of a plant, and the same input at its ends
ONE_INPUT = {
    "amount": ("{value: 1000 MWh, uncertainty: 20 %}", "800 MWh", "1200 MWh"),
    "price": ("{value: 2000 VND/kWh, uncertainty: 30 %}", "1400 VND/kWh", "2600 VND/kWh"),
    "investment": (
        "{value: 1 billion VND, uncertainty: 50 %}",
        "0.5 billion VND",
        "1.5 billion VND",
    ),
    "rate": ("{value: 12 %, uncertainty: 25 %}", "9 %", "15 %"),
}
PROJECT = """\
resources: {electricity: {amount: AMOUNT, price: PRICE, power_factor: 0.8}}
charges: [vn-power-factor]
options:
  - {id: motors, saves: {electricity: 20 %}, investment: INVESTMENT, lifetime: 5 yr}
finance: {discount_rate: RATE, tax_rate: 20 %}
"""
FIGURES = ["baseline.cost", "baseline.toe", "options.motors.saving", "options.motors.npv"]
FIGURES += ["options.motors.payback", "options.motors.charges.vn-power-factor.power_factor"]


@pytest.mark.parametrize("name", ONE_INPUT)
def test_the_ends_are_those_of_audits_with_the_input_at_its_ends(name: str) -> None:
    middle = {
        "amount": "1000 MWh",
        "price": "2000 VND/kWh",
        "investment": "1 billion VND",
        "rate": "12 %",
    }

    def with_input(written: str) -> Any:
        text = HEAD + PROJECT
        for key, usual in middle.items():
            text = text.replace(key.upper(), written if key == name else usual)
        return assessed(text)

    uncertain, *others = (with_input(written) for written in ONE_INPUT[name])
    moved = 0
    for path in FIGURES:
        figure = single_value(look_up(figure_tree(uncertain), path))
        ends = [single_value(look_up(figure_tree(one), path)).value for one in others]
        made = interval_of(figure)
        wanted = (min(figure.value, *ends), max(figure.value, *ends))
        assert (made.low, made.high) == pytest.approx(wanted, rel=1e-9)
        moved += made.high > made.low
    assert moved >= 1


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_figure_has_an_interval(path: Path) -> None:
    def figures(node: Any) -> Iterator[Figure]:
        if isinstance(node, Figure):
            yield node
        elif hasattr(node, "values") and callable(node.values):
            for child in node.values():
                yield from figures(child)

    every = list(figures(figure_tree(cpaudit.assess(cpaudit.load(path)), ["gap"])))
    assert len(every) > 50
    for figure in every:
        made = interval_of(figure)
        assert np.isfinite([made.low, made.high]).all()
        assert made.inputs or (made.low, made.high) == (figure.value, figure.value)


# not registered: it is no formula of the program
ONE_BY = Formula("one_by", "1 / x", "this test", lambda x: 1 / x)


def test_a_formula_that_ends_at_a_bound_sets_no_limit() -> None:
    # 2 ± 100 % reaches zero, where 1 / x has no value
    span = Span(Source("a.yaml", "x"), 1, 1, 1)
    figure = derive(ONE_BY, "unit", x=Figure(2.0, "unit", Entered(span, "2", uncertainty=1.0)))
    made = interval_of(figure)
    assert (made.low, made.high, made.inputs) == (-inf, inf, 1)


def test_both_ends_of_a_range_are_no_interval() -> None:
    # EU 2019/2031: 0.02 to 0.05 MWh/hl are what plants reach, not an error of one value
    (energy,) = (one for one in gap(BREWERY).subjects if one.subject.name == "energy")
    ends = [one for one in energy.comparisons if one.benchmark.id == "beer.bat-2019-energy"]
    assert len(ends) == 2
    for one in ends:
        made = interval_of(one.benchmark.limit)
        assert (made.low, made.high, made.inputs) == (*[one.benchmark.limit.value] * 2, 0)
