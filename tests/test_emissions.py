"""Energy, TOE, CO2e, SO2 and dust against published factors, each figure computed by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

import cpaudit
from reading import HEAD, WATER, assessed, errors, run_text, said_in_full, value

EXAMPLES = Path(__file__).parents[1] / "examples"


def using(resources: str, more: str = "", head: str = HEAD) -> str:
    """A plant that uses these resources, one in each pair of braces."""
    return f"{head}resources: {{{resources}}}\n{more}"


def baseline(resources: str, figure: str, more: str = "") -> float | None:
    return value(assessed(using(resources, more)), f"baseline.{figure}")


# IPCC 2006, Vol. 2: net calorific value (Table 1.2) x CO2 per net GJ (Table 2.3), t CO2 of 1 t
@pytest.mark.parametrize(
    ("fuel", "co2"),
    [
        ("coal: {kind: other_bituminous, amount: 1 t}", 2.44068),  # 25.8 x 0.0946
        ("coal: {kind: anthracite, amount: 1 t}", 2.62461),  # 26.7 x 0.0983
        ("fuel_oil: {amount: 1 t}", 3.12696),  # 40.4 x 0.0774, printed as 3.127 t/t
        ("diesel: {amount: 1 t}", 3.1863),  # 43.0 x 0.0741
        ("lpg: {amount: 1 t}", 2.98463),  # 47.3 x 0.0631
        ("diesel: {amount: 1000 l}", 2.676492),  # at 0.84 kg/l
        ("natural_gas: {amount: 1000 GJ}", 56.1),
        ("coal: {kind: anthracite, amount: 1 t, ncv: 20 GJ/t}", 1.966),  # 20 x 0.0983
    ],
)
def test_co2_of_fuels_by_ipcc_2006(fuel: str, co2: float) -> None:
    assert baseline(fuel, "co2") == pytest.approx(co2, rel=1e-9)


# 1 t of other bituminous coal: 25.8 GJ x 10 g CH4 = 0.258 kg, x 1.5 g N2O = 0.0387 kg (Table 2.3)
@pytest.mark.parametrize(
    ("report", "co2e"),
    [
        ("AR4", 2.4586626),  # 2440.68 + 0.258 x 25 + 0.0387 x 298 = 2440.68 + 6.45 + 11.5326 kg
        ("AR5", 2.4581595),  # 2440.68 + 0.258 x 28 + 0.0387 x 265 = 2440.68 + 7.224 + 10.2555 kg
        ("AR6", 2.4584433),  # 2440.68 + 0.258 x 27.9 + 0.0387 x 273 = … + 7.1982 + 10.5651 kg
    ],
)
def test_co2e_by_the_report_that_the_file_names(report: str, co2e: float) -> None:
    coal = "coal: {kind: other_bituminous, amount: 1 t}"
    assert baseline(coal, "co2e", f"gwp: {report}\n") == pytest.approx(co2e, rel=1e-9)


def test_co2_of_biomass_is_apart_and_its_methane_and_nitrous_oxide_count() -> None:
    # 100 t wood x 15.6 = 1560 GJ; x 112 kg = 174.72 t CO2; x 30 g = 46.8 kg CH4; x 4 g = 6.24 kg
    # N2O
    assessment = assessed(using("firewood: {amount: 100 t}", "gwp: AR5\n"))
    assert value(assessment, "baseline.biogenic_co2") == pytest.approx(174.72, rel=1e-9)
    assert value(assessment, "baseline.co2") == 0
    # 46.8 x 28 + 6.24 x 265 = 1310.4 + 1653.6 kg
    assert value(assessment, "baseline.co2e") == pytest.approx(2.964, rel=1e-9)


def test_scope_1_is_burnt_in_the_plant_and_scope_2_is_bought() -> None:
    resources = "electricity: {amount: 100 MWh}, natural_gas: {amount: 1000 GJ}, "
    assessment = assessed(using(resources + "steam: {amount: 50 t, co2_factor: 0.2 t/t}"))
    # 56.1 t + 1000 x (1 g x 28 + 0.1 g x 265) = 56.1 + 0.0545
    assert value(assessment, "baseline.scope1") == pytest.approx(56.1545, rel=1e-9)
    # 100 x 0.6612 (Viet Nam 2014) + 50 x 0.2
    assert value(assessment, "baseline.scope2") == pytest.approx(76.12, rel=1e-9)
    assert value(assessment, "baseline.co2e") == pytest.approx(132.2745, rel=1e-9)


@pytest.mark.parametrize(
    ("fuel", "so2"),
    [
        # AP-42: 19.5 S kg/t of coal, S in %
        ("coal: {kind: anthracite, amount: 1000 t, sulphur: 1 %}", 19.5),
        # all sulphur of oil becomes SO2, twice its mass: 656 x 0.03 x 2
        ("fuel_oil: {amount: 656 t, sulphur: 3 %}", 39.36),
        # a scrubber of 90 % lets a tenth of it pass
        ("fuel_oil: {amount: 656 t, sulphur: 3 %, so2_removal: 90 %}", 3.936),
        # cám 6a: 0.45 % of the dry coal, 8 % moisture: 0.414 % as received; 1000 x 0.00414 x 1.95
        ("coal: {kind: cam_6a, amount: 1000 t}", 8.073),
        # what the file gives is meant as received
        ("coal: {kind: cam_6a, amount: 1000 t, sulphur: 0.5 %}", 9.75),
    ],
)
def test_so2(fuel: str, so2: float) -> None:
    assert baseline(fuel, "so2") == pytest.approx(so2, rel=1e-9)


@pytest.mark.parametrize(
    ("fuel", "dust"),
    [
        # AP-42 1.3: (1.12 S + 0.37) kg/m3, S = 3: 3.73 kg/m3; 190 t are 200 m3 at 0.95 kg/l
        ("fuel_oil: {amount: 190 t, sulphur: 3 %}", 0.746),
        ("fuel_oil: {amount: 200 m3, sulphur: 3 %, dust_removal: 98 %}", 0.01492),
        # AP-42 1.3: distillate oil 0.24 kg/m3
        ("diesel: {amount: 50 m3}", 0.012),
        # AP-42 1.2: travelling grate 0.4 A kg/t, A in %: 12 kg/t at 30 %
        ("coal: {kind: anthracite, amount: 100 t, ash: 30 %, firing: travelling-grate}", 1.2),
        # hand-fired 5 kg/t whatever the ash
        ("coal: {kind: anthracite, amount: 100 t, firing: hand-fired}", 0.5),
        # cám 6a: 36 % of the dry coal is 33.12 % as received; 1000 t x 0.4 x 33.12 kg
        ("coal: {kind: cam_6a, amount: 1000 t, firing: travelling-grate}", 13.248),
        # AP-42 1.1: overfeed stoker 16 lb per short ton = 8 kg/t; a filter of 95 %
        ("coal: {kind: other_bituminous, amount: 100 t, dust_removal: 95 %}", 0.04),
    ],
)
def test_dust(fuel: str, dust: float) -> None:
    assert baseline(fuel, "dust") == pytest.approx(dust, rel=1e-9)


# official letter 3505/BCT-KHCN of 19/4/2011
@pytest.mark.parametrize(
    ("resource", "toe"),
    [
        ("electricity: {amount: 1000 MWh}", 154.3),
        ("diesel: {amount: 1000 l}", 0.88),
        ("diesel: {amount: 2 m3}", 1.76),
        ("diesel: {amount: 1 t}", 1.02),
        ("fuel_oil: {amount: 10 t}", 9.9),
        ("fuel_oil: {amount: 1000 l}", 0.94),
        ("lpg: {amount: 1 t}", 1.09),
        ("natural_gas: {amount: 1000000 Sm3}", 900),
        # not in the table: 20934 x 15.6 GJ, of which 41.868 are a TOE
        ("firewood: {amount: 20934 t}", 7800),
    ],
)
def test_toe_by_the_official_table(resource: str, toe: float) -> None:
    assert baseline(resource, "toe") == pytest.approx(toe, rel=1e-9)


# official factors of the Vietnamese grid, t CO2/MWh; the year of the audit, factor, year of it
@pytest.mark.parametrize(
    ("year", "factor", "used"),
    [
        (2008, 0.5764, 2008),
        (2014, 0.6612, 2014),
        (2016, 0.9185, 2016),
        (2023, 0.6592, 2023),
        (2009, 0.5764, 2008),
        (2025, 0.6592, 2023),
    ],
)
def test_the_year_of_the_audit_chooses_the_grid_factor(year: int, factor: float, used: int) -> None:
    text = using("electricity: {amount: 1000 MWh}", head=HEAD.replace("2014", str(year)))
    _, assessment, found = run_text(text)
    assert value(assessment, "baseline.co2") == pytest.approx(1000 * factor, rel=1e-12)
    assert value(assessment, "baseline.co2e") == pytest.approx(1000 * factor, rel=1e-12)
    earlier = [said_in_full(said) for said in found if said.code.id == "R016"]
    assert len(earlier) == (year != used)
    assert all(f"for {year} is not known; that of {used} is used" in words for words in earlier)


def test_the_firms_monitored_in_2008() -> None:
    assessment = cpaudit.assess(cpaudit.load(EXAMPLES / "vncpc-2008-monitored.yaml"))
    # 7611 t x 2.44068 + 57.8 t x 3.12696 + 1216 MWh x 0.5764 = 18576.015 + 180.738 + 700.902
    co2 = value(assessment, "packages.all.co2")
    assert co2 == pytest.approx(19_457.656, abs=0.001)
    assert co2 == pytest.approx(19_108, rel=0.02)  # as the centre reported


@pytest.mark.parametrize(
    ("resources", "path"),
    [
        ("coal: {kind: other_bituminous, amount: 9 t}", "so2"),
        ("coal: {kind: anthracite, amount: 9 t}", "dust"),
        ("firewood: {amount: 9 t}", "dust"),
        ("water: {amount: 9 m3}", "cod"),
        ("water: {amount: 9 m3}", "wastewater"),
        ("electricity: {amount: 9 MWh}", "co2e"),
        ("electricity: {amount: 9 MWh}", "scope2"),
        ("steam: {amount: 9 t}", "co2e"),
    ],
)
def test_what_nothing_tells_is_not_zero(resources: str, path: str) -> None:
    laos = HEAD.replace("VN, currency", "LA, currency")
    option = f"options: [{{id: a, saves: {{{resources.partition(':')[0]}: 10 %}}}}]\n"
    assessment = assessed(using(resources, option, head=laos))
    assert value(assessment, f"baseline.{path}") is None
    if path != "scope2":
        assert value(assessment, f"options.a.{path}") is None
        assert value(assessment, f"packages.all.{path}") is None


def test_what_is_known_to_be_nothing_is_zero() -> None:
    assessment = assessed(WATER + "options: [{id: a, saves: {water: 10 %}}]\n")
    assert not errors(assessment.diagnostics)
    assert value(assessment, "baseline.co2e") == 0
    assert value(assessment, "options.a.so2") == 0
