"""RECP indicators as a reader and a program see them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import typer

from cpaudit.cli.recp import recp
from cpaudit.engine.recp import recp_after, recp_change, recp_of
from cpaudit.language import LANGUAGES, Language
from cpaudit.report.blocks import Table
from cpaudit.report.views.recp import recp_view
from periods import BASE, CURRENT, OPTIONS, PARTIAL, changes, of, printed
from reading import assessed


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_report_fits_a_narrow_screen(lang: str) -> None:
    many = re.sub(r"amount: (\d+)", r"amount: \g<1>000", PARTIAL + OPTIONS)
    assessment = assessed(many.replace("1000000 t", "1000000 pieces").replace("5000 m3,", "5 m3,"))
    base = recp_of(assessment)
    packages = {name: recp_change(base, recp_after(assessment, name)) for name in ("first", "both")}
    for text in (
        printed(base, None, packages, lang),
        printed(base, recp_change(base, of(CURRENT)), None, lang),
        printed(of(BASE), changes(), None, lang),
    ):
        assert max(map(len, text.splitlines())) <= 80


def test_better_and_worse_are_told_in_words() -> None:
    text = printed(of(BASE), changes())
    assert re.search(r"Energy productivity +0.556 t/GJ +0.617 t/GJ +\+11.1 % +better\n", text)
    assert re.search(r"Greenhouse gas intensity +331 .* 367 .* \+11.0 % +worse\n", text)
    assert re.search(r"at the base's grid factor +331 .* 298 .* -10.0 % +better\n", text)
    assert re.search(r"Waste intensity +15.0 kg/t +15.0 kg/t +0.0 % +unchanged\n", text)
    assert re.search(r"Energy use +1,800 GJ +1,944 GJ +\+8.0 %\n", text)
    assert "Product output a year: 1,000 t → 1,200 t (+20.0 %)" in text


def test_a_change_too_small_to_be_shown_is_neither() -> None:
    text = printed(of(BASE), changes(BASE, BASE.replace("20000 m3", "20000.5 m3")))
    assert re.search(r"Water productivity .* 0.0 % +unchanged\n", text)


def test_one_file_shows_its_packages_in_their_order() -> None:
    assessment = assessed(BASE + OPTIONS)
    base = recp_of(assessment)
    packages = {name: recp_change(base, recp_after(assessment, name)) for name in ("first", "both")}
    titles = [
        block.title
        for block in recp_view(base, None, packages, Language("en"))
        if isinstance(block, Table)
    ]
    assert titles[3:] == ["With the package “first”", "With the package “both”"]
    assert re.search(r"Energy use +1,800 GJ +1,620 GJ +-10.0 %", printed(base, None, packages))


program = typer.Typer()
program.command()(recp)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CPAUDIT_LANG", "en")
    (tmp_path / "base.yaml").write_text(BASE + OPTIONS, encoding="utf-8")
    (tmp_path / "current.yaml").write_text(CURRENT, encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(BASE.replace("500 MWh", "500 m3"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def started(*arguments: str) -> int:
    try:
        ended = program([*arguments], standalone_mode=False)
    except typer.Exit as leaving:
        ended = leaving.exit_code
    return ended or 0


def test_the_document(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert started("base.yaml", "current.yaml", "--format", "json") == 0
    out, err = capsys.readouterr()
    document = json.loads(out, parse_constant=pytest.fail)
    assert (err, document["format"], document["kind"]) == ("", 1, "recp")
    assert (document["product"], document["packages"]) == (None, {})
    assert document["base"]["period"]["from"] == "2014-01"
    assert document["current"]["file"] == "current.yaml"
    assert document["current"]["absolute"]["energy"]["value"] == pytest.approx(1944)
    change = document["change"]
    assert change["relative"]["energy"]["value"] == pytest.approx(1.2 / 1.08 - 1)
    assert change["relative"]["energy"]["unit"] == "1"
    assert change["relative"]["energy"]["from"]["formula"] == "relative_change"
    assert change["grid"]["effect"]["value"] == pytest.approx(83.268)
    factors = change["grid"]["factors"]["electricity"]
    for period, year in (("base", 2014), ("current", 2015)):
        used = document["factors"][factors[period]["from"]["factor"]]
        assert (used["year"], used["value"]) == (year, factors[period]["value"])
    named = set(re.findall(r'"formula": "(\w+)"', out))
    assert named == set(document["formulas"])
    assert {"resource_productivity", "pollution_intensity", "effect_of_grid"} <= named
    assert [one["code"] for one in document["diagnostics"]] == ["D015"]


def test_the_document_of_one_file(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert started("base.yaml", "--format", "json") == 0
    document = json.loads(capsys.readouterr().out, parse_constant=pytest.fail)
    assert (document["current"], document["change"]) == (None, None)
    assert list(document["packages"]) == ["first", "both"]
    both = document["packages"]["both"]
    assert both["expected"]["absolute"]["water"]["value"] == 15000
    assert both["change"]["relative"]["water"]["value"] == pytest.approx(1 / 3)


def test_exit_codes(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert started("base.yaml", "current.yaml", "--lang", "vi") == 0
    capsys.readouterr()
    assert started("base.yaml", "bad.yaml") == 1
    assert "error[N012]" in capsys.readouterr().err
    assert started("nowhere.yaml") == 1
    assert "error[I001]" in capsys.readouterr().err
    assert started("base.yaml", "current.yaml", "--product", "clothh") == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "error[D003]: “base.yaml” has no product “clothh”" in err
    assert "Products: cloth." in err


def test_output_goes_to_a_file(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("base.yaml", "current.yaml", "-o", "recp.txt", "--product", "cloth")
    assert started(*arguments) == 0
    assert capsys.readouterr().out == ""
    assert "Of one product: cloth" in (files / "recp.txt").read_text(encoding="utf-8")
    assert started(*arguments) == 1  # never over what is there
    assert started(*arguments, "--force") == 0
    assert started("base.yaml", "current.yaml", "-o", "current.yaml", "--force") == 1
    assert (files / "current.yaml").read_text(encoding="utf-8") == CURRENT
