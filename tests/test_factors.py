"""The factor library: sourced, in order, as the IPCC and others print it; the units' memo."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest

from cpaudit.factors import default_library
from cpaudit.factors.catalogue import every_entry
from cpaudit.factors.check import check_library
from cpaudit.factors.money import exchange_rate
from cpaudit.units import conversion, resolve_unit
from cpaudit.units.memo import MEMO, remembered
from cpaudit.units.registry import ask_pint
from cpaudit.units.usual import usual_expressions

LIBRARY = default_library()
ROOT = LIBRARY.files.root
FUELS, GRIDS = LIBRARY.files.ids("fuels"), LIBRARY.files.ids("grids")
ENTRIES = list(every_entry(LIBRARY))


def fuel_value(fuel: str, key: str) -> float | None:
    found = LIBRARY.fuel_factor(fuel, key, "VN")
    return found.factor.value if found else None


def test_every_file_has_the_shape_of_its_model_and_every_value_is_in_order() -> None:
    assert check_library(ROOT) == []


def test_every_value_has_a_source_and_every_source_a_value() -> None:
    known = set(LIBRARY.files.document("sources.yaml"))
    used = {entry.factor.publication.id for entry in ENTRIES}
    assert used == known
    assert [entry.factor.id for entry in ENTRIES if not entry.factor.seen] == []


def test_every_value_lies_between_its_bounds() -> None:
    for factor in (entry.factor for entry in ENTRIES):
        assert (factor.low is None) == (factor.high is None), factor.id
        assert 0 <= (factor.low or 0) <= factor.value <= (factor.high or factor.value), factor.id
        assert factor.value > 0 or factor.id == "wastewater-mcf.aerobic"


def test_what_can_be_a_share_is_one() -> None:
    shares = [one.factor for one in ENTRIES if one.kind in {"sulphur", "ash", "moisture"}]
    assert len(shares) > 40
    assert all(factor.value < 0.6 and factor.unit == "t/t" for factor in shares)


def test_a_net_calorific_value_lies_below_the_gross_one_of_the_dry_fuel() -> None:
    pairs = [(fuel_value(id, "ncv"), fuel_value(id, "gcv_dry")) for id in FUELS]
    known = [(net, gross) for net, gross in pairs if gross is not None]
    assert len(known) >= 10
    assert all(0.84 < net / gross < 0.92 for net, gross in known)


def test_fourteen_fuels_have_all_that_an_audit_asks_of_a_fuel() -> None:
    asked = ("ncv", "co2", "ch4", "n2o", "sulphur", "so2_per_sulphur")
    assert sum(all(fuel_value(id, key) for key in asked) for id in FUELS) >= 14


def test_ten_sectors_have_benchmarks_and_four_of_them_norms() -> None:
    of = {group: {one.factor.id.partition(".")[0] for one in ENTRIES if one.group == group}
          for group in ("benchmark", "norm")}  # fmt: skip
    assert len(of["benchmark"] | of["norm"]) >= 10
    assert of["norm"] >= {"beer", "soft-drinks", "paper", "steel"}


def test_three_charges_are_known_in_two_versions_or_more() -> None:
    versions = Counter(
        name
        for name, _ in {
            (one.factor.id.split(".")[1], one.factor.start)
            for one in ENTRIES
            if one.group == "charge"
        }
    )
    assert sum(count >= 2 for count in versions.values()) >= 3


def test_every_fuel_belongs_to_a_resource_and_every_default_to_its_fuels() -> None:
    listed = {fuel for resource in LIBRARY.resources.values() for fuel in resource.fuels}
    assert listed == set(FUELS)
    for resource in LIBRARY.resources.values():
        assert resource.default is None or resource.default in resource.fuels


def test_one_series_of_each_grid_is_the_default() -> None:
    for country in GRIDS:
        document = LIBRARY.files.document(f"grids/{country}.yaml")
        assert [one.get("default") for one in document["series"]].count("true") == 1, country
        assert document["country"] == country


# IPCC 2006 Guidelines, Vol. 2: net calorific value, GJ/t (Table 1.2: value, lower, upper), and
# kg CO2, CH4, N2O per TJ in manufacturing industries (Table 2.3)
IPCC = {
    "anthracite": (26.7, 21.6, 32.2, 98_300, 10, 1.5),
    "coking_coal": (28.2, 24.0, 31.0, 94_600, 10, 1.5),
    "other_bituminous": (25.8, 19.9, 30.5, 94_600, 10, 1.5),
    "sub_bituminous": (18.9, 11.5, 26.0, 96_100, 10, 1.5),
    "lignite": (11.9, 5.5, 21.6, 101_000, 10, 1.5),
    "coal_briquettes": (20.7, 15.1, 32.0, 97_500, 10, 1.5),
    "coke": (28.2, 25.1, 30.2, 107_000, 10, 1.5),
    "petcoke": (32.5, 29.7, 41.9, 97_500, 3, 0.6),
    "fuel_oil": (40.4, 39.8, 41.7, 77_400, 3, 0.6),
    "diesel": (43.0, 41.4, 43.3, 74_100, 3, 0.6),
    "kerosene": (43.8, 42.4, 45.2, 71_900, 3, 0.6),
    "gasoline": (44.3, 42.5, 44.8, 69_300, 3, 0.6),
    "lpg": (47.3, 44.8, 52.2, 63_100, 1, 0.1),
    "natural_gas": (48.0, 46.5, 50.4, 56_100, 1, 0.1),
    "wood": (15.6, 7.9, 31.0, 112_000, 30, 4),
    "biomass_other": (11.6, 5.9, 23.0, 100_000, 30, 4),
    "charcoal": (29.5, 14.9, 58.0, 112_000, 200, 4),
    "biogas": (50.4, 25.4, 100.0, 54_600, 1, 0.1),
}


@pytest.mark.parametrize("fuel", IPCC)
def test_fuels_are_as_the_ipcc_prints_them(fuel: str) -> None:
    ncv = LIBRARY.fuel_factor(fuel, "ncv").factor
    gases = [fuel_value(fuel, gas) * 1e6 for gas in ("co2", "ch4", "n2o")]
    assert [ncv.value, ncv.low, ncv.high, *gases] == pytest.approx(IPCC[fuel], rel=1e-12)
    assert LIBRARY.is_biogenic(fuel) == (fuel in {"wood", "biomass_other", "charcoal", "biogas"})


# IPCC 2006 Guidelines, Vol. 5, Table 6.9: kg COD per m3 and m3 per t, each with its range
WASTEWATER = {
    "beer": (2.9, 2, 7, 6.3, 5, 9),
    "dairy": (2.7, 1.5, 5.2, 7, 3, 10),
    "starch": (10, 1.5, 42, 9, 4, 18),
}


@pytest.mark.parametrize("industry", WASTEWATER)
def test_wastewater_is_as_the_ipcc_prints_it(industry: str) -> None:
    found = {one.factor.id: one.factor for one in ENTRIES if one.group == "table"}
    cod, volume = (found[f"wastewater-{table}.{industry}"] for table in ("cod", "volume"))
    assert (cod.unit, volume.unit) == ("t/m3", "m3/t")
    printed = [1000 * one for one in (cod.value, cod.low, cod.high)]
    printed += [volume.value, volume.low, volume.high]
    assert printed == pytest.approx(WASTEWATER[industry], rel=1e-12)


# World Bank, PA.NUS.FCRF: VND per USD, official rate, yearly average
@pytest.mark.parametrize(
    ("year", "rate"), [(1998, None), (1999, 13943.17), (2008, 16302.25), (2021, 23159.78)]
)
def test_exchange_rates_are_as_the_world_bank_prints_them(year: int, rate: float | None) -> None:
    found = exchange_rate(LIBRARY, "VND", "USD", year)
    assert (found.factor.value if found else None) == rate


# IPCC assessment reports, potentials over 100 years of CH4 and N2O: SAR Table 4, TAR Table 6.7,
# AR4 Table 2.14, AR5 WG1 Table 8.7 and 8.A.1, AR6 WG1 Table 7.SM.7
@pytest.mark.parametrize(
    ("report", "ch4", "n2o"),
    [("SAR", 21, 310), ("TAR", 23, 296), ("AR4", 25, 298), ("AR5", 28, 265), ("AR6", 27.9, 273)],
)
def test_warming_potentials_are_as_the_reports_print_them(
    report: str, ch4: float, n2o: float
) -> None:
    assert LIBRARY.gwp(report, "ch4").value == ch4
    assert LIBRARY.gwp(report, "n2o").value == n2o


def test_energy_equivalents_are_as_defined() -> None:
    assert LIBRARY.constant("toe").value == 41.868
    assert LIBRARY.constant("kcal").value == 4.1868
    assert LIBRARY.constant("electricity").value == 3.6
    # 860 kcal are a kWh: 3.6 / 41.868, printed with two digits
    assert LIBRARY.constant("electricity_toe_final").value == pytest.approx(3.6 / 41.868, rel=2e-3)


def test_the_memo_holds_every_usual_unit_and_no_other() -> None:
    rows = [line.split("\t")[0] for line in MEMO.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == len(set(rows))
    assert set(rows) == {resolve_unit(text) for text in usual_expressions()}


def test_the_memo_says_what_pint_says() -> None:
    for line in MEMO.read_text(encoding="utf-8").splitlines():
        expression, factor, dimensions = line.split("\t")
        answer = ask_pint(expression)
        assert Fraction(factor) == answer.factor, expression
        assert dimensions == " ".join(f"{name}:{power}" for name, power in answer.exponents)
        assert remembered(expression) == answer


def test_what_is_not_in_the_memo_is_asked_of_pint() -> None:
    assert remembered(resolve_unit("lb/MMBtu")) is None
    # 0.45359237 kg of 1.05505585262 GJ
    ratio = conversion("lb/MMBtu", "kg/GJ")
    assert float(ratio) == pytest.approx(0.4299226, rel=1e-6)
