"""What a programme says of its own sums: stars, causes, overlaps, years; told all at once."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from cpaudit.language import Language
from cpaudit.report.renderers.programme import programme_csv
from cpaudit.report.views.programme import programme_view
from programmes import HEAD, rolled, run
from reading import errors
from test_programme_output import printed
from test_programme_output import run as command

TWO = """\
projects:
  - {name: A, year: 2008, status: implemented, saving: 3 USD, investment: 6 USD}
  - {name: B, year: 2008, status: implemented, saving: 4 USD}
"""


def text_of(rollup: Any, tables: tuple[str, ...] = (), wide: bool = False) -> str:
    return " ".join(printed(programme_view(rollup, Language("en"), tables, wide)).split())


def codes(rollup: Any) -> set[str]:
    return {said.code.id for said in rollup.diagnostics}


def test_a_headline_tells_no_investment_that_nobody_tells(tmp_path: Path) -> None:
    text = text_of(rolled(tmp_path, "totals: [{sector: paper, years: 2008, saving: 12 USD}]\n"))
    assert "Saves 12 USD a year." in text
    assert "investment of" not in text


def test_a_headline_marks_what_is_partial_as_the_table_does(tmp_path: Path) -> None:
    text = text_of(rolled(tmp_path, TWO))
    # 3 + 4; 6 of A alone; 6 / 3 x 12 of the one row that tells both
    assert "Saves 7 USD a year for an investment of 6 USD *." in text
    assert "Payback: 24.0 months *." in text
    assert "7 6 * 24.0 * 2.00 *" in text


@pytest.mark.parametrize("wide", [True, False])
def test_the_cause_of_a_star_is_named_below_a_chosen_table(tmp_path: Path, wide: bool) -> None:
    rollup = rolled(tmp_path, TWO)
    said = "investment, of: B"
    assert text_of(rollup, ("sectors",), wide).count(said) == 1
    assert text_of(rollup).count(said) == 1
    assert said not in text_of(rollup, ("training",), wide)


def test_csv_names_what_is_partial_in_columns_that_never_change(tmp_path: Path) -> None:
    text = programme_csv(rolled(tmp_path, TWO), ["sectors"], Language("en"))
    *_, total = csv.DictReader(io.StringIO(text))
    assert total["partial"].split() == ["investment_USD", "payback_yr"]
    empty = programme_csv(rolled(tmp_path, "training: []\n" + TWO), ["projects"], Language("en"))
    head = empty.splitlines()[0].split(",")
    wanted = {"so2_t", "dust_t", "loan_USD", "water_m3", "fuel_oil_t", "toe", "co2e_t", "plants"}
    assert wanted <= set(head)
    assert len(head) == len(set(head))


def test_years_keep_totals_and_training_apart(tmp_path: Path) -> None:
    text = """\
year: 2008
totals: [{sector: paper, years: {from: 1999, to: 2008}, saving: 10 USD}]
training: [{course: A, trainees: 48, days: 2}]
"""
    (one,) = rolled(tmp_path, text).years
    assert (one.since, one.totals.saving.value, one.own.saving) == (1999, 10, None)
    # 48 x 2
    shown = text_of(rolled(tmp_path, text), ("years",))
    assert "Totals 1999–2008 – 10 – – – 2008 – – – – 96" in shown
    assert "96 person-days in one course." in text_of(rolled(tmp_path, text))


def test_all_that_has_ended_keeps_its_years(tmp_path: Path) -> None:
    text = "projects: [{name: A, year: 2008, status: implemented, saving: 3 USD, lifetime: 5 yr}]\n"
    rollup = rolled(tmp_path, text, until=2030)
    assert (rollup.first, rollup.until) == (2008, 2030)
    assert {"G009", "G039"} <= codes(rollup)
    assert "G023" not in codes(rollup)
    # five years from 2008 on: 2008 to 2012
    assert "in which some are: 2008–2012" in text_of(rollup)


def test_training_alone_is_no_empty_programme(tmp_path: Path) -> None:
    rollup = rolled(tmp_path, "training: [{course: A, year: 2008, trainees: 3, days: 2}]\n")
    assert codes(rollup) == set()
    rollup = rolled(
        tmp_path, "training: [{course: A, year: 2008, trainees: 3, days: 2}]\n", year=2007
    )
    assert "No training of 2007." in text_of(rollup, ("training",))


@pytest.mark.parametrize(
    ("first", "second", "warned"),
    [
        ("sector: paper", "sector: paper", True),
        ("sector: paper", "name: All", True),
        ("sector: paper", "sector: textile", False),
        ("sector: paper, province: Huế", "sector: paper, province: Hà Nội", False),
    ],
)
def test_totals_that_may_overlap(tmp_path: Path, first: str, second: str, warned: bool) -> None:
    rows = "".join(f"  - {{{one}, years: 2006, saving: 1 USD}}\n" for one in (first, second))
    assert ("G040" in codes(rolled(tmp_path, f"totals:\n{rows}"))) is warned
    apart = rows.replace("2006", "2005", 1)
    assert "G040" not in codes(rolled(tmp_path, f"totals:\n{apart}"))


def test_mistakes_of_shape_and_of_meaning_are_told_together(tmp_path: Path) -> None:
    path = tmp_path / "programme.yaml"
    rows = """\
projects:
  - {name: A, year: 2008, saves: {unobtainium: 3 t}}
  - {name: B, yaer: 2008, saving: 3 USD}
training:
  - {course: C, year: 2008, trainees: 12 people}
  - {course: D, year: 2008, trainees: 3, days: 2, person_days: 7}
"""
    path.write_text(HEAD + rows, encoding="utf-8")
    assert sorted(code for code, *_ in errors(run(path)[1])) == [
        "G015",
        "G017",
        "G018",
        "G030",
        "K003",
    ]


def test_a_table_of_json_can_not_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "programme.yaml"
    path.write_text(HEAD + TWO, encoding="utf-8")
    assert "--table" in command(path, "-f", "json", "-t", "sectors", "--lang", "en", code=2).stderr
