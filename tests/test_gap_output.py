"""The technology gap as a reader, a program and an audit file see it."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
import typer
from rich.console import Console

from brewery import BREWERY, ENERGY, gap
from cpaudit.cli.explain import explain
from cpaudit.cli.gap import gap as gap_command
from cpaudit.language import LANGUAGES, Language
from cpaudit.report.blocks import Table
from cpaudit.report.renderers.json import gap_json
from cpaudit.report.renderers.terminal import render
from cpaudit.report.views.gap import gap_view
from reading import places, run_text

PARTS = " ▏▎▍▌▋▊▉"  # eighths of a block
# the limits of energy in MJ/hl as they are shown: survey, IFC, EU, circular
SHOWN = ("207", "160", "100", "180", "72.0", "286")


def printed(text: str, lang: str = "en", width: int = 80) -> str:
    written = io.StringIO()
    render(gap_view(gap(text), Language(lang)), Console(file=written, width=width))
    return "".join(f"{line.rstrip()}\n" for line in written.getvalue().splitlines())


def tables(text: str, lang: str = "en") -> list[Table]:
    view = gap_view(gap(text), Language(lang))
    return [block for block in view if isinstance(block, Table)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_report_fits_a_screen_of_eighty_columns(lang: str) -> None:
    lines = printed(BREWERY, lang).splitlines()
    assert [line for line in lines if len(line) > 80] == []
    for shown in SHOWN:
        number = shown.replace(".", "," if lang == "vi" else ".")
        assert any(re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d.,])", line) for line in lines)


def test_each_row_tells_use_and_gap() -> None:
    text = printed(BREWERY, width=120)
    # 13 200 GJ of 33 900: 5451 of 14 000 million VND, 1173 of 3012 t, 349 of 897 TOE
    assert re.search(r"Energy, MJ/hl +339 +█{12} +GJ\n", text)
    assert re.search(r"typical \[1\] +207 +[█▍▎▌]+ +13,200 +5,451 +1,173 +349\n", text)
    assert re.search(r"Water, m3/hl +0.600 .* m3\n", text)
    assert re.search(r"Greenhouse gases, kg CO2e/hl +30.1 +no benchmark", text)
    assert "Beer: the legal norm for energy is NOT met (339 MJ/hl, norm 286 MJ/hl)." in text
    assert "Circular 19/2016/TT-BCT" in text
    assert "warning[L018]" in text


def test_the_bars_are_as_long_as_the_values() -> None:
    product = tables(BREWERY)[0]
    bars = {}
    for row in product.rows[:7]:
        bar = row.cells[2].text
        length = bar.count("█") + (PARTS.index(bar[-1]) / 8 if bar[-1] in PARTS else 0)
        bars[row.cells[1].text] = length
    assert list(bars) == ["339", *SHOWN]
    for shown, length in bars.items():
        assert length / bars["339"] == pytest.approx(float(shown) / 339, abs=1 / 16 / 12 + 1e-9)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_closes_the_gap_is_told_in_per_cent(lang: str) -> None:
    # three gaps to a table
    first, second = tables(BREWERY, lang)[1:3]
    rows = {
        row.cells[0].text: [cell.text for cell in (*row.cells[1:], *more.cells[2:])]
        for row, more in zip(first.rows, second.rows, strict=True)
    }
    # after the boiler 339 - 60.6 MJ/hl; 6060 of 13 200, 17 900, 23 900, 15 900, 26 700, 5300 GJ
    percent = ["45.9 %", "33.9 %", "25.4 %", "38.1 %", "22.7 %", "100.0 %"]
    wanted = {"boiler": ["278", *percent], "cooling": ["343", "-2.7 %", "-2.0 %"]}
    for id, cells in wanted.items():
        shown = [cell.replace(".", ",") if lang == "vi" else cell for cell in cells]
        assert rows[id][: len(shown)] == shown
    assert len(rows) == 3


@pytest.mark.parametrize(
    ("period", "sentence"),
    [
        ("2026", "is NOT met (339 MJ/hl, norm 286 MJ/hl). The norm has ended."),
        # energy 5 of 5, heat 2 of 2, electricity 1 of 2, water 2 of 3, wastewater 2 of 4
        ("2016", "Exceeded: typical 2 of 2 · good practice 3 of 7 · best practice 7 of 7."),
    ],
)
def test_the_headline_tells_how_the_norm_stands(period: str, sentence: str) -> None:
    lines = printed(BREWERY.replace("2023", period), width=120)
    assert sentence in lines
    assert ("legal norm" in lines) == (period == "2026")


def test_without_benchmarks_the_headline_says_so() -> None:
    text = printed(BREWERY.replace("sector: beer", "sector: other"))
    assert "No benchmark is known for what this plant makes: nothing is compared." in text
    assert re.search(r"Energy, MJ/hl +339 +no benchmark", text)
    assert "warning[L010]: no benchmark is known for the sector “other”" in text


def test_the_document() -> None:
    document = json.loads(gap_json(gap(BREWERY), Language("en")), parse_constant=pytest.fail)
    assert (document["format"], document["kind"], document["currency"]) == (1, "gap", "VND")
    beer = document["products"]["beer"]
    assert (beer["name"], beer["production"]["unit"]) == ({"en": "Beer", "vi": "Bia"}, "hl")
    energy = beer["subjects"]["energy"]
    assert energy["actual"]["value"] == pytest.approx(0.339, rel=1e-12)
    norm = energy["benchmarks"][-1]
    assert (norm["id"], norm["level"]) == ("beer.norm-2021-small", "norm")
    assert (norm["met"], norm["expired"], norm["name"]) == (False, False, None)
    assert norm["limit"]["value"] == pytest.approx(0.286, rel=1e-12)
    assert norm["yearly"]["value"] == pytest.approx(5300, rel=1e-9)
    assert norm["money"]["value"] == pytest.approx(14e9 * 5300 / ENERGY, rel=1e-9)
    assert norm["closed"]["options"]["boiler"] == {
        "value": 1,
        "unit": "1",
        "from": {"kind": "computed", "formula": "share_closed"},
    }
    assert document["formulas"].keys() >= {"share_closed", "gap_per_unit", "gap_per_year"}
    assert [one["code"] for one in document["diagnostics"]] == ["L017", "L018"]


@pytest.mark.parametrize(("product", "per"), [("100000 hl", 1), ("9000 m3", 10)])
def test_the_document_gives_a_range_with_both_ends(product: str, per: int) -> None:
    made = gap(BREWERY.replace("100000 hl", product))
    document = json.loads(gap_json(made, Language("en")))
    # EU 2019/2031: 0.02 to 0.05 MWh/hl; of a range the value is the upper end. The library's own
    # value is the same for every audit, the limits are per unit of the product
    used = document["factors"]["beer.bat-2019-energy"]
    assert used["unit"] == "GJ/hl"
    assert [1000 * used[key] for key in ("low", "value", "high")] == pytest.approx([72, 180, 180])
    (beer,) = document["products"].values()
    limits = {
        one["level"]: 1000 * one["limit"]["value"]
        for one in beer["subjects"]["energy"]["benchmarks"]
        if one["id"] == "beer.bat-2019-energy"
    }
    assert limits == pytest.approx({"good": 180 * per, "best": 72 * per}, rel=1e-9)


PATHS = """\
expect:
  - {figure: gap.beer.energy.actual, value: 339 MJ/hl}
  - {figure: gap.beer.energy.beer.norm-2021-small.norm.yearly, value: 5300 GJ, within: 1e-6 %}
  - {figure: gap.beer.water.actual, value: 6 hl/hl}
  - {figure: gap.beer.energy.after.options.boiler, value: 278.4 MJ/hl}
  - {figure: gap.beer.energy.actual, value: 340 MJ/hl}
  - {figure: gap.beer.heat.beer.norm-2021-small.norm.gap, value: 1 MJ/hl}
  - {figure: gap.beer.water.beer.ifc-2007-water.good.co2e, value: 1 t}
"""


def test_an_audit_can_expect_figures_of_the_gap() -> None:
    _, _, found = run_text(BREWERY + PATHS.replace("1e-6", "0.000001"))
    codes = [(code, line - 14) for code, line, _ in places(found) if code[0] == "X"]
    # the last three: another value, a norm of heat that there is not, gases of water
    assert codes == [("X001", 6), ("X002", 7), ("X005", 8)]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLUMNS", "80")
    path = tmp_path / "brewery.yaml"
    path.write_text(BREWERY, encoding="utf-8")
    return path


def test_the_commands(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = typer.Typer()
    program.command()(gap_command)
    program.command()(explain)
    program(["gap", str(file), "--lang", "en"], standalone_mode=False)
    told, wanted = (
        text.partition("Warnings and notes")[0]
        for text in (capsys.readouterr().out, printed(BREWERY))
    )
    assert told == wanted
    path = "gap.beer.energy.actual"
    program(["explain", str(file), path, "--lang", "en"], standalone_mode=False)
    told = capsys.readouterr().out
    assert told.startswith(f"{path} = 0.339 GJ/hl\n")
    assert re.search(r"use = 33,900 GJ\n", told)
    assert "written “750 t”" in told
