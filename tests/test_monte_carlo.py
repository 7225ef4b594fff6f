"""Approach 2: draws against what is known of products, quantiles and probabilities of normals."""

from __future__ import annotations

from math import inf, isnan, log, nan, prod, sqrt
from statistics import NormalDist
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cpaudit
from cpaudit.diagnostics import Source, Span
from cpaudit.engine import Payback
from cpaudit.engine.evaluation import graph_of
from cpaudit.engine.finance import rates_of
from cpaudit.engine.uncertainty.drawing import drawn_figures, transformed
from cpaudit.engine.uncertainty.inputs import Bounds, inputs_of
from cpaudit.engine.uncertainty.outcomes import quantities_in
from cpaudit.engine.uncertainty.rates import single_rate
from cpaudit.figure import Entered, Figure, Formula, derive
from reading import HEAD, assessed
from test_uncertainty import BOILER, COAL_NCV, GRID

DRAWS = 200_000
NORMAL = NormalDist()
# a bound lies as many standard deviations from the value
Z = NORMAL.inv_cdf(0.975)
# six standard errors are missed once in 500 million runs; the seed is fixed besides
SIX = 6 / sqrt(DRAWS)


def drawn(text: str, path: str, **wanted: Any) -> Any:
    made = cpaudit.uncertainty(assessed(text), draws=DRAWS, **wanted)
    return made.estimates[path].drawn


def moments(*inputs: tuple[float, float]) -> tuple[float, float]:
    """Mean and variance of a product of independent normals, given as (mean, share at 95 %)."""
    mean = prod(value for value, _ in inputs)
    squares = prod(value**2 * (1 + (share / Z) ** 2) for value, share in inputs)
    return mean, squares - mean**2


def test_a_product_of_normals_has_its_moments() -> None:
    # Var(XYZ) = E(X^2) E(Y^2) E(Z^2) - (E(X) E(Y) E(Z))^2, E(X^2) = mean^2 + deviation^2
    mean, variance = moments((1000, 0.05), (25.8, 0.03), (0.0946, 0.07))
    made = drawn(HEAD + BOILER, "baseline.co2")
    assert made.mean == pytest.approx(mean, abs=SIX * sqrt(variance))
    # the standard error of a deviation is deviation / sqrt(2 n)
    assert made.deviation == pytest.approx(sqrt(variance), rel=SIX / sqrt(2))


def test_a_sum_of_products_has_the_sum_of_their_moments() -> None:
    coal = moments((1000, 0.05), (25.8, 0.03), (0.0946, 0.07))
    terms = [coal, moments((2000, 0.02), (0.6592, 0.1))]
    mean, variance = (sum(column) for column in zip(*terms, strict=True))
    made = drawn(HEAD + BOILER.replace("factors:", GRID + "factors:"), "baseline.co2")
    assert made.mean == pytest.approx(mean, abs=SIX * sqrt(variance))
    assert made.deviation == pytest.approx(sqrt(variance), rel=SIX / sqrt(2))
    # nearly normal: the interval is that of approach 1, 6.91 % of 3759 t, but for the slight
    # skewness of products (about 2 t) and the error of a quantile of so many draws (about 1 t)
    assert (made.low, made.high) == pytest.approx((3499.2, 4018.9), abs=6)


def test_bounds_that_are_not_symmetric_are_quantiles_of_what_is_drawn() -> None:
    # IPCC 2006: bituminous coal 25.8 GJ/t, 19.9 to 30.5; the energy of 1 t is the value itself
    made = drawn(
        HEAD + "resources: {coal: {kind: other_bituminous, amount: 1 t}}\n", "baseline.energy"
    )
    value, low, high = COAL_NCV
    # a quantile q of n draws has the standard error sqrt(p (1 - p) / n) / density(q); on the log
    # scale that of a normal with deviation log(bound / value) / 1.96
    density = NORMAL.pdf(Z)
    error = SIX * sqrt(0.025 * 0.975) / density / Z
    assert made.median == pytest.approx(value, rel=0.003)
    assert log(made.low) == pytest.approx(log(low), abs=error * log(value / low))
    assert log(made.high) == pytest.approx(log(high), abs=error * log(high / value))


@pytest.mark.parametrize(
    ("value", "low", "high"),
    [(10, 8, 12), (10, 3, 30), (10, 0, 12), (10, -2, 15), (-15, -18, -12), (-10, -30, -3)],
)
def test_the_bounds_are_the_quantiles(value: float, low: float, high: float) -> None:
    made = transformed(np.array([-Z, 0.0, Z]), value, Bounds(low, high))
    assert made == pytest.approx([low, value, high], abs=1e-12)


@pytest.mark.parametrize(("value", "low", "high"), [(10, 0, 20), (10, 3, 30), (10, 0, 12)])
def test_what_is_of_one_sign_stays_of_it(value: float, low: float, high: float) -> None:
    z = np.linspace(-8, 8, 101)
    made = transformed(z, value, Bounds(low, high))
    assert (made >= 0).all()
    assert (np.diff(made) >= 0).all()
    assert transformed(z, -value, Bounds(-high, -low)) == pytest.approx(-made[::-1])
    # bounds on both sides of zero: the file itself says that the sign is open
    assert transformed(z, 10, Bounds(-5, 25)).min() < 0


OIL = "{resource: fuel_oil, amount: 80 t}"


def test_a_factor_of_two_streams_is_drawn_once() -> None:
    apart = HEAD + f"resources: {{boiler: {OIL}, dryer: {OIL}}}\n"
    both = drawn(apart, "baseline.energy")
    one = drawn(apart, "baseline.resources.boiler.energy")
    # drawn apart the two would have 1 / sqrt(2) of the relative width
    assert (both.low, both.median, both.high) == pytest.approx(
        (2 * one.low, 2 * one.median, 2 * one.high), rel=1e-12
    )


def test_before_and_after_share_what_is_drawn() -> None:
    text = HEAD + (
        "production: [{product: cloth, amount: 100 t}]\n"
        "resources: {fuel_oil: {amount: 100 t}}\n"
        "options: [{id: burner, saves: {fuel_oil: 10 %}}]\n"
    )
    made = cpaudit.uncertainty(assessed(text), draws=DRAWS).estimates
    whole, saved = (made[path].drawn for path in ("baseline.co2", "options.burner.co2"))
    # what is saved is a tenth in every draw, not the difference of two independent amounts
    ends = [(one.low, one.high) for one in (whole, saved)]
    assert ends[1] == pytest.approx([end / 10 for end in ends[0]], rel=1e-12)


def test_the_same_seed_draws_the_same() -> None:
    text = HEAD + BOILER
    first, second = (drawn(text, "baseline.co2", seed=7) for _ in range(2))
    other = drawn(text, "baseline.co2", seed=8)
    assert first == second != other
    assert first.mean == pytest.approx(other.mean, rel=2 * SIX * 0.05)


PROJECT = """\
resources:
  electricity: {amount: 1000 MWh, price: {value: 2000 VND/kWh, uncertainty: 50 %}}
options:
  - id: motors
    saves: {electricity: 100 MWh}
    operating_cost: COST million VND
    investment: 100 million VND
    lifetime: 5 yr
finance: {discount_rate: 10 %}
"""
# standard error of a share, at most sqrt(0.25 / n)
SHARE = SIX * 0.5


def part(z: float) -> float:
    """The part of a normal distribution above z."""
    return 1 - NORMAL.cdf(z)


def test_a_payback_that_is_never_reached_in_some_draws() -> None:
    # million VND: saving = 200 (1 + 0.5 z / 1.96) - 150 = 50 + 51.0214 z, z a standard normal
    slope = 100 / Z
    made = cpaudit.uncertainty(
        assessed(HEAD + PROJECT.replace("COST", "150")), draws=DRAWS, payback_below=[1, 2]
    )
    payback, npv, irr, saving = (
        made.estimates[f"options.motors.{key}"] for key in ("payback", "npv", "irr", "saving")
    )
    never = 1 - part(-50 / slope)  # 0.1635
    # below 1 year the saving must be over 100, below 2 over 50, below the lifetime over 20
    wanted = [part((100 / limit - 50) / slope) for limit in (1, 2, 5)]
    assert made.counted == (1, 2, 5)
    assert payback.drawn.below == pytest.approx(wanted, abs=SHARE)
    assert payback.drawn.infinite == pytest.approx(never, abs=SHARE)
    assert payback.drawn.median == pytest.approx(2.0, rel=0.02)
    assert (payback.drawn.mean, payback.drawn.high) == (None, inf)
    # at the lower bound the saving is -50: by approach 1 too the payback may never come
    assert payback.interval.high == inf
    assert payback.interval.low == pytest.approx(100 / 150)
    # the annuity of 5 years at 10 % is 3.790787: the saving must be over 26.38
    assert npv.drawn.positive == pytest.approx(part((100 / 3.790787 - 50) / slope), abs=SHARE)
    # no positive saving, no rate
    assert irr.interval.low == irr.drawn.low == -inf
    # at the upper bound 150 a year for five years: r = 1.5 (1 - (1 + r)^-5), so r = 148.414 %
    assert irr.interval.high == pytest.approx(1.48414, abs=1e-5)
    assert irr.drawn.infinite + irr.drawn.without == pytest.approx(never, abs=SHARE)
    assert saving.drawn.positive == pytest.approx(1 - never, abs=SHARE)
    assert saving.interval[:2] == pytest.approx((-50e6, 150e6))


def test_a_payback_that_only_some_draws_reach() -> None:
    # saving = -60 + 51.0214 z
    made = cpaudit.uncertainty(assessed(HEAD + PROJECT.replace("COST", "260")), draws=DRAWS)
    payback = made.estimates["options.motors.payback"]
    assert payback.node.outcome == "never"
    assert payback.interval is None
    assert payback.drawn.median == inf
    assert 1 - payback.drawn.infinite == pytest.approx(part(60 * Z / 100), abs=SHARE)


def test_a_lifetime_is_not_drawn_and_a_note_says_so() -> None:
    text = HEAD + PROJECT.replace("COST", "100").replace("uncertainty: 50 %", "quality: billed")
    text = text.replace("5 yr", "{value: 5 yr, uncertainty: 20 %}")
    text = text.replace("10 %}", "10 %, tax_rate: 20 %}")
    made = cpaudit.uncertainty(assessed(text), draws=1000)
    (note,) = (said for said in made.diagnostics if said.code.id == "U001")
    assert note.span.line == text[: text.index("value: 5 yr")].count("\n") + 1
    # the depreciation of a year is money by lifetime, and still there is no interval
    assert made.estimates["options.motors.npv"].drawn is None
    assert made.estimates["options.motors.npv"].interval is None


def test_a_time_of_another_kind_is_drawn_by_its_own_formula() -> None:
    # 10 years less what is saved; no time at all where nothing is: the formula raises
    rule = Formula("until", "10 / x - x", "this test", lambda x: 10 / x - x if x > 0 else 1 / 0)
    span = Span(Source("a.yaml", "2"), 1, 1, 1)
    saved = Figure(2.0, "unit", Entered(span, "2", uncertainty=1.5))
    time = derive(rule, "yr", x=saved)
    paybacks = {"slow_payback": Payback("reached", time), "no_payback": Payback("never")}
    slow, untold = quantities_in(paybacks)
    assert (slow.figure, untold.figure) == (time, None)
    graph = graph_of([time])
    (made,) = drawn_figures(graph, inputs_of(graph), [time], 20_000, 1, [3]).values()
    # x = 2 + 3 z / 1.96, positive above z = -1.3066
    assert made.infinite == pytest.approx(1 - part(-2 * Z / 3), abs=6 * 0.5 / sqrt(20_000))
    # below 3 where 10 / x - x < 3: x over 2, where z is over 0
    assert made.below[0] == pytest.approx(0.5, abs=6 * 0.5 / sqrt(20_000))
    assert (made.without, made.mean, made.high) == (0, None, inf)


payment = st.floats(-1e6, 1e6).filter(lambda x: abs(x) > 1)
project = st.tuples(payment, st.lists(payment, min_size=1, max_size=12))


@given(st.lists(project, min_size=1, max_size=8), st.integers(1, 12))
@settings(max_examples=200, deadline=None, database=None)
def test_rates_in_draws_are_those_of_each_draw(rows: Any, years: int) -> None:
    table = np.array([[first, *(rest * years)[:years]] for first, rest in rows]).T
    made = single_rate(*table)
    for found, column in zip(made, table.T, strict=True):
        signs = np.sign(column[column != 0])
        if (np.diff(signs) != 0).sum() > 1:
            assert isnan(found)  # told as without a rate, whatever a longer search would find
            continue
        wanted = single_rate(*column.tolist())
        assert found == wanted or found == pytest.approx(wanted, rel=1e-6, abs=1e-9)


def test_one_rate_none_and_several() -> None:
    assert single_rate(-100.0, 60.0, 60.0) == rates_of([-100.0, 60.0, 60.0])[0]
    assert single_rate(-100.0, -1.0) == -inf
    assert single_rate(0.0, 1.0) == inf
    # Brealey, Myers & Allen: -4000, 25000, -25000 has 25 % and 400 %
    assert isnan(single_rate(-4000.0, 25000.0, -25000.0))
    draws = np.array([[-100.0, 60, 60], [-100, -1, 0], [0, 1, 1], [-4000, 25000, -25000]])
    made = single_rate(*draws.T)
    assert made[:3] == pytest.approx([single_rate(-100.0, 60.0, 60.0), -inf, inf])
    assert made[3] == pytest.approx(nan, nan_ok=True)
