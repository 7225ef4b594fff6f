"""Each value of the library: its dimension, how it is found among the others, its history."""

from __future__ import annotations

from typing import Any

import pint
import pytest

from cpaudit.factors import default_library
from cpaudit.factors.catalogue import Entry, every_entry
from cpaudit.factors.finding import history_of, wanted

ENTRIES = list(every_entry(default_library()))

# units of the dimension, or the dimensions, that each kind of value demands
DEMANDED = """
MJ/kg: ncv gcv_dry
kg/TJ: co2 ch4 n2o road_ch4 road_n2o average combined-margin operating-margin build-margin
kgCO2e/kWh: life-cycle
kg/kg: sulphur ash moisture so2_per_sulphur gwp constant process wastewater_b0 wastewater_mcf
kg/kg: electric_equivalent operating_weight boiler_efficiency
TOE/kg: toe
TOE/l TOE/Nm3: toe_volume
MJ/Nm3: ncv_volume
kg/l kg/Nm3: density
kg/kg kg/l: dust wastewater_cod
l/kg: wastewater_volume
VND/kWh: tariff
VND/USD: exchange
VND/kg VND/l VND/kgCO2e: price
VND/kg VND/l VND/kgCO2e VND/yr kg/kg: charge
TOE/yr kgCO2e/yr: threshold savings_limit
kW: capacity_limit
yr: crediting_fixed crediting_renewable scheme_term_least scheme_term_most
yr: scheme_operating scheme_measured_from scheme_measured_to
kg/kg: scheme_cut_low scheme_cut_high scheme_share_low scheme_share_high
kg/kg: scheme_guarantee_share scheme_guarantee_together scheme_guarantee_fee scheme_ownership
USD: scheme_reward_limit scheme_loan_least scheme_loan_most scheme_guarantee_limit scheme_capital
"""
BY_KIND = {
    kind: units.split()
    for units, _, kinds in (line.partition(":") for line in DEMANDED.strip().splitlines())
    for kind in kinds.split()
}
USES = {"energy": "J", "heat": "J", "electricity": "J", "co2e": "kgCO2e", "water": "l"}
USES |= {"wastewater": "l", "firewood": "kg", "steam": "kg"}
# what pint does not know by itself, or knows otherwise
UNITS = """calorie = 4.1868 * joule = cal; TOE = 41.868 gigajoule; unit = []; VND = [vnd]
USD = [usd]; normal_cubic_meter = [gas] = Nm3; standard_cubic_meter = 273.15 / 288.15 * Nm3 = Sm3
m3 = meter ** 3; m2 = meter ** 2; tonne_co2e = [co2e] = tCO2e; kgCO2e = 0.001 tonne_co2e"""


def demanded(entry: Entry) -> list[str]:
    if entry.group in {"norm", "benchmark"}:
        return [f"{USES[entry.kind]}/{entry.factor.unit.partition('/')[2]}"]
    return BY_KIND["constant" if entry.group == "energy" else entry.kind]


def test_every_value_has_the_dimension_of_its_kind_and_is_converted_as_by_pint() -> None:
    registry = pint.UnitRegistry(on_redefinition="ignore")
    for line in UNITS.replace(";", "\n").splitlines():
        registry.define(line.strip())
    for entry in ENTRIES:
        factor = entry.factor
        number, _, unit = factor.written.rpartition("–")[2].partition(" ")
        written = registry.Quantity(float(number), unit.replace("%", "percent"))
        assert any(written.check(registry.Unit(one)) for one in demanded(entry)), factor.id
        converted = written.to(factor.unit).magnitude
        assert factor.value == pytest.approx(converted, rel=1e-12), factor.id


def found(prefix: str, **filters: Any) -> list[str]:
    ids = [one.factor.id for one in wanted(ENTRIES, **filters)]
    return [id.removeprefix(prefix) for id in ids if id.startswith(prefix)]


def test_values_are_found_by_country_kind_year_and_confirmation() -> None:
    assert found("", country="la") == ["grid.LA.2022"]
    assert found("grid.", country="VN", year=2013) == ["VN.2013", "VN.average-iea.2013"]
    assert found("grid.VN.", year=2009) == []
    assert len(found("gwp.", kind="gwp")) == 2 * 6
    # the norms end with 2020 and begin with 2021
    assert found("soft-drinks.norm", year=2020) == ["-2016-carbonated", "-2016-still"]
    assert found("soft-drinks.norm", kind="Norm", year=2021) == ["-2021-carbonated", "-2021-still"]
    # of the charges for wastewater one ends and another begins in the middle of 2020
    starts = {one[:10] for one in found("charge.vn-wastewater.", year=2020)}
    assert starts == {"2017-01-01", "2020-07-01"}
    years = [2008, *range(2010, 2014)]
    margins = ["operating-margin.2008", "build-margin.2008"]
    assert found("grid.VN.", unconfirmed=True) == [*map(str, years), *margins]


@pytest.mark.parametrize(
    ("year", "starts"),
    [
        (2016, ["2015-03-16"]),
        (2017, ["2015-03-16", "2017-12-01"]),
        (2018, ["2017-12-01"]),
        (2023, ["2019-03-20", "2023-05-04", "2023-11-09"]),
    ],
)
def test_a_tariff_holds_until_the_next_one(year: int, starts: list[str]) -> None:
    assert found("tariff.VN.electricity.average.", year=year) == starts


SETS = ("SAR", "TAR", "AR4", "AR5", "AR5-CCF", "AR6")


@pytest.mark.parametrize(
    ("id", "history"),
    [
        ("grid.VN.2014", [f"grid.VN.{year}" for year in (2008, *range(2010, 2024))]),
        ("gwp.AR5.ch4", [f"gwp.{one}.ch4" for one in SETS]),
        ("law.VN.key-energy-user.2011", [f"law.VN.key-energy-user.{one}" for one in (2011, 2026)]),
        ("beer.norm-2021-small", ["beer.norm-2016-small", "beer.norm-2021-small"]),
        ("anthracite.ncv", ["anthracite.ncv"]),
    ],
)
def test_a_history_is_of_the_same_thing_in_the_order_of_time(id: str, history: list[str]) -> None:
    entry = next(one for one in ENTRIES if one.factor.id == id)
    assert [one.factor.id for one in history_of(ENTRIES, entry)] == history
