"""Charges by law, each by its decree and date, worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from reading import HEAD, assessed, errors, places, run_text, value

PLANT = HEAD + "resources: {water: {amount: 900 m3, price: 4500 VND/m3}}\n"
WASTEWATER = "discharges: {wastewater: {amount: %s}}\ncharges: [vn-wastewater]\n"
# 60 000 m3 a year are 164 m3 a day; 100 g of COD and 50 g of TSS in each are 6 t and 3 t
LARGE = WASTEWATER % "60000 m3, COD: 100 mg/L, TSS: 50 mg/L"


def plant(year: str | int, more: str) -> str:
    return PLANT.replace("period: 2014", f"period: {year}") + more


def lines(node: Any) -> dict[str, float]:
    """The lines of one charge; the zeros of a saving are left out."""
    return {line: figure.value for line, figure in node.items() if figure.value}


def wastewater(text: str) -> dict[str, float]:
    return lines(value(assessed(text), "baseline.charges.vn-wastewater"))


@pytest.mark.parametrize(
    ("period", "wanted"),
    [
        # Decree 154/2016: 1.5 million VND; 2000 VND/kg of COD, 2400 VND/kg of TSS
        ("2018", {"fixed": 1.5e6, "cod": 12e6, "tss": 7.2e6}),
        # Decree 53/2020, the same rates; the fixed part of 4 million begins with 2021
        ("2020", {"fixed": 1.5e6, "cod": 12e6, "tss": 7.2e6}),
        ("2022", {"fixed": 4e6, "cod": 12e6, "tss": 7.2e6}),
        ("2025", {"fixed": 4e6, "cod": 12e6, "tss": 7.2e6}),
        # Decree 346/2025: 1700 VND/m3
        ("2026", {"wastewater": 102e6}),
    ],
)
def test_wastewater_by_decree(period: str, wanted: dict[str, float]) -> None:
    assessment = assessed(plant(period, LARGE))
    found = lines(value(assessment, "baseline.charges.vn-wastewater"))
    assert found == pytest.approx(wanted, rel=1e-12)
    # 900 m3 of water at 4500 VND, and the charge
    cost = 4.05e6 + sum(wanted.values())
    assert value(assessment, "baseline.cost") == pytest.approx(cost, rel=1e-12)


def test_half_a_year_is_charged_as_a_year() -> None:
    half = plant("{from: 2020-07, to: 2020-12}", LARGE.replace("60000", "30000"))
    found = wastewater(half)
    assert found == pytest.approx({"fixed": 1.5e6, "cod": 12e6, "tss": 7.2e6}, rel=1e-12)


def test_before_the_first_decree_that_is_known_nothing_is_counted() -> None:
    _, assessment, found = run_text(plant(2016, LARGE))
    assert ("L001", 6, 11) in places(found)
    assert value(assessment, "baseline.charges") == {}
    assert value(assessment, "baseline.cost") == pytest.approx(4.05e6, rel=1e-12)


@pytest.mark.parametrize(
    ("year", "volume", "wanted"),
    [
        # a year of 20, just under 20, 15, 10, 7, 5 and 3 m3 a day
        (2022, 7300, {"fixed": 4e6, "cod": 1.46e6}),
        (2022, 7299, {"fixed": 4e6}),
        (2022, 5475, {"fixed": 4e6}),
        (2022, 3650, {"fixed": 4e6}),
        (2022, 3649, {"fixed": 3e6}),
        (2022, 2555, {"fixed": 3e6}),
        (2022, 1825, {"fixed": 3e6}),
        (2022, 1824, {"fixed": 2.5e6}),
        (2022, 1095, {"fixed": 2.5e6}),
        (2018, 7300, {"fixed": 1.5e6, "cod": 1.46e6}),
        (2018, 7299, {"fixed": 1.5e6}),
        (2026, 1095, {"wastewater": 1.8615e6}),
    ],
)
def test_small_plants_pay_the_fixed_part_alone(
    year: int, volume: int, wanted: dict[str, float]
) -> None:
    found = wastewater(plant(year, WASTEWATER % f"{volume} m3, COD: 100 mg/L"))
    assert found == pytest.approx(wanted, rel=1e-12)


def test_metals() -> None:
    # VND/kg: mercury 20 million, lead 1 million, arsenic and cadmium 2 million; in 60 000 m3
    # 0.01, 0.5, 0.1 and 0.05 mg/L are 0.6, 30, 6 and 3 kg
    text = WASTEWATER % "60000 m3, Hg: 0.01 mg/L, Pb: 0.5 mg/L, As: 0.1 mg/L, Cd: 0.05 mg/L"
    wanted = {"fixed": 4e6, "hg": 12e6, "pb": 30e6, "as": 12e6, "cd": 6e6}
    assert wastewater(plant(2022, text)) == pytest.approx(wanted, rel=1e-12)


SMALLER = """\
options:
  - {id: rinse, saves: {wastewater: 365 m3}}
  - {id: reuse, saves: {wastewater: 1095 m3}}
  - {id: dry, saves: {wastewater: 50 %}}
packages: {all: [rinse, reuse, dry]}
"""


def test_an_option_that_takes_the_plant_below_twenty_m3_a_day() -> None:
    # 22 m3 a day carry 0.803 t: 1 606 000 VND; less water carries as much
    text = plant(2022, WASTEWATER % "8030 m3, COD: 100 mg/L" + SMALLER)
    assessment = assessed(text)
    alone = {
        id: lines(result.charges["vn-wastewater"]) for id, result in assessment.options.items()
    }
    assert alone["rinse"] == {}  # 21 m3 a day
    assert alone["reuse"] == pytest.approx({"cod": 1.606e6}, rel=1e-9)  # 19 m3
    assert alone["dry"] == pytest.approx({"cod": 1.606e6}, rel=1e-9)  # 11 m3
    turns = assessment.packages["all"].options
    by_turn = {id: lines(result.charges["vn-wastewater"]) for id, result in turns.items()}
    # 21 m3, 18 m3, then 9 m3 a day, where the fixed part is 3 million
    assert by_turn["rinse"] == {}
    assert by_turn["reuse"] == pytest.approx({"cod": 1.606e6}, rel=1e-9)
    assert by_turn["dry"] == pytest.approx({"fixed": 1e6}, rel=1e-9)
    package = assessment.packages["all"].total
    assert lines(package.charges["vn-wastewater"]) == pytest.approx(
        {"cod": 1.606e6, "fixed": 1e6}, rel=1e-9
    )
    assert package.saving.value == pytest.approx(2.606e6, rel=1e-9)
    assert value(assessment, "options.reuse.charges.vn-wastewater.cod") == pytest.approx(1.606e6)


def test_an_option_that_adds_wastewater_pays_for_it() -> None:
    option = "options: [{id: wash, saves: {wastewater: -365 m3}}]\n"
    assessment = assessed(plant(2022, WASTEWATER % "6935 m3, COD: 100 mg/L" + option))
    # from 19 to 20 m3 a day: the 693.5 kg count from now on
    assert value(assessment, "options.wash.saving") == pytest.approx(-1.387e6, rel=1e-9)


@pytest.mark.parametrize(
    ("written", "bases"),
    [
        ("60000 m3, TSS: 50 mg/L", "cod"),
        ("60000 m3, COD: 100 mg/L", "tss"),
        ("60000 m3", "cod, tss"),
        ("6000 m3", ""),  # 16 m3 a day: nothing but the fixed part is asked
    ],
)
def test_what_a_charge_needs_and_the_audit_does_not_tell(written: str, bases: str) -> None:
    found = run_text(plant(2022, WASTEWATER % written))[2]
    told = [str(one.values["bases"]).lower() for one in found if one.code.id == "L004"]
    assert told == ([bases] if bases else [])


def test_a_plant_that_tells_no_wastewater_is_not_silently_a_small_one() -> None:
    found = run_text(plant(2022, "charges: [vn-wastewater]\n"))[2]
    assert [one.values["id"] for one in found if one.code.id == "L004"] == ["vn-wastewater"]


def test_a_charge_on_a_load_that_is_known_in_part_is_marked() -> None:
    text = LARGE.replace(
        "{wastewater: ", "{cooling: {kind: wastewater, amount: 5 m3}, wastewater: "
    )
    cod = value(assessed(plant(2022, text)), "baseline.charges")["vn-wastewater"]["cod"]
    assert (cod.value, cod.partial) == (pytest.approx(12e6, rel=1e-12), True)


@pytest.mark.parametrize(
    ("country", "charge", "code"), [("TH", "vn-air", "R033"), ("VN", "vn-sun", "R032")]
)
def test_charges_of_another_country_and_unknown_ones(country: str, charge: str, code: str) -> None:
    text = plant(2025, f"charges: [{charge}]\n").replace("country: VN", f"country: {country}")
    assert errors(run_text(text)[2]) == [(code, 5, 11)]
