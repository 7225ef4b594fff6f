"""The factor library: whole, sourced, in order, and as its sources print it; the units' memo."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import pytest

from cpaudit.factors import default_library
from cpaudit.factors.check import check_library
from cpaudit.figure import Factor
from cpaudit.source import Map
from cpaudit.units import conversion, resolve_unit
from cpaudit.units.memo import MEMO, remembered
from cpaudit.units.registry import ask_pint
from cpaudit.units.usual import usual_expressions

LIBRARY = default_library()
ROOT = LIBRARY.files.root
FUELS, GRIDS = LIBRARY.files.ids("fuels"), LIBRARY.files.ids("grids")


def entries(node: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Map]]:
    """Every part of a document that holds a `value`, with the keys that lead to it."""
    parts = (
        node.items() if isinstance(node, Map) else enumerate(node if isinstance(node, list) else [])
    )
    for key, part in parts:
        if isinstance(part, Map) and "value" in part:
            yield (*path, str(key)), part
        else:
            yield from entries(part, (*path, str(key)))


def kind_of(name: str, path: tuple[str, ...], document: Map) -> str:
    """What kind of value stands at a path of a document, in the engine's words."""
    if name.startswith("grids/"):
        return f"grid_{document['series'][int(path[1])]['gas'].lower()}"
    if name == "energy.yaml":
        return f"energy_{path[-1]}"
    if name == "gwp.yaml":
        return "gwp"
    return f"dust_{path[-1]}" if path[0] == "dust" else path[0]


def every_factor() -> list[tuple[str, Factor, Map]]:
    names = [f"fuels/{id}.yaml" for id in FUELS] + [f"grids/{id}.yaml" for id in GRIDS]
    rows = []
    for name in [*names, "gwp.yaml", "energy.yaml"]:
        document = LIBRARY.files.document(name)
        for path, entry in entries(document):
            id = f"{name}: {'.'.join(path)}"
            rows.append((id, LIBRARY.factor(id, kind_of(name, path, document), entry), entry))
    return rows


FACTORS = every_factor()


def test_every_file_has_the_shape_of_its_model() -> None:
    assert check_library(ROOT) == []


def test_every_value_is_a_factor_with_a_source() -> None:
    assert len(FACTORS) > 300
    known = set(LIBRARY.files.document("sources.yaml"))
    used = {factor.publication.id for _, factor, _ in FACTORS}
    assert used - known == set()
    assert known - used == set()
    assert [id for id, _, entry in FACTORS if "seen" not in entry] == []


def test_every_value_lies_between_its_bounds() -> None:
    for id, factor, entry in FACTORS:
        assert factor.value > 0, id
        assert ("low" in entry) == ("high" in entry), id
        if factor.low is not None:
            assert 0 <= factor.low <= factor.value <= factor.high, id


def test_what_can_be_a_share_is_one() -> None:
    shares = [one for one in FACTORS if one[0].rpartition(" ")[2] in {"sulphur", "ash", "moisture"}]
    assert len(shares) > 40
    assert all(factor.value < 0.6 for _, factor, _ in shares)


def test_a_net_calorific_value_lies_below_the_gross_one_of_the_dry_fuel() -> None:
    pairs = [(LIBRARY.fuel_factor(id, "ncv"), LIBRARY.fuel_factor(id, "gcv_dry")) for id in FUELS]
    known = [(net.value, gross.value) for net, gross in pairs if gross is not None]
    assert len(known) >= 10
    assert all(0.84 < net / gross < 0.92 for net, gross in known)


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


ROWS = list(IPCC)


@pytest.mark.parametrize("fuel", ROWS)
def test_fuels_are_as_the_ipcc_prints_them(fuel: str) -> None:
    ncv = LIBRARY.fuel_factor(fuel, "ncv")
    gases = [LIBRARY.fuel_factor(fuel, gas).value * 1e6 for gas in ("co2", "ch4", "n2o")]
    assert [ncv.value, ncv.low, ncv.high, *gases] == pytest.approx(IPCC[fuel], rel=1e-12)
    assert LIBRARY.is_biogenic(fuel) == (fuel in {"wood", "biomass_other", "charcoal", "biogas"})


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
