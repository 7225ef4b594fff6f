"""`cpaudit diff` from outside: what it compares, its formats, its exit codes, what it refuses."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from differing import DEARER, PLANT, diff, leaves, write
from reading import HEAD

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
# the keys of an assessment below which figures stand by their paths
PARTS = ("baseline", "options", "packages", "material_flow", "design", "boilers")
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


def document(*arguments: str | Path, code: int = 0) -> dict[str, Any]:
    """The JSON of a comparison."""
    done = diff(*arguments, "--format", "json")
    assert (done.returncode, done.stderr) == (code, "")
    made: dict[str, Any] = json.loads(done.stdout, parse_constant=pytest.fail)
    assert (made["kind"], made["format"]) == ("changes", 1)
    return made


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    folder = write(tmp_path, old=PLANT, new=DEARER)
    return folder / "old.yaml", folder / "new.yaml"


def test_the_text_tells_the_cause_with_its_line_and_the_headline_figures(
    pair: tuple[Path, Path],
) -> None:
    done = diff(*pair)
    assert (done.returncode, done.stderr) == (0, "")
    text = re.sub(r" +", " ", done.stdout)
    assert "resources.water.price 4500 VND/m3 5000 VND/m3 +11.1 " in text
    assert "line 5" in text
    assert "cost million VND 4.05 4.50 +0.450 +11.1" in text
    assert "payback yr 2.47 2.22 -0.247 -10.0" in text
    assert "resources.water.cost" not in text
    assert "`--all` shows them" in text


def test_all_figures_and_those_below_a_path(pair: tuple[Path, Path]) -> None:
    assert "resources.water.cost" in diff(*pair, "--all").stdout
    below = diff(*pair, "--of", "packages.all").stdout
    assert "options.a.saving" in below
    assert "baseline" not in below


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_eighty_columns_are_enough(path: Path, lang: str) -> None:
    other = EXAMPLES[EXAMPLES.index(path) - 1]
    done = diff(path, other, "--lang", lang)
    assert done.returncode == 0
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_vietnamese_has_vietnamese_words_and_numbers(pair: tuple[Path, Path]) -> None:
    text = re.sub(r" +", " ", diff(*pair, "--lang", "vi").stdout)
    assert "Vì sao các đại lượng thay đổi" in text
    assert "triệu đồng 4,05 4,50 +0,450 +11,1" in text


def test_markdown_is_tables_for_a_pull_request(pair: tuple[Path, Path]) -> None:
    text = diff(*pair, "--format", "markdown").stdout
    assert text.startswith("# ")
    assert "| resources.water.price (line 5) | 4500 VND/m3 | 5000 VND/m3 | +11.1 | " in text
    assert "| cost | million VND | 4.05 | 4.50 | +0.450 | +11.1 |" in text


def test_exit_codes(pair: tuple[Path, Path]) -> None:
    old, new = pair
    assert diff(old, new).returncode == 0
    assert diff(old, new, "--exit-code").returncode == 1
    assert diff(old, old, "--exit-code").returncode == 0
    assert diff(old, new, "--exit-code", "--tolerance", "20%").returncode == 0
    assert diff(old, new, "--exit-code", "--of", "options.a.investment").returncode == 0
    # what is not among the headlines moves as well
    assert diff(old, new, "--exit-code", "--of", "baseline.resources").returncode == 1


def walked(path: Path) -> dict[str, dict[str, Any]]:
    """The figures of an assessment by their paths, out of its own JSON."""
    done = subprocess.run(
        [sys.executable, "-m", "cpaudit", "assess", str(path), "--format", "json"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return leaves(json.loads(done.stdout), PARTS)


def differs(one: dict[str, Any] | None, other: dict[str, Any] | None) -> bool:
    """Whether two leaves tell another value or another outcome."""
    if one is None or other is None:
        return one is not other
    keys = ("outcome", "unit", "partial")
    if any(one.get(key) != other.get(key) for key in keys):
        return True
    first, second = (leaf.get("values", [leaf.get("value")]) for leaf in (one, other))
    if len(first) != len(second):
        return True
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return any(None in two or abs(two[0] - two[1]) > 1e-9 * max(map(abs, two)) for two in pairs)


# what is edited in each example: the first digit of the first number after a key
EDITS = ("price", "amount", "investment", "operating_cost")


def edited(text: str, key: str) -> str:
    def larger(match: re.Match[str]) -> str:
        return f"{match[1]}{int(match[2]) + 1}"

    return re.sub(rf"(\b{key}: )([1-8])", larger, text, count=1)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_exactly_the_leaves_that_differ_are_listed(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for number, key in enumerate(EDITS):
        text = edited(text, key) if number % 2 == EXAMPLES.index(path) % 2 else text
    new = tmp_path / path.name
    new.write_text(text, encoding="utf-8")
    assert_all_are_listed(path, new)


def test_of_two_plants_all_leaves_are_listed() -> None:
    assert_all_are_listed(EXAMPLES[0], EXAMPLES[1])


def assert_all_are_listed(old: Path, new: Path) -> None:
    before, after = walked(old), walked(new)
    wanted = {path for path in {*before, *after} if differs(before.get(path), after.get(path))}
    made = document(old, new, "--all")["pairs"][0]
    listed = {one["path"]: one for one in made["figures"] if not one["path"].startswith("cdm.")}
    assert listed.keys() == wanted
    assert made["moved"] == len(made["figures"])
    for path, one in listed.items():
        for told, there in ((one["before"], before.get(path)), (one["after"], after.get(path))):
            assert (told or {}).get("value") == (there or {}).get("value")
        if one["change"] == "value" and "value" in one["before"]:
            a, b = one["before"]["value"], one["after"]["value"]
            assert one["absolute"] == pytest.approx(b - a, rel=1e-12)
            assert one["relative"] == (pytest.approx((b - a) / abs(a), rel=1e-12) if a else None)
        assert all(0 <= number < len(made["causes"]) for number in one["causes"])


def test_json_of_a_pair(pair: tuple[Path, Path]) -> None:
    made = document(*pair)
    (one,) = made["pairs"]
    assert (made["moved"], one["status"], one["moved"]) == (
        True,
        "compared",
        len(document(*pair, "--all")["pairs"][0]["figures"]),
    )
    assert one["currency"] == {"before": "VND", "after": "VND"}
    cause = one["causes"][0]
    assert (cause["kind"], cause["name"]) == ("entered", "resources.water.price")
    assert (cause["before"]["value"], cause["after"]["value"]) == (4500, 5000)
    assert (cause["before"]["from"]["line"], cause["after"]["from"]["text"]) == (5, "5000 VND/m3")
    figures = {figure["path"]: figure for figure in one["figures"]}
    assert figures["baseline.cost"]["absolute"] == 450_000
    assert "baseline.resources.water.cost" not in figures


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


def test_the_page_shows_what_the_program_prints(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "diff.md").read_text(encoding="utf-8")
    shown = page.partition("```text\n")[2].partition("```")[0].split("…\n")
    text = (ROOT / "examples" / "textile-dyehouse.yaml").read_text(encoding="utf-8")
    (tmp_path / "plant.old.yaml").write_text(text, encoding="utf-8")
    new = text.replace("1.25 million VND/t", "1.30 million VND/t")
    (tmp_path / "plant.yaml").write_text(new, encoding="utf-8")
    printed = diff("plant.old.yaml", "plant.yaml", cwd=tmp_path).stdout
    assert len(shown) == 2
    assert printed.startswith(shown[0].rstrip("\n"))
    assert printed.endswith(shown[1].lstrip("\n"))
