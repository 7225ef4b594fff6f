"""Values of a plant's own in place of the library's: in the audit file, in a folder of factors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from cpaudit.engine.paths import figure_tree, look_up
from cpaudit.language import Language
from cpaudit.report.renderers.json import assessment_json, explain_json
from cpaudit.report.renderers.terminal import render
from cpaudit.report.views.assessment import assessment_view
from reading import HEAD, assessed, errors, marked, place, run_text, said_in_full, value
from test_cli import run

POWER = HEAD + "resources:\n  electricity: {amount: 1000 MWh, price: 1500 VND/kWh}\n"
OWN = POWER + "factors:\n  grid.VN.2014: {value: 700 kg/MWh, source: our letter}\n"
PRICED = HEAD + "resources:\n  water: {amount: 900 m3, price: ▸2 USD/m3}\n"


def report_of(assessment: Any) -> str:
    written = StringIO()
    render(assessment_view(assessment, Language("en")), Console(file=written, width=80))
    return written.getvalue()


def origins(node: Any) -> Iterator[dict[str, Any]]:
    """Every origin of a figure in a JSON document."""
    for part in node.values() if isinstance(node, dict) else node:
        if isinstance(part, dict | list):
            yield from origins(part)
    if isinstance(node, dict) and node.get("kind") in {"entered", "factor", "computed"}:
        yield node


@pytest.mark.parametrize(("year", "factor"), [(2014, 0.6612), (2016, 0.9185), (2023, 0.6592)])
def test_the_year_of_the_audit_changes_the_grid_and_is_named(year: int, factor: float) -> None:
    assessment = assessed(POWER.replace("2014", str(year)))
    assert value(assessment, "baseline.co2e") == pytest.approx(1000 * factor, rel=1e-12)
    assert re.search(rf"^  {year} +{factor} t/MWh +{year} ", report_of(assessment), re.MULTILINE)
    document = json.loads(assessment_json(assessment, Language("en")))
    assert document["period"]["factor_year"] == year
    assert document["factors"][f"grid.VN.{year}"]["year"] == year


def test_a_value_of_the_file_goes_before_that_of_the_library() -> None:
    assessment = assessed(OWN)
    assert value(assessment, "baseline.co2e") == pytest.approx(700, rel=1e-12)
    assert "grid.VN.2014" not in assessment.factors
    # the seventh line of the file
    row = r"Values of the plant's own\s+grid\.VN\.2014 +700 kg/MWh +line 7, our letter"
    assert re.search(row, report_of(assessment))


@pytest.mark.parametrize("whole", [True, False], ids=["assess", "explain"])
def test_a_value_of_the_file_is_told_as_entered_in_json(whole: bool) -> None:
    assessment = assessed(OWN)
    node = look_up(figure_tree(assessment), "baseline.co2e")
    text = assessment_json(assessment, Language("en")) if whole else explain_json("", node)
    entered = [one for one in origins(json.loads(text)) if one.get("text") == "700 kg/MWh"]
    assert [(one["kind"], one["source"], one["line"]) for one in entered] == [
        ("entered", "our letter", 7)
    ]


@pytest.mark.parametrize(
    ("given", "codes", "words"),
    [
        ("▸grid.VN.2015: 0.7 t/MWh", ["R030"], "“grid.VN.2015”"),
        ("▸anthracite.ncv: 25 GJ/t", ["R030"], "“anthracite.ncv”"),
        ("▸anthracite.nvc: 25 GJ/t", ["F007"], "Near it: anthracite.ncv."),
        ("grid.VN.2014: ▸0.7 t/t", ["N012"], "0.7 t/t"),
        ("grid.VN.2014: ▸-0.7 t/MWh", ["P004"], ""),
        ("gwp.AR5.ch4: {value: 30 kg/kg}", [], ""),
    ],
)
def test_a_value_that_can_not_count_is_told(given: str, codes: list[str], words: str) -> None:
    text, wanted = marked(f"{POWER}factors:\n  {given}\n")
    told = [one for one in run_text(text)[2] if one.code.id[0] in "FNR" or one.code.id == "P004"]
    assert [(one.code.id, place(one)) for one in told] == [(code, wanted) for code in codes]
    assert all(words in said_in_full(one) for one in told)


@pytest.mark.parametrize(
    ("resource", "factor"),
    [
        ("diesel: {amount: 9 t}", "diesel.density: 0 kg/l"),
        ("coal: {kind: anthracite, amount: 900 GJ}", "anthracite.ncv: 0 GJ/t"),
    ],
)
def test_a_value_that_divides_can_not_be_zero(resource: str, factor: str) -> None:
    text = f"{HEAD}resources: {{{resource}}}\nfactors:\n  {factor}\n"
    _, assessment, found = run_text(text)
    assert assessment is None
    # the value, behind `  diesel.density: `
    assert errors(found) == [("P005", 6, factor.index(":") + 5)]


def test_an_own_benchmark_is_counted_per_unit_of_the_product_of_the_audit() -> None:
    text = HEAD.replace("Mill", "Mill, sector: beer").replace("2014", "2022")
    text += "production: [{product: beer, amount: 900 m3}]\nresources: {water: {amount: 9 m3}}\n"
    audit = assessed(text + "factors: {beer.norm-2021-small: 250 MJ/hl}\n").audit
    norm = next(one for one in audit.products["beer"].benchmarks if one.level == "norm")
    # 10 hl are a m3
    assert (norm.limit.value, norm.limit.unit) == (pytest.approx(2.5, rel=1e-12), "GJ/m3")


# World Bank, PA.NUS.FCRF: 21148 VND for a dollar in 2014
@pytest.mark.parametrize(
    ("rates", "codes", "cost"),
    [
        ("", ["R031"], 900 * 2 * 21148),
        ("exchange_rates: {USD: 16300 VND}\n", [], 900 * 2 * 16300),
        ("factors: {exchange.VND-USD.2014: 20000 VND/USD}\n", [], 900 * 2 * 20000),
    ],
)
def test_a_rate_of_the_library_is_told_and_one_of_the_file_goes_before_it(
    rates: str, codes: list[str], cost: float
) -> None:
    text, wanted = marked(PRICED + rates)
    _, assessment, found = run_text(text)
    told = [(one.code.id, place(one)) for one in found if one.code.id == "R031"]
    assert told == [(code, wanted) for code in codes]
    assert value(assessment, "baseline.cost") == pytest.approx(cost, rel=1e-12)


def test_a_rate_is_used_backwards_and_one_that_is_not_known_is_asked_for() -> None:
    dollars = PRICED.replace("VND}", "USD}").replace("▸2 USD", "4500 VND")
    assert value(assessed(dollars), "baseline.cost") == pytest.approx(900 * 4500 / 21148)
    for priced in (PRICED.replace("2014", "1998"), PRICED.replace("2 USD", "2 EUR")):
        text, wanted = marked(priced)
        assert errors(run_text(text)[2]) == [("R013", *wanted)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plant, and a folder of factors with one year of the grid and one value of a fuel."""
    (tmp_path / "own" / "grids").mkdir(parents=True)
    (tmp_path / "own" / "fuels").mkdir()
    files = {
        "mill.yaml": POWER + "  diesel: {amount: 1000 t, price: 20 million VND/t}\n",
        "own/sources.yaml": "lab: {title: Laboratory of the mill, year: 2015}\n",
        "own/grids/VN.yaml": "series:\n- id: official\n  shared: {source: lab, confirmed: true}\n"
        "  years: {2014: 0.7 t/MWh}\n",
        "own/fuels/diesel.yaml": "ncv: {value: 42 GJ/t, source: lab, confirmed: true}\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_folder_of_factors_counts_and_is_marked(folder: Path) -> None:
    done = run("assess", "mill.yaml", "--factors", "own", "-f", "json", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    document = json.loads(done.stdout)
    own = {id: one["own"] for id, one in document["factors"].items() if one["own"]}
    assert {id: Path(file).as_posix() for id, file in own.items()} == {
        "grid.VN.2014": "own/grids/VN.yaml",
        "diesel.ncv": "own/fuels/diesel.yaml",
    }
    # 1000 MWh at 0.7 t; 42 TJ at 74.1 t CO2, 3 kg CH4 and 0.6 kg N2O, by AR5 28 and 265
    fuel = 42 * (74.1 + 0.003 * 28 + 0.0006 * 265)
    assert document["baseline"]["co2e"]["value"] == pytest.approx(700 + fuel, rel=1e-12)
    text = run("assess", "mill.yaml", "--factors", "own", cwd=folder).stdout
    assert len(re.findall(r"of your\s+own:", text)) == 2
    assert "Laboratory of the mill, 2015" in text


def test_a_broken_folder_of_factors_is_told_with_its_places(folder: Path) -> None:
    broken = folder / "own" / "fuels" / "diesel.yaml"
    broken.write_text("ncv: {value: 42 GJ, source: lab, confirmed: true}\n", encoding="utf-8")
    done = run("assess", "mill.yaml", "--factors", "own", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.search(r"own.fuels.diesel\.yaml:1:7: error\[F002\]", done.stderr)
    done = run("assess", "mill.yaml", "--factors", "own", "-f", "json", cwd=folder)
    (said,) = json.loads(done.stdout)["diagnostics"]
    assert (done.returncode, said["code"], said["line"], said["column"]) == (1, "F002", 1, 7)
    assert run("assess", "mill.yaml", "--factors", "nowhere", cwd=folder).returncode == 1
