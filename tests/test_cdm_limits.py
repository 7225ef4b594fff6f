"""What is said of a project idea: margins, limits, periods, what is not known."""

from __future__ import annotations

import pytest

from cdm_ideas import FANS, I_C, II_D, PLANT, idea, reductions, said, text_of
from cpaudit.factors import default_library
from cpaudit.factors.cdm import cdm_rule
from reading import errors, run_text


@pytest.mark.parametrize(
    ("period", "wanted", "code"),
    [
        # operating and build margin of 2008
        ("2008", 0.57645, None),
        ("2009", 0.57645, "C013"),
        # the official combined margins of 2010 and 2014 are nearer than the margins of 2008
        ("2010", 0.5408, "C011"),
        ("2014", 0.6612, "C011"),
    ],
)
def test_margins_of_the_library(period: str, wanted: float, code: str | None) -> None:
    plant = PLANT.replace("period: 2008", f"period: {period}")
    cdm = "method: AMS-II.D, start: 2015, years: 10"
    result = idea(FANS, cdm, plant)
    assert result.streams["electricity"].intensity.value == pytest.approx(wanted, rel=1e-12)
    assert set(said(FANS, cdm, plant)) == ({code} if code else set())


def test_a_grid_factor_of_the_plant_counts_without_margins() -> None:
    plant = PLANT.replace("VND/kWh}", "VND/kWh, grid_factor: 0.7 t/MWh}")
    plant = plant.replace("period: 2008", "period: 2016")
    result = idea(FANS, "method: AMS-II.D, start: 2017, years: 7", plant)
    assert result.combined_margin is None
    assert reductions(result) == [700] * 7


@pytest.mark.parametrize(
    ("saves", "wanted", "is_over"),
    [
        ("electricity: 60 GWh", 60_000, False),
        ("electricity: 60001 MWh", 60_001, True),
        # 180 GWh of fuel are 648000 GJ
        ("coal: 648000 GJ", 60_000, False),
        ("coal: 648011 GJ", 60_001.0185185185, True),
        # 30 GWh and 324000 GJ are half of each limit
        ("electricity: 30 GWh, coal: 324000 GJ", 60_000, False),
        ("electricity: 30 GWh, coal: 325000 GJ", 60_092.592592592, True),
        # what is used more is taken off
        ("electricity: 70 GWh, coal: -216000 GJ", 50_000, False),
    ],
)
def test_the_limit_of_small_scale(saves: str, wanted: float, is_over: bool) -> None:
    plant = PLANT.replace("10000 MWh", "100 GWh").replace("1000 t", "30000 t")
    option = f"{{id: a, saves: {{{saves}}}, lifetime: 10 yr}}"
    assert idea(option, plant=plant).savings.value == pytest.approx(wanted, rel=1e-10)
    assert ("C015" in said(option, plant=plant)) == is_over


def test_the_year_that_saves_most_is_compared_with_the_limit() -> None:
    # 61 GWh are saved once the option that uses 2 GWh more has ended
    plant = PLANT.replace("10000 MWh", "100 GWh")
    first = "{id: a, saves: {electricity: -2 GWh}, lifetime: 2 yr}"
    second = "{id: b, saves: {electricity: 61 GWh}, lifetime: 10 yr}"
    result = idea(f"{first}, {second}", plant=plant)
    assert result.savings.value == pytest.approx(61_000, rel=1e-12)
    assert result.years[0].savings.value == pytest.approx(59_000, rel=1e-12)
    assert "C015" in said(f"{first}, {second}", plant=plant)


def test_what_emits_more_is_told_with_its_years() -> None:
    # the first two years use 500 MWh more
    first = "{id: a, saves: {electricity: -1500 MWh}, lifetime: 2 yr}"
    words = said(f"{first}, {FANS}")
    assert "in 2012, 2013 |" in words["C018"]
    assert "C018" not in said(FANS)


@pytest.mark.parametrize(
    ("options", "cdm", "is_nothing"),
    [
        ("{id: taps, saves: {water: 10 %}}", II_D, True),
        ("{id: dryer, saves: {husk: 10 %}}", II_D, True),
        ("{id: fans, saves: {electricity: 10 %}}", I_C, True),
        ("{id: fans, saves: {electricity: 10 %}}", II_D, False),
        ("{id: boiler, saves: {husk: -10 t}}", f"{I_C}, fuel: coal, heat: 90 GJ", False),
    ],
)
def test_nothing_to_reduce(options: str, cdm: str, is_nothing: bool) -> None:
    assert ("C019" in said(options, cdm)) == is_nothing


def test_what_has_no_lifetime_counts_in_every_year() -> None:
    endless = FANS.replace(", lifetime: 10 yr", "")
    assert reductions(idea(endless)) == [576] * 10
    assert "for fans:" in said(endless)["C020"]
    # of what changes no energy the lifetime is no matter
    assert "C020" not in said(f"{FANS}, {{id: taps, saves: {{water: 1 %}}}}")


def test_what_is_not_known_is_left_out_and_told() -> None:
    steam = "  steam: {amount: 5000 t, price: 500000 VND/t}\n"
    options = f"{FANS}, {{id: a, saves: {{steam: 10 %}}, lifetime: 10 yr}}"
    result = idea(options, plant=PLANT + steam)
    assert reductions(result) == [576] * 10
    assert result.reduction.partial
    assert result.baseline.partial
    assert result.savings.partial
    assert result.streams["steam"] == (None, None, None)
    assert {"C021", "C022"} <= set(said(options, plant=PLANT + steam))
    assert not idea(FANS).reduction.partial


def test_units_of_published_margins() -> None:
    cdm = II_D.replace("0.6465 t/MWh", "0.6465 kg/kWh").replace("0.5064 t", "0.5064 tCO2e")
    assert idea(FANS, cdm).combined_margin.value == pytest.approx(0.57645, rel=1e-12)


@pytest.mark.parametrize(
    ("years", "codes"),
    [("7", []), ("10", []), ("9", ["C010"]), ("1", ["C010"]), ("11", ["C009"]), ("99", ["C009"])],
)
def test_crediting_periods(years: str, codes: list[str]) -> None:
    words = said(FANS, II_D.replace("years: 10", f"years: {years}"))
    assert [code for code in words if code in {"C009", "C010"}] == codes


def test_one_mistake_does_not_hide_the_next() -> None:
    cdm = "method: AMS-II.D, start: 1212, years: 11, package: none, leakage: -5 t, fuel: coal"
    found = run_text(text_of(FANS, f"{cdm}, operating_weight: 110 %"))[2]
    codes = {code for code, _, _ in errors(found)}
    assert codes == {"P019", "C009", "C001", "P004", "C006", "P001"}


def test_rules_of_the_library() -> None:
    wanted = {
        "savings_limit": (60_000, "MWh/yr"),
        "electric_equivalent": (3, "unit"),
        "capacity_limit": (45, "MW"),
        "operating_weight": (0.5, "unit"),
        "crediting_fixed": (10, "yr"),
        "crediting_renewable": (7, "yr"),
    }
    rules = {name: cdm_rule(default_library(), name) for name in wanted}
    assert {name: (rule.value, rule.unit) for name, rule in rules.items()} == wanted
    assert all(rule.id == f"cdm.{name}" for name, rule in rules.items())


def test_electricity_that_is_known_in_co2e_alone_counts_with_that() -> None:
    # 1000 MWh a year at 0.7 t CO2e per MWh
    plant = PLANT.replace("1000 VND/kWh}", "1000 VND/kWh, grid_factor: 0.7 tCO2e/MWh}")
    plant = plant.replace("2008", "2023")  # no margins are known of it
    assert reductions(idea(FANS, "method: AMS-II.D, start: 2012, years: 7", plant)) == [700.0] * 7
    # Cambodia, Ember: 0.4177 t CO2e per MWh in 2022
    plant = PLANT.replace("VN,", "KH,").replace("2008", "2022")
    assert reductions(idea(FANS, "method: AMS-II.D, start: 2024, years: 7", plant)) == [417.0] * 7
