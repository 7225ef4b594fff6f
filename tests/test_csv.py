"""A CSV file beside an audit: its cells and their places, what is refused, which paths are."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from cpaudit.diagnostics import Diagnostic, Mistake, Source, Span
from cpaudit.source.located import Text
from cpaudit.source.records import CELL_LIMIT
from cpaudit.source.tables import Table, read_table
from reading import said_in_full

MONTHS = "month,kWh\n2008-01,500\n2008-02,480\n"


def written(path: str, folder: Path | None) -> Text:
    """A path as an audit in a folder names it."""
    return Text.of(path, Span(Source("plant.yaml", f"csv: {path}", folder), 1, 6, len(path)))


def read(folder: Path, data: str | bytes, delimiter: Any = None) -> Any:
    """The table of a text; the diagnostics where it is refused."""
    (folder / "bills.csv").write_bytes(data.encode() if isinstance(data, str) else data)
    table, found = read_table(written("bills.csv", folder), delimiter)
    assert (table is None) == bool(found)
    assert all(said_in_full(said) for said in found)
    return table if table is not None else found


def places(found: list[Diagnostic]) -> list[tuple[str, int, int]]:
    return [(said.code.id, said.span.line, said.span.column) for said in found if said.span]


def place(cell: Text) -> tuple[int, int, int]:
    return cell.span.line, cell.span.column, cell.span.length


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_three_delimiters_three_line_ends_and_a_byte_order_mark(
    tmp_path: Path, delimiter: str, end: str, mark: bytes
) -> None:
    data = mark + MONTHS.replace(",", delimiter).replace("\n", end).encode()
    table = read(tmp_path, data)
    assert table.header == ("month", "kWh")
    assert table.rows == (("2008-01", "500"), ("2008-02", "480"))
    assert [place(cell) for cell in table.rows[1]] == [(3, 1, 7), (3, 9, 3)]
    assert table.sha256 == sha256(data).hexdigest()
    assert table.path == str(tmp_path / "bills.csv")
    assert table.source.name == table.path


def test_cells_know_their_places_in_quotes_and_over_lines(tmp_path: Path) -> None:
    text = (
        'month, "Điện\n(kWh)",note\n'
        "# the meter was changed\n"
        "\n"
        '2008-01,"1,500","a ""new""\nmeter"\n'
        " 2008-02 , 480 ,\n"
        ",,\n"
    )
    table = read(tmp_path, text)
    assert table.header == ("month", "Điện (kWh)", "note")
    assert table.rows == (("2008-01", "1,500", 'a "new"\nmeter'), ("2008-02", "480", ""))
    assert [place(cell) for cell in table.header] == [(1, 1, 5), (1, 8, 5), (2, 8, 4)]
    assert [place(cell) for cell in table.rows[0]] == [(5, 1, 7), (5, 9, 7), (5, 17, 10)]
    assert [place(cell) for cell in table.rows[1]] == [(7, 2, 7), (7, 12, 3), (7, 17, 1)]


def test_names_are_the_same_composed_and_decomposed(tmp_path: Path) -> None:
    table = read(tmp_path, "tha\u0301ng;kWh\n2008-01;5\n")
    assert table.column(written("tháng", tmp_path)) == 0
    assert table.column(written(" kWh ", tmp_path)) == 1


def test_a_hash_without_a_space_is_a_cell(tmp_path: Path) -> None:
    table = read(tmp_path, "#;kWh\n#N/A;5\n#\n1;6\n")
    assert table.rows == (("#N/A", "5"), ("1", "6"))


def test_columns_that_a_spreadsheet_leaves_empty_are_none(tmp_path: Path) -> None:
    table = read(tmp_path, "month;kWh;;\n2008-01;5;;\n;;;\n")
    assert (table.header, table.rows) == (("month", "kWh"), (("2008-01", "5"),))


def test_excel_says_its_delimiter_itself(tmp_path: Path) -> None:
    table = read(tmp_path, "sep=;\nmonth;kWh, night\n2008-01;5\n")
    assert table.header == ("month", "kWh, night")


def test_a_delimiter_may_be_stated(tmp_path: Path) -> None:
    text = "month;kWh, night\n2008-01;5\n"
    assert places(read(tmp_path, text)) == [("W010", 1, 1)]
    assert read(tmp_path, text, ";").header == ("month", "kWh, night")
    assert read(tmp_path, 'month;"kWh, night"\n2008-01;5\n').header == ("month", "kWh, night")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("", ("W007", 1, 1)),
        ("\n\n# nothing\n", ("W007", 1, 1)),
        (";;\n", ("W007", 1, 1)),
        ("month,kWh\n", ("W008", 1, 1)),
        ("Bills of 2008\nmonth,kWh\n2008-01,5\n", ("W009", 1, 1)),
        ('month,kWh\n2008-01,"5\n2008-02,6\n', ("W011", 2, 1)),
        ('month,kWh\n2008-01,"5" kWh\n', ("W011", 2, 1)),
        ("month,kWh\n2008-01,5\n2008-02,1,5\n", ("W012", 3, 1)),
        ("month,kWh\n2008-01\n", ("W012", 2, 1)),
        ("month,,kWh\n2008-01,3,5\n", ("W013", 1, 7)),
        ("kWh,month,kWh\n5,2008-01,5\n", ("W014", 1, 11)),
        (b"PK\x03\x04\x14\x00", ("W005", 1, 1)),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", ("W005", 1, 1)),
        (MONTHS.encode("utf-16"), ("W006", 1, 1)),
        (MONTHS.encode("utf-16-le"), ("Y017", 1, 2)),
        ("m\u00f2i,kWh\n2008-01,5\n".encode("latin-1"), ("Y001", 1, 2)),
        ("a" * (4 * 1024 * 1024 + 1), ("Y002", 1, 1)),
    ],
)
def test_what_is_no_table_is_refused(
    tmp_path: Path, data: str | bytes, expected: tuple[str, int, int]
) -> None:
    assert places(read(tmp_path, data)) == [expected]


def test_a_cell_has_an_end(tmp_path: Path) -> None:
    assert len(read(tmp_path, "a,b\n1," + "9" * 131_072 + "\n").rows) == 1
    assert places(read(tmp_path, "a,b\n1," + "9" * 131_073 + "\n")) == [("W057", 2, 1)]


def test_cells_are_counted(tmp_path: Path) -> None:
    rows = CELL_LIMIT // 2 - 1
    assert len(read(tmp_path, "a,b\n" + "1,2\n" * rows).rows) == rows
    assert places(read(tmp_path, "a,b\n" + "1,2\n" * (rows + 1))) == [("W017", 1, 1)]


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [("kwh", "W016", "Did you mean “kWh”?"), ("điện", "W015", "Its columns are: month, kWh.")],
)
def test_a_column_that_is_not_there(tmp_path: Path, name: str, code: str, words: str) -> None:
    table = read(tmp_path, MONTHS)
    assert isinstance(table, Table)
    with pytest.raises(Mistake) as raised:
        table.column(written(name, tmp_path))
    said = raised.value.diagnostic
    assert said.code.id == code
    assert words in said_in_full(said)
    assert said.span.source.name == "plant.yaml"


def refused(path: str, folder: Path | None) -> str:
    table, found = read_table(written(path, folder))
    assert table is None
    assert said_in_full(found[0])
    assert found[0].span.column == 6
    return found[0].code.id


def test_a_text_without_a_folder_has_no_tables() -> None:
    assert refused("bills.csv", None) == "W001"


@pytest.mark.parametrize("path", ["/etc/passwd", "C:bills.csv", "c:/b.csv", "//host/b.csv"])
def test_a_path_starts_in_the_folder(tmp_path: Path, path: str) -> None:
    assert refused(path, tmp_path) == "W002"


def test_a_path_does_not_leave_the_folder(tmp_path: Path) -> None:
    inside = tmp_path / "plant"
    (inside / "2008").mkdir(parents=True)
    (tmp_path / "bills.csv").write_text(MONTHS)
    (inside / "2008" / "bills.csv").write_text(MONTHS)
    (inside / "own.csv").symlink_to(inside / "2008" / "bills.csv")
    (inside / "out.csv").symlink_to(tmp_path / "bills.csv")
    (inside / "up").symlink_to(tmp_path)
    for path in ("../bills.csv", "2008/../../bills.csv", "out.csv", "up/bills.csv"):
        assert refused(path, inside) == "W002"
    assert refused("2008\\bills.csv", inside) == "W002"
    for path in ("2008/bills.csv", "2008/../own.csv", "./own.csv"):
        assert read_table(written(path, inside))[0] is not None


def test_the_folder_may_be_a_link_itself_and_the_working_directory_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "bills.csv").write_text(MONTHS)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    for folder in ("../link", "../real"):
        table, _ = read_table(written("bills.csv", Path(folder)))
        assert table is not None
        assert table.source.name == f"{folder}/bills.csv"


def test_what_is_not_there_is_told_with_what_is(tmp_path: Path) -> None:
    (tmp_path / "water.csv").write_text(MONTHS)
    (tmp_path / "bills-2008.csv").write_text(MONTHS)
    _, found = read_table(written("bill-2008.csv", tmp_path))
    assert found[0].code.id == "W003"
    assert "bills-2008.csv, water.csv" in said_in_full(found[0])
    assert refused("none/bills.csv", tmp_path) == "W003"
    (tmp_path / "a.csv").symlink_to(tmp_path / "b.csv")
    (tmp_path / "b.csv").symlink_to(tmp_path / "a.csv")
    assert refused("a.csv", tmp_path) == "W003"
    assert refused("x" * 5000, tmp_path) == "W003"


def test_folders_pipes_and_devices_are_no_files(tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    os.mkfifo(tmp_path / "pipe.csv")
    assert refused("folder.csv", tmp_path) == "W004"
    assert refused("pipe.csv", tmp_path) == "W004"
    assert refused(".", tmp_path) == "W004"
