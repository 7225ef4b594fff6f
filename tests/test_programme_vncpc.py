"""The annual report of the Vietnam Cleaner Production Centre for 2008: its tables to the digit."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import cpaudit
from cpaudit.language import Language
from cpaudit.report.blocks import Remarks, Table
from cpaudit.report.views.programme import programme_view
from reading import value

EXAMPLE = Path(__file__).parents[1] / "examples" / "vncpc-2008" / "programme.yaml"
COLUMNS = ("electricity", "coal", "fuel_oil", "diesel", "gas", "water", "chemical")
# Table 1 as the report prints it; gas adds to 249.2, where the report's own total reads 249
TABLE_1 = {
    "textile": (7054, 1933, 6563, 0, 0, 1057242, 506, 2186073, 536167),
    "paper": (44381, 24978, 1959, 0, 0, 3129270, 1228, 3596514, 766246),
    "metal": (1091, 1490, 123, 21, 41, 150203, 88, 671838, 307481),
    "building-materials": (7352, 8230, 0, 285, 208, 2064314, 2677, 1242639, 593669),
    "food": (1033, 1233, 163, 30.2, 0, 120198, 60, 1024257, 173840),
    "other": (1836, 4745, 29, 0, 0.2, 1126402, 34, 443805, 372892),
}
TOTAL = (62747, 42609, 8837, 336.2, 249.2, 7647629, 4593, 9165126, 2750295)
NAMES = {
    "en": ("Textile", "Paper", "Metal", "Building materials", "Food and beverages", "Other sector"),
    "vi": ("Dệt", "Giấy", "Kim khí", "Vật liệu xây dựng", "Thực phẩm và đồ uống", "Ngành khác"),
}
# months, by hand: investment / saving x 12, as 536167 / 2186073 x 12 = 2.943
MONTHS = (2.943, 2.557, 5.492, 5.733, 2.037, 10.083)


@pytest.fixture(scope="module")
def report() -> Any:
    return cpaudit.programme(EXAMPLE)


def row_of(one: Any) -> tuple[float, ...]:
    amounts = [one.resources[key].value for key in COLUMNS]
    return (*amounts, one.saving.value, one.investment.value)


def test_table_1_is_that_of_the_report(report: Any) -> None:
    assert list(report.sectors.groups) == list(TABLE_1)
    for sector, row in TABLE_1.items():
        assert row_of(report.sectors.groups[sector]) == pytest.approx(row, rel=1e-12), sector
    assert row_of(report.sectors.total) == pytest.approx(TOTAL, rel=1e-12)
    assert (report.first, report.until, report.year, report.complete) == (1999, 2008, 2008, True)


def test_the_payback_of_each_sector(report: Any) -> None:
    for sector, months in zip(TABLE_1, MONTHS, strict=True):
        time = report.sectors.groups[sector].payback.time
        assert time.value * 12 == pytest.approx(months, abs=0.0005), sector
    # 2750295 / 9165126 x 12
    assert report.sectors.total.payback.time.value * 12 == pytest.approx(3.600991, rel=1e-6)


def printed(number: float, lang: str) -> str:
    """As the report prints numbers: in full, with a decimal place where there is one."""
    text = f"{number:,.1f}" if number % 1 else f"{number:,}"
    return text.translate(str.maketrans(",.", ".,")) if lang == "vi" else text


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_every_cell_of_table_1_is_printed_to_the_digit(report: Any, lang: str) -> None:
    total = {"en": "Total", "vi": "Tổng"}[lang]
    table, notes = programme_view(report, Language(lang), ["sectors"], wide=True)
    assert isinstance(notes, Remarks)
    assert isinstance(table, Table)
    expected = [
        [name, *(printed(number, lang) for number in row)]
        for name, row in zip([*NAMES[lang], total], [*TABLE_1.values(), TOTAL], strict=True)
    ]
    assert [[cell.text for cell in row.cells[:10]] for row in table.rows] == expected
    months = [row.cells[10].text.replace(",", ".") for row in table.rows]
    assert months == ["2.9", "2.6", "5.5", "5.7", "2.0", "10.1", "3.6"]
    assert [row.role for row in table.rows] == ["body"] * 6 + ["total"]


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_command_prints_them_on_a_screen_of_eighty_columns(lang: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cpaudit", "programme", str(EXAMPLE), "--lang", lang],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"},
        timeout=120,
    )
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert [line for line in lines if len(line) > 80] == []
    total = {"en": "Total", "vi": "Tổng"}[lang]
    found = next(line for line in lines if line.startswith(total))
    assert found.split() == [total, *(printed(number, lang) for number in TOTAL[:7])]
    tables = done.stdout.replace("\n", " ")
    assert printed(9165126, lang) in tables
    assert re.search(rf"{total} +8 +259 +885", tables)


def test_the_training_table(report: Any) -> None:
    rows = [
        (one.classes.value, one.trainees.value, one.person_days.value)
        for one in report.training.courses
    ]
    assert rows == [
        *((1, 32, 96), (1, 40, 200), (1, 25, 125), (1, 25, 100)),
        *((1, 47, 94), (1, 30, 120), (1, 30, 90), (1, 30, 60)),
    ]
    total = report.training.total
    assert (total.courses, total.classes.value, total.person_days.value) == (8, 8, 885)


def by_name(report: Any, start: str) -> dict[str, Any]:
    return {one.reported.impact: one for one in report.compared if one.entry.name.startswith(start)}


def test_the_co2_of_the_monitored_firms_differs_by_less_than_two_percent(report: Any) -> None:
    one = by_name(report, "Doanh nghiệp được giám sát")["co2"]
    # 7611 x 25.8 x 94.6 / 1000 + 57.8 x 40.4 x 77.4 / 1000 + 1216 x 0.5764
    assert one.reported.computed.value == pytest.approx(19457.656, rel=1e-6)
    assert one.difference.value == pytest.approx(19457.656 / 19108 - 1, rel=1e-6)
    assert round(one.difference.value * 100, 1) == 1.8
    assert one.fits is True


def test_what_the_eleven_firms_reported_figure_implies(report: Any) -> None:
    found = by_name(report, "Mười một")
    one = found["co2"]
    # 1474 x 0.5764 = 849.61; 612.6 x 2.44068 = 1495.16; 112 x 3.12696 = 350.22
    assert one.reported.computed.value == pytest.approx(849.6136 + 1495.160568 + 350.21952)
    assert one.fits is False
    implied = {each.resource: each.needed.value for each in one.implied}
    # (2025 - 1495.16 - 350.22) / 1474 t/MWh, and so on for coal and fuel oil
    assert implied["electricity"] == pytest.approx((2025 - 1495.160568 - 350.21952) / 1474)
    assert implied["coal"] == pytest.approx((2025 - 849.6136 - 350.21952) / 612.6)
    assert implied["fuel_oil"] == pytest.approx((2025 - 849.6136 - 1495.160568) / 112)
    # sulphur and ash are not told: nothing to compare with
    assert [found[name].reported.computed for name in ("so2", "dust")] == [None, None]
    assert [found[name].fits for name in ("so2", "dust")] == [None, None]


def test_the_reported_co2_of_cleaner_technology_is_not_plausible(report: Any) -> None:
    one = by_name(report, "Công nghệ sạch hơn")["co2"]
    assert one.reported.stated.value / one.reported.computed.value == pytest.approx(3.607, abs=1e-3)
    said = [each for each in report.diagnostics if each.code.id == "G013"]
    ratios = [each.values["ratio"] for each in said]
    assert ratios == pytest.approx([2025 / 2694.993688, 73867 / 20479.35912], rel=1e-6)


@pytest.mark.parametrize(
    ("file", "name"),
    [("vncpc-2008-monitored", "Doanh nghiệp được giám sát"), ("vncpc-2008-cta", "Công nghệ")],
)
def test_rows_and_audits_of_the_same_quantities_agree(report: Any, file: str, name: str) -> None:
    assessment = cpaudit.assess(cpaudit.load(EXAMPLE.parents[1] / f"{file}.yaml"))
    line = next(one for one in report.projects.lines if one.entry.name.startswith(name))
    for impact in ("co2", "co2e", "energy", "toe"):
        wanted = value(assessment, f"packages.all.{impact}")
        assert line.sum.impacts[impact].value == pytest.approx(wanted, rel=1e-12)
    # 16302.25 VND for one USD: World Bank, 2008
    assert line.sum.saving.value * 16302.25 == pytest.approx(
        value(assessment, "packages.all.saving")
    )


def test_what_is_planned_or_in_the_totals_is_in_no_sum(report: Any) -> None:
    levels = {one.entry.name: (one.level, one.entry.in_totals) for one in report.projects.lines}
    assert len(levels) == 6
    counting = [name for name, (level, inside) in levels.items() if level == "implemented"]
    assert all(levels[name][1] for name in counting)
    assert report.sectors.total.rows == tuple(f"totals.{at}" for at in range(1, 7))


def test_the_audit_of_the_plastics_maker_is_in_its_projects(report: Any) -> None:
    line = next(one for one in report.projects.lines if one.entry.kind == "audit")
    assert (line.level, line.counts, line.entry.service) == ("planned", False, "gctf")
    assert line.sum.resources["electricity"].value == pytest.approx(782.315, rel=1e-12)
    # no price is printed: its saving in money is not known, which is not zero
    assert line.sum.saving is None
    assert line.sum.investment.value == pytest.approx(2182795000 / 16302.25, rel=1e-12)


def test_the_brick_makers_loan_and_reimbursement(report: Any) -> None:
    entry = next(one.entry for one in report.projects.lines if one.entry.loan)
    assert entry.reimbursement.value == 38281
    # the report's own rate, 16000: 25 % of the loan is 38281.25 USD
    loan = entry.loan.derivation.inputs[0][1]
    assert (loan.value, loan.unit) == (2450000000, "VND")
    assert 0.25 * loan.value / 16000 == 38281.25


def test_each_figure_names_its_source(report: Any) -> None:
    for entry in report.programme.entries:
        for part in entry.parts:
            for figure in part.resources.values():
                if entry.kind != "audit":
                    assert "annual report for 2008" in figure.derivation.source
    assert all(
        "annual report" in one.person_days.derivation.source for one in report.training.courses
    )


def test_what_is_said_is_explained_in_the_file(report: Any) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    codes = {said.code.id for said in report.diagnostics}
    assert {code for code in codes if code not in text} == set()
    audit = EXAMPLE.parent / "audits" / "plastics-2008.yaml"
    found = cpaudit.assess(cpaudit.load(audit)).diagnostics
    comments = audit.read_text(encoding="utf-8")
    assert {said.code.id for said in found if said.code.id not in comments} == set()
    assert "X" not in {said.code.id[0] for said in found}


def test_the_folder_is_listed_with_the_examples() -> None:
    assert "vncpc-2008/" in (EXAMPLE.parents[1] / "README.md").read_text(encoding="utf-8")
