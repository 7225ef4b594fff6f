"""Sensitivity as a reader, a program and a command line see it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
import typer
from rich.console import Console

import cpaudit
from cpaudit.cli.parameters import Lang
from cpaudit.cli.sensitivity import sensitivity
from cpaudit.engine.sensitivity import Sensitivity, sensitivity_of
from cpaudit.language import LANGUAGES, Language
from cpaudit.report.blocks import Table
from cpaudit.report.renderers.json.sensitivity import sensitivity_json
from cpaudit.report.renderers.terminal import render
from cpaudit.report.views.sensitivity import sensitivity_view
from cpaudit.report.views.tornado import HALF, bar_of
from reading import WATER
from varied import WORKED, plant, row_of, texts, varied

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.yaml"))
DYEHOUSE = next(path for path in EXAMPLES if path.stem == "textile-dyehouse")
ENGLISH = Language("en")


def printed(made: Sensitivity, lang: str = "en", most: int | None = None) -> str:
    written = io.StringIO()
    render(sensitivity_view(made, Language(lang), most), Console(file=written, width=80))
    return "".join(f"{line.rstrip()}\n" for line in written.getvalue().splitlines())


def tables(made: Sensitivity) -> list[Table]:
    return [block for block in sensitivity_view(made, ENGLISH) if isinstance(block, Table)]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_report_fits_a_screen_of_eighty_columns(example: Path, lang: str) -> None:
    text = printed(sensitivity_of(cpaudit.assess(cpaudit.load(example))), lang)
    assert [line for line in text.splitlines() if len(line) > 80] == []


def test_a_row_tells_the_change_both_figures_and_both_values() -> None:
    made = varied(WORKED)
    tornado, values = tables(made)
    # worked by hand in test_sensitivity.py
    row = texts(tornado)["Investment: a"]
    assert row[:3] == ["± 20 %", "-4.38", "-28.8"]
    assert "Money in thousand VND." in tornado.remarks
    row = texts(values)["Price: water, VND/m3"]
    assert row == ["100", "80.0", "120", "137", "+37.3 %"]
    assert texts(values)["Tax rate"][3:] == ["–", "–"]
    assert texts(values)["Lifetime: a, yr"] == ["6", "4.80", "7.20", "12", "+100.0 %"]


def test_the_headline_tells_the_figure_and_whether_it_changes_sides() -> None:
    lines = sensitivity_view(varied(WORKED), ENGLISH)[0].lines
    assert lines[1] == "packages.all.npv is -16,573 VND today."
    assert lines[2].startswith("It changes most with: investment: a, price: water,")
    assert lines[3] == "It stays below zero at every end."
    # at +50 % 27 000 a year bring (0.6 · 27 000 + 5600) · 4.1114 = 89 629 for the 84 000
    lines = sensitivity_view(varied(WORKED, by=0.5), ENGLISH)[0].lines
    # saving, price, and the investment of 42 000; 9 years of lifetime are not yet 12
    assert lines[3] == "It rises above zero in 3 of 6 rows."


def test_the_bar_is_as_long_as_the_change() -> None:
    made = varied(WORKED)
    # the widest end is 12 195 from the middle, 9 characters: the investment, both ways alike
    bar = bar_of(row_of(made, "options.a.investment"), made)
    assert bar == "█" * HALF + "│" + "░" * HALF
    # price: 2160 · 4.1114 = 8881 either way, 9 · 8881 / 12 195 = 6.55
    bar = bar_of(row_of(made, "resources.water.price"), made)
    assert bar == "  " + "░" * 7 + "│" + "█" * 7 + "  "


def test_a_payback_that_is_never_reached_has_a_whole_bar() -> None:
    text = WORKED.replace("84000 VND", "84000 VND, operating_cost: 16000 VND")
    made = varied(text, "options.a.payback")
    row = row_of(made, "resources.water.price")
    bar = bar_of(row, made)
    assert bar.endswith("│" + "░" * HALF)
    assert bar.startswith("█")
    assert texts(tables(made)[0])["Price: water"][1] == "never"
    assert texts(tables(made)[0])["Price: water"][2] == "15 yr"  # 84 000 / 5600


def test_a_limit_is_marked_and_told() -> None:
    text = printed(varied(WORKED.replace("180 m3", "90 %")))
    assert "100.0 % †" in text
    assert "note[T001]: “options.a.saves.water” is taken to 100.0 % only:" in text
    assert "† as far as is possible" in text


def test_what_a_change_is_taken_from_stands_below_its_name() -> None:
    made = varied(WORKED.replace("100 VND/m3", "{value: 100 VND/m3, uncertainty: 2.5 %}"))
    row = next(one for one in tables(made)[0].rows if one.cells[0].text == "Price: water")
    assert row.cells[0].detail == "uncertainty that the file states"
    assert row.cells[1].text == "± 2.5 %"


def test_the_smaller_rows_are_counted() -> None:
    made = varied(plant())
    text = printed(made, most=5)
    more = f"{len(made.rows) - 5} more rows with smaller changes: `--all` shows them."
    assert more in text
    assert "more rows" not in printed(made)


def document(made: Sensitivity) -> dict[str, Any]:
    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    return dict(json.loads(sensitivity_json(made, ENGLISH), parse_constant=refuse))


def test_json_has_every_row_at_full_precision() -> None:
    made = varied(WORKED)
    told = document(made)
    assert (told["kind"], told["path"], told["reach"]) == (
        "sensitivity",
        "packages.all.npv",
        {"value": 0.0, "unit": "VND"},
    )
    assert told["figure"]["value"] == pytest.approx(-16_572.92, abs=0.005)
    row = next(one for one in told["rows"] if one["kind"] == "investment")
    assert row["variable"] == "options.a.investment"
    assert row["today"] == {"value": 84_000.0, "unit": "VND"}
    assert (row["by"], row["basis"]) == (0.2, "asked")
    assert row["low"]["value"] == pytest.approx(67_200)
    assert row["low"]["figure"]["value"] == pytest.approx(-4377.70, abs=0.005)
    assert row["high"]["limited"] is False
    assert row["break_even"]["searched"] == [0.0, 840_000.0]
    assert row["break_even"]["values"] == pytest.approx([61_169.3], abs=0.05)


def test_json_of_outcomes_without_a_number() -> None:
    text = WORKED.replace("84000 VND", "84000 VND, operating_cost: 16000 VND")
    told = document(varied(text, "options.a.payback"))
    row = next(one for one in told["rows"] if one["variable"] == "resources.water.price")
    assert row["low"]["figure"] == {"outcome": "never", "value": None, "unit": "yr"}
    assert row["swing"] is None
    assert row["break_even"] is None
    assert told["reach"] is None


def run(capsys: pytest.CaptureFixture[str], file: Path, **options: Any) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of the command."""
    code = 0
    try:
        sensitivity(file, lang=Lang.en, **options)
    except typer.Exit as leaving:
        code = leaving.exit_code
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"of": "packages.full"}, "error[T003]"),
        ({"of": "packages.full.nvp"}, "error[X006]"),
        ({"of": "baseline.bod"}, "error[T004]"),
        ({"by": "0.2"}, "--by:1:1: error[N009]"),
        ({"by": "100 %"}, "error[T005]"),
        ({"by": "5 kWh"}, "error[T005]"),
        ({"reach": "3 yr"}, "error[T006]"),
        ({"of": "packages.full.irr", "reach": "3 yr"}, "which is in %"),
    ],
    ids=str,
)
def test_wrong_usage_is_2(
    options: dict[str, str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, DYEHOUSE, **options)
    assert (code, out) == (2, "")
    assert said in err


def test_without_an_option_there_is_nothing_to_vary(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mill.yaml"
    file.write_text(WATER, encoding="utf-8")
    code, out, err = run(capsys, file)
    assert (code, out) == (2, "")
    assert "error[T002]" in err
    assert run(capsys, file, of="baseline.cost")[0] == 0


def test_shares_and_targets_of_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(
        capsys, DYEHOUSE, of="options.condensate.payback", by="10 %", reach="24 months"
    )
    assert code == 0
    assert "± 10 %" in out
    # 350 million / 2 yr = 175 million a year are 38.875 less than today's 213.875 million: coal at
    # 1 250 000 - 38 875 000 / 154.64 t
    assert "where options.condensate.payback is 2.00 yr" in out
    assert "998,610" in out
