"""`cpaudit factors list`, `show`, `check`, `diff` from outside: texts, JSON, exit codes, files."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from cpaudit.factors import default_library
from test_cli import run

MINE = "{value: 0.7 t/MWh, source: mine, confirmed: true}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder `own` that changes one year of the grid, adds one, and changes a note."""
    (tmp_path / "own" / "grids").mkdir(parents=True)
    years = f"{{2014: {MINE}, 2024: {MINE}}}"
    grid = f"series: [{{id: official, years: {years}}}]\n"
    (tmp_path / "own/grids/VN.yaml").write_text(grid, encoding="utf-8")
    sources = "mine: {title: My own}\nsi: {title: Other words, year: 2019}\n"
    (tmp_path / "own/sources.yaml").write_text(sources, encoding="utf-8")
    return tmp_path


def document_of(*arguments: str, cwd: Path | None = None, code: int = 0) -> Any:
    """The JSON that a command prints, and nothing else anywhere."""
    done = run("factors", *arguments, "--format", "json", cwd=cwd)
    assert (done.returncode, done.stderr) == (code, "")
    return json.loads(done.stdout)


@pytest.mark.parametrize("command", ["list", "show", "check", "diff"])
def test_each_command_says_how_it_is_used(command: str) -> None:
    done = run("factors", command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"cpaudit factors {command} [OPTIONS]" in done.stdout
    assert f"Example: cpaudit factors {command}" in done.stdout
    assert re.search(rf"^  {command} ", run("factors", "--help").stdout, re.MULTILINE)


def test_values_are_listed_with_their_sources() -> None:
    done = run("factors", "list", "--country", "TH")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [line for line in lines if re.match(r"grid: 1\b", line)]
    assert [line.split() for line in lines if line.startswith("grid.TH")] == [
        ["grid.TH.2020", "0.442", "t/MWh", "[1]", "2020"]
    ]
    assert "[1] Energy Policy and Planning Office" in done.stdout


def test_values_are_listed_for_programs() -> None:
    document = document_of("list", "--country", "VN", "--kind", "grid", "--year", "2016")
    assert document["kind"] == "factors"
    (only,) = document["factors"]
    assert (only["id"], only["group"], only["kind"]) == ("grid.VN.2016", "grid", "combined-margin")
    # Department of Climate Change: 0.9185 t CO2 per MWh
    assert (only["value"], only["unit"], only["written"]) == (0.9185, "t/MWh", "0.9185 t/MWh")
    assert (only["year"], only["region"], only["confirmed"]) == (2016, "VN", True)
    assert only["source"]["id"] == "vn-dcc-grid"
    assert set(only["name"]) == {"en", "vi"}
    every = document_of("list")["factors"]
    assert len({one["id"] for one in every}) == len(every) > 700
    open_ = document_of("list", "--unconfirmed")["factors"]
    assert {one["id"] for one in open_} == {one["id"] for one in every if not one["confirmed"]}


def test_a_list_of_nothing_says_so() -> None:
    done = run("factors", "list", "--kind", "luck")
    assert (done.stdout + done.stderr).strip()


def test_one_value_is_shown_with_all_that_is_known_of_it() -> None:
    shown = run("factors", "show", "anthracite.ncv").stdout
    # IPCC 2006, Vol. 2, Table 1.2
    assert re.search(r"^Value +26\.7 GJ/t$", shown, re.MULTILINE)
    assert re.search(r"^Interval \(95 %\) +21\.6 – 32\.2 GJ/t$", shown, re.MULTILINE)
    assert re.search(r"^Place +Vol\. 2, Table 1\.2$", shown, re.MULTILINE)
    assert "History" not in shown
    shown = run("factors", "show", "grid.VN.2014").stdout
    history = shown.partition("History")[2]
    assert re.findall(r"^grid\.VN\.(\d{4}) ", history, re.MULTILINE)[:2] == ["2008", "2010"]
    assert re.findall(r"^(\S+) .*◀$", history, re.MULTILINE) == ["grid.VN.2014"]
    # half of the greatest, 0.9185 of 2016, in twenty steps: 20 · 0.6612 / 0.9185 = 14.4
    assert re.search(r"^grid\.VN\.2014 .* █{14} ", history, re.MULTILINE)


def test_one_value_is_shown_in_vietnamese_and_for_programs() -> None:
    assert "0,6612 t/MWh" in run("factors", "show", "grid.VN.2014", "--lang", "vi").stdout
    document = document_of("show", "grid.VN.2014")
    assert (document["kind"], document["factor"]["value"]) == ("factor", 0.6612)
    years = [one["year"] for one in document["history"]]
    assert years == [2008, *range(2010, 2024)]


def test_a_shorter_name_shows_all_below_it_and_an_unknown_one_is_wrong_usage() -> None:
    below = document_of("show", "biogas")["factors"]
    assert [one["id"] for one in below] == [f"biogas.{key}" for key in ("ncv", "co2", "ch4", "n2o")]
    done = run("factors", "show", "anthracite.nvc")
    assert (done.returncode, done.stdout) == (2, "")
    assert "error[F007]" in done.stderr
    assert "Near it: anthracite.ncv." in done.stderr


def test_a_library_in_order_is_told_so(folder: Path) -> None:
    for arguments in ((), ("own",)):
        done = run("factors", "check", *arguments, cwd=folder)
        assert (done.returncode, done.stdout) == (0, "Every value is in order.\n")
        document = document_of("check", *arguments, cwd=folder)
        assert (document["kind"], document["diagnostics"]) == ("factor-check", [])


def test_a_library_with_mistakes_is_1_and_they_have_places(folder: Path) -> None:
    grid = f"series:\n- id: official\n  years:\n    2014: {MINE.replace('mine', 'hearsay')}\n"
    (folder / "own/grids/VN.yaml").write_text(grid, encoding="utf-8")
    (folder / "own/other.yaml").write_text("", encoding="utf-8")
    done = run("factors", "check", "own", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[F005]" in done.stderr
    (folder / "own/other.yaml").unlink()
    done = run("factors", "check", "own", cwd=folder)
    # behind `    2014: {value: 0.7 t/MWh, ` on the fourth line
    assert re.search(r"own.grids.VN\.yaml:4:30: error\[F003\]", done.stderr)
    (said,) = document_of("check", "own", cwd=folder, code=1)["diagnostics"]
    assert (said["code"], said["line"], said["column"]) == ("F003", 4, 30)
    done = run("factors", "check", "nowhere", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[F006]" in done.stderr


def test_differences_are_told_both_ways(folder: Path) -> None:
    there = document_of("diff", "shipped", "own", cwd=folder)
    rows = {one["id"]: one for one in there["differences"]}
    assert (there["kind"], set(rows)) == (
        "factor-differences",
        {"energy.electricity", "grid.VN.2014", "grid.VN.2024"},
    )
    changed, added = rows["grid.VN.2014"], rows["grid.VN.2024"]
    assert (changed["change"], changed["before"]["value"]) == ("value", 0.6612)
    assert (changed["after"]["value"], changed["ratio"]) == (0.7, pytest.approx(0.7 / 0.6612 - 1))
    assert (added["change"], added["before"], added["ratio"]) == ("added", None, None)
    assert added["after"]["own"].endswith("VN.yaml")
    words = rows["energy.electricity"]
    assert (words["change"], words["ratio"]) == ("source", 0)
    back = document_of("diff", "own", "shipped", cwd=folder)["differences"]
    assert [one["change"] for one in back] == ["source", "value", "removed"]
    assert back[1]["ratio"] == pytest.approx(0.6612 / 0.7 - 1)


def test_differences_are_shown_and_make_an_exit_code_where_wanted(folder: Path) -> None:
    done = run("factors", "diff", "shipped", "own", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    # 0.7 / 0.6612 = 1.0587
    assert re.search(r"^grid\.VN\.2014 .*0\.6612 t/MWh +0\.7 t/MWh +\+5\.9 %$", done.stdout, re.M)
    assert run("factors", "diff", "shipped", "own", "--exit-code", cwd=folder).returncode == 1
    same = run("factors", "diff", "own", "own", "--exit-code", cwd=folder)
    assert (same.returncode, "No value differs." in same.stdout) == (0, True)
    done = run("factors", "diff", "shipped", "nowhere", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("show", "other_bituminous"),
        ("show", "beer.ifc-2007-energy"),
        ("diff", "shipped", "own"),
    ],
    ids=" ".join,
)
def test_no_line_is_wider_than_a_screen(
    arguments: tuple[str, ...], lang: str, folder: Path
) -> None:
    text = run("factors", *arguments, "--lang", lang, cwd=folder).stdout
    assert text
    assert [line for line in text.splitlines() if cell_len(line) > 80] == []


def test_output_is_written_and_spared(folder: Path) -> None:
    arguments = ("factors", "list", "-c", "LA", "-f", "json", "-o", "list.json")
    done = run(*arguments, cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    written = folder / "list.json"
    assert json.loads(written.read_text(encoding="utf-8"))["factors"][0]["id"] == "grid.LA.2022"
    written.write_text("precious", encoding="utf-8")
    assert "I002" in run(*arguments, cwd=folder).stdout
    assert written.read_text(encoding="utf-8") == "precious"
    assert run(*arguments, "--force", cwd=folder).returncode == 0
    assert run("factors", "show", "biogas", "-o", "biogas.txt", cwd=folder).stdout == ""
    assert "biogas.ncv" in (folder / "biogas.txt").read_text(encoding="utf-8")


def test_a_copy_that_lacks_a_file_is_laid_over_the_rest(tmp_path: Path) -> None:
    shutil.copytree(default_library().files.root, tmp_path / "copy")
    (tmp_path / "copy" / "cdm.yaml").unlink()
    done = run("factors", "diff", "copy", "shipped", cwd=tmp_path)
    assert (done.returncode, "No value differs." in done.stdout) == (0, True)
