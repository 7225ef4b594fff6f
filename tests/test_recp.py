"""RECP indicators: two small audits of one plant, with every expectation worked out by hand."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
import typer
from rich.console import Console

from cpaudit.cli.recp import recp
from cpaudit.diagnostics.codes import recp as codes
from cpaudit.engine.recp import Recp, RecpChange, recp_after, recp_change, recp_of
from cpaudit.language import LANGUAGES, Language
from cpaudit.report.blocks import Table
from cpaudit.report.diagnostics import hint_of, message_of
from cpaudit.report.renderers.terminal import render
from cpaudit.report.views.recp import recp_view
from reading import assessed

BASE = """\
cpaudit: 1
plant: {name: Mill, sector: textile, country: VN, currency: VND}
period: 2014
production:
  - {product: cloth, amount: 1000 t}
resources:
  electricity: {amount: 500 MWh, price: 1500 VND/kWh}
  water: {amount: 20000 m3, price: 4500 VND/m3}
  dye: {resource: chemical, amount: 30 t, price: 50 million VND/t}
  salt: {resource: material, amount: 20 t, price: 2 million VND/t}
discharges:
  wastewater: {amount: 16000 m3, COD: 400 mg/L}
  sludge: {kind: solid-waste, amount: 12 t}
  drums: {kind: hazardous-waste, amount: 3 t}
"""
# 20 % more cloth a year later
CURRENT = (
    BASE.replace("2014", "2015")
    .replace("1000 t", "1200 t")
    .replace("500 MWh", "540 MWh")
    .replace("20000 m3", "21600 m3")
    .replace("30 t,", "36 t,")
    .replace("20 t,", "18 t,")
    .replace("16000 m3", "17600 m3")
    .replace("12 t}", "15 t}")
)
OPTIONS = """\
options:
  - {id: motors, saves: {electricity: 10 %, sludge: 30 %}, investment: 50 million VND}
  - {id: reuse, saves: {water: 5000 m3, wastewater: 25 %, sludge: 100 %}, investment: 1 VND}
packages: {first: [motors], both: [motors, reuse]}
"""


def of(text: str, product: str | None = None) -> Recp:
    return recp_of(assessed(text), product)


def changes(base: str = BASE, current: str = CURRENT, product: str | None = None) -> RecpChange:
    return recp_change(of(base, product), of(current, product))


def values(figures: Any) -> dict[str, float | None]:
    return {name: None if one is None else one.value for name, one in figures.items()}


def said(change: Recp | RecpChange) -> list[str]:
    return [one.code.id for one in change.diagnostics if one.code.id.startswith("D")]


def printed(base: Recp, change: RecpChange | None, packages: Any = None, lang: str = "en") -> str:
    written = io.StringIO()
    render(recp_view(base, change, packages or {}, Language(lang)), Console(file=written, width=80))
    return "".join(f"{line.rstrip()}\n" for line in written.getvalue().splitlines())


def test_absolute_indicators_by_hand() -> None:
    base = of(BASE)
    assert (base.output.value, base.output.unit) == (1000, "t")
    # 500 MWh · 3.6; 30 + 20; grid of 2014 (the official table): 0.6612 t/MWh · 500; 12 + 3
    assert values(base.absolute) == pytest.approx(
        {"energy": 1800, "materials": 50, "water": 20000}
        | {"co2e": 330.6, "wastewater": 16000, "waste": 15}
    )
    units = {name: one.unit for name, one in base.absolute.items() if one}
    assert units == {"energy": "GJ", "materials": "t", "water": "m3"} | {
        "co2e": "tCO2e",
        "wastewater": "m3",
        "waste": "t",
    }


def test_productivity_and_intensity_by_hand() -> None:
    base = of(BASE)
    assert values(base.productivity) == pytest.approx(
        {"energy": 1000 / 1800, "materials": 20, "water": 0.05}
    )
    assert values(base.intensity) == pytest.approx(
        {"co2e": 0.3306, "wastewater": 16, "waste": 0.015}
    )
    assert base.productivity["energy"].unit == "t/GJ"
    assert base.intensity["co2e"].unit == "tCO2e/t"


def test_changes_by_hand() -> None:
    change = changes()
    assert change.output.value == pytest.approx(0.2)
    # energy 1944 / 1800; materials 36 + 18 = 54 to 50; water 21600 / 20000; greenhouse gases
    # 540 · 0.8154 = 440.316 to 330.6; wastewater 17600 / 16000; waste 15 + 3 = 18 to 15
    assert values(change.absolute) == pytest.approx(
        {"energy": 0.08, "materials": 0.08, "water": 0.08}
        | {"co2e": 440.316 / 330.6 - 1, "wastewater": 0.1, "waste": 0.2}
    )
    # use grows by 8 %, output by 20 %: 1.2 / 1.08 - 1 = +11.11 %; wastewater 1.1 / 1.2 - 1
    assert values(change.relative) == pytest.approx(
        {"energy": 0.111111111, "materials": 0.111111111, "water": 0.111111111}
        | {"co2e": 0.36693 / 0.3306 - 1, "wastewater": -0.083333333, "waste": 0}
    )
    assert {one.unit for one in change.relative.values() if one} == {"unit"}


def test_the_grid_alone_by_hand() -> None:
    change = changes()
    grid = change.grid
    assert grid is not None
    # 540 MWh · (0.8154 - 0.6612) = 83.268 t; without it 540 · 0.6612 = 357.048 t: +8 % like the
    # electricity; per tonne of cloth 0.29754 to 0.3306: -10 %, where +10.99 % is shown with it
    assert (grid.effect.value, grid.effect.unit) == (pytest.approx(83.268), "tCO2e")
    assert grid.co2e.value == pytest.approx(357.048)
    assert grid.absolute.value == pytest.approx(0.08)
    assert grid.intensity.value == pytest.approx(0.29754)
    assert grid.relative.value == pytest.approx(-0.1)
    assert said(change) == ["D015"]
    (note,) = (one for one in change.diagnostics if one.code is codes.OTHER_GRID_FACTOR)
    assert (note.span.line, note.span.column) == (7, 3)
    assert "0.6612 t/MWh" in message_of(note, Language("en"))
    assert "83.3 t CO2e" in message_of(note, Language("en"))


def test_a_share_of_the_plant_has_the_same_share_of_the_grid_effect() -> None:
    shared = [text.replace("0 t}\nres", "0 t, share: 50 %}\nres") for text in (BASE, CURRENT)]
    change = changes(*shared)
    assert change.grid.effect.value == pytest.approx(83.268 / 2)
    assert change.absolute["energy"].value == pytest.approx(0.08)


def test_a_factor_that_stays_has_no_effect() -> None:
    written = "500 MWh, grid_factor: 0.7 t/MWh", "540 MWh, grid_factor: 0.7 t/MWh"
    change = changes(BASE.replace("500 MWh", written[0]), CURRENT.replace("540 MWh", written[1]))
    assert (change.grid, said(change)) == (None, [])


def test_unknown_stays_unknown() -> None:
    silent = re.sub(r"  (water|dye|salt|sludge|drums): .*\n", "", BASE)
    base, change = of(silent), changes(silent)
    assert values(base.absolute) == pytest.approx(
        {"energy": 1800, "materials": None, "water": None}
        | {"co2e": 330.6, "wastewater": 16000, "waste": None}
    )
    assert (base.productivity["water"], base.intensity["waste"]) == (None, None)
    assert [change.absolute[name] for name in ("water", "materials", "waste")] == [None] * 3
    assert [change.relative[name] for name in ("water", "materials", "waste")] == [None] * 3
    assert said(change) == ["D012", "D015"]
    assert re.search(r"Water use +– +21,600 m3 +–\n", printed(base, change))


def test_without_fuel_or_electricity_there_is_no_zero() -> None:
    base = of(re.sub(r"  electricity: .*\n", "", BASE))
    assert (base.absolute["energy"], base.absolute["co2e"]) == (None, None)


def test_a_base_of_zero_has_no_change_and_a_use_of_zero_no_productivity() -> None:
    dry = BASE.replace("16000 m3, COD: 400 mg/L", "0 m3").replace("20000 m3", "0 m3")
    base, change = of(dry), changes(dry)
    assert (base.absolute["wastewater"].value, base.intensity["wastewater"].value) == (0, 0)
    assert (base.absolute["water"].value, base.productivity["water"]) == (0, None)
    assert (change.absolute["wastewater"], change.relative["wastewater"]) == (None, None)
    assert (change.absolute["water"], change.relative["water"]) == (None, None)
    # the other way round all of it is gone: -100 %, and productivity has no limit
    gone = changes(BASE, CURRENT.replace("17600 m3", "0 m3").replace("21600 m3", "0 m3"))
    assert (gone.absolute["wastewater"].value, gone.relative["wastewater"].value) == (-1, -1)
    assert (gone.absolute["water"].value, gone.relative["water"]) == (-1, None)


SEVERAL = BASE.replace(
    "resources:", "  - {product: bags, amount: 40000 pieces, share: 25 %}\nresources:"
)


def test_products_of_several_units_have_no_output_in_common() -> None:
    base = of(SEVERAL)
    assert (base.output, said(base)) == (None, ["D002"])
    assert set(base.productivity.values()) | set(base.intensity.values()) == {None}
    assert base.absolute["energy"].value == pytest.approx(1800)
    (warning,) = (one for one in base.diagnostics if one.code is codes.SEVERAL_UNITS)
    assert warning.span.line == 5
    assert "`--product`: cloth, bags" in hint_of(warning, Language("en"))


def test_one_product_of_several_takes_its_share() -> None:
    bags = of(SEVERAL, "bags")
    assert (bags.output.value, bags.output.unit) == (40000, "piece")
    assert bags.absolute["energy"].value == pytest.approx(1800 * 0.25)
    assert bags.productivity["energy"].value == pytest.approx(40000 / 450)
    assert bags.intensity["wastewater"].value == pytest.approx(4000 / 40000)
    assert said(bags) == []
    cloth = of(SEVERAL, "cloth")  # no share is written: all of the use, and that is said
    assert cloth.productivity["energy"].value == pytest.approx(1000 / 1800)
    assert said(cloth) == ["D004"]


def test_products_of_one_unit_are_added_with_their_shares() -> None:
    two = BASE.replace("1000 t}", "1000 t}\n  - {product: yarn, amount: 500 t}")
    assert of(two).output.value == 1500
    assert of(two).productivity["energy"].value == pytest.approx(1500 / 1800)
    shared = two.replace("1000 t", "1000 t, share: 60 %").replace("500 t", "500 t, share: 20 %")
    both = of(shared)  # a fifth of the use goes elsewhere: 0.8 · 1800 GJ
    assert both.absolute["energy"].value == pytest.approx(1440)
    assert both.productivity["energy"].value == pytest.approx(1500 / 1440)
    whole = of(shared.replace("20 %", "40 %"))
    assert (whole.share, whole.absolute["energy"].value) == (None, pytest.approx(1800))


def test_no_production() -> None:
    base = of(re.sub(r"production:\n.*\n", "", BASE))
    assert (base.output, said(base)) == (None, ["D001"])
    assert base.absolute["energy"].value == pytest.approx(1800)
    assert set(base.productivity.values()) == {None}


def test_what_a_package_is_expected_to_make_of_it() -> None:
    assessment = assessed(BASE + OPTIONS)
    base, after = recp_of(assessment), recp_after(assessment, "both")
    # electricity 450 MWh; water 15000 m3; wastewater 12000 m3; of the sludge 30 %, then the rest
    assert after.output == base.output
    assert values(after.absolute) == pytest.approx(
        {"energy": 1620, "materials": 50, "water": 15000}
        | {"co2e": 450 * 0.6612, "wastewater": 12000, "waste": 3}
    )
    change = recp_change(base, after)
    assert values(change.relative) == pytest.approx(
        {"energy": 1 / 0.9 - 1, "materials": 0, "water": 20000 / 15000 - 1}
        | {"co2e": -0.1, "wastewater": -0.25, "waste": -0.8}
    )
    assert (change.grid, said(change)) == (None, [])
    assert recp_after(assessment, "first").absolute["waste"].value == pytest.approx(15 - 3.6)


def test_what_is_saved_whole_leaves_nothing() -> None:
    saves = "{water: 30 %}, investment: 1 VND}\n  - {id: b, saves: {water: 100 %}"
    options = f"options:\n  - {{id: a, saves: {saves}, investment: 1 VND}}\n"
    for amount in ("20000 m3", "20000.1 m3", "0.7 m3", "19999.3 m3"):
        assessment = assessed(BASE.replace("20000 m3", amount) + options)
        after = recp_after(assessment, "all")
        assert (after.absolute["water"].value, after.productivity["water"]) == (0, None)


STEAM = "\n  steam: {amount: 90 t, price: 1 million VND/t"
PARTIAL = BASE.replace("\n  dye", f"{STEAM}}}\n  dye")


def test_a_partial_sum_stays_partial() -> None:
    base = of(PARTIAL)
    figures = (base.absolute["co2e"], base.intensity["co2e"], base.absolute["energy"])
    assert [one.partial for one in figures] == [True] * 3
    assert base.productivity["energy"].partial
    assert not base.absolute["water"].partial
    assert said(base) == ["D005", "D005"]
    change = changes(PARTIAL, CURRENT.replace("\n  dye", f"{STEAM}}}\n  dye"))
    assert change.absolute["energy"].partial
    assert change.relative["co2e"].partial
    assert change.grid.co2e.partial
    text = printed(base, change)
    assert re.search(r"Energy use +1,800 GJ \* +1,944 GJ \* +\+8.0 % \*\n", text)
    assert "* without what is not counted: see the notes" in text


def test_sums_that_leave_out_different_things_are_not_compared() -> None:
    change = changes(PARTIAL)
    assert (change.absolute["co2e"], change.relative["co2e"], change.grid) == (None, None, None)
    assert (change.absolute["energy"], change.relative["energy"]) == (None, None)
    assert change.absolute["water"].value == pytest.approx(0.08)
    assert said(change) == ["D005", "D005", "D012", "D013", "D013", "D015"]


# what is changed in the current file, and what is said of the comparison
UNEVEN = {
    "plant": ("Mill", "Other", ["D006", "D015"]),
    "sector": ("textile", "paper", ["D006", "D015"]),
    "half a year": ("2015", "{from: 2015-01, to: 2015-06}", ["D008", "D015"]),
    "unit of output": ("1200 t", "1200 m", ["D009", "D015"]),
    "product": ("cloth", "yarn", ["D010", "D015"]),
    "share": ("1200 t", "1200 t, share: 90 %", ["D011", "D015"]),
    "streams": ("drums", "barrels", ["D012", "D012", "D015"]),
    "GWP": ("period", "gwp: AR4\nperiod", ["D014", "D015"]),
    "kind of grid factor": ("540 MWh", "540 MWh, grid_factor: 0.8 t/MWh", ["D015", "D016"]),
    "nothing": ("540 MWh", "540 MWh, grid_factor: 0.6612 t/MWh", []),
}


@pytest.mark.parametrize(("before", "after", "wanted"), UNEVEN.values(), ids=UNEVEN.keys())
def test_what_makes_a_comparison_uneven_is_said(before: str, after: str, wanted: list[str]) -> None:
    assert before in CURRENT
    change = changes(BASE, CURRENT.replace(before, after))
    assert said(change) == wanted
    for one in change.diagnostics:
        for language in map(Language, LANGUAGES):
            text = message_of(one, language) + hint_of(one, language)
            assert "{" not in text  # every value of the message is given


def test_files_in_the_wrong_order() -> None:
    assert said(changes(CURRENT, BASE)) == ["D007", "D015"]
    assert said(changes(BASE, BASE)) == ["D007"]


def test_outputs_of_several_units_have_no_relative_change() -> None:
    change = changes(BASE, CURRENT.replace("1200 t}", "1200 m}"))
    assert change.output is None
    assert set(change.relative.values()) == {None}
    assert change.absolute["energy"].value == pytest.approx(0.08)
    assert change.grid.relative is None


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
