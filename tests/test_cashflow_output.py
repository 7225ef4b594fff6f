"""`cpaudit cashflow` as text, CSV and JSON: rows and sums that a reader can check by hand."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cpaudit.cli.main import app
from cpaudit.report.renderers.delimited import csv_text

ROOT = Path(__file__).parent.parent
BRICK = str(ROOT / "examples" / "green-credit-brick.yaml")
DYE = str(ROOT / "examples" / "textile-dyehouse.yaml")


def printed(*arguments: str, code: int = 0) -> str:
    result = CliRunner().invoke(app, ["cashflow", *arguments], env={"COLUMNS": "80"})
    assert result.exit_code == code, result.output
    return result.output


def numbers_in(line: str) -> list[float | None]:
    """The cells of a row; None for a dash."""
    return [
        None if cell == "–" else float(cell.replace(",", ""))
        for cell in re.split(r"\s{2,}", line.strip())
    ]


def rows_of(text: str, title: str) -> list[list[float | None]]:
    block = text[text.index(title) :]
    lines = block.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("───"))
    found = []
    for line in lines[start + 1 :]:
        if not re.match(r"\s*\d", line):
            break
        found.append(numbers_in(line))
    return found


def test_a_reader_can_add_up_rows_and_columns() -> None:
    text = printed(DYE, "--of", "packages.quick", "--lang", "en")
    # investment, savings, operating cost, depreciation, tax; depreciation is not paid
    lines = rows_of(text, "packages.quick: cash flow of the project")
    sums = rows_of(text, "packages.quick: cash flow of the project, in sum")
    assert len(lines) == len(sums) == 11
    running = 0.0
    for row, total in zip(lines, sums, strict=True):
        paid = sum(cell or 0.0 for cell in (row[1], row[2], row[3], row[5]))
        assert paid == pytest.approx(total[1], abs=0.015)
        running += total[1] or 0.0
        assert running == pytest.approx(total[2], abs=0.06)
    # the last present value is the NPV that the example works out by hand
    assert sums[-1][5] == pytest.approx(575.45, abs=0.005)


def test_csv_has_a_row_for_each_view_and_year() -> None:
    rows = list(csv.DictReader(StringIO(printed(BRICK, "--format", "csv"))))
    assert [row["view"] for row in rows] == ["project"] * 12 + ["owner"] * 12
    third = rows[12 + 3]
    assert (third["path"], third["year"], third["currency"]) == ("packages.all", "3", "VND")
    assert float(third["principal"]) == pytest.approx(-612.5e6)
    assert float(third["interest"]) == pytest.approx(-257.25e6)
    for row in rows:
        lines = [key for key in row if key not in {"path", "view", "currency", "year", "total"}]
        paid = sum(float(row[key]) for key in lines if row[key] and "depreciation" not in key)
        assert paid == pytest.approx(float(row["total"]), abs=1e-3)


def test_json_has_both_views() -> None:
    document = json.loads(printed(BRICK, "--format", "json"))
    assert document["kind"] == "cashflow"
    flows = document["cash_flows"]["packages.all"]
    assert flows["owner"]["reward"]["2"]["value"] == 612_500_000
    assert flows["project"]["investment"]["1"]["value"] == -1.75e9
    assert flows["project"]["tax"]["2"]["from"]["formula"] in document["formulas"]


def test_an_unknown_path_names_what_there_is() -> None:
    assert "packages.full" in printed(DYE, "--of", "packages.ful", code=2)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_text_of_a_csv_is_a_formula(start: str) -> None:
    text = csv_text(["name", "sum"], [[f"{start}1+1", -2.5]])
    assert list(csv.reader(StringIO(text))) == [["name", "sum"], [f"'{start}1+1", "-2.5"]]


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("file", [BRICK, DYE])
def test_no_line_is_wider_than_eighty(file: str, lang: str) -> None:
    assert max(map(len, printed(file, "--lang", lang).splitlines())) <= 80


def test_an_option_without_a_lifetime_has_no_cash_flow(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "cpaudit: 1\nplant: {name: M, country: VN, currency: VND}\nperiod: 2014\n"
        "resources: {water: {amount: 9 m3, price: 9 VND/m3}}\n"
        "options: [{id: a, saves: {water: 1 m3}}]\n",
        encoding="utf-8",
    )
    assert "no cash flow" in printed(str(path), "--lang", "en")
    assert printed(str(path), "--format", "csv").count("\n") == 1
