"""A factor library that is wrong in one place is found out, each fault by itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cpaudit.factors import default_library
from cpaudit.factors.check import check_library

SHIPPED = default_library().files.root

# file, what stands there, what is put in its place, the code that must be said
FAULTS = [
    ("fuels/anthracite.yaml", "low: 21.6", "low: about 21", "K016"),
    ("fuels/anthracite.yaml", "value: 98300 kg/TJ", "value: 98300 kWh", "F001"),
    ("fuels/anthracite.yaml", "source: ipcc-2006", "source: hearsay", "F001"),
    ("fuels/anthracite.yaml", "confirmed: true", "confirmed: surely", "K008"),
    ("fuels/anthracite.yaml", "ncv:  ", "nvc:  ", "K001"),
    ("fuels/diesel.yaml", "value: 0.84 kg/l", "value: 0.84 kg/kWh", "F001"),
    ("grids/VN.yaml", "default: true", "default: false", "F001"),
    ("grids/VN.yaml", "value: 0.6612 t/MWh", "value: 0.6612 MWh", "F001"),
    ("resources.yaml", "default: other_bituminous", "default: soot", "F001"),
    ("gwp.yaml", "value: 28 kg/kg", "value: 28 kg", "F001"),
    ("energy.yaml", "value: 3.6 GJ/MWh", "value: 3.6 t/MWh", "F001"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "factors"))


def test_the_shipped_library_is_whole() -> None:
    assert check_library(SHIPPED) == []


@pytest.mark.parametrize(("name", "old", "new", "code"), FAULTS, ids=lambda part: part[:24])
def test_a_fault_is_found(copy: Path, name: str, old: str, new: str, code: str) -> None:
    path = copy / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert code in {said.code.id for said in check_library(copy)}


def test_an_entry_that_is_no_mapping_is_found(copy: Path) -> None:
    with (copy / "resources.yaml").open("a", encoding="utf-8") as file:
        file.write("peat: t\n")
    assert [said.code.id for said in check_library(copy)] == ["F001"]


def test_a_missing_file_is_found(copy: Path) -> None:
    (copy / "gwp.yaml").unlink()
    assert "I001" in {said.code.id for said in check_library(copy)}
