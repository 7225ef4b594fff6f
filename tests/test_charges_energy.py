"""Charges on fuels, electricity and gases by hand."""

from __future__ import annotations

import pytest

from reading import HEAD, assessed, places, run_text, value

# the bill is 1000 MWh · 1500 VND/kWh = 1500 million VND
SUPPLY = "resources: {electricity: {amount: 1000 MWh, price: 1500 VND/kWh, power_factor: %s}}\n"
REACTIVE = "charges: [vn-power-factor]\n"
BILL = 1.5e9


def plant(year: str | int, more: str) -> str:
    return HEAD.replace("period: 2014", f"period: {year}") + more


def reactive(year: str | int, power_factor: float, more: str = "") -> float:
    text = plant(year, SUPPLY % power_factor + REACTIVE + more)
    return value(assessed(text), "baseline.charges.vn-power-factor.power_factor")


# k in per cent by hundredths of cos φ, as the circular prints it
TABLE = {
    1.00: 0, 0.90: 0, 0.89: 1.12, 0.88: 2.27, 0.87: 3.45, 0.86: 4.65, 0.85: 5.88, 0.84: 7.14,
    0.83: 8.43, 0.82: 9.76, 0.81: 11.11, 0.80: 12.5, 0.79: 13.92, 0.78: 15.38, 0.77: 16.88,
    0.76: 18.42, 0.75: 20, 0.74: 21.62, 0.73: 23.29, 0.72: 25, 0.71: 26.76, 0.70: 28.57,
    0.69: 30.43, 0.68: 32.35, 0.67: 34.33, 0.66: 36.36, 0.65: 38.46, 0.64: 40.63, 0.63: 42.86,
    0.62: 45.16, 0.61: 47.54, 0.60: 50,
}  # fmt: skip


@pytest.mark.parametrize("power_factor", TABLE)
def test_reactive_power_by_the_table_of_circular_15_of_2014(power_factor: float) -> None:
    charge = reactive(2022, power_factor)
    assert charge / BILL * 100 == pytest.approx(TABLE[power_factor], abs=0.00501)


@pytest.mark.parametrize("power_factor", [0.59, 0.5, 0.3])
def test_below_sixty_per_cent_the_table_has_one_row(power_factor: float) -> None:
    # "below 0.6: 52.54"
    assert reactive(2022, power_factor) / BILL * 100 == pytest.approx(52.54, abs=0.00501)


@pytest.mark.parametrize(
    ("period", "share"),
    [
        # circular 07/2006 asks for 0.85 up to 2014-12-09, 15/2014 for 0.90; at cos φ 0.80
        ("2008", 0.0625),
        ("2014", 0.0625),
        ("{from: 2014-06, to: 2015-05}", 0.0625),  # the middle is the first of December
        ("{from: 2014-07, to: 2015-06}", 0.125),
        ("2015", 0.125),
    ],
)
def test_reactive_power_by_date(period: str, share: float) -> None:
    assert reactive(period, 0.8) == pytest.approx(BILL * share, rel=1e-9)


CAPACITORS = """\
options:
  - {id: some, power_factor: 0.84}
  - {id: more, power_factor: 0.92, saves: {electricity: 100 MWh}}
  - {id: worse, power_factor: 0.70}
packages: {both: [some, more], turned: [more, some]}
"""


def test_options_that_raise_the_power_factor() -> None:
    assessment = assessed(plant(2022, SUPPLY % 0.8 + REACTIVE + CAPACITORS))
    path = "charges.vn-power-factor.power_factor"
    # 12.5 % of 1500 million; at 0.84 0.06 / 0.84 of it are left; 0.92 is over the limit
    some, whole = 187.5e6 - BILL * 0.06 / 0.84, 187.5e6
    wanted = {
        "options.some": some,
        "options.more": whole,
        "options.worse": 0,
        "packages.both": whole,
        "packages.both.options.some": some,
        "packages.both.options.more": whole - some,
        "packages.turned": whole,
        "packages.turned.options.some": 0,
    }
    for id, saved in wanted.items():
        assert value(assessment, f"{id}.{path}") == pytest.approx(saved, rel=1e-9, abs=1e-3)
    # 100 MWh less are 150 million besides, the charge on them is in the sum already
    assert value(assessment, "options.more.saving") == pytest.approx(whole + 150e6, rel=1e-9)
    assert value(assessment, "packages.both.saving") == pytest.approx(whole + 150e6, rel=1e-9)
    assert value(assessment, "baseline.cost") == pytest.approx(BILL + whole, rel=1e-9)
    told = [one.values["option"] for one in assessment.diagnostics if one.code.id == "L007"]
    assert told == ["worse"]


def test_less_electricity_at_the_same_power_factor_saves_of_the_charge_too() -> None:
    option = "options: [{id: motors, saves: {electricity: 10 %}}]\n"
    assessment = assessed(plant(2022, SUPPLY % "80 %" + REACTIVE + option))
    assert value(assessment, "options.motors.saving") == pytest.approx(150e6 * 1.125, rel=1e-9)


AIR = """\
resources:
  coal: {kind: anthracite, amount: 1000 t, price: 1 VND/t, sulphur: 0.8 %, dust: 10 kg/t}
discharges:
  nox: {amount: 5 t}
  co: {amount: 2 t}
charges: [vn-air]
options: [{id: filter, saves: {coal: 10 %, nox: 1 t}}]
"""


def test_air_emissions_by_decree_153_of_2024() -> None:
    assessment = assessed(plant(2025, AIR))
    # AP-42: 39 · S lb per short ton of anthracite: 15.6 kg/t at 0.8 %; 10 kg/t of dust;
    # VND/t: dust and NOx 800, SOx 700, CO 500; 3 million besides
    wanted = {"fixed": 3e6, "so2": 15.6 * 700, "dust": 8000, "nox": 4000, "co": 1000}
    lines = value(assessment, "baseline.charges.vn-air")
    assert {id: line.value for id, line in lines.items()} == pytest.approx(wanted, rel=1e-9)
    saved = value(assessment, "options.filter.charges.vn-air")
    wanted = {"fixed": 0, "so2": 1.56 * 700, "dust": 800, "nox": 800, "co": 0}
    assert {id: line.value for id, line in saved.items()} == pytest.approx(wanted, rel=1e-9)
    _, before, found = run_text(plant(2024, AIR))
    assert ("L001", 9, 11) in places(found)
    assert value(before, "baseline.charges") == {}


def test_a_price_of_carbon_in_another_currency() -> None:
    price = "carbon_price: 10 USD/tCO2e\nexchange_rates: {USD: 25000 VND}\n"
    option = "options: [{id: motors, saves: {electricity: 100 MWh}}]\n"
    assessment = assessed(plant(2023, SUPPLY % 0.95 + price + option))
    # the grid of 2023: 0.6592 t/MWh at 250 000 VND/t
    path = "charges.carbon-price.co2e"
    assert value(assessment, f"baseline.{path}") == pytest.approx(659.2 * 250e3, rel=1e-9)
    assert value(assessment, f"options.motors.{path}") == pytest.approx(65.92 * 250e3, rel=1e-9)
    saving = 150e6 + 16.48e6
    assert value(assessment, "options.motors.saving") == pytest.approx(saving, rel=1e-9)


def test_two_prices_of_carbon_do_not_add_up() -> None:
    supply = SUPPLY.replace("power_factor: %s", "grid_factor: 0.5 t/MWh")
    own = "carbon_price: 200000 VND/tCO2e\n"
    # a tonne is paid once: 500 t at 200 000 VND
    assessment = assessed(plant(2026, supply + own))
    assert value(assessment, "baseline.cost") == pytest.approx(BILL + 100e6, rel=1e-9)
    found = run_text(plant(2026, supply + "charges: [vn-carbon]\n" + own))[2]
    assert ("L008", 5, 11) in places(found)


def test_a_tax_in_the_price_of_fuel_is_told_and_not_added() -> None:
    fuels = "diesel: {amount: 100 m3, price: 20000 VND/l}, "
    fuels += "fuel_oil: {amount: 95 t, price: 15 million VND/t}"
    option = "options: [{id: burner, saves: {diesel: 10 %}}]\n"
    text = plant(2023, f"resources: {{{fuels}}}\ncharges: [vn-fuel-tax]\n{option}")
    assessment = assessed(text)
    # 1000 VND/l of both in 2023; 95 t at 0.95 kg/l are 100 m3
    for fuel in ("diesel", "fuel_oil"):
        tax = value(assessment, f"baseline.charges.vn-fuel-tax.{fuel}")
        assert tax == pytest.approx(100e6, rel=1e-9)
    assert value(assessment, "baseline.cost") == pytest.approx(2e9 + 1.425e9, rel=1e-9)
    assert value(assessment, "options.burner.charges.vn-fuel-tax.diesel") == pytest.approx(10e6)
    assert value(assessment, "options.burner.saving") == pytest.approx(200e6, rel=1e-9)


def test_coal_is_taxed_by_its_kind() -> None:
    # the full rates of 2019, VND/t: 30 000 for anthracite and the dusts of it, 15 000 for the rest
    kinds = {"cam_5": 30_000, "anthracite": 30_000, "lignite": 15_000, "sub_bituminous": 15_000}
    rows = "".join(f"  {id}: {{resource: coal, kind: {id}, amount: 100 t}}\n" for id in kinds)
    text = plant(2023, f"resources:\n{rows}  coke: {{resource: coal, kind: coke, amount: 9 t}}\n")
    found = value(assessed(text + "charges: [vn-fuel-tax]\n"), "baseline.charges.vn-fuel-tax")
    wanted = {id: 100 * rate for id, rate in kinds.items()}
    assert {id: line.value for id, line in found.items()} == pytest.approx(wanted, rel=1e-12)


def test_a_supply_without_a_price_leaves_the_charge_open() -> None:
    more = "  second: {resource: electricity, amount: 1000 MWh, power_factor: 0.8}\n"
    supply = SUPPLY.replace("resources: {electricity", "resources:\n  electricity").replace(
        "}}", "}"
    )
    text = plant(2022, supply % 0.8 + more + REACTIVE)
    line = assessed(text).baseline.charges["vn-power-factor"]["power_factor"]
    assert (line.value, line.partial) == (pytest.approx(BILL * 0.125), True)
