"""Where a model says little or nothing: each case is a diagnostic, none is a crash."""

from __future__ import annotations

import sys
from typing import Any

import pytest

import cpaudit
from monitored import LINE, OUTPUT, PLANT, codes, monitored, section
from reading import assessed, run_text, said_in_full

TWO = ("output", "weather")
STREAMS = "{electricity: {drivers: [output, weather], unit: MWh}}"
# what is left beside the line, without pattern; of 0.5 MWh at most
NOISE = (0.3, -0.4, 0.1, 0.5, -0.5, 0.2, -0.1, 0.4, -0.3, -0.2, 0.35, -0.35)


def noisy(size: float = 1.0) -> list[dict[str, float]]:
    return [
        {**row, "electricity": row["electricity"] + size * noise}
        for row, noise in zip(LINE, NOISE, strict=True)
    ]


def with_weather(weather: list[float]) -> list[dict[str, float]]:
    return [{**row, "weather": one} for row, one in zip(noisy(), weather, strict=True)]


def errors_of(text: str) -> list[str]:
    return [said.code.id for said in monitored(text).diagnostics if said.is_error]


def test_a_good_model_of_a_year_gets_no_warning() -> None:
    later = [{**one, "electricity": one["electricity"] - 9} for one in noisy()]
    assert codes(PLANT.replace("1200", "1160") + section(noisy(), later)) == set()


@pytest.mark.parametrize("count", [1, 2])
def test_fewer_months_than_coefficients(count: int) -> None:
    text = PLANT + section(LINE[:count], LINE)
    assert errors_of(text) == ["V042"]
    assert monitored(text).streams == {}


def test_a_driver_that_never_changes() -> None:
    rows = [{"electricity": 90 + at, "output": 100} for at in range(12)]
    assert errors_of(PLANT + section(rows, LINE)) == ["V043"]


def test_drivers_that_follow_from_one_another() -> None:
    rows = with_weather([3 * one + 7 for one in OUTPUT])
    assert errors_of(PLANT + section(rows, rows, STREAMS, TWO)) == ["V044"]


def test_a_plant_that_stopped_reporting() -> None:
    rows = [{"output": one} for one in OUTPUT]
    assert errors_of(PLANT + section(LINE, rows)) == ["V045"]


def test_an_error_of_one_stream_leaves_the_others() -> None:
    rows = [{**row, "water": 2000.0} for row in LINE]
    later = [{"electricity": 80.0, "output": 100.0}]
    streams = "{electricity: {drivers: [output], unit: MWh}, water: {unit: m3}}"
    result = monitored(PLANT + section(rows, later, streams))
    assert list(result.streams) == ["electricity"]
    assert [said.code.id for said in result.diagnostics if said.is_error] == ["V045"]


def test_a_short_baseline_and_many_drivers() -> None:
    rows = with_weather([5, 9, 2, 8, 1, 7, 3, 6, 4, 2, 8, 5])[:9]
    assert {"V048", "V049"} <= codes(PLANT + section(rows, rows, STREAMS, TWO))


def test_drivers_nearly_alike() -> None:
    rows = with_weather([one + (1 if at % 2 else 0) for at, one in enumerate(OUTPUT)])
    said = codes(PLANT + section(rows, rows, STREAMS, TWO))
    assert {"V050", "V051"} <= said


def test_a_driver_that_drives_nothing() -> None:
    rows = with_weather([5, 9, 2, 8, 1, 7, 3, 6, 4, 2, 8, 5])
    assert "V051" in codes(PLANT + section(rows, rows, STREAMS, TWO))


def test_a_model_that_explains_little() -> None:
    rows = noisy(size=60)
    assert "V052" in codes(PLANT + section(rows, rows))


@pytest.mark.parametrize(
    ("output", "is_told"), [(80, False), (150, False), (151, True), (79, True)]
)
def test_out_of_the_range_of_the_baseline(output: float, is_told: bool) -> None:
    later = [{"electricity": 80, "output": output}]
    assert ("V053" in codes(PLANT + section(noisy(), later))) is is_told


def test_savings_below_their_uncertainty() -> None:
    # CV about 0.4 %: over a year the uncertainty is some 3 MWh; 0.1 a month is chance, 3 is not
    for saved, said in ((0.1, True), (3.0, False)):
        later = [{**one, "electricity": one["electricity"] - saved} for one in LINE]
        assert ("V054" in codes(PLANT + section(noisy(), later))) is said


def test_savings_more_uncertain_than_guideline_14_accepts() -> None:
    rows = noisy(size=20)
    found = set()
    for saved in (2.0, 4.0, 8.0, 16.0):
        later = [{**one, "electricity": one["electricity"] - saved} for one in LINE]
        text = PLANT + section(rows, later, more="  confidence: 68 %\n")
        found |= codes(text) & {"V054", "V055"}
    assert found == {"V054", "V055"}


def test_residuals_that_drift() -> None:
    rows = [{**row, "electricity": row["electricity"] + at} for at, row in enumerate(LINE)]
    assert "V056" in codes(PLANT + section(rows, rows))


def test_a_month_in_which_the_plant_stood_still() -> None:
    rows = [{"electricity": 40, "output": 0}, *noisy()[1:]]
    assert "V057" in codes(PLANT + section(rows, rows))
    excluded = section(rows, rows, more="  exclude: {2014-01: new year, 2015-01: new year}\n")
    assert "V057" not in codes(PLANT + excluded)
    weather = section(rows, rows).replace("{unit: t}", "{unit: °C·day}")
    assert "V057" not in codes(PLANT + weather)


@pytest.mark.parametrize(("amount", "is_told"), [("1160", False), ("1200", False), ("1300", True)])
def test_months_and_audit_that_differ(amount: str, is_told: bool) -> None:
    # the months add up to 1160 MWh; up to 5 % of difference is none
    text = PLANT.replace("1200", amount) + section(LINE, LINE)
    assert ("V058" in codes(text)) is is_told


def test_a_model_below_zero() -> None:
    rows = [{"electricity": one - 70, "output": one} for one in OUTPUT]
    later = [{"electricity": 0, "output": 20}]
    assert {"V059", "V062"} <= codes(PLANT + section(rows, later))


def test_a_stream_that_was_never_used() -> None:
    rows = [{"electricity": 0, "output": one} for one in OUTPUT]
    found = monitored(PLANT + section(rows, rows)).streams["electricity"]
    assert (found.total.senpi, found.total.uncertainty, found.model.r2) == (None, None, None)


def test_a_use_that_never_changes() -> None:
    rows = [{"electricity": 90, "output": one} for one in OUTPUT]
    found = monitored(PLANT + section(rows, rows)).streams["electricity"]
    assert found.total.avoided.value == pytest.approx(0, abs=1e-9)


def test_adjustments_that_move_much() -> None:
    for amount, said in (("20 MWh/month", True), ("5 MWh/month", False)):
        more = (
            "  adjustments: [{stream: electricity, from: 2015-01, reason: more looms,"
            f" amount: {amount}}}]\n"
        )
        assert ("V063" in codes(PLANT + section(noisy(), noisy(), more=more))) is said


def test_a_package_that_saves_too_much() -> None:
    options = (
        "options:\n  - {id: a, saves: {electricity: 900 MWh}}\n"
        "  - {id: b, saves: {electricity: 800 MWh}, excludes: [a]}\n"
        "packages: {one: [a], two: [b]}\n"
    )
    more = "  options: {a: 2015-01, b: 2015-01}\n"
    assert errors_of(PLANT + options + section(LINE, LINE, more=more)) == ["P003"]


def test_without_statsmodels(monkeypatch: pytest.MonkeyPatch) -> None:
    text = PLANT + section(LINE, LINE) + ("expect: [{figure: monitoring.senpi, value: 1 unit}]\n")
    monkeypatch.setitem(sys.modules, "statsmodels.regression.linear_model", None)
    assert errors_of(text) == ["V041"]
    with pytest.raises(ImportError, match=r"cpaudit\[monitor\]"):
        cpaudit.monitor(assessed(text))
    # the rest of the audit stands: its figures are told, those of monitoring are not
    found = run_text(text)[2]
    assert {"V041", "X002"} <= {said.code.id for said in found}
    assert not any(said.is_error for said in found)


def test_every_sentence_can_be_said() -> None:
    texts: list[Any] = [
        PLANT + section(LINE[:2], LINE),
        PLANT + section(noisy(60), [{"electricity": 1, "output": 900}]),
    ]
    for text in texts:
        for said in monitored(text).diagnostics:
            assert said_in_full(said)


def test_a_driver_written_twice_in_other_units_is_refused() -> None:
    # short tons of the same production, rounded to six decimals
    again = [{**one, "weather": round(one["output"] * 1.10231131, 6)} for one in noisy()]
    text = PLANT + section(again, again, STREAMS, TWO)
    assert errors_of(text) == ["V044"]


def test_a_driver_that_changes_in_its_last_digits_only_is_constant() -> None:
    still = [{**one, "output": 400.0} for one in noisy()]
    still[3]["output"] = 400.000000001
    assert errors_of(PLANT + section(still, LINE)) == ["V043"]


def test_a_perfect_fit_leaves_no_pattern_of_rounding() -> None:
    found = codes(PLANT + section(LINE, LINE))
    assert not found & {"V054", "V056"}
