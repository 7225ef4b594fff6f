"""Gases by volume, mass and energy, and bills in TOE: each expected figure computed by hand."""

from __future__ import annotations

import pytest

from reading import HEAD, assessed, errors, places, run_text, value

# a cubic metre at 15 °C holds this part of one at 0 °C, at the same pressure
SM3 = 273.15 / 288.15


def plant(resources: str) -> str:
    return f"{HEAD}resources: {{{resources}}}\n"


def baseline(resource: str, figure: str) -> float | None:
    return value(assessed(plant(resource)), f"baseline.{figure}")


def amount(resource: str) -> float:
    return value(
        assessed(plant(resource)), f"baseline.resources.{resource.partition(':')[0]}.amount"
    )


# IPCC 2006: 48.0 GJ/t; official letter 3505: 37.7 MJ/Sm3, 900 TOE per million Sm3
@pytest.mark.parametrize(
    ("gas", "energy"),
    [
        ("amount: 100 t", 4800),  # 100 x 48.0, whatever the density
        ("amount: 1000000 Sm3", 37_700),  # x 37.7 MJ
        ("amount: 1000 Nm3", 37.7 / SM3),  # a cubic metre at 0 °C holds 5.5 % more: 39.770 GJ
        ("amount: 5000 GJ", 5000),
        ("amount: 1000 Nm3, ncv: 36 MJ/Nm3", 36),
        ("amount: 1000 Sm3, ncv: 36 MJ/Sm3", 36),
        ("amount: 1000 Sm3, ncv: 36 MJ/Nm3", 36 * SM3),  # 947.94 Nm3 of 36 MJ: 34.126 GJ
        ("amount: 1000 Nm3, ncv: 36 MJ/Sm3", 36 / SM3),
        ("amount: 1000 Nm3, density: 0.8 kg/Nm3", 38.4),  # 0.8 t x 48.0
        ("amount: 100 t, density: 0.8 kg/Nm3", 4800),
        ("amount: 1000 Nm3, density: 0.8 kg/Nm3, ncv: 45 GJ/t", 36),  # 0.8 t x 45
        ("amount: 1 t, density: 0.8 kg/Nm3, ncv: 36 MJ/Nm3", 45),  # 1250 Nm3 x 36 MJ
        ("amount: 90 TOE", 3770),  # 100,000 Sm3 by the official table
    ],
)
def test_energy_of_natural_gas(gas: str, energy: float) -> None:
    assert baseline(f"natural_gas: {{{gas}}}", "energy") == pytest.approx(energy, rel=1e-9)
    # `gas` that is said to be natural gas is counted as natural gas
    same = f"gas: {{kind: natural_gas, {gas}}}"
    assert baseline(same, "energy") == pytest.approx(energy, rel=1e-9)


@pytest.mark.parametrize(
    ("gas", "amount_in_nm3"),
    [
        ("amount: 5000 Nm3", 5000),
        ("amount: 1000000 Sm3", 1_000_000 * SM3),
        ("amount: 37.7 GJ", 1000 * SM3),  # 1000 Sm3
        ("amount: 100 t, density: 0.8 kg/Nm3", 125_000),  # 100,000 kg / 0.8
        ("amount: 100 t", 4800 / 37.7e-3 * SM3),  # 4,800 GJ of 37.7 MJ/Sm3
    ],
)
def test_natural_gas_is_counted_in_nm3(gas: str, amount_in_nm3: float) -> None:
    for resource in (f"natural_gas: {{{gas}}}", f"gas: {{kind: natural_gas, {gas}}}"):
        assert amount(resource) == pytest.approx(amount_in_nm3, rel=1e-9)


def test_natural_gas_under_both_names_is_the_same_gas() -> None:
    gas = "{amount: 5000 Nm3, price: 9000 VND/Sm3}"
    named = assessed(plant(f"natural_gas: {gas}"))
    kind = assessed(plant(f"gas: {gas.replace('{', '{kind: natural_gas, ')}"))
    for figure in ("energy", "toe", "co2", "co2e", "cost"):
        path = f"baseline.{figure}"
        assert value(kind, path) == pytest.approx(value(named, path), rel=1e-12)
    # 5000 Nm3 are 5000 x 288.15 / 273.15 = 5274.57 Sm3
    assert value(named, "baseline.cost") == pytest.approx(5000 / SM3 * 9000, rel=1e-9)
    # at 0.9 TOE per thousand Sm3
    assert value(named, "baseline.toe") == pytest.approx(5 / SM3 * 0.9, rel=1e-9)


BIOGAS = "biogas: {amount: 1000 Nm3, ncv: 22 MJ/Nm3, density: 1.15 kg/Nm3, price: 1000 VND/kg}"


@pytest.mark.parametrize(
    ("biogas", "figure", "wanted"),
    [
        ("biogas: {amount: 2700 GJ}", "energy", 2700),
        ("biogas: {amount: 2700 GJ, price: 90000 VND/GJ}", "cost", 243_000_000),
        (BIOGAS, "energy", 22),
        (BIOGAS, "cost", 1_150_000),  # 1000 Nm3 are 1,150 kg
        ("biogas: {amount: 100 kg, ncv: 20 GJ/t}", "energy", 2),
        # 22 GJ x 54.6 kg of CO2, of plants
        (BIOGAS, "biogenic_co2", 1.2012),
        (BIOGAS, "co2", 0),
    ],
)
def test_biogas(biogas: str, figure: str, wanted: float) -> None:
    assert baseline(biogas, figure) == pytest.approx(wanted, rel=1e-9)


@pytest.mark.parametrize(
    ("resource", "wanted"),
    [
        ("electricity: {amount: 154.3 TOE}", 1000),  # MWh, of 0.1543 TOE
        ("coal: {kind: cam_5, amount: 100 TOE}", 200),  # t, of 0.5 TOE
        ("coal: {kind: cam_5, amount: 100 toe/yr}", 200),
        ("natural_gas: {amount: 900 TOE}", 1_000_000 * SM3),
        ("fuel_oil: {amount: 9.9 TOE}", 10),  # t, of 0.99 TOE
    ],
)
def test_a_bill_in_toe_is_read_by_the_table_that_counts_it(resource: str, wanted: float) -> None:
    assert amount(resource) == pytest.approx(wanted, rel=1e-9)
    toe = float(resource.partition("amount: ")[2].partition(" ")[0])
    assert baseline(resource, "toe") == pytest.approx(toe, rel=1e-9)


def test_own_sulphur_of_a_fuel_without_a_factor_is_all_released() -> None:
    # 100 t x 0.1 % = 0.1 t of S, and 64 t of SO2 from 32 t of S
    wood = "firewood: {amount: 100 t, sulphur: 0.1 %}"
    assert baseline(wood, "so2") == pytest.approx(0.2, rel=1e-9)
    assert value(assessed(plant(wood)), "baseline.resources.firewood.so2") == pytest.approx(0.2)


def test_a_grid_factor_in_co2e_tells_no_co2() -> None:
    power = "electricity: {amount: 1000 MWh, grid_factor: 0.6 %s/MWh}"
    in_co2e, in_co2 = (assessed(plant(power % unit)) for unit in ("tCO2e", "t"))
    for path in ("baseline.co2", "baseline.resources.electricity.co2"):
        assert value(in_co2e, path) is None
        assert value(in_co2, path) == pytest.approx(600, rel=1e-12)
    for path in ("baseline.co2e", "baseline.scope2", "baseline.resources.electricity.co2e"):
        assert value(in_co2e, path) == pytest.approx(600, rel=1e-12)
        assert value(in_co2, path) == pytest.approx(600, rel=1e-12)


@pytest.mark.parametrize(
    ("resource", "codes"),
    [
        ("lpg: {amount: 900 MMBtu}", {"P024"}),
        ("natural_gas: {amount: 900 kWh}", {"P024"}),
        ("natural_gas: {amount: 900 Sm3}", set()),
        ("electricity: {amount: 900 kWh}", set()),
        ("natural_gas: {amount: 900 Nm3, ash: 1 %}", {"R028"}),
        ("natural_gas: {amount: 900 Nm3, so2_removal: 90 %}", {"R028"}),
        ("firewood: {amount: 9 t, sulphur: 0.1 %, so2_removal: 90 %}", set()),
        ("coal: {kind: anthracite, amount: 9 t, ash: 30 %}", set()),
    ],
)
def test_a_bill_by_energy_and_what_enters_no_figure_are_told(
    resource: str, codes: set[str]
) -> None:
    _, _, found = run_text(plant(resource))
    assert not errors(found)
    assert {code for code, _, _ in places(found)} & {"P024", "R028"} == codes


def test_a_saving_in_toe_is_read_by_the_table_that_counts_it() -> None:
    # 1.543 TOE / 0.1543 TOE/MWh = 10 MWh, and the package counts 1.543 TOE again
    text = HEAD + "resources:\n  electricity: {amount: 1000 MWh, price: 1 VND/kWh}\n"
    made = assessed(text + "options:\n  - {id: a, saves: {electricity: 1.5430 TOE}}\n")
    assert value(made, "options.a.resources.electricity") == pytest.approx(10, rel=1e-12)
    assert value(made, "packages.all.toe") == pytest.approx(1.543, rel=1e-12)


@pytest.mark.parametrize("bill", ["electricity: {amount: 5 t}", "heat: {amount: 5 t}"])
def test_a_mass_of_energy_is_refused_as_one(bill: str) -> None:
    found = run_text(f"{HEAD}resources:\n  {bill}\n")[2]
    assert [code for code, _, _ in errors(found)] == ["N012"]
