"""`cpaudit monitor`: text in two languages, CSV, JSON, exit codes."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from rich.cells import cell_len
from typer.testing import CliRunner

import cpaudit
from cpaudit.cli.main import app
from cpaudit.language import Language
from cpaudit.report.renderers.monitoring import monitoring_csv, monitoring_json
from cpaudit.report.views.monitoring import monitoring_view
from monitored import LINE, PLANT, monitored, section
from reading import value
from test_language import CATALOGUE, Asking, symbols
from test_monitoring import LATER
from test_monitoring_limits import noisy

EXAMPLE = Path(__file__).parents[1] / "examples" / "monitored-dyehouse.yaml"


def shown(*arguments: str):
    return CliRunner().invoke(app, ["monitor", *arguments])


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_it_is_readable_at_eighty_columns(lang: str) -> None:
    done = shown(str(EXAMPLE), "--monthly", "--lang", lang)
    assert done.exit_code == 0, done.stderr
    assert max(cell_len(line) for line in done.stdout.splitlines()) <= 80
    assert "CUSUM" in done.stdout
    assert "SEnPI" in done.stdout


def test_months_are_shown_where_they_are_asked_for() -> None:
    assert "CUSUM" not in shown(str(EXAMPLE)).stdout


def test_the_headline_tells_both_rates() -> None:
    text = shown(str(EXAMPLE), "--lang", "en").stdout
    assert "Implemented: 3 of 4 options (75.0 %); 1 planned, 1 rejected." in " ".join(
        text.replace("│", " ").split()
    )


def test_a_file_without_the_section_is_told_how_to_write_it(tmp_path: Path) -> None:
    path = tmp_path / "plant.yaml"
    path.write_text(PLANT, encoding="utf-8")
    done = shown(str(path), "--lang", "en")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "V040" in done.stderr
    assert "streams: {electricity: [production]}" in done.stderr


def test_a_model_that_can_not_be_made_ends_with_one(tmp_path: Path) -> None:
    path = tmp_path / "plant.yaml"
    path.write_text(PLANT + section(LINE[:2], LATER), encoding="utf-8")
    done = shown(str(path), "--lang", "en")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "V042" in done.stderr
    done = shown(str(path), "--format", "json")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["kind"] == "errors"


def test_csv_has_a_row_for_each_stream_and_month() -> None:
    text = monitoring_csv(monitored(PLANT + section(LINE, LATER)))
    rows = list(csv.DictReader(StringIO(text)))
    assert [row["period"] for row in rows] == ["baseline"] * 12 + ["reporting"] * 3
    assert [row["month"] for row in rows[-3:]] == ["2015-01", "2015-02", "2015-03"]
    # by hand, as in test_monitoring.py
    assert [float(row["cusum"]) for row in rows[-3:]] == pytest.approx([-6, -4, -16], rel=1e-7)
    assert [float(row["model"]) for row in rows[:2]] == pytest.approx([90, 80], rel=1e-9)
    assert rows[0]["cusum"] == ""
    assert {row["unit"] for row in rows} == {"MWh"}


def test_json_holds_the_figures_of_the_paths() -> None:
    assessment = cpaudit.assess(cpaudit.load(EXAMPLE))
    document = json.loads(monitoring_json(cpaudit.monitor(assessment), Language("en")))
    assert (document["kind"], document["format"]) == ("monitoring", 1)
    coal = document["streams"]["coal"]
    for path, found in (
        ("streams.coal.avoided", coal["avoided"]),
        ("streams.coal.model.r2", coal["model"]["r2"]),
        ("streams.coal.years.2010-04.senpi", coal["years"]["2010-04"]["senpi"]),
        ("realisation_rate", document["realisation_rate"]),
        ("options.condensate.realised", document["options"]["condensate"]["realised"]),
    ):
        assert found["value"] == value(assessment, f"monitoring.{path}"), path
    assert len(coal["model"]["months"]) == 12
    assert document["options"]["air-leaks"]["streams"]["electricity"]["basis"] == "measured"
    assert document["not_implemented"] == {"lighting": "planned", "solar": "rejected"}
    formulas = set(document["formulas"])
    assert {"ols_coefficient", "senpi_of", "cusum_of", "realisation_rate"} <= formulas


def test_a_use_without_noise_is_still_strict_json() -> None:
    """t is infinite where a model fits to the digit; JSON has no such number."""
    rows = [{"electricity": 90, "output": one["output"]} for one in LINE]
    for baseline in (rows, LINE):
        text = monitoring_json(monitored(PLANT + section(baseline, LATER)), Language("en"))
        assert "Infinity" not in text
        assert "NaN" not in text


def test_output_goes_whole_to_a_file(tmp_path: Path) -> None:
    path = tmp_path / "months.csv"
    assert shown(str(EXAMPLE), "-f", "csv", "-o", str(path)).exit_code == 0
    assert path.read_text(encoding="utf-8").startswith("stream,unit,month,period,")
    assert shown(str(EXAMPLE), "-f", "csv", "-o", str(path)).exit_code == 1


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_shape_of_a_result_can_be_shown(lang: str) -> None:
    holes = section(LINE, [*LATER, {"output": 4}], more="  exclude: {2014-02: strike}\n")
    for text in (PLANT + section(LINE, LATER), PLANT + holes):
        assert monitoring_view(monitored(text), Language(lang), monthly=True, verbose=True)


def test_the_example_with_a_table_comes_out_as_expected() -> None:
    assessment = cpaudit.assess(cpaudit.load(EXAMPLE.parent / "monitoring" / "brewery.yaml"))
    assert len(assessment.audit.expectations) == 4
    assert [said for said in assessment.diagnostics if said.code.id[0] == "X"] == []
    model = cpaudit.monitor(assessment).streams["electricity"].model
    assert len(model.months) == 11  # without the flood


def test_no_text_of_it_is_left_in_english() -> None:
    with CATALOGUE.open("rb") as stream:
        asking = Asking(read_po(stream, locale="vi"))
    for text in (
        PLANT + section(LINE, LATER),
        PLANT + section(noisy(60), [{"electricity": 1, "output": 900}]),
    ):
        assert monitoring_view(monitored(text), asking, monthly=True, verbose=True)
    example = cpaudit.monitor(cpaudit.assess(cpaudit.load(EXAMPLE)))
    assert monitoring_view(example, asking, monthly=True)
    assert asking.missing - symbols() - {"°C·day"} == set()
