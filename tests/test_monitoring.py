"""Use against the frozen baseline: every expected figure is computed by hand, or a property."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpaudit.engine.monitoring import monitoring_of
from monitored import LINE, OUTPUT, PLANT, codes, monitored, section
from reading import assessed, value

# three months after twelve on the line 40 + 0.5 t: the model gives 90, 95 and 110
LATER = [
    {"electricity": 84, "output": 100},
    {"electricity": 97, "output": 110},
    {"electricity": 98, "output": 140},
]


def electricity(text: str):
    return monitored(text).streams["electricity"]


def test_avoided_use_cusum_and_senpi_by_hand() -> None:
    found = electricity(PLANT + section(LINE, LATER))
    assert [one.model.value for one in found.months] == pytest.approx([90, 95, 110], rel=1e-9)
    assert [one.avoided.value for one in found.months] == pytest.approx([6, -2, 12], rel=1e-7)
    # actual less expected: -6, -6 + 2, -4 - 12
    assert [one.cusum.value for one in found.months] == pytest.approx([-6, -4, -16], rel=1e-7)
    whole = found.total
    assert (whole.actual.value, whole.adjusted.value) == (279, pytest.approx(295, rel=1e-9))
    assert whole.avoided.value == pytest.approx(16, rel=1e-7)
    assert whole.senpi.value == pytest.approx(279 / 295, rel=1e-9)
    # 16 MWh at 2,000,000 VND, and at the grid factor of 2014, 0.6612 t/MWh
    assert whole.saving.value == pytest.approx(32_000_000, rel=1e-7)
    assert whole.co2e.value == pytest.approx(16 * 0.6612, rel=1e-7)


def test_energy_of_the_plant_is_told_in_gigajoules() -> None:
    result = monitored(PLANT + section(LINE, LATER))
    assert result.total.energy.value == pytest.approx(16 * 3.6, rel=1e-7)
    assert result.total.senpi.value == pytest.approx(279 / 295, rel=1e-9)


def test_years_share_one_baseline() -> None:
    later = [{"electricity": 40 + 0.5 * one - 5, "output": one} for one in OUTPUT]
    last = [{"electricity": 40 + 0.5 * one - 9, "output": one} for one in OUTPUT[:7]]
    found = electricity(PLANT + section(LINE, [*later, *last]))
    first, second = found.years
    assert (first.avoided.value, second.avoided.value) == (
        pytest.approx(60, rel=1e-7),  # 12 · 5
        pytest.approx(63, rel=1e-7),  # 7 · 9
    )
    assert [one.period.months for one in found.years] == [12, 7]
    assert found.total.avoided.value == pytest.approx(123, rel=1e-7)
    assert "V061" in codes(PLANT + section(LINE, [*later, *last]))


@pytest.mark.parametrize(
    ("written", "amount"), [("12 MWh/month", 12), ("144 MWh/yr", 12), ("-2400 kWh/month", -2.4)]
)
def test_a_non_routine_adjustment_counts_from_its_month_on(written: str, amount: float) -> None:
    more = (
        "  adjustments:\n    - {stream: electricity, from: 2015-02, reason: new wing, "
        f"amount: {written}}}\n"
    )
    found = electricity(PLANT + section(LINE, LATER, more=more))
    wanted = [90, 95 + amount, 110 + amount]
    assert [one.adjusted.value for one in found.months] == pytest.approx(wanted, rel=1e-9)
    assert found.total.avoided.value == pytest.approx(16 + 2 * amount, rel=1e-7)


def test_what_happened_once_stands_in_one_month() -> None:
    more = (
        "  adjustments:\n    - {stream: electricity, from: 2015-02, to: 2015-02, amount: 3 MWh,"
        " reason: test run}\n"
    )
    found = electricity(PLANT + section(LINE, LATER, more=more))
    assert [one.adjusted.value for one in found.months] == pytest.approx([90, 98, 110], rel=1e-9)


def test_excluded_months_count_nowhere() -> None:
    odd = [*LINE[:5], {"electricity": 999, "output": 5}, *LINE[6:]]
    more = "  exclude: {2014-06: overhaul, 2015-02: strike}\n"
    found = electricity(PLANT + section(odd, LATER, more=more))
    assert len(found.model.months) == 11
    assert found.model.coefficients["output"].value.value == pytest.approx(0.5, rel=1e-9)
    assert [one.cusum.value for one in found.months] == pytest.approx([-6, -18], rel=1e-7)
    assert (found.model.missing, found.missing) == ((), ())


def test_months_without_a_value_are_told_and_not_filled() -> None:
    holes = [LINE[0], {"output": 80}, *LINE[2:]]
    later = [LATER[0], {"electricity": 97}, LATER[2]]
    text = PLANT + section(holes, later)
    found = electricity(text)
    assert (found.model.missing, found.missing) == (((2014, 2),), ((2015, 2),))
    assert found.total.avoided.value == pytest.approx(18, rel=1e-7)  # 6 + 12
    assert {"V046", "V047", "V048"} <= codes(text)


def test_without_drivers_a_month_is_compared_with_the_mean() -> None:
    rows = [{"electricity": one} for one in (90, 110) * 6]
    later = [{"electricity": 80}] * 12
    text = PLANT + section(rows, later, "{electricity: {unit: MWh}}", ())
    whole = electricity(text).total
    assert (whole.avoided.value, whole.senpi.value) == (pytest.approx(240), pytest.approx(0.8))


def test_the_period_of_the_audit_is_the_baseline_unless_one_is_written() -> None:
    text = section(LINE, LATER).replace("  baseline: {from: 2014-01, to: 2014-12}\n", "")
    assert electricity(PLANT + text).total.avoided.value == pytest.approx(16, rel=1e-7)


def test_reporting_periods_may_have_gaps() -> None:
    text = section(LINE, LATER)
    text = text.replace("reporting: {from: 2015-01, to: 2015-03}", "reporting: [2015-01, 2015-03]")
    found = electricity(PLANT + text)
    assert [one.avoided.value for one in found.years] == pytest.approx([6, 12], rel=1e-7)
    assert found.total.avoided.value == pytest.approx(18, rel=1e-7)


COLUMNS = st.lists(st.integers(20, 900), min_size=12, max_size=18).filter(
    lambda values: len(set(values)) > 3
)


@settings(max_examples=20, deadline=None)
@given(COLUMNS, st.integers(1, 400), st.integers(1, 300))
def test_use_on_the_model_is_no_saving(output: list[int], base: int, slope: int) -> None:
    rows = [{"electricity": base + slope / 100 * one, "output": one} for one in output]
    whole = electricity(PLANT + section(rows, rows)).total
    assert whole.avoided.value == pytest.approx(0, abs=1e-6 * whole.actual.value)
    assert whole.senpi.value == pytest.approx(1, rel=1e-8)


@settings(max_examples=20, deadline=None)
@given(COLUMNS, st.integers(1, 400), st.integers(1, 300), st.integers(1, 60))
def test_a_planted_saving_is_found(output: list[int], base: int, slope: int, percent: int) -> None:
    rows = [{"electricity": base + slope / 100 * one, "output": one} for one in output]
    kept = 1 - percent / 100
    later = [{**row, "electricity": row["electricity"] * kept} for row in rows]
    whole = electricity(PLANT + section(rows, later)).total
    assert whole.senpi.value == pytest.approx(kept, rel=1e-7)
    assert whole.avoided.value == pytest.approx(whole.adjusted.value * percent / 100, rel=1e-6)


def test_units_do_not_matter() -> None:
    in_kwh = section(
        [{**one, "electricity": one["electricity"] * 1000} for one in LINE],
        [{**one, "electricity": one["electricity"] * 1000} for one in LATER],
        "{electricity: {drivers: [output], unit: kWh}}",
    )
    tonnes = section(LINE, LATER)
    kilograms = section(
        [{**one, "output": one["output"] * 1000} for one in LINE],
        [{**one, "output": one["output"] * 1000} for one in LATER],
    ).replace("output: {unit: t}", "output: {unit: kg}")
    wanted = electricity(PLANT + tonnes)
    for text in (in_kwh, kilograms):
        found = electricity(PLANT + text)
        assert found.total.avoided.value == pytest.approx(wanted.total.avoided.value, rel=1e-7)


def test_cells_may_have_units_of_their_own() -> None:
    text = section(LINE, LATER).replace("electricity: 84,", "electricity: 84000 kWh,")
    text = text.replace("output: 100}", "output: 100000 kg}")
    assert electricity(PLANT + text).total.avoided.value == pytest.approx(16, rel=1e-7)


def test_a_driver_may_count_in_a_word_of_its_own() -> None:
    text = section(LINE, LATER).replace("{output: {unit: t}}", "{output: {unit: °C·day}}")
    assert electricity(PLANT + text).total.avoided.value == pytest.approx(16, rel=1e-7)
    weather = text.replace("output: 140}", "output: -20}")
    assert electricity(PLANT + weather).months


def test_figures_have_paths() -> None:
    text = (
        PLANT
        + section(LINE, LATER)
        + (
            "expect:\n"
            "  - {figure: monitoring.streams.electricity.avoided, value: 16 MWh, within: 0.001 %}\n"
            "  - {figure: monitoring.streams.electricity.years.2015.senpi, value: 94.576 %,"
            " within: 0.01 %}\n"
            "  - {figure: monitoring.senpi, value: 0.5 unit}\n"
        )
    )
    assessment = assessed(text)
    assert value(
        assessment, "monitoring.streams.electricity.months.2015-02.cusum"
    ) == pytest.approx(-4, rel=1e-7)
    # by hand 279 / 295; only the last one is wrong
    from cpaudit.checks import check

    assert [said.code.id for said in check(assessment)] == ["X001"]


def test_monitoring_is_worked_out_only_where_it_is_asked_for() -> None:
    from cpaudit.engine.paths import figure_tree

    assessment = assessed(PLANT + section(LINE, LATER))
    assert "monitoring" not in figure_tree(assessment)
    with pytest.raises(LookupError):
        monitoring_of(assessed(PLANT))
