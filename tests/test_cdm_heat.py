"""Project ideas by AMS-I.C: every expected figure is computed by hand."""

from __future__ import annotations

import pytest

from cdm_ideas import BOILER, FANS, I_C, idea, reductions, said


def test_heat_replaces_the_fuel_that_made_it() -> None:
    # 50000 GJ / 0.8 x 0.0983 t/GJ = 6143.75; 50 MWh x 0.57645 = 28.8225; less 6114.9275
    result = idea(BOILER, f"{I_C}, fuel: coal, heat: 50000 GJ/yr, efficiency: 80 %")
    assert result.years[0].baseline.value == pytest.approx(6143.75, rel=1e-12)
    assert result.years[0].project.value == pytest.approx(28.8225, rel=1e-12)
    assert reductions(result) == [6114] * 10
    assert result.savings is None


def test_without_an_efficiency_the_boiler_is_perfect() -> None:
    # 50000 x 0.0983 = 4915; 4915 - 28.8225 = 4886.1775
    result = idea(BOILER, f"{I_C}, fuel: coal, heat: 50000 GJ")
    assert reductions(result) == [4886] * 10


def test_without_heat_the_fuel_that_is_saved_counts() -> None:
    # 600 t x 2.62461 = 1574.766; less 28.8225: 1545.9435
    assert reductions(idea(BOILER, f"{I_C}, fuel: coal")) == [1545] * 10
    assert reductions(idea(BOILER, I_C)) == [1545] * 10


def test_biomass_counts_nothing() -> None:
    husk = idea(BOILER, I_C).streams["husk"]
    assert (husk.intensity.value, husk.baseline, husk.project.value) == (0, None, 0)


def test_heat_ends_with_the_option_that_saves_its_fuel() -> None:
    # 6143.75 a year, half of it in the third year, none later; the fans' own lifetime is no matter
    boiler = BOILER.replace("10 yr", "2.5 yr").replace(", electricity: -50 MWh", "")
    cdm = f"{I_C}, fuel: coal, heat: 50000 GJ, efficiency: 80 %"
    assert reductions(idea(f"{boiler}, {FANS}", cdm)) == [6143, 6143, 3071] + [0] * 7


def test_heat_of_a_further_boiler_ends_with_the_biomass() -> None:
    # nothing of the coal is saved: the heat would have taken more of it; water is no energy
    boiler = "{id: boiler, saves: {husk: -900 t}, lifetime: 4 yr}"
    taps = "{id: taps, saves: {water: 1 %}, lifetime: 2 yr}"
    cdm = f"{I_C}, fuel: coal, heat: 50000 GJ, efficiency: 80 %"
    assert reductions(idea(f"{boiler}, {taps}", cdm)) == [6143] * 4 + [0] * 6


def test_what_is_saved_beside_makes_up_for_nothing() -> None:
    # 1000 MWh saved by the fans earn nothing by AMS-I.C, nor do they hide the boiler's 50
    assert reductions(idea(f"{BOILER}, {FANS}", I_C)) == [1545] * 10
    assert "electricity" in said(f"{BOILER}, {FANS}", I_C)["C024"]
    assert "C024" not in said(BOILER, I_C)


@pytest.mark.parametrize(
    ("capacity", "code"), [("45 MW", None), ("45.1 MW", "C016"), ("45000 kW", None), ("", "C017")]
)
def test_the_thermal_capacity(capacity: str, code: str | None) -> None:
    written = f"thermal_capacity: {capacity}, " if capacity else ""
    cdm = I_C.replace("thermal_capacity: 12 MW, ", written)
    assert {"C016", "C017"} & set(said(BOILER, cdm)) == ({code} if code else set())
