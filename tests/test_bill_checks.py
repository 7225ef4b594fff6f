"""What is said of bills: gaps, overlaps, doubles, outliers, slips. And what holds for all bills."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from billed import AMOUNT, amount, bills_of, electricity, months, outcome
from cpaudit.diagnostics import Diagnostic, Source, Span
from cpaudit.resolve.bills.bill import Days
from cpaudit.resolve.bills.days import without_shared_days
from cpaudit.resolve.bills.outliers import modified_z_scores
from cpaudit.resolve.bills.sums import share_by_days
from cpaudit.source import Text
from cpaudit.source.tables import read_table
from cpaudit.units.slips import slip_of

CELL = Text.of("x", Span(Source("bills.csv", "x"), 1, 1))
START, END = date(2014, 1, 1), date(2014, 12, 31)


def said(folder: Path, table: str, given: str = AMOUNT) -> list[Diagnostic]:
    found = outcome(folder, electricity(given), table)[1]
    return [one for one in found if one.code.id.startswith("W")]


def codes(folder: Path, table: str, given: str = AMOUNT) -> list[tuple[str, int, int]]:
    return bills_of(said(folder, table, given))


def test_days_without_a_bill_are_told_with_their_dates(tmp_path: Path) -> None:
    table = "from,to,kWh\n2014-01-11,2014-03-31,800\n2014-05-01,2014-11-30,2140\n"
    gaps = said(tmp_path, table)
    assert [
        (one.code.id, one.span.line, one.values["days"], one.values["first"], one.values["last"])
        for one in gaps
        if one.span
    ] == [
        ("W045", 2, 10, "2014-01-01", "2014-01-10"),
        ("W045", 3, 30, "2014-04-01", "2014-04-30"),
        ("W045", 3, 31, "2014-12-01", "2014-12-31"),
    ]
    # nothing is put in their place
    assert amount(tmp_path, table) == pytest.approx(2.94, rel=1e-12)


def test_days_in_two_bills(tmp_path: Path) -> None:
    table = (
        "from,to,kWh\n2014-01-01,2014-06-30,1810\n2014-03-01,2014-03-31,310\n"
        "2014-06-29,2014-12-31,1860\n"
    )
    overlaps = said(tmp_path, table)
    assert [(one.code.id, one.values["days"], one.values["line"]) for one in overlaps] == [
        ("W046", 31, "2"),
        ("W046", 2, "2"),
    ]


def test_days_on_which_bills_meet_are_no_overlap_and_no_gap(tmp_path: Path) -> None:
    rows = ("2014-01-01,2014-04-30,12", "2014-04-30,2014-09-01,12", "2014-09-01,2014-12-31,12")
    meet = "\n".join(["from,to,kWh", *rows, ""])
    follow = meet.replace("04-30,12", "04-29,12").replace("09-01,12", "08-31,12")
    assert codes(tmp_path, follow) == []
    # the last one ends on the day on which the meter is read again: 31 December is in no bill
    assert [code for code, *_ in codes(tmp_path, meet)] == ["W045"]
    assert codes(tmp_path, meet.replace("2014-12-31", "2015-01-01")) == []


def test_the_same_bill_twice_and_another_for_the_same_days(tmp_path: Path) -> None:
    table = months([500] * 12)
    assert codes(tmp_path, table + "2014-05,500\n") == [("W055", 14, 1), ("W047", 14, 1)]
    assert codes(tmp_path, table + "2014-05,501\n") == [("W055", 14, 1), ("W048", 14, 1)]
    # both count
    assert amount(tmp_path, table + "2014-05,500\n") == pytest.approx(6.5, rel=1e-12)


def test_deliveries_of_a_day_are_doubled_only_with_the_same_amount(tmp_path: Path) -> None:
    table = "date,kWh\n2014-03-01,20\n2014-03-01,21\n2014-03-01,20\n"
    assert codes(tmp_path, table) == [("W047", 4, 1)]


def test_modified_z_scores_by_hand() -> None:
    # median 20; distances 3 1 0 1 80: their median 1; 0.6745 · (100 - 20) / 1
    scores = modified_z_scores([17, 19, 20, 21, 100])
    assert scores == pytest.approx([-2.0235, -0.6745, 0, 0.6745, 53.96], rel=1e-9)
    assert modified_z_scores([5, 5, 5, 9]) == [None] * 4


@pytest.mark.parametrize(
    ("ratio", "power"),
    [(10, 1), (0.1, -1), (1000, 3), (0.001, -3), (1e6, 6), (12, 1), (8, 1), (1.3, None),
     (100, 2), (30, None), (10000, None), (0, None)],
)  # fmt: skip
def test_slips_are_near_powers_of_ten(ratio: float, power: int | None) -> None:
    assert slip_of(ratio) == power


USE = [310, 280, 315, 300, 320, 290, 310, 305, 300, 318, 302, 309]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("620", ["W049"]), ("150", ["W049"]), ("3100", ["W050"]), ("310000", ["W050"]),
     ("0.31", ["W051"]), ("360", []), ("0", ["W049"])],
)  # fmt: skip
def test_outliers_are_told_by_use_a_day(tmp_path: Path, cell: str, expected: list[str]) -> None:
    table = months([*USE[:6], cell, *USE[7:]])
    assert codes(tmp_path, table) == [(code, 8, 9) for code in expected]


def test_a_long_bill_is_no_outlier(tmp_path: Path) -> None:
    table = "from,to,kWh\n" + "".join(
        f"2014-{m:02}-01,2014-{m:02}-28,280\n2014-{m:02}-29,2014-{m + 1:02}-01,{10 * extra}\n"
        for m, extra in ((3, 4), (5, 4), (7, 4), (9, 3))
    )
    assert {code for code, *_ in codes(tmp_path, table)} <= {"W045", "W046"}


def test_five_bills_have_no_outliers(tmp_path: Path) -> None:
    assert "W050" not in {code for code, *_ in codes(tmp_path, months([300, 310, 3000, 305, 300]))}


def test_a_price_that_stands_apart_is_told_at_its_cell(tmp_path: Path) -> None:
    rows = [f"{used},{used * 1500}" for used in USE]
    rows[4] = f"{USE[4]},{USE[4] * 15000}"
    price = "{csv: bills.csv, column: VND, unit: VND}"
    text = electricity(price=price)
    found = outcome(tmp_path, text, months(rows, header="month,kWh,VND"))[1]
    # at 10 times the money, both the money a day and the price are about ten times the usual
    assert set(bills_of(found)) == {("W050", 6, 13)}


def days_of(*pairs: tuple[str, str]) -> list[Days]:
    return [Days(date.fromisoformat(a), date.fromisoformat(b), "", CELL) for a, b in pairs]


def test_reading_days_by_hand() -> None:
    every = days_of(
        ("2014-01-01", "2014-01-31"),
        ("2014-03-31", "2014-04-30"),  # out of order: follows the third, and starts on its last day
        ("2014-01-31", "2014-03-31"),
        ("2014-06-01", "2014-06-30"),  # after a gap: read as the ones before
    )
    lasts = [one.last.isoformat() for one in without_shared_days(every)]
    assert lasts == ["2014-01-30", "2014-04-29", "2014-03-30", "2014-06-29"]


# at least one day, at most a year's 365, in days of the year
cuts = st.sets(st.integers(1, 364), max_size=30)


def partition(points: set[int], meets: bool) -> list[tuple[date, date]]:
    """Consecutive bills of the year that change at some days, or meet on them."""
    edges = [0, *sorted(points), 365]
    end = 0 if meets else 1
    return [(START + timedelta(a), START + timedelta(b - end)) for a, b in pairwise(edges)]


def table_of(bills: list[tuple[date, date]], values: list[int]) -> str:
    rows = [f"{a},{b},{value}" for (a, b), value in zip(bills, values, strict=True)]
    return "\n".join(["from,to,kWh", *rows, ""])


@given(cuts, st.booleans(), st.randoms(use_true_random=False))
def test_any_bills_that_make_up_a_year_add_to_it(
    tmp_path_factory: pytest.TempPathFactory, points: set[int], meets: bool, random: object
) -> None:
    bills = partition(points, meets and bool(points))
    values = [1000 + 7 * number for number in range(len(bills))]
    rows = list(zip(bills, values, strict=True))
    random.shuffle(rows)  # type: ignore[attr-defined]
    table = table_of([bill for bill, _ in rows], [value for _, value in rows])
    folder = tmp_path_factory.mktemp("year")
    assert amount(folder, table) == pytest.approx(sum(values) / 1000, rel=1e-9)
    found = {code for code, *_ in codes(folder, table)}
    assert not found & {"W045", "W046", "W047", "W048", "W053", "W054"}


@given(st.integers(1, 2000), st.integers(0, 800), st.integers(0, 800), st.integers(0, 10**9))
def test_the_parts_of_a_bill_in_two_periods_add_up_to_it(
    length: int, before: int, within: int, value: int
) -> None:
    first = START - timedelta(before)
    days = Days(first, first + timedelta(length - 1), "", CELL)
    edge = START + timedelta(within)
    earlier = days.within(date(2000, 1, 1), edge - timedelta(1))
    later = days.within(edge, date(2030, 1, 1))
    assert earlier + later == length == days.length
    parts = [share_by_days(float(value), float(part), float(length)) for part in (earlier, later)]
    assert sum(parts) == pytest.approx(value, rel=1e-12)


@given(st.lists(st.tuples(st.integers(-400, 700), st.integers(1, 90)), min_size=1, max_size=12))
def test_without_shared_days_no_bill_is_lost_or_grows(starts: list[tuple[int, int]]) -> None:
    every = [Days(START + timedelta(a), START + timedelta(a + n - 1), "", CELL) for a, n in starts]
    made = without_shared_days(every)
    assert [one.first for one in made] == [one.first for one in every]
    shorter = [a.length - b.length for a, b in zip(every, made, strict=True)]
    assert set(shorter) <= {0, 1}
    assert all(one.length >= 1 for one in made)


PIECES = st.sampled_from(
    ["2014-01", "2014-02-01", "2014-03-31", "01/02/2014", "kWh", "from", "to", "month", "date",
     "12", "1.234", "1e5", "=1+2", "-7", "5 MWh", "3 million", '"', '""', ",", ";", "\t",
     "\n", "\r\n", "# ", "#", " ", "\u00a0", "é", "\x00", "\x85", "sep=;",
     "999999999999999999999", "0", "%"]
)  # fmt: skip
FORMS = st.sampled_from(
    [AMOUNT, "{csv: bills.csv, column: kWh}", "{csv: bills.csv, column: kWh, unit_column: to}",
     "{csv: bills.csv, column: kWh, delimiter: semicolon, dates: day-first, meter: date}",
     "{csv: bills.csv, column: kWh, unit: 1000 kWh, month: month, uncertainty: 5 %}"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join), FORMS, st.booleans())
def test_no_table_is_too_strange(
    tmp_path_factory: pytest.TempPathFactory, text: str, form: str, with_header: bool
) -> None:
    folder = tmp_path_factory.mktemp("strange")
    table = ("month,kWh,from,to,date\n" if with_header else "") + text
    price = "{csv: bills.csv, column: kWh, unit: VND}"
    assessment, found = outcome(folder, electricity(form, price), table)
    assert assessment is not None or any(one.is_error for one in found)
    for one in found:
        if one.span is not None:
            assert 1 <= one.span.line <= len(one.span.source.lines)
            assert 1 <= one.span.column <= len(one.span.source.line(one.span.line)) + 1


CELLS = st.text(st.sampled_from("ab1 .,;\"\n'#=é"), max_size=6).map(str.strip)


@settings(deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8), st.sampled_from(",;\t"))
def test_what_the_csv_module_writes_is_read_with_its_places(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]], mark: str
) -> None:
    written = StringIO()
    writer = csv.writer(written, delimiter=mark, quoting=csv.QUOTE_ALL)
    writer.writerows([("one", "two", "three"), *rows])
    path = tmp_path_factory.mktemp("csv") / "bills.csv"
    path.write_bytes(written.getvalue().encode())
    name = Text.of("bills.csv", Span(Source("plant.yaml", "x", path.parent), 1, 1))
    table, _ = read_table(name)
    kept = [row for row in rows if any(row)]
    if not kept:
        assert table is None
        return
    assert table is not None
    # a column without a name would be left out, one with a name never is
    assert [tuple(map(str, row)) for row in table.rows] == kept
    for row in table.rows:
        for cell in row:
            line = cell.span.source.line(cell.span.line)
            opened = '"' + cell.replace('"', '""').split("\n")[0]
            assert line[cell.span.column - 1 :].startswith(opened)


def test_a_credit_note_is_no_reading_of_the_meter(tmp_path: Path) -> None:
    table = (
        "from,to,kWh\n2013-12-16,2014-01-15,3100\n2014-01-15,2014-01-15,-100\n"
        "2014-01-16,2014-12-31,35000\n"
    )
    # 15 of the first bill's 31 days are in 2014: 3100 · 15 / 31 - 100 + 35000 = 36400 kWh
    assert amount(tmp_path, table) == pytest.approx(36.4, rel=1e-12)
    assert "W045" not in [code for code, _, _ in codes(tmp_path, table)]


def test_each_meter_is_looked_at_by_itself(tmp_path: Path) -> None:
    rows = ["meter,month,kWh"]
    for month in range(1, 13):
        rows.append(f"main,2014-{month:02},{10000 + 10 * month}")
        rows.append(f"small,2014-{month:02},{10500 if month == 6 else 1000 + month}")
    given = "{csv: bills.csv, column: kWh, unit: kWh, meter: meter}"
    slips = [one for one in codes(tmp_path, "\n".join([*rows, ""]), given) if one[0] == "W050"]
    # line 13 is the small one's June
    assert [line for _, line, _ in slips] == [13]
