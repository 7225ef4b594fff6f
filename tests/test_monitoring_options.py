"""Realised against expected savings: every expected figure is computed by hand."""

from __future__ import annotations

import pytest

from monitored import LINE, OUTPUT, PLANT, monitored, section

# both streams use 1200 MWh and 24,000 m3 a year by the audit; the months here add up to 1160 MWh
OPTIONS = """\
options:
  - {id: leaks, status: implemented, saves: {electricity: 120 MWh}, investment: 1 million VND}
  - {id: motors, saves: {electricity: 10 %}, investment: 1 million VND}
  - {id: pump, saves: {electricity: -24 MWh, water: 2400 m3}, investment: 1 million VND}
  - {id: solar, status: planned, saves: {electricity: 5 %}, investment: 1 million VND}
  - {id: wind, status: rejected, saves: {electricity: 5 %}, investment: 1 million VND}
"""


def followed(at_work: str, saved: float = 15.0, months: int = 12, options: str = OPTIONS):
    """What becomes of options where every month uses so many MWh less than the model."""
    rows = [{"electricity": 40 + 0.5 * one - saved, "output": one} for one in (OUTPUT * 2)[:months]]
    more = f"  options: {{{at_work}}}\n"
    return monitored(PLANT + options + section(LINE, rows, more=more))


def test_an_amount_is_expected_in_each_month_at_work() -> None:
    result = followed("leaks: 2015-04")
    leaks = result.options["leaks"]
    power = leaks.streams["electricity"]
    # 120 MWh a year, nine months; 15 MWh were avoided in each of the nine
    assert power.expected.value == pytest.approx(90, rel=1e-9)
    assert power.realised.value == pytest.approx(135, rel=1e-7)
    assert power.rate.value == pytest.approx(1.5, rel=1e-7)
    assert (power.basis, leaks.months) == ("alone", 9)
    # at 2,000,000 VND/MWh
    assert leaks.realised.value == pytest.approx(270_000_000, rel=1e-7)
    # the three months before: 3 · 15 avoided by no option
    assert result.unattributed["electricity"].value == pytest.approx(45, rel=1e-6)
    # the stream as a whole: 12 · 15 of 90 expected
    assert result.streams["electricity"].total.rate.value == pytest.approx(2, rel=1e-7)


def test_a_share_goes_with_production() -> None:
    twice = [one * 2 for one in OUTPUT]
    rows = [{"electricity": 0.9 * (40 + 0.5 * one), "output": one} for one in twice]
    more = "  options: {motors: 2015-01}\n"
    options = OPTIONS.replace(", status: implemented", "")
    result = monitored(PLANT + options + section(LINE, rows, more=more))
    motors = result.options["motors"].streams["electricity"]
    # 120 MWh a year of 1200, of what the model gives: 12 · 40 + 0.5 · 2 · 1360 = 1840 MWh
    assert motors.expected.value == pytest.approx(184, rel=1e-9)
    assert motors.realised.value == pytest.approx(184, rel=1e-7)
    assert motors.rate.value == pytest.approx(1, rel=1e-7)


def test_options_on_one_stream_share_what_is_avoided() -> None:
    result = followed("leaks: 2015-01, motors: 2015-07")
    leaks = result.options["leaks"].streams["electricity"]
    motors = result.options["motors"].streams["electricity"]
    # at its turn after the leaks: 10 % of 1080 is 108 a year of 1200, so 9 % of the model; from
    # July on the model gives 97.5, 92.5, 87.5, 110, 115, 85
    expected = [0.09 * one for one in (97.5, 92.5, 87.5, 110, 115, 85)]
    assert motors.expected.value == pytest.approx(sum(expected), rel=1e-9)
    assert motors.realised.value == pytest.approx(
        sum(15 * one / (one + 10) for one in expected), rel=1e-6
    )
    assert leaks.realised.value == pytest.approx(
        6 * 15 + sum(15 * 10 / (one + 10) for one in expected), rel=1e-6
    )
    assert (leaks.basis, motors.basis) == ("shared", "shared")
    assert result.unattributed == {}


def test_what_is_measured_is_the_options_own() -> None:
    result = followed(
        "leaks: {implemented: 2015-01, measured: {electricity: 96 MWh}}, motors: 2015-01"
    )
    leaks = result.options["leaks"].streams["electricity"]
    motors = result.options["motors"].streams["electricity"]
    assert (leaks.realised.value, leaks.basis) == (pytest.approx(96), "measured")
    assert leaks.rate.value == pytest.approx(96 / 120)
    # 12 · 15 less 96
    assert motors.realised.value == pytest.approx(84, rel=1e-6)
    # of all: 180 of 120 + 0.09 · 1160, in money
    assert result.realisation_rate.value == pytest.approx(180 / (120 + 104.4), rel=1e-6)


def test_extra_use_is_taken_as_expected() -> None:
    result = followed("leaks: 2015-01, pump: 2015-01")
    pump = result.options["pump"]
    power = pump.streams["electricity"]
    assert (power.expected.value, power.realised.value) == (-24, -24)
    assert (power.basis, power.rate) == ("expected", None)
    # 180 avoided although the pump used 24: the leaks have saved 204
    leaks = result.options["leaks"].streams["electricity"]
    assert leaks.realised.value == pytest.approx(204, rel=1e-6)
    # nothing tells what water was saved
    water = pump.streams["water"]
    assert (water.expected.value, water.realised, water.basis) == (2400, None, None)
    assert pump.realised.partial
    assert "V060" in {said.code.id for said in result.diagnostics}


def test_an_option_that_alone_uses_more() -> None:
    options = OPTIONS.replace(", status: implemented", "")
    result = followed("pump: 2015-01", saved=-3.0, options=options)
    power = result.options["pump"].streams["electricity"]
    assert power.realised.value == pytest.approx(-36, rel=1e-6)
    assert power.rate.value == pytest.approx(1.5, rel=1e-6)


def test_measured_without_months_of_the_stream() -> None:
    result = followed("pump: {implemented: 2015-07, measured: {water: 3000 m3}}")
    water = result.options["pump"].streams["water"]
    assert (water.expected.value, water.realised.value) == (1200, 1500)  # six months
    # 1500 m3 at 5000 VND less 12 MWh more at 2,000,000 VND
    assert result.options["pump"].realised.value == pytest.approx(7.5e6 - 24e6)


def test_rates() -> None:
    result = followed("motors: 2015-01")
    # leaks by its status, motors by its month; wind is rejected: 2 of 4
    assert result.implementation_rate.value == pytest.approx(0.5)
    assert result.options["leaks"].since is None
    assert list(result.options) == ["leaks", "motors"]


def test_ten_of_eleven() -> None:
    """The rate of the firms that VNCPC monitored in 2008, told of options."""
    options = "options:\n" + "".join(
        f"  - {{id: o{at}, saves: {{electricity: 1 MWh}}, investment: 1 million VND}}\n"
        for at in range(11)
    )
    at_work = ", ".join(f"o{at}: 2015-01" for at in range(10))
    result = followed(at_work, options=options)
    assert result.implementation_rate.value == pytest.approx(10 / 11)


def test_turns_follow_the_first_package_that_holds_all() -> None:
    options = OPTIONS + "packages: {full: [motors, leaks]}\n"
    result = followed("leaks: 2015-01, motors: 2015-01", options=options)
    # before the leaks: 10 % of 1200, of the model
    motors = result.options["motors"].streams["electricity"]
    assert motors.expected.value == pytest.approx(0.1 * 1160, rel=1e-9)


def test_without_options_there_is_still_the_use() -> None:
    text = PLANT + section(LINE, LINE)
    result = monitored(text)
    assert (result.options, result.implementation_rate, result.realisation_rate) == ({}, None, None)
    assert result.streams["electricity"].total.expected is None
