"""Units: exact conversion, dimensions kept apart, names as people write them."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files

import pint
import pytest

from cpaudit.units import UnknownUnit, conversion, dimension, known_units, money_of, resolve_unit
from reading import HEAD, WATER, errors, read_quantity, run_text, said_in_full

# written by hand from the definitions of the units
EXACT = [
    ("t", "kg", 1000),
    ("t", "g", 10**6),
    ("kg", "mg", 10**6),
    ("kt", "t", 1000),
    ("tạ", "kg", 100),
    ("lb", "kg", Fraction("0.45359237")),
    ("MWh", "GJ", Fraction("3.6")),
    ("kWh", "MJ", Fraction("3.6")),
    ("TJ", "GJ", 1000),
    ("kcal", "kJ", Fraction("4.1868")),
    ("Gcal", "GJ", Fraction("4.1868")),
    ("TOE", "GJ", Fraction("41.868")),
    ("TOE", "Gcal", 10),
    ("TOE", "MWh", Fraction(41868, 3600)),
    ("MMBtu", "GJ", Fraction("1.05505585262")),
    ("m3", "l", 1000),
    ("hl", "m3", Fraction(1, 10)),
    ("l", "ml", 1000),
    ("MW", "kW", 1000),
    ("MVA", "kVA", 1000),
    ("yr", "month", 12),
    ("day", "h", 24),
    ("tCO2e", "kgCO2e", 1000),
    ("%", "unit", Fraction(1, 100)),
    ("mg/L", "t/m3", Fraction(1, 10**6)),
    ("kg/l", "t/m3", 1),
    ("VND/kWh", "VND/MWh", 1000),
    ("VND/l", "VND/m3", 1000),
    ("đồng/kg", "VND/t", 1000),
    ("kg/TJ", "t/GJ", Fraction(1, 10**6)),
    ("MJ/kg", "GJ/t", 1),
    ("kcal/kg", "GJ/t", Fraction("0.0041868")),
    ("kWh/yr", "MWh/month", Fraction(1, 12000)),
]
# names in pint's own registry, an independent list of definitions
IN_PINT = {
    "t": "tonne",
    "lb": "pound",
    "kcal": "international_calorie * 1000",
    "TOE": "tonne_of_oil_equivalent",
    "Btu": "international_british_thermal_unit",
    "kWh": "kilowatt_hour",
    "TJ": "terajoule",
    "hl": "hectoliter",
    "l": "liter",
    "m3": "meter ** 3",
    "h": "hour",
    "day": "day",
}
APART = [
    ("kVA", "kW"),
    ("Nm3", "m3"),
    ("Sm3", "m3"),
    ("tCO2e", "t"),
    ("VND", "USD"),
    ("VND/kWh", "USD/kWh"),
    ("yr", "h"),
    ("kWh/yr", "kW"),
    ("kWh", "kW"),
    ("cái", "unit"),
    ("t", "m3"),
    ("m2", "m3"),
    ("kW·h", "kWh"),
]


@lru_cache
def pint_registry() -> pint.UnitRegistry:
    return pint.UnitRegistry()


def listed_names() -> list[str]:
    """Every name on the left and right of a definition in units.txt."""
    text = files("cpaudit.units").joinpath("units.txt").read_text(encoding="utf-8")
    definitions = [line.partition("#")[0].split(" = ") for line in text.splitlines()]
    rows = [[part.strip() for part in row] for row in definitions if len(row) > 1]
    return [name for first, _, *others in rows for name in (first, *others) if name != "_"]


@pytest.mark.parametrize(("unit", "target", "ratio"), EXACT)
def test_conversion_is_exact_both_ways(unit: str, target: str, ratio: Fraction) -> None:
    assert conversion(unit, target) == ratio
    assert conversion(target, unit) == 1 / Fraction(ratio)
    assert dimension(unit) == dimension(target)


@pytest.mark.parametrize("unit", IN_PINT)
def test_conversion_agrees_with_pint(unit: str) -> None:
    registry = pint_registry()
    for target, name in IN_PINT.items():
        ratio = conversion(unit, target)
        quantity = registry.parse_expression(IN_PINT[unit])
        if ratio is not None:
            assert float(ratio) == pytest.approx(
                (quantity / registry.parse_expression(name)).m_as(""), rel=1e-12
            )


def test_standard_cubic_metre_is_at_15_degrees() -> None:
    assert float(conversion("Sm3", "Nm3")) == pytest.approx(273.15 / 288.15, rel=1e-14)


@pytest.mark.parametrize(("unit", "other"), APART)
def test_dimensions_are_kept_apart(unit: str, other: str) -> None:
    assert conversion(unit, other) is None
    assert conversion(other, unit) is None


@pytest.mark.parametrize("name", listed_names())
def test_every_listed_unit_resolves(name: str) -> None:
    assert dimension(name)
    assert read_quantity(f"5 {name}").unit == name


def test_known_units_hold_every_listed_name() -> None:
    known = {name for symbol, others in known_units().items() for name in (symbol, *others)}
    assert known >= set(listed_names()) - {"percent"}


@pytest.mark.parametrize(
    ("unit", "currency"), [("VND/kWh", "VND"), ("đồng", "VND"), ("USD/t", "USD"), ("kWh", None)]
)
def test_money_of(unit: str, currency: str | None) -> None:
    assert money_of(unit) == currency


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("kwh", "kWh"),
        ("MWH", "MWh"),
        ("kWhh", "kWh"),
        ("tan", "tấn"),
        ("usd", "USD"),
        ("Nm^3", "Nm3"),
        ("VND/kwh", "kWh"),
        ("ton", "tonne"),
        ("qqqqqq", None),
    ],
)
def test_did_you_mean(written: str, meant: str | None) -> None:
    with pytest.raises(UnknownUnit) as caught:
        resolve_unit(written)
    assert caught.value.similar == meant


@pytest.mark.parametrize("unit", ["", "5", "/", "kWh/", "/kWh", "kWh//t", "·", "m4", "**2", "%%"])
def test_what_is_no_unit(unit: str) -> None:
    assert read_quantity(f"5 {unit}") in {"N009", "N010", "N011", "N014"}


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_unit_names_in_both_forms_of_unicode(form: str) -> None:
    text = HEAD + "resources:\n  coal: {kind: anthracite, amount: 5 tấn, price: 2 triệu đồng/tạ}\n"
    _, assessment, found = run_text(unicodedata.normalize(form, text))
    assert not errors(found)
    assert assessment.baseline.cost.value == pytest.approx(5 * 10 * 2e6, rel=1e-12)


@pytest.mark.parametrize(
    ("amount", "unit", "value"),
    [
        ("5 t/yr", "t", 5),
        ("5 t/month", "t", 60),
        ("6000 m2/yr", "m2", 6000),
        ("40 m3/yr", "m3", 40),
        ("900 hl", "hl", 900),
        ("900 hl/yr", "hl", 900),
        ("12 thousand cái/yr", "piece", 12000),
        ("40 m**3", "m3", 40),
    ],
)
def test_production_in_amounts_per_year(amount: str, unit: str, value: float) -> None:
    audit, _, found = run_text(WATER + f"production: [{{product: cloth, amount: {amount}}}]\n")
    assert not errors(found)
    product = audit.products["cloth"]
    assert (product.unit, product.amount.value) == (unit, pytest.approx(value, rel=1e-12))


def test_the_message_names_both_dimensions() -> None:
    _, _, found = run_text(WATER.replace("900 m3", "5 kWh"))
    assert [said.code.id for said in found] == ["N012"]
    assert "“5 kWh” is an energy, but “water” is a volume" in said_in_full(found[0])
