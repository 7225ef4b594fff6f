"""Files that mean harm are refused in little memory; each limit is tested at its edge."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cpaudit.source.events import DEPTH_LIMIT, VALUE_LIMIT
from cpaudit.source.files import SIZE_LIMIT
from cpaudit.source.records import CELL_LIMIT
from reading import HEAD, WATER, run, run_text

FUZZ = Path(__file__).parent / "fuzz"


def codes_of(text: str | bytes) -> set[str]:
    return {said.code.id for said in run_text(text)[2]}


@pytest.mark.skipif(sys.platform == "win32", reason="the memory of a child is asked of POSIX")
def test_hostile_files_are_refused_in_little_memory(tmp_path: Path) -> None:
    sys.path.insert(0, str(FUZZ))
    try:
        from hostile import measured, write_files
    finally:
        sys.path.remove(str(FUZZ))
    for name in write_files(tmp_path):
        made = measured(["assess", str(tmp_path / f"{name}.yaml")])
        assert made.code == 1
        assert made.memory < 300
    audit = tmp_path / "beside.yaml"
    for table in ("large.csv", "wide.csv"):
        amount = f"{{csv: {table}, column: t, month: month}}"
        audit.write_text(f"{HEAD}resources: {{coal: {{amount: {amount}}}}}\n", encoding="ascii")
        made = measured(["assess", str(audit)])
        assert made.code == 1
        assert made.memory < 300


def test_size(tmp_path: Path) -> None:
    path = tmp_path / "audit.yaml"
    for size, is_refused in ((SIZE_LIMIT, False), (SIZE_LIMIT + 1, True)):
        path.write_bytes(b"#" * size)
        assert ("Y002" in {said.code.id for said in run(path)[2]}) == is_refused


def test_depth() -> None:
    # the mapping of the file itself is the first of them
    for depth, is_refused in ((DEPTH_LIMIT, False), (DEPTH_LIMIT + 1, True)):
        text = f"{HEAD}resources: " + "[" * depth + "]" * depth
        assert ("Y005" in codes_of(text)) == is_refused


def test_values() -> None:
    # the file's mapping and its list are two, `a` is a key
    for count, is_refused in ((VALUE_LIMIT - 2, False), (VALUE_LIMIT - 1, True)):
        assert ("Y006" in codes_of("a: [" + "x," * count + "]")) == is_refused


def test_cells(tmp_path: Path) -> None:
    table, audit = tmp_path / "t.csv", tmp_path / "audit.yaml"
    amount = "{csv: t.csv, column: t, month: month}"
    audit.write_text(f"{HEAD}resources: {{coal: {{amount: {amount}}}}}\n", encoding="ascii")
    for rows, is_refused in ((CELL_LIMIT // 2, False), (CELL_LIMIT // 2 + 1, True)):
        table.write_text("month,x\n" + "a,b\n" * (rows - 1), encoding="ascii")
        assert ("W017" in {said.code.id for said in run(audit)[2]}) == is_refused


def test_ids() -> None:
    option = "options:\n  - {id: ID, saves: {water: 10 %}, lifetime: 9 yr}\n"
    for length, is_refused in ((64, False), (65, True)):
        text = WATER + option.replace("ID", "a" * length)
        assert ("K009" in codes_of(text)) == is_refused


def test_years_of_the_period() -> None:
    for year, is_refused in ((1979, True), (1980, False), (2100, False), (2101, True)):
        text = WATER.replace("period: 2014", f"period: {year}")
        assert ("P019" in codes_of(text)) == is_refused


def test_years_of_a_life() -> None:
    option = "options:\n  - {id: a, saves: {water: 10 %}, lifetime: LIFE}\n"
    for life, is_refused in (("60 yr", False), ("61 yr", True)):
        assert ("P006" in codes_of(WATER + option.replace("LIFE", life))) == is_refused


def test_size_of_a_number() -> None:
    for number, is_refused in (("9" * 18, False), ("1" + "0" * 18, True)):
        assert ("N008" in codes_of(WATER.replace("900", number))) == is_refused


def test_length_of_a_number() -> None:
    for decimals, is_refused in ((38, False), (39, True)):
        text = WATER.replace("900", "0." + "1" * decimals)
        assert ("N008" in codes_of(text)) == is_refused
