"""Models of monthly use against certified regressions, published ones and other libraries."""

from __future__ import annotations

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import linregress

from monitored import PLANT, monitored, rows_of, section

# NIST StRD, Norris: 36 observations of y and x, and their certified values
NORRIS = [
    (0.1, 0.2), (338.8, 337.4), (118.1, 118.2), (888.0, 884.6), (9.2, 10.1), (228.1, 226.5),
    (668.5, 666.3), (998.5, 996.3), (449.1, 448.6), (778.9, 777.0), (559.2, 558.2), (0.3, 0.4),
    (0.1, 0.6), (778.1, 775.5), (668.8, 666.9), (339.3, 338.0), (448.9, 447.5), (10.8, 11.6),
    (557.7, 556.0), (228.3, 228.1), (998.0, 995.8), (888.8, 887.6), (119.6, 120.2), (0.3, 0.3),
    (0.6, 0.3), (557.6, 556.8), (339.3, 339.1), (888.0, 887.2), (998.5, 999.0), (778.9, 779.0),
    (10.2, 11.1), (117.6, 118.3), (228.9, 229.2), (668.4, 669.1), (449.2, 448.9), (0.2, 0.5),
]  # fmt: skip
# NIST StRD, Longley: 16 observations of y and six drivers that are nearly alike
LONGLEY = [
    (60323, 83.0, 234289, 2356, 1590, 107608, 1947),
    (61122, 88.5, 259426, 2325, 1456, 108632, 1948),
    (60171, 88.2, 258054, 3682, 1616, 109773, 1949),
    (61187, 89.5, 284599, 3351, 1650, 110929, 1950),
    (63221, 96.2, 328975, 2099, 3099, 112075, 1951),
    (63639, 98.1, 346999, 1932, 3594, 113270, 1952),
    (64989, 99.0, 365385, 1870, 3547, 115094, 1953),
    (63761, 100.0, 363112, 3578, 3350, 116219, 1954),
    (66019, 101.2, 397469, 2904, 3048, 117388, 1955),
    (67857, 104.6, 419180, 2822, 2857, 118734, 1956),
    (68169, 108.4, 442769, 2936, 2798, 120445, 1957),
    (66513, 110.8, 444546, 4681, 2637, 121950, 1958),
    (68655, 112.6, 482704, 3813, 2552, 123366, 1959),
    (69564, 114.2, 502601, 3931, 2514, 125368, 1960),
    (69331, 115.7, 518173, 4806, 2572, 127852, 1961),
    (70551, 116.9, 554894, 4007, 2827, 130081, 1962),
]
CERTIFIED = {
    "base": (-3482258.63459582, 890420.383607373),
    "a": (15.0618722713733, 84.9149257747669),
    "b": (-0.358191792925910e-01, 0.334910077722432e-01),
    "c": (-2.02022980381683, 0.488399681651699),
    "d": (-1.03322686717359, 0.214274163161675),
    "e": (-0.511041056535807e-01, 0.226073200069370),
    "f": (1829.15146461355, 455.478499142212),
}
# Anscombe, Graphs in statistical analysis, The American Statistician 27 (1973): the first data set
ANSCOMBE = [
    (8.04, 10), (6.95, 8), (7.58, 13), (8.81, 9), (8.33, 11), (9.96, 14), (7.24, 6), (4.26, 4),
    (10.84, 12), (4.82, 7), (5.68, 5),
]  # fmt: skip


def model_of(data, names=("output",)):
    """The model of observations as months; one more of them is reported."""
    rows = rows_of(*zip(*data, strict=True), names=names)
    streams = f"{{electricity: {{drivers: [{', '.join(names)}], unit: MWh}}}}"
    text = section(rows, rows[:1], streams=streams, drivers=names)
    return monitored(PLANT + text).streams["electricity"].model


def test_norris_by_nist() -> None:
    model = model_of(NORRIS)
    base, slope = model.coefficients["base"], model.coefficients["output"]
    assert base.value.value == pytest.approx(-0.262323073774029, rel=1e-9)
    assert base.error.value == pytest.approx(0.232818234301152, rel=1e-9)
    assert slope.value.value == pytest.approx(1.00211681802045, rel=1e-12)
    assert slope.error.value == pytest.approx(0.429796848199937e-03, rel=1e-9)
    assert model.rmse.value == pytest.approx(0.884796396144373, rel=1e-9)
    assert model.r2.value == pytest.approx(0.999993745883712, rel=1e-12)
    assert slope.t.value == pytest.approx(1.00211681802045 / 0.429796848199937e-03, rel=1e-9)


def test_longley_by_nist() -> None:
    model = model_of(LONGLEY, tuple("abcdef"))
    for name, (value, error) in CERTIFIED.items():
        assert model.coefficients[name].value.value == pytest.approx(value, rel=1e-7), name
        assert model.coefficients[name].error.value == pytest.approx(error, rel=1e-7), name
    assert model.rmse.value == pytest.approx(304.854073561965, rel=1e-8)
    assert model.r2.value == pytest.approx(0.995479004577296, rel=1e-11)
    # the deflator's variance inflation factor, as statistics packages print it for these data
    assert model.inflation["a"] == pytest.approx(135.53, abs=0.01)


def test_anscombe_as_published() -> None:
    model = model_of(ANSCOMBE)
    slope = model.coefficients["output"]
    assert model.coefficients["base"].value.value == pytest.approx(3.0, abs=0.005)
    assert slope.value.value == pytest.approx(0.5, abs=0.005)
    assert model.r2.value == pytest.approx(0.667, abs=0.0005)
    assert (slope.error.value, slope.t.value) == (
        pytest.approx(0.118, abs=0.0005),
        pytest.approx(4.24, abs=0.005),
    )


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(50, 900), st.integers(-40, 40)), min_size=12, max_size=24))
def test_one_driver_as_scipy_has_it(pairs: list[tuple[int, int]]) -> None:
    output = [float(one) for one, _ in pairs]
    if len(set(output)) < 3:
        return
    use = [60 + 0.7 * one + noise for one, noise in pairs]
    model = model_of(list(zip(use, output, strict=True)))
    wanted = linregress(output, use)
    slope = model.coefficients["output"]
    assert slope.value.value == pytest.approx(wanted.slope, rel=1e-7, abs=1e-9)
    assert model.coefficients["base"].value.value == pytest.approx(wanted.intercept, rel=1e-6)
    if wanted.stderr > 1e-9:
        assert slope.error.value == pytest.approx(wanted.stderr, rel=1e-6)
        assert slope.p.value == pytest.approx(wanted.pvalue, rel=1e-5, abs=1e-12)
        assert model.r2.value == pytest.approx(wanted.rvalue**2, rel=1e-6, abs=1e-12)


def noisy(seed: int, count: int = 12):
    """Use by output and weather, with noise; the same for the same seed."""
    random = numpy.random.default_rng(seed)
    output, weather = random.uniform(300, 500, count), random.uniform(20, 320, count)
    use = 120 + 0.8 * output + 0.4 * weather + random.normal(0, 9, count)
    return [use.round(6), output.round(6), weather.round(6)]


def test_two_drivers_as_numpy_has_them() -> None:
    use, output, weather = noisy(7)
    model = model_of(list(zip(use, output, weather, strict=True)), ("output", "weather"))
    design = numpy.column_stack([numpy.ones(12), output, weather])
    wanted, squares, *_ = numpy.linalg.lstsq(design, use, rcond=None)
    found = [model.coefficients[name].value.value for name in ("base", "output", "weather")]
    assert found == pytest.approx(list(wanted), rel=1e-9)
    # 12 months less 3 coefficients
    rmse = float(squares[0] / 9) ** 0.5
    assert model.rmse.value == pytest.approx(rmse, rel=1e-9)
    assert model.cv_rmse.value == pytest.approx(rmse / use.mean(), rel=1e-9)
    assert model.bias.value == pytest.approx(0, abs=1e-12)
    left = use - design @ wanted
    rho = float((left[1:] * left[:-1]).sum() / (left**2).sum())
    assert model.autocorrelation.value == pytest.approx(rho, rel=1e-7)


def test_effective_months() -> None:
    # residuals of a mean: -2 -1 1 2, twice over, so ρ = Σ e(i)·e(i-1) / Σ e² by hand:
    # pairs 2 -1 2 -4 2 -1 2 = 2; squares 2 · 10 = 20; ρ = 0.1; 8 · 0.9 / 1.1 = 6.545454…
    use = [98, 99, 101, 102, 98, 99, 101, 102]
    streams = "{electricity: {drivers: [], unit: MWh}}"
    rows = [{"electricity": one} for one in use]
    text = PLANT + section(rows, rows, streams=streams, drivers=())
    model = monitored(text).streams["electricity"].model
    assert model.autocorrelation.value == pytest.approx(0.1, rel=1e-12)
    assert model.effective.value == pytest.approx(7.2 / 1.1, rel=1e-12)
    assert (model.r2, model.coefficients["base"].value.value) == (None, pytest.approx(100))


def test_uncertainty_is_near_that_of_the_exact_prediction() -> None:
    """The 1.26 of Reddy and Claridge stands for what the spread of the drivers does, on average."""
    from statsmodels.regression.linear_model import OLS

    use, output, weather = noisy(3, 24)
    names = ("output", "weather")
    rows = rows_of(use, output, weather, names=names)
    streams = "{electricity: {drivers: [output, weather], unit: MWh}}"
    text = PLANT + section(rows[:12], rows[12:], streams=streams, drivers=names)
    told = monitored(text).streams["electricity"].total.uncertainty.value
    design = numpy.column_stack([numpy.ones(24), output, weather])
    fitted = OLS(use[:12], design[:12]).fit()
    together = design[12:].sum(axis=0)
    variance = together @ fitted.cov_params() @ together + 12 * fitted.mse_resid
    exact = 1.8331129327 * variance**0.5  # t of 9 degrees, two-sided 90 %
    assert told == pytest.approx(exact, rel=0.3)


def test_fractional_uncertainty_by_hand() -> None:
    # residuals +1 and -1 in turn: ρ is negative, so 12 months count; SSE 12, n - p 11
    use = [101.0 if at % 2 == 0 else 99.0 for at in range(12)]
    rows = [{"electricity": one} for one in use]
    later = [{"electricity": 90.0}] * 12
    text = PLANT + section(rows, later, streams="{electricity: {unit: MWh}}", drivers=())
    whole = monitored(text).streams["electricity"].total
    # 1.26 · 1.7958848 · √(12/11)/100 · √((1 + 2/12) / 12) · 1200 = 8.8431…, of 120 avoided
    by_hand = 1.26 * 1.7958848187 * (12 / 11) ** 0.5 / 100 * (7 / 6 / 12) ** 0.5 * 1200
    assert by_hand == pytest.approx(8.843, abs=0.001)
    assert whole.uncertainty.value == pytest.approx(by_hand, rel=1e-8)
    assert whole.fraction.value == pytest.approx(by_hand / 120, rel=1e-8)
