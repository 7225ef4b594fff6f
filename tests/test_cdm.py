"""Project ideas by AMS-II.D: every expected figure is computed by hand."""

from __future__ import annotations

from typing import Any

import pytest

from cdm_ideas import FANS, GRATE, II_D, PLANT, idea, reductions, text_of
from reading import assessed


def test_the_combined_margin_is_half_of_each() -> None:
    # (0.6465 + 0.5064) / 2; the letter 151/KTTVBDKH prints 0.5764
    assert idea(FANS).combined_margin.value == pytest.approx(0.57645, rel=1e-12)


def test_the_weight_of_the_file_counts() -> None:
    # 0.75 x 0.6465 + 0.25 x 0.5064 = 0.484875 + 0.1266
    result = idea(FANS, f"{II_D}, operating_weight: 75 %")
    assert result.combined_margin.value == pytest.approx(0.611475, rel=1e-12)


def test_electricity_is_rounded_down_every_year() -> None:
    # 10000 x 0.57645 = 5764.5; 9000 x 0.57645 = 5188.05; the difference 576.45 gives 576 a year
    result = idea(FANS)
    assert result.years[0].baseline.value == pytest.approx(5764.5, rel=1e-12)
    assert result.years[9].project.value == pytest.approx(5188.05, rel=1e-12)
    assert reductions(result) == [576] * 10
    assert result.reduction.value == 5760  # not the whole of 5764.5
    assert result.baseline.value == pytest.approx(57645, rel=1e-12)


def test_coal_by_net_calorific_value() -> None:
    # 1000 t x 26.7 GJ/t x 0.0983 t/GJ = 2624.61; 8 % of it is 209.9688: 209 in each of 7 years
    result = idea(GRATE, II_D.replace("years: 10", "years: 7"))
    assert result.years[0].baseline.value == pytest.approx(2624.61, rel=1e-12)
    assert reductions(result) == [209] * 7
    assert result.reduction.value == 7 * 209
    assert list(result.streams) == ["coal"]


def test_streams_add_up_to_the_totals() -> None:
    result = idea(f"{FANS}, {GRATE}")
    # over ten years: electricity 57645 and 51880.5, coal 26246.1 and 92 % of it
    streams = {id: (one.baseline.value, one.project.value) for id, one in result.streams.items()}
    assert streams["electricity"] == pytest.approx((57645, 51880.5), rel=1e-12)
    assert streams["coal"] == pytest.approx((26246.1, 24146.412), rel=1e-12)
    assert result.baseline.value == pytest.approx(57645 + 26246.1, rel=1e-12)
    assert result.project.value == pytest.approx(51880.5 + 24146.412, rel=1e-12)
    # 576.45 + 209.9688 = 786.4188
    assert reductions(result) == [786] * 10


@pytest.mark.parametrize(
    ("lifetime", "wanted"),
    [
        ("5 yr", [576] * 5 + [0] * 5),
        # half of 576.45 is 288.225
        ("2.5 yr", [576, 576, 288] + [0] * 7),
        # 18 months: half of the second year
        ("18 month", [576, 288] + [0] * 8),
        # a quarter of 576.45 is 144.1125
        ("0.25 yr", [144] + [0] * 9),
        ("30 yr", [576] * 10),
    ],
)
def test_a_saving_ends_with_its_lifetime(lifetime: str, wanted: list[int]) -> None:
    result = idea(FANS.replace("10 yr", lifetime))
    assert reductions(result) == wanted
    assert result.reduction.value == sum(wanted)


def test_savings_are_those_at_their_turns() -> None:
    # 20 % of 10000 for 3 years, then 10 % of the 8000 left: 800, not 1000, when the first has ended
    first = "{id: a, saves: {electricity: 20 %}, lifetime: 3 yr}"
    second = "{id: b, saves: {electricity: 10 %}, lifetime: 10 yr}"
    # 2800 x 0.57645 = 1614.06; 800 x 0.57645 = 461.16
    assert reductions(idea(f"{first}, {second}")) == [1614] * 3 + [461] * 7


def test_no_more_is_saved_than_was_used() -> None:
    # 5000 MWh more for 2 years, then 90 % of 15000: 13500 of 10000 once the first has ended
    first = "{id: a, saves: {electricity: -50 %}, lifetime: 2 yr}"
    second = "{id: b, saves: {electricity: 90 %}, lifetime: 10 yr}"
    result = idea(f"{first}, {second}")
    # 8500 x 0.57645 = 4899.825; 10000 x 0.57645 = 5764.5
    assert reductions(result) == [4899] * 2 + [5764] * 8
    assert result.years[5].project.value == 0


def test_a_switch_of_fuels_counts_both() -> None:
    plant = PLANT + (
        "  fuel_oil: {amount: 100 t, ncv: 40 GJ/t, price: 10 VND/t}\n"
        "  lpg: {amount: 0 t, ncv: 47.3 GJ/t, price: 20 VND/t}\n"
    )
    # 100 x 40 x 0.0774 = 309.6; 85 x 47.3 x 0.0631 = 253.69355; the difference is 55.90645
    result = idea("{id: a, saves: {fuel_oil: 100 %, lpg: -85 t}, lifetime: 10 yr}", plant=plant)
    assert result.years[0].baseline.value == pytest.approx(309.6, rel=1e-12)
    assert result.years[0].project.value == pytest.approx(253.69355, rel=1e-12)
    assert reductions(result) == [55] * 10


def test_bought_steam_counts_by_its_own_factor() -> None:
    steam = "  steam: {amount: 5000 t, co2_factor: 0.21 t/t, price: 500000 VND/t}\n"
    # 10 % of 5000 t x 0.21 = 105
    result = idea("{id: a, saves: {steam: 10 %}, lifetime: 10 yr}", plant=PLANT + steam)
    assert reductions(result) == [105] * 10


@pytest.mark.parametrize(
    ("leakage", "wanted"),
    [
        # 576.45 - 100.5 = 475.95
        ("100.5 t/yr", 475),
        ("100.5 t", 475),
        # 576.45 - 600 = -23.55: down is further from zero
        ("600 t/yr", -24),
    ],
)
def test_leakage_is_taken_off(leakage: str, wanted: int) -> None:
    result = idea(FANS, f"{II_D}, leakage: {leakage}")
    assert reductions(result) == [wanted] * 10
    assert result.leakage.value == 10 * result.years[0].leakage.value


@pytest.mark.parametrize(
    ("start", "first", "last", "label"),
    [
        ("2012", ((2012, 1), (2012, 12)), ((2021, 1), (2021, 12)), "2012"),
        ("2012-07", ((2012, 7), (2013, 6)), ((2021, 7), (2022, 6)), "2012-07"),
        ("2012-12-31", ((2012, 12), (2013, 11)), ((2021, 12), (2022, 11)), "2012-12"),
    ],
)
def test_crediting_years(start: str, first: Any, last: Any, label: str) -> None:
    years = idea(FANS, II_D.replace("start: 2012", f"start: {start}")).years
    assert len(years) == 10
    assert [(years[i].first, years[i].last) for i in (0, -1)] == [first, last]
    assert years[0].label == label


def test_without_the_section_there_is_no_idea() -> None:
    assessment = assessed(f"{PLANT}options: [{FANS}]\n")
    assert assessment.audit.cdm is None
    assert assessment.cdm is None


def test_a_package_is_chosen() -> None:
    packages = "packages: {small: [fans], large: [fans, grate]}\n"
    text = text_of(f"{FANS}, {GRATE}", f"{II_D}, package: small") + packages
    assert reductions(assessed(text).cdm) == [576] * 10
    # 576.45 + 209.9688 = 786.4188
    assert reductions(assessed(text.replace("package: small", "package: large")).cdm) == [786] * 10
