"""Comparisons as a reader and a program see them."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase

import pytest
import typer
from rich.console import Console

import cpaudit
from choices import money_audit, of
from cpaudit.cli.compare import compare
from cpaudit.engine.comparing import Comparison
from cpaudit.language import LANGUAGES, Language
from cpaudit.report.blocks import Plot
from cpaudit.report.renderers.terminal import render
from cpaudit.report.views.comparing import compare_view
from cpaudit.report.views.plot import Mark, axis_of, scatter, signs_of
from test_compare_abatement import PLANT
from test_compare_incremental import FIVE

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.yaml"))
ASSESSED = [cpaudit.assess(cpaudit.load(path)) for path in EXAMPLES]


def printed(comparison: Comparison, lang: str = "en", encoding: str = "utf-8") -> str:
    written = io.BytesIO()
    file = io.TextIOWrapper(written, encoding=encoding, errors="replace")
    render(compare_view(comparison, Language(lang)), Console(file=file, width=80))
    file.flush()
    return written.getvalue().decode(encoding)


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_a_file_fits_a_narrow_screen(number: int, lang: str) -> None:
    assessment = ASSESSED[number]
    text = printed(cpaudit.compare([assessment], packages=list(assessment.packages)), lang)
    assert max(len(line.rstrip()) for line in text.splitlines()) <= 80


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_examples_side_by_side_fit_too(lang: str) -> None:
    text = printed(cpaudit.compare(ASSESSED), lang)
    assert max(len(line.rstrip()) for line in text.splitlines()) <= 80
    assert text.count("\nNPV ") >= 4  # a few columns a table


def test_a_reader_is_told_which_and_why() -> None:
    text = squeezed(printed(of(money_audit(FIVE, "6 %"))))
    assert "Worth most: A, by NPV at 6.0 % a year." in text
    assert "By IRR alone B would be chosen, and 626.61 USD lost" in text
    assert "A 2,000 229 627 9.6 % yes against: B" in text
    assert "E 5,000 146 -3,325 -4.7 % no against: A" in text
    assert "Lives differ" not in text


def test_where_lives_differ_the_assumption_is_told() -> None:
    options = {"short": (1000, 500, 3), "long": (1500, 340, 8)}
    text = squeezed(printed(of(money_audit(options, "10 %"))))
    assert "Worth most: short, by annual value at 10.0 % a year." in text
    assert "each is replaced by the like at its end" in text
    assert "long 500 -160 70.4 -39.1" in text  # extra investment, saving, NPV, annual value


def test_no_money_per_tonne_beside_options_that_pay() -> None:
    text = printed(of(PLANT))
    paying = text.partition("options that pay for themselves")[2].partition("\n\n")[0]
    assert "-102" not in paying
    assert "-135" not in paying
    assert re.search(r"B +small +20,723 +25.0 +250 +dominated by A", paying)
    curve = text.partition("options that cost something")[2].partition("\n\n")[0]
    assert re.search(r"D +fair +100 +100 +44.1 +█{6} *\n", curve)  # 44.1 / 125.5 of 18
    assert re.search(r"C +dear +50.0 +150 +125 +█{18} *\n", curve)
    assert "open (no lifetime is written)" in squeezed(text)


def test_letters_stand_where_their_figures_say() -> None:
    marks = [Mark("A", 0.0, 30.0), Mark("B", 100.0, 0.0), Mark("C", 50.0, -30.0)]
    x, y = axis_of([0, 100, 50]), axis_of([30, 0, -30])
    lines = scatter(marks, x, y, ("0", "100 t"), ("-30", "30"))
    assert len(lines) == 15
    assert lines[0] == f"{'30':>11} ┤A"
    assert lines[6].endswith("┈B")  # zero is half-way up, B at the right end
    assert lines[6].startswith(f"{'0':>11} ┤┈")
    left, right = lines[12].index("┤"), len(lines[6]) - 1
    assert abs(lines[12].index("C") - (left + 1 + right) / 2) <= 1
    assert lines[14].split() == ["0", "100", "t"]
    assert max(map(len, lines)) <= 80


def test_two_at_one_place_are_marked_and_no_axis_is_empty() -> None:
    same = [Mark("A", 5.0, 5.0), Mark("B", 5.0, 5.0)]
    assert any(
        "*" in line for line in scatter(same, axis_of([5]), axis_of([5]), ("", ""), ("", ""))
    )
    nothing = [Mark("A", 0.0, 0.0)]
    assert scatter(nothing, axis_of([0]), axis_of([0]), ("", ""), ("", ""))
    assert signs_of(52) == [*ascii_uppercase, *ascii_lowercase]
    assert signs_of(53) == [str(number) for number in range(1, 54)]


def test_a_screen_that_knows_ascii_alone() -> None:
    text = printed(of(PLANT), encoding="ascii")
    (plot, *_) = [one for one in compare_view(of(PLANT), Language("en")) if isinstance(one, Plot)]
    lines = text.partition(f"{plot.title}\n")[2].splitlines()[: len(plot.lines)]
    assert [len(line.rstrip()) for line in lines] == [len(line) for line in plot.lines]
    assert not any("?" in line for line in lines)
    assert re.search(r"44.1 \|#{6} ", text)


program = typer.Typer()
program.command()(compare)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CPAUDIT_LANG", "en")
    (tmp_path / "one.yaml").write_text(PLANT, encoding="utf-8")
    (tmp_path / "two.yaml").write_text(PLANT.replace("Mill", "Works"), encoding="utf-8")
    (tmp_path / "five.yaml").write_text(money_audit(FIVE, "6 %"), encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(PLANT.replace("1000 MWh", "1000 m3"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def started(*arguments: str) -> int:
    try:
        ended = program([*arguments], standalone_mode=False)
    except typer.Exit as leaving:
        ended = leaving.exit_code
    return ended or 0


def test_the_document(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert started("one.yaml", "--package", "both", "--format", "json") == 0
    out, err = capsys.readouterr()
    document = json.loads(out, parse_constant=pytest.fail)
    assert (err, document["format"], document["kind"]) == ("", 1, "comparison")
    assert document["base"] == "both"
    assert document["files"][0]["discount_rate"] == 0.1
    assert list(document["columns"]) == ["both", "shares"]
    assert document["columns"]["shares"]["figures"]["co2e"]["value"] == pytest.approx(75)
    assert document["differences"]["shares"]["figures"]["co2e"]["value"] == pytest.approx(-75)
    assert document["differences"]["shares"]["irr"]["unit"] == "1"
    assert list(document["abatement"]) == ["options", "packages.both"]
    curve = document["abatement"]["options"]["curve"]
    assert curve["dear"]["so_far"]["value"] == pytest.approx(150)
    assert document["abatement"]["options"]["paying"]["small"]["dominated_by"] == ["big"]
    assert document["abatement"]["options"]["left_out"]["open"] == "no lifetime is written"
    assert list(document["pareto"]) == ["options", "packages.both", "packages"]
    named = set(re.findall(r'"formula": "(\w+)"', out))
    assert named == set(document["formulas"])
    assert {"difference_from_base", "avoided_over_life"} <= named


def test_the_document_of_a_choice(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert started("five.yaml", "--format", "json") == 0
    (choice,) = json.loads(capsys.readouterr().out, parse_constant=pytest.fail)["choices"]
    assert (choice["winner"], choice["highest_irr"], choice["decided_by"]) == ("A", "B", "npv")
    assert choice["alternatives"]["C"]["options"] == ["C"]
    assert choice["steps"][0]["defender"] is None
    assert choice["steps"][2]["wins"] is True
    assert choice["steps"][2]["investment"]["value"] == pytest.approx(2000)
    assert choice["loss"]["value"] == pytest.approx(626.612, abs=0.001)


def test_the_document_of_files(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert started("one.yaml", "two.yaml", "--base", "two.yaml", "--format", "json") == 0
    document = json.loads(capsys.readouterr().out, parse_constant=pytest.fail)
    assert document["base"] == "two.yaml:shares"
    assert list(document["differences"]) == ["one.yaml:shares"]
    assert document["columns"]["two.yaml:shares"]["baseline"]["energy"]["value"] == 3600
    assert document["choices"] == []
    assert list(document["abatement"]) == ["options"]
    # two plants with the options of one: 100 t and 50 t each, those of like cost as the files stand
    curve = document["abatement"]["options"]["curve"]
    assert {name: one["so_far"]["value"] for name, one in curve.items()} == pytest.approx(
        {"one.yaml:fair": 100, "two.yaml:fair": 200, "one.yaml:dear": 250, "two.yaml:dear": 300}
    )
    assert list(document["pareto"]) == ["options", "packages"]
    assert len(document["pareto"]["options"]["points"]) == 12


def test_exit_codes(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert started("one.yaml", "two.yaml", "five.yaml", "--lang", "vi") == 0
    assert "So sánh 3 tệp" in capsys.readouterr().out
    assert started("one.yaml", "bad.yaml") == 1
    assert "error[N012]" in capsys.readouterr().err
    assert started("nowhere.yaml") == 1
    assert "error[I001]" in capsys.readouterr().err
    assert started("one.yaml", "--base", "bothh") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "error[A008]: nothing that is compared is called “bothh”" in err
    assert "Names: both." in err
    assert started("one.yaml", "--package", "bothh") == 2
    assert "error[A007]: “one.yaml” has no package “bothh”" in capsys.readouterr().err


def test_output_goes_to_a_file(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert started("one.yaml", "-o", "comparison.txt") == 0
    assert capsys.readouterr().out == ""
    assert "Packages side by side" in (files / "comparison.txt").read_text(encoding="utf-8")
    assert started("one.yaml", "-o", "comparison.txt") == 1  # never over what is there
    assert started("one.yaml", "two.yaml", "-o", "two.yaml", "--force") == 1
