"""A factor library that is wrong in one place is found out, each fault by itself, where it is."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cpaudit.diagnostics import Diagnostic
from cpaudit.factors import default_library
from cpaudit.factors.check import check_library
from reading import marked, places, said_in_full

Own = Callable[[Mapping[str, str]], Path]
SHIPPED = default_library().files.root
PEAT = "name: {en: Peat, vi: Than bùn}, unit: t"
RANGE = "id: mine, of: heat, level: best, low: 9, high: 8, unit: MJ/hl, source: si, confirmed: true"
VN = "grids/VN.yaml"
SERIES = "series:\n  - id: official\n    kind: combined-margin\n"
WATER_LAW = "charges/vn-wastewater.yaml"
# file, what stands there, what is put in its place with ▸ before the part that is wrong, the code
FAULTS = [
    ("fuels/anthracite.yaml", "low: 21.6", "low: ▸about 21", "K016"),
    ("fuels/anthracite.yaml", "value: 98300 kg/TJ", "▸value: 98300 kWh", "F002"),
    ("fuels/anthracite.yaml", "source: ipcc-2006", "▸source: hearsay", "F003"),
    ("fuels/anthracite.yaml", "value: 26.7 GJ/t", "▸value: 267 GJ/t", "F004"),
    ("fuels/anthracite.yaml", "value: 26.7 GJ/t", "value: ▸26,7 GJ/t", "N003"),
    ("fuels/anthracite.yaml", "value: 26.7 GJ/t", "value: 26.7 ▸GJ/tt", "N011"),
    ("fuels/anthracite.yaml", "confirmed: true", "confirmed: ▸surely", "K008"),
    ("fuels/anthracite.yaml", "basis: net", "▸bassis: net", "K003"),
    ("fuels/diesel.yaml", "value: 0.84 kg/l", "▸value: 0.84 kg/kWh", "F002"),
    (VN, f"{SERIES}    default: true\n", f"▸{SERIES}", "F008"),
    (VN, "value: 0.6612 t/MWh", "▸value: 0.6612 MWh", "F002"),
    (VN, "gas: CO2", "gas: ▸SF6", "K008"),
    ("resources.yaml", "water:", f"▸peat: {{{PEAT}, fuels: [peat]}}\nwater:", "F009"),
    ("resources.yaml", "water:", "▸peat: t\nwater:", "F001"),
    ("gwp.yaml", "value: 28 kg/kg", "▸value: 28 kg", "F002"),
    ("energy.yaml", "value: 3.6 GJ/MWh", "▸value: 3.6 t/MWh", "F002"),
    ("cdm.yaml", "value: 60 GWh/yr", "▸value: 60 GWh", "F002"),
    (WATER_LAW, "from: 2017-01-01", "from: ▸last year", "K019"),
    (WATER_LAW, "COD: 2000 VND/kg", "COD: ▸2000 VND/kWh", "F002"),
    ("charges/vn-air.yaml", "fixed: 3000000 VND/yr", "fixed: ▸3000000 VND/t", "F002"),
    ("laws/VN.yaml", "value: 1000 TOE/yr", "▸value: 1000 TOE", "F002"),
    ("exchange_rates/VND.yaml", "14167.75 VND/USD", "▸14167.75 VND/EUR", "F002"),
    ("tariffs/VN-electricity.yaml", "normal: 835 VND/kWh", "normal: ▸835 VND/kg", "F002"),
    ("tables/wastewater-cod.yaml", "value: 11 kg/m3", "▸value: 11 kg/t", "F002"),
    ("sectors/beer.yaml", "value: 306 MJ/hl", "▸value: 306 MJ/t", "F002"),
    ("sectors/beer.yaml", "benchmarks:", f"benchmarks:\n      - ▸{{{RANGE}}}", "F004"),
    ("sectors/beer.yaml", "of: energy", "of: ▸enthusiasm", "K008"),
    ("regions.yaml", "countries: [", "countries: ▸VN # [", "K005"),
    (WATER_LAW, "    to: 2020-06-30", "    ▸to: 2016-06-30", "F014"),
    ("sectors/beer.yaml", "        to: 2020-12-31", "        ▸to: 2015-12-31", "F014"),
    ("sectors/soft-drinks.yaml", "like: soft-drink", "▸like: tonic", "K008"),
    ("fuels/diesel.yaml", "id: diesel", "▸id: petrol", "F011"),
    (WATER_LAW, "COD: 2000 VND/kg", "▸CODD: 2000 VND/kg", "F012"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "factors"))


def spoilt(copy: Path, name: str, old: str, new: str) -> tuple[list[Diagnostic], tuple[int, int]]:
    """What is said of a copy that is changed in one place, and where the mark ▸ stood in it."""
    path = copy / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    text, place = marked(text.replace(old, new, 1))
    path.write_text(text, encoding="utf-8")
    return check_library(copy), place


@pytest.mark.parametrize(("name", "old", "new", "code"), FAULTS, ids=lambda part: part[:24])
def test_a_fault_is_found_where_it_is(copy: Path, name: str, old: str, new: str, code: str) -> None:
    found, place = spoilt(copy, name, old, new)
    assert places(found) == [(code, *place)]
    assert found[0].span.source.name == f"sector_factors/{name}"
    assert said_in_full(found[0])


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("fuels/anthracite.yaml", "low: 21.6", "low: about 21", "“low”"),
        ("fuels/anthracite.yaml", "confirmed: true", "confirmed: surely", "“confirmed”"),
        ("fuels/anthracite.yaml", "source: ipcc-2006", "source: hearsay", "“anthracite.ncv”"),
        ("gwp.yaml", "value: 28 kg/kg", "value: 28 kg", "“gwp.AR5.ch4”"),
        (WATER_LAW, "COD: 2000 VND/kg", "COD: 2000 VND/kWh", "VND/t"),
    ],
)
def test_a_fault_is_named(copy: Path, name: str, old: str, new: str, words: str) -> None:
    found, _ = spoilt(copy, name, old, new)
    assert words in said_in_full(found[0])


def test_classes_from_the_smallest_on_are_found(copy: Path) -> None:
    old = "      - at_least: 10 m3/day\n"
    found, _ = spoilt(copy, WATER_LAW, old, "      - at_least: 30 m3/day\n#▸")
    assert [said.code.id for said in found] == ["F015"]


def test_a_fuel_that_no_resource_names_is_warned_of(copy: Path) -> None:
    fuel = (copy / "fuels/kerosene.yaml").read_text(encoding="utf-8")
    (copy / "fuels/peat.yaml").write_text(
        fuel.replace("id: kerosene", "id: peat"), encoding="utf-8"
    )
    (said,) = check_library(copy)
    assert (said.code.id, said.is_error) == ("F013", False)


def test_a_misspelt_key_is_told_with_the_one_that_is_missing(copy: Path) -> None:
    found, place = spoilt(copy, "fuels/anthracite.yaml", "ncv:  ", "▸nvc:  ")
    # the keys of the file begin with its third line
    assert places(found) == [("K001", 3, 1), ("K003", *place)]


def test_a_missing_file_and_one_without_a_place_are_found(copy: Path) -> None:
    (copy / "gwp.yaml").unlink()
    (copy / "fuels" / "deep").mkdir()
    for strange in ("fuel.yaml", "fuels/peat.yml", "fuels/deep/peat.yaml"):
        (copy / strange).write_text("id: peat\n", encoding="utf-8")
    found = check_library(copy)
    assert [said.code.id for said in found] == ["F005", "F005", "F005", "I001"]
    assert all(said_in_full(said) for said in found)


def test_a_folder_without_factors_is_told(tmp_path: Path) -> None:
    (nowhere,) = check_library(SHIPPED, tmp_path / "nowhere")
    assert (nowhere.code.id, nowhere.is_error) == ("F006", True)
    (empty,) = check_library(SHIPPED, tmp_path)
    assert (empty.code.id, empty.is_error) == ("F010", True)
    assert str(tmp_path) in said_in_full(empty)
