"""A programme as a reader, a spreadsheet, a program and a command line see it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from rich.console import Console

import cpaudit
from benchmarks.generated import write
from cpaudit.language import LANGUAGES, Language
from cpaudit.report.blocks import Table
from cpaudit.report.renderers.markdown import markdown_text
from cpaudit.report.renderers.terminal import render
from cpaudit.report.views.programme import TABLES, programme_view
from programmes import HEAD, rolled
from test_language import Asking, symbols

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "vncpc-2008" / "programme.yaml"
ROWS = """\
year: 2008
totals:
  - sector: paper
    years: {from: 1999, to: 2007}
    saves: {water: 1000 m3}
    saving: 12 USD
    investment: 6 USD
projects:
  - name: "=1+1 | *mill*"
    sector: textile
    province: Huế
    service: cpa
    status: implemented
    plants: 2
    saves: {electricity: 10 MWh, hazardous_waste: 2 t}
    saving: 24 USD
    investment: 6 USD
training:
  - {course: "@sum", year: 2008, trainees: 10, days: 3}
  - {course: B, year: 2007, trainees: 10, days: 4}
"""


def run(*arguments: object, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "cpaudit", "programme", *map(str, arguments)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == code, done.stderr
    return done


def printed(blocks: Any) -> str:
    written = io.StringIO()
    render(blocks, Console(file=written, width=80))
    return "".join(f"{line.rstrip()}\n" for line in written.getvalue().splitlines())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "programme.yaml"
    path.write_text(HEAD + ROWS, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A programme of generated audits of several years, with totals in another currency."""
    folder = tmp_path_factory.mktemp("many")
    write(folder, 12)
    text = "counts: planned\naudits: ['**/plant-*.yaml']\n"
    return rolled(folder, text + ROWS, until=2012)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_table_fits_a_screen_of_eighty_columns(many: Any, lang: str) -> None:
    for rollup in (many, cpaudit.programme(EXAMPLE)):
        text = printed(programme_view(rollup, Language(lang), verbose=False))
        assert [line for line in text.splitlines() if len(line) > 80] == []
        for name in TABLES:
            assert printed(programme_view(rollup, Language(lang), [name])) != ""


def test_nothing_is_left_in_english(many: Any) -> None:
    path = ROOT / "src" / "cpaudit" / "locale" / "vi" / "LC_MESSAGES" / "cpaudit.po"
    with path.open("rb") as stream:
        asking = Asking(read_po(stream, locale="vi"))
    for rollup in (many, cpaudit.programme(EXAMPLE), incomplete(many)):
        assert programme_view(rollup, asking, verbose=True)
    assert asking.missing - symbols() == set()


def incomplete(rollup: Any) -> Any:
    return rollup._replace(programme=rollup.programme._replace(missing=("lost.yaml",)))


def test_a_table_that_lacks_audits_says_so_wherever_it_is_shown(many: Any) -> None:
    rollup = incomplete(many)
    for name in ("sectors", "projects", "years", "provinces", "services"):
        for wide in (True, False):
            tables = programme_view(rollup, Language("en"), [name], wide=wide)
            text = printed(tables).replace("\n", " ")
            assert "INCOMPLETE: audits that are missing here: lost.yaml." in text, name
    assert "INCOMPLETE" in printed(programme_view(rollup, Language("en"))[:1])
    assert "INCOMPLETE" not in printed(programme_view(many, Language("en")))


def test_parts_of_a_wide_table_lose_no_cell(many: Any) -> None:
    for name in TABLES:
        whole, cut = (
            [
                block
                for block in programme_view(many, Language("en"), [name], wide=wide)
                if isinstance(block, Table)
            ]
            for wide in (True, False)
        )
        for titles in (whole, cut):
            assert all(len(row.cells) == len(one.columns) for one in titles for row in one.rows)
        assert sum(len(one.columns) - 1 for one in cut) == sum(
            len(one.columns) - 1 for one in whole
        )


def test_markdown_is_tables_that_mean_what_they_say(file: Path) -> None:
    text = run(file, "--format", "markdown", "--lang", "en").stdout
    lines = text.splitlines()
    assert lines[0] == "# A centre"
    row = next(line for line in lines if "mill" in line and line.startswith("|"))
    assert "=1+1 \\| \\*mill\\*" in row
    head = lines.index("## Savings a year per sector, 1999–2008")
    columns = lines[head + 2].count(" | ")
    assert lines[head + 3].count(" | ") == columns
    assert all(line.count(" | ") == columns for line in lines[head + 4 : head + 7])
    # 12 + 24 USD, and 12 months of 12 / 36
    assert lines[head + 6].startswith("| **Total** |")
    assert "| **36** | **12** | **4.0** |" in lines[head + 6]


def test_markdown_of_other_blocks(many: Any) -> None:
    from cpaudit.report.blocks import Branch, Panel, Plot

    blocks = [
        Panel("A <b>", ["one & two"]),
        Branch("a_b", "1", ("f",), (Branch("c", "2", ()),)),
        Plot("P", ["x|y"]),
    ]
    tree = "- a\\_b = 1 (f)\n  - c = 2\n"
    plot = "## P\n\n```text\nx|y\n```\n"
    assert markdown_text(blocks) == f"# A \\<b\\>\n\none &amp; two  \n\n{tree}\n{plot}"
    assert markdown_text([]) == ""


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_one_table_as_csv_has_a_column_for_each_figure(file: Path) -> None:
    rows = table(run(file, "--format", "csv", "--table", "sectors").stdout)
    assert [one["id"] for one in rows] == ["paper", "textile", "total"]
    found = rows[2]
    assert {key: float(found[key]) for key in ("water_m3", "saving_USD", "investment_USD")} == {
        "water_m3": 1000,
        "saving_USD": 36,
        "investment_USD": 12,
    }
    # 10 MWh x 0.5764 t/MWh of 2008; 12 / 36 years
    assert float(rows[1]["co2_t"]) == pytest.approx(5.764)
    assert float(found["payback_yr"]) == pytest.approx(1 / 3)
    assert {one["complete"] for one in rows} == {"true"}
    # what a row does not name is not told, which is not zero
    assert rows[0]["electricity_MWh"] == ""


def test_projects_and_training_as_csv_are_harmless_to_a_spreadsheet(file: Path) -> None:
    (project,) = table(run(file, "--format", "csv", "--table", "projects").stdout)
    assert project["name"] == "'=1+1 | *mill*"
    assert (project["status"], project["counts"], project["plants"]) == (
        "implemented",
        "true",
        "2",
    )
    course, total = table(run(file, "--format", "csv", "-t", "training").stdout)
    assert (course["course"], course["person_days"]) == ("'@sum", "30")
    assert (total["course"], total["person_days"]) == ("total", "30")


def test_all_tables_as_csv_are_a_row_for_each_figure(file: Path) -> None:
    rows = table(run(file, "--format", "csv").stdout)
    assert {one["table"] for one in rows} == set(TABLES)
    keys = [(one["table"], one["row"], one["figure"]) for one in rows]
    found = dict(zip(keys, [(float(one["value"]), one["unit"]) for one in rows], strict=True))
    assert found["sectors", "total", "saving"] == (36, "USD")
    assert found["provinces", "Huế", "hazardous_waste"] == (2, "t")
    assert found["services", "cpa", "saving"] == (24, "USD")
    assert found["years", "2008", "begun_saving"] == (24, "USD")
    assert found["years", "2008", "in_force_saving"] == (36, "USD")
    # totals up to 2007 stand in 2007: 12, then 12 + 24
    assert found["years", "2008", "saved"] == (48, "USD")
    assert found["years", "2007", "person_days"] == (40, "")


def test_json_names_the_rows_of_each_sum(file: Path) -> None:
    document = json.loads(run(file, "--format", "json").stdout)
    assert (document["kind"], document["currency"], document["complete"]) == (
        "programme",
        "USD",
        True,
    )
    assert (document["first"], document["until"], document["year"]) == (1999, 2008, 2008)
    rows = {one["row"]: one for one in document["rows"]}
    assert set(rows) == {"totals.1", "projects.1"}
    assert rows["projects.1"]["line"] == 14
    assert rows["totals.1"]["years"] == [1999, 2007]
    total = document["sectors"]["total"]
    assert total["rows"] == ["totals.1", "projects.1"]
    assert total["saving"]["value"] == 36
    assert total["payback"]["outcome"] == "reached"
    assert total["saving"]["from"]["formula"] in document["formulas"]
    assert document["sectors"]["groups"]["paper"]["names"]["vi"] == "Giấy"
    assert document["services"]["groups"]["cpa"]["names"]["vi"] == "Đánh giá sản xuất sạch hơn"
    assert document["training"]["total"]["person_days"]["value"] == 30
    assert set(document["training"]["years"]) == {"2007", "2008"}
    part = rows["totals.1"]["parts"][0]["saving"]
    assert (part["from"]["kind"], part["from"]["line"]) == ("entered", 11)


def test_json_of_audits_names_file_option_and_line(many: Any) -> None:
    from cpaudit.report.renderers.json.programme import programme_json

    document = json.loads(programme_json(many, Language("en")))
    audits = [one for one in document["rows"] if one["kind"] == "audit"]
    assert len(audits) == 12
    for row in audits:
        for part in row["parts"]:
            for figure in part["resources"].values():
                origin = figure["from"]
                assert origin["kind"] == "audit"
                assert (origin["file"], origin["option"]) == (row["row"], part["id"])
                assert origin["line"] > 1
    sources = {one["source"] for one in document["rates"]}
    assert sources == {"audit"}


def test_json_tells_the_rate_and_its_source() -> None:
    document = json.loads(run(EXAMPLE, "--format", "json").stdout)
    (rate,) = document["rates"]
    assert (rate["currency"], rate["year"], rate["source"]) == ("VND", 2008, "library")
    assert rate["rate"]["written"]["value"] == 16302.25
    factor = document["factors"][rate["rate"]["written"]["from"]["factor"]]
    assert factor["source"]["publisher"] == "World Bank"
    cti = next(one for one in document["reported"] if one["row"] == "projects.4")
    assert (cti["fits"], cti["reported"]["value"]) == (False, 73867)
    assert cti["implied"]["coal"]["needed"]["value"] > 70


def test_years_are_chosen_on_the_command_line(file: Path) -> None:
    document = json.loads(run(file, "--format", "json", "--year", 2007).stdout)
    assert (document["year"], document["until"]) == (2007, 2007)
    assert document["sectors"]["total"]["saving"]["value"] == 12
    assert document["training"]["total"]["person_days"]["value"] == 40
    assert document["projects"]["lines"] == []
    document = json.loads(run(file, "--format", "json", "--year", 2007, "--until", 2008).stdout)
    assert document["sectors"]["total"]["saving"]["value"] == 36
    assert document["training"]["total"]["person_days"]["value"] == 40
    assert "--year" in run(file, "--year", 2101, code=2).stderr


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    audits = write(tmp_path, 2)
    text = audits[0].read_text(encoding="utf-8")
    audits[0].write_text(text.replace("lifetime: ", "life: ", 1), encoding="utf-8")
    path = tmp_path / "programme.yaml"
    path.write_text(f"{HEAD}audits: [000/*.yaml]\n", encoding="utf-8")
    return path


def test_a_broken_audit_is_told_and_no_table_is_printed(broken: Path) -> None:
    done = run(broken, "--lang", "en", code=1)
    assert done.stdout == ""
    assert "000/plant-000000.yaml:" in done.stderr
    assert "error[K003]" in done.stderr
    assert "error[G005]: audits that the tables would lack: 1" in done.stderr
    document = json.loads(run(broken, "--format", "json", code=1).stdout)
    assert document["kind"] == "errors"
    assert [one["code"] for one in document["diagnostics"] if one["level"] == "error"][-1] == "G005"


@pytest.mark.parametrize("format", ["text", "csv", "markdown", "json"])
def test_keeping_going_marks_what_is_incomplete(broken: Path, format: str) -> None:
    done = run(broken, "--keep-going", "--format", format, "--lang", "en", code=1)
    assert "error[G005]" in done.stderr
    assert "error[K003]" in done.stderr
    if format == "csv":
        assert {one["complete"] for one in table(done.stdout)} == {"false"}
    elif format == "json":
        document = json.loads(done.stdout)
        assert (document["complete"], document["missing"]) == (False, ["000/plant-000000.yaml"])
        assert len(document["rows"]) == 1
    else:
        assert "INCOMPLETE" in done.stdout


def test_warnings_have_a_place_where_the_tables_have_none(file: Path) -> None:
    text = run(EXAMPLE, "--table", "training", "--lang", "en")
    assert "885" in text.stdout
    assert "warning[G013]" in text.stderr
    assert "warning[G013]" in run(EXAMPLE, "--lang", "en").stdout.replace("\n", " ")
    file.write_text(HEAD + "projects: [{name: A, year: 2008, saving: 1 USD}]\n", "utf-8")
    found = run(file, "--table", "projects", "--lang", "en").stderr
    assert found.startswith("warning[G023]")


def test_the_output_is_never_a_file_that_is_there(file: Path, tmp_path: Path) -> None:
    assert "I004" in run(file, "--output", file, code=1).stderr
    out = tmp_path / "report.md"
    run(file, "--format", "markdown", "-o", out)
    assert out.read_text(encoding="utf-8").startswith("# A centre\n")
    assert "I002" in run(file, "-o", out, code=1).stderr


def test_links_may_not_leave_the_folder(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (outside,) = write(tmp_path / "outside", 1)
    inside = tmp_path / "inside"
    inside.mkdir()
    try:
        (inside / "link.yaml").symlink_to(outside)
    except OSError:
        pytest.skip("this system makes no links")
    path = inside / "programme.yaml"
    path.write_text(f"{HEAD}audits: ['*.yaml']\n", encoding="utf-8")
    assert "error[G002]: “link.yaml”" in run(path, "--lang", "en", code=1).stderr


def test_a_pattern_finds_audits_at_any_depth_but_not_the_programme_itself(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b", 2)
    write(tmp_path / "c", 1)
    rollup = rolled(tmp_path, "audits: ['**/*.yaml']\n")
    names = [one.key for one in rollup.programme.entries]
    assert names == sorted(names)
    assert len(names) == 3


@pytest.mark.parametrize("text", ["", "- a", "programme: 1", "audits: {", "totals: 5", "\x00"])
def test_other_files_are_mistakes_with_a_place(tmp_path: Path, text: str) -> None:
    path = tmp_path / "programme.yaml"
    path.write_text(text, encoding="utf-8")
    assert "error[" in run(path, "--lang", "en", code=1).stderr
    assert "error[I001]" in run(tmp_path / "none.yaml", "--lang", "en", code=1).stderr


def test_an_assessment_imports_no_programme() -> None:
    program = (
        "import sys\nfrom cpaudit import assess, load\n"
        f"assess(load({str(ROOT / 'examples' / 'textile-dyehouse.yaml')!r}))\n"
        "print(*[name for name in sys.modules if 'programme' in name])"
    )
    loaded = subprocess.check_output([sys.executable, "-c", program], text=True).split()
    # the diagnostics are registered all together; selection has a programme of its own
    assert set(loaded) <= {
        "cpaudit.diagnostics.codes.programme",
        "cpaudit.engine.selection.programme",
    }


def test_the_python_function_is_that_of_the_command() -> None:
    rollup = cpaudit.programme(str(EXAMPLE), year=2007)
    assert isinstance(rollup, cpaudit.Rollup)
    assert (rollup.year, rollup.until) == (2007, 2007)
    with pytest.raises(cpaudit.AuditError):
        cpaudit.programme(ROOT / "examples" / "textile-dyehouse.yaml")
