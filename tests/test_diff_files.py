"""`cpaudit diff` of files, folders and factors: what it compares, exit codes, what it refuses."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from differing import DEARER, PLANT, diff, document, write
from reading import HEAD

GRID = """\
country: VN
name: {en: Viet Nam, vi: Việt Nam}
series:
  - id: official
    kind: combined-margin
    default: true
    gas: CO2
    title: {en: own, vi: own}
    years:
      2014: {value: 0.7612 t/MWh, source: vn-dcc-grid, confirmed: true, seen: here}
"""
POWER = f"{HEAD}resources:\n  electricity: {{amount: 100 MWh, price: 1000 VND/kWh}}\n"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    folder = write(tmp_path, old=PLANT, new=DEARER)
    return folder / "old.yaml", folder / "new.yaml"


def test_exit_codes(pair: tuple[Path, Path]) -> None:
    old, new = pair
    assert diff(old, new).returncode == 0
    assert diff(old, new, "--exit-code").returncode == 1
    assert diff(old, old, "--exit-code").returncode == 0
    assert diff(old, new, "--exit-code", "--tolerance", "20%").returncode == 0
    assert diff(old, new, "--exit-code", "--of", "options.a.investment").returncode == 0
    # what is not among the headlines moves as well
    assert diff(old, new, "--exit-code", "--of", "baseline.resources").returncode == 1


def test_folders_are_compared_file_by_file(tmp_path: Path) -> None:
    old = write(tmp_path / "old", a=PLANT, b=PLANT, gone=PLANT, notes="text: 1\n")
    new = write(tmp_path / "new", a=PLANT, b=DEARER, more=PLANT, notes="text: 2\n")
    write(old / "below", c=PLANT)
    write(new / "below", c=PLANT)
    write(new, programme="programme: 1\n")
    done = diff(old, new, "--exit-code")
    assert (done.returncode, done.stderr) == (1, "")
    assert "Audits whose figures move: 3 of 5" in done.stdout
    assert "gone.yaml: in the old folder only" in done.stdout
    assert "more.yaml: in the new folder only" in done.stdout
    assert "programme.yaml: a programme: not compared" in done.stdout
    assert "notes" not in done.stdout
    made = document(old, new)
    assert {one["name"]: one["status"] for one in made["pairs"]} == {
        "a.yaml": "compared",
        "b.yaml": "compared",
        "below/c.yaml": "compared",
        "gone.yaml": "gone",
        "more.yaml": "new",
        "programme.yaml": "passed_over",
    }
    told = {one["name"]: one["diagnostics"] for one in made["pairs"]}
    assert [said["code"] for said in told["programme.yaml"]] == ["J012"]


def test_a_figure_that_only_some_audits_have(tmp_path: Path) -> None:
    bare = f"{HEAD}resources:\n  water: {{amount: 9 m3, price: 1 VND/m3}}\n"
    old = write(tmp_path / "old", a=PLANT, b=bare)
    new = write(tmp_path / "new", a=DEARER, b=bare)
    done = diff(old, new, "--of", "packages.all")
    assert (done.returncode, done.stderr) == (0, "")
    assert "b.yaml: neither has the figure that is asked for" in done.stdout
    refused("X006", "old", "new", "--of", "packages.none", cwd=tmp_path)


def test_a_file_that_only_one_folder_has_is_told_though_it_is_the_only_one(tmp_path: Path) -> None:
    old, new = write(tmp_path / "old", a=PLANT), write(tmp_path / "new")
    done = diff(old, new, "--exit-code")
    assert done.returncode == 1
    assert "a.yaml: in the old folder only" in done.stdout


def test_a_file_of_many_that_is_wrong_is_1_and_the_others_are_shown(tmp_path: Path) -> None:
    old = write(tmp_path / "old", a=PLANT, b=PLANT)
    new = write(tmp_path / "new", a=DEARER, b=PLANT.replace("900 m3", "900 bars"))
    done = diff(old, new)
    assert done.returncode == 1
    assert "b.yaml: can't be assessed" in done.stdout
    assert "resources.water.price" in done.stdout
    assert re.search(r"b\.yaml:5:\d+: error\[N\d+\]", done.stderr)
    assert "errors: 1" in done.stderr


def test_a_file_that_is_wrong_is_1_with_its_errors(pair: tuple[Path, Path], tmp_path: Path) -> None:
    bad = write(tmp_path, bad=PLANT.replace("900 m3", "900 bars")) / "bad.yaml"
    done = diff(pair[0], bad)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.search(r"bad\.yaml:5:\d+: error\[N\d+\]", done.stderr)
    done = diff(bad, pair[0], "--format", "json")
    assert done.returncode == 1
    assert json.loads(done.stdout)["kind"] == "errors"


def test_factors_move_the_audits_that_they_act_on(tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "grids").mkdir(parents=True)
    (own / "grids" / "VN.yaml").write_text(GRID, encoding="utf-8")
    audits = write(tmp_path / "audits", power=POWER, water=PLANT)
    made = document("shipped", own, "--audits", audits)
    power, water = made["pairs"]
    assert (water["moved"], power["moved"] > 0) == (0, True)
    # 0.6612 becomes 0.7612 t/MWh: 10 t more of 100 MWh
    figures = {one["path"]: one for one in power["figures"]}
    assert figures["baseline.co2e"]["absolute"] == pytest.approx(10, rel=1e-9)
    (cause,) = power["causes"]
    assert (cause["kind"], cause["name"]) == ("factor", "grid.VN.2014")
    assert (cause["before"]["value"], cause["after"]["value"]) == (0.6612, 0.7612)
    assert document(own, own, "--audits", audits)["moved"] is False
    back = document(own, "shipped", "--audits", audits)["pairs"][0]
    assert back["figures"][0]["absolute"] == -power["figures"][0]["absolute"]
    text = diff("shipped", own, "--audits", audits / "power.yaml", "--exit-code")
    assert text.returncode == 1
    assert "grid.VN.2014" in text.stdout


def test_cells_of_tables_are_named_by_their_row_and_column(tmp_path: Path) -> None:
    plant = f"{HEAD}resources:\n  water: {{amount: {{csv: bills.csv, column: m3, unit: m3}}}}\n"
    rows = ["month,m3", *(f"2014-{month:02},{100 + month}" for month in range(1, 13))]
    for name, cell in (("old", "105"), ("new", "155")):
        folder = write(tmp_path / name, plant=plant)
        text = "\n".join(rows).replace("2014-05,105", f"2014-05,{cell}")
        (folder / "bills.csv").write_text(text, encoding="utf-8")
    made = document(tmp_path / "old/plant.yaml", tmp_path / "new/plant.yaml", "--all")["pairs"][0]
    assert [one["name"] for one in made["causes"]] == ["bills.csv: 2014-05, m3"]
    amount = next(one for one in made["figures"] if one["path"].endswith("water.amount"))
    assert amount["absolute"] == 50


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no open files by name")
def test_the_output_of_a_command_is_read_from_a_pipe(pair: tuple[Path, Path]) -> None:
    command = [sys.executable, "-m", "cpaudit", "diff", "/dev/fd/0", str(pair[1]), "--exit-code"]
    done = subprocess.run(
        command, input=PLANT, capture_output=True, check=False, encoding="utf-8", timeout=60
    )
    assert (done.returncode, done.stderr) == (1, "")
    table = PLANT.replace("900 m3", "{csv: bills.csv, column: m3}")
    done = subprocess.run(
        command, input=table, capture_output=True, check=False, encoding="utf-8", timeout=60
    )
    assert done.returncode == 1
    assert "error[W001]" in done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_nobody_waits_for_a_pipe_that_nobody_writes_to(tmp_path: Path) -> None:
    write(tmp_path, a=PLANT)
    os.mkfifo(tmp_path / "b.yaml")
    done = diff(tmp_path / "a.yaml", tmp_path / "b.yaml")
    assert done.returncode == 1
    assert "error[I001]" in done.stderr


def refused(code: str, *arguments: str | Path, cwd: Path) -> None:
    """That a command line is wrong usage, and what is said of it."""
    done = diff(*arguments, cwd=cwd)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"error[{code}]" in done.stderr
    assert "help: " in done.stderr


def test_what_cannot_be_compared_is_refused(tmp_path: Path) -> None:
    write(tmp_path, a=PLANT, programme="programme: 1\n")
    write(tmp_path / "audits", a=PLANT)
    (tmp_path / "empty").mkdir()
    (tmp_path / "own" / "grids").mkdir(parents=True)
    (tmp_path / "own" / "grids" / "VN.yaml").write_text(GRID, encoding="utf-8")
    grid = "own/grids/VN.yaml"
    for code, arguments in {
        "J001": ("a.yaml", "audits"),
        "J002": ("a.yaml", "programme.yaml"),
        "J003": (grid, grid),
        "J004": ("shipped", "own"),
        "J005": ("shipped", "a.yaml", "--audits", "audits"),
        "J006": ("shipped", "own", "--audits", "audits", "--factors", "own"),
        "J007": ("a.yaml", "a.yaml", "--tolerance", "100%"),
        "J008": ("empty", "empty"),
        "J013": ("a.yaml", "nothing.yaml"),
        "B001": ("shipped", "own", "--audits", "nothing"),
        "N001": ("a.yaml", "a.yaml", "--tolerance", "much"),
        "X006": ("a.yaml", "a.yaml", "--of", "packages.al"),
    }.items():
        refused(code, *arguments, cwd=tmp_path)
    refused("J004", "own", "own", cwd=tmp_path)


FAULT = """
import cpaudit.portfolio.changed as room
def broken(*arguments):
    raise ZeroDivisionError("by design")
room.changes_between = broken
from cpaudit.cli.main import run
run()
"""


def test_a_fault_of_the_program_is_3_and_the_others_go_on(tmp_path: Path) -> None:
    folder = write(tmp_path, a=PLANT)
    done = subprocess.run(
        [sys.executable, "-c", FAULT, "diff", str(folder), str(folder)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=os.environ | {"CPAUDIT_LANG": "en"},
    )
    assert done.returncode == 3
    assert "error[J014]" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_output_file_is_written_whole_and_never_over_one_that_is_read(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    done = diff(*pair, "--output", pair[0])
    assert done.returncode == 1
    assert pair[0].read_text(encoding="utf-8") == PLANT
    out = tmp_path / "changes.md"
    assert diff(*pair, "--format", "markdown", "--output", out).stdout == ""
    assert out.read_text(encoding="utf-8").startswith("# ")
    done = diff(*pair, "--output", out)
    assert done.returncode == 1
    assert "error[I" in done.stderr
