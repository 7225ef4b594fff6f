"""`cpaudit batch` from outside: tables and formats, what goes where, what it refuses."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import polars
import pytest

from batching import BROKEN, many, plant, run, table, write

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture
def plants(tmp_path: Path) -> Path:
    folder = tmp_path / "plants"
    write(
        folder,
        a=plant("A", "paper", 2014, water=1_000_000),
        b=plant("Bột giấy", "textile", 2013, water=3_000_000),
        c=plant("=C", "paper", 2013, water=2_000_000),
    )
    return folder


def test_a_table_fits_the_terminal_and_is_added_up(plants: Path) -> None:
    done = run(plants)
    assert "Bột giấy" in done.stdout
    # 28 % of 6,000,000 m3 at 10 VND; 3 x 1500 VND
    assert re.search(r"Total +4,500 +16,800,000 +under 1 month", done.stdout) is None
    assert re.search(r"Total +0.00450? +16.8 ", done.stdout)
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert done.stderr == "audits: 3, with mistakes: 0\n"
    assert run(plants, "--quiet").stderr == ""


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("arguments", [(), ("--per", "option"), ("--by", "sector,year")], ids=str)
def test_tables_of_the_examples_are_80_wide(
    language: str, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    done = run(EXAMPLES, *arguments, "--lang", language)
    assert max(map(len, done.stdout.splitlines())) <= 80, done.stdout
    write(tmp_path, mill=plant("Mill", currency="USD", investment=100_000))
    done = run(EXAMPLES, tmp_path, *arguments, "--lang", language, "--limit", 100)
    assert max(map(len, done.stdout.splitlines())) <= 80, done.stdout
    assert done.stdout.count("USD") >= 2


def test_a_plant_in_two_files_of_one_year_is_told(plants: Path) -> None:
    (plants / "copy.yaml").write_bytes((plants / "b.yaml").read_bytes())
    done = run(plants)
    assert "B022" in done.stderr
    assert "“Bột giấy” of 2013" in done.stderr
    assert "B022" not in run(plants / "a.yaml", plants / "b.yaml").stderr


def test_a_limit_holds_on_the_screen_and_the_total_does_not_change(tmp_path: Path) -> None:
    folder = many(tmp_path / "plants", 45)
    short, whole = run(folder).stdout, run(folder, "--limit", 45).stdout
    assert (short.count("Plant "), whole.count("Plant ")) == (40 + 1, 45 + 1)
    assert "Rows that are not shown: 5." in short
    totals = [next(line for line in one.splitlines() if "Total" in line) for one in (short, whole)]
    assert totals[0].split() == totals[1].split()


def test_csv_has_every_column_at_full_precision(plants: Path, tmp_path: Path) -> None:
    text = run(plants, "--format", "csv").stdout
    rows = table(text)
    assert [row["file"] for row in rows] == [str(plants / f"{name}.yaml") for name in "abc"]
    assert len(rows[0]) > 80
    assert float(rows[0]["npv"]) == 2_800_000 / 1.1 - 1500
    assert rows[2]["plant"] == "'=C"  # no spreadsheet runs it
    assert rows[0]["province"] == ""
    run(plants, "-f", "csv", "-o", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == text
    assert sorted(one.name for one in tmp_path.iterdir()) == ["out.csv", "plants"]


def test_formats_hold_the_same_values(plants: Path, tmp_path: Path) -> None:
    lines = run(plants, "--format", "jsonl").stdout.splitlines()
    read = [json.loads(line) for line in lines]
    assert [(one.pop("kind"), one.pop("format")) for one in read] == [("plant", 1)] * 3
    path = tmp_path / "out.parquet"
    run(plants, "--format", "parquet", "--output", path)
    frame = polars.read_parquet(path)
    assert frame.to_dicts() == read
    assert frame.schema["year"] == polars.Int64
    assert frame.schema["npv"] == polars.Float64
    assert frame.schema["province"] == polars.String  # though nobody has one
    for row, texts in zip(read, table(run(plants, "--format", "csv").stdout), strict=True):
        for name, value in row.items():
            shown = "" if value is None else str(value)
            assert texts[name] in (shown, f"'{shown}"), name
    assert sorted(one.name for one in tmp_path.iterdir()) == ["out.parquet", "plants"]


def test_groups_in_a_file_for_programs(plants: Path) -> None:
    done = run(plants, "--by", "sector", "--format", "jsonl", "--columns", "sector,audits,saving")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["kind"], one["sector"], one["audits"]) for one in rows] == [
        ("group", "paper", 2),
        ("group", "textile", 1),
    ]
    assert rows[0]["saving"] == pytest.approx(0.28 * 3_000_000 * 10)


def test_sorted_and_filtered(plants: Path) -> None:
    asked = ("--columns", "plant,water_m3", "--format", "csv", "-q")
    done = run(plants, *asked, "--sort", "-water_m3", "--where", "year=2013")
    rows = list(csv.reader(done.stdout.splitlines()))
    assert rows == [["plant", "water_m3"], ["Bột giấy", "840000.0"], ["'=C", "560000.0"]]
    assert run(plants, "--where", "year=1900").stdout.rstrip().endswith("There is no row to show.")


@pytest.mark.parametrize("workers", [1, 2])
def test_a_broken_file_in_the_midst_is_told_and_the_rest_goes_on(
    workers: int, tmp_path: Path
) -> None:
    folder = many(tmp_path / "plants", 9)
    write(folder, **{"plant-004": BROKEN})
    (folder / "programme.yaml").write_text("programme: {name: x}\n", encoding="utf-8")
    done = run("plants", "--format", "csv", "--workers", workers, cwd=tmp_path, code=1)
    assert len(table(done.stdout)) == 8
    assert f"{Path('plants/plant-004.yaml')}:4:1: error[K003]" in done.stderr
    assert "    4 | resourcs: {}\n      | ^^^^^^^^\n" in done.stderr
    assert "audits: 8, with mistakes: 1, other YAML files: 1\n" in done.stderr
    named = run("plants/programme.yaml", cwd=tmp_path, code=1)
    assert "programme.yaml:1:1: error[K021]" in named.stderr


def test_warnings_are_counted_and_shown_if_asked_for(tmp_path: Path) -> None:
    text = plant("Mill").replace(", price: 10 VND/m3", "")
    write(tmp_path, a=text, b=plant("B"))
    done = run(tmp_path, "--format", "csv")
    assert [row["warnings"] for row in table(done.stdout)] == ["1", "0"]
    assert "warnings: 1 (--verbose shows them)" in done.stderr
    assert "P010" not in done.stderr
    assert "a.yaml:4:29: warning[P010]" in run(tmp_path, "--verbose").stderr


def test_a_package_that_audits_lack_is_told(plants: Path) -> None:
    done = run(plants, "--package", "all", "--format", "csv")
    assert {row["saving"] for row in table(done.stdout)} == {""}
    assert "warning[B015]: 3 of 3 audits have no package “all”" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("nowhere",), 2, "B001"),
        (("empty",), 2, "B002"),
        (("other",), 1, "B003"),
        (("plants", "--columns", "plant,nvp"), 2, "B004"),
        (("plants", "--sort", "-nvp"), 2, "B004"),
        (("plants", "--by", "sectors"), 2, "B004"),
        (("plants", "--where", "npv"), 2, "B005"),
        (("plants", "--where", "npv>much"), 2, "B006"),
        (("plants", "--by", "npv"), 2, "B007"),
        (("plants", "--resume"), 2, "B010"),
        (("plants", "--format", "parquet"), 2, "B017"),
        (("plants", "--currency", "XYZ"), 2, "R021"),
        (("plants", "--currency", "CHF"), 1, "B021"),
        (("plants", "-o", "plants/a.yaml", "--force"), 1, "I004"),
        (("plants", "-o", "there.csv"), 1, "I002"),
        (("plants", "-o", "nowhere/x.csv"), 1, "I003"),
        (("plants", "--per", "sector"), 2, "--per"),
        (("plants", "--workers", "0"), 2, "--workers"),
        ((), 2, ""),
    ],
    ids=str,
)
def test_what_is_refused(
    arguments: tuple[str, ...], code: int, said: str, plants: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path / "other", x="name: none\n")
    (tmp_path / "there.csv").write_text("precious", encoding="utf-8")
    done = run(*arguments, cwd=tmp_path, code=code)
    assert said in done.stderr
    assert (tmp_path / "there.csv").read_text(encoding="utf-8") == "precious"
    assert [one.name for one in tmp_path.glob("*.partial")] == []


def test_a_reader_that_leaves_early_is_no_mistake(tmp_path: Path) -> None:
    folder = many(tmp_path / "plants", 60)
    for workers in ("1", "2"):
        with subprocess.Popen(
            [sys.executable, "-m", "cpaudit", "batch", folder, "-f", "csv", "--workers", workers],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as program:
            assert program.stdout is not None
            assert program.stderr is not None
            program.stdout.close()
            said = program.stderr.read().decode("utf-8", "replace")
        assert said == ""
        assert program.returncode != 3


def test_the_same_table_whatever_the_number_of_workers(tmp_path: Path) -> None:
    folder = many(tmp_path / "plants", 70)
    for asked in ((), ("--per", "option"), ("--by", "sector,year"), ("--sort", "-npv")):
        made = {run(folder, "-f", "csv", "--workers", n, *asked).stdout for n in (1, 2, 3)}
        assert len(made) == 1


def test_names_that_are_no_utf8_can_be_shown(tmp_path: Path) -> None:
    name = os.fsdecode(b"plant-\xff.yaml")
    try:
        (tmp_path / name).write_text(plant("A"), encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes only UTF-8")
    assert [row["file"] for row in table(run(tmp_path, "-f", "csv").stdout)] == [
        str(tmp_path / "plant-?.yaml")
    ]


def test_factors_of_ones_own_count(tmp_path: Path, plants: Path) -> None:
    text = plant("Mill").replace("resources: {", "resources: {diesel: {amount: 100 t}, ")
    write(plants, d=text)
    (tmp_path / "own" / "fuels").mkdir(parents=True)
    (tmp_path / "own" / "sources.yaml").write_text("mine: {title: My own}\n", encoding="utf-8")
    value = (
        "{value: 100000 kg/TJ, low: 90000, high: 110000, year: 2020, source: mine, confirmed: true}"
    )
    (tmp_path / "own" / "fuels" / "diesel.yaml").write_text(f"co2: {value}\n", encoding="utf-8")
    for workers in (1, 2):
        done = run(plants, "--factors", "own", "-f", "csv", "--workers", workers, cwd=tmp_path)
        *_, row = table(done.stdout)
        # 100 t of 43 GJ each, at 100 kg/GJ
        assert float(row["baseline_co2_t"]) == pytest.approx(430)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_pipe_among_the_files_is_told_and_not_waited_for(plants: Path) -> None:
    os.mkfifo(plants / "pipe.yaml")
    done = run(plants, "--workers", 1, code=1)
    assert "pipe.yaml" in done.stderr
    assert "audits: 3, with mistakes: 1" in done.stderr
