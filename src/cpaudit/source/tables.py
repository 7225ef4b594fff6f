"""A CSV file beside an audit, as cells that know their line and column.

The rows are split by Python's csv module; the places of the cells are found again in the text, so
that whatever is said of a cell points at it. Cells stay text: what they mean is asked later.
"""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

from ..diagnostics import Diagnostic, Mistake, Source, Span
from ..diagnostics.codes import tables as codes
from ..diagnostics.similar import listed, similar_to
from .beside import path_beside
from .files import read_bytes, source_of_bytes
from .located import Text
from .records import Delimiter, records_in

DELIMITERS: dict[str, Delimiter] = {"comma": ",", "semicolon": ";", "tab": "\t"}
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


class Table(NamedTuple):
    """The names of the columns and the rows below them, each with a cell for every column.

    `path` leads to the file from the working directory, `sha256` is of its bytes.
    """

    source: Source
    path: str
    sha256: str
    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]

    def column(self, name: Text) -> int:
        """The number of a column, from 0. Raises Mistake at `name` that lists those there are."""
        wanted = column_name(name)
        if wanted in self.header:
            return self.header.index(wanted)
        raise Mistake(self.no_column(wanted, name.span))

    def no_column(self, name: str, span: Span | None) -> Diagnostic:
        """That there is no such column, with the nearest one."""
        values = {"table": self.source.name, "name": name, "known": listed(self.header, 20)}
        similar = similar_to(name, self.header)
        if similar:
            return codes.NO_COLUMN_SIMILAR.at(span, similar=similar, **values)
        return codes.NO_COLUMN.at(span, **values)


def read_table(
    written: Text, delimiter: Delimiter | None = None
) -> tuple[Table | None, list[Diagnostic]]:
    """The table that a text of an audit names, such as `bills.csv`; None where it is mistaken.

    Without `delimiter` the only one of comma, semicolon and tab on the first line counts.
    """
    try:
        path = path_beside(written)
    except Mistake as mistake:
        return None, [mistake.diagnostic]
    data, found = read_bytes(path, str(path))
    if data is None:
        return None, found
    refused = _refused(data, str(path))
    if refused:
        return None, [refused]
    source, found = source_of_bytes(data, str(path))
    if source is None:
        return None, found
    return table_in(source, str(path), sha256(data).hexdigest(), delimiter)


def _refused(data: bytes, name: str) -> Diagnostic | None:
    """What Excel saves in place of a CSV file."""
    place = Span(Source(name, ""), 1, 1)
    if data.startswith(_WORKBOOKS):
        return codes.WORKBOOK.at(place)
    return codes.UTF16.at(place) if data.startswith(_UTF16) else None


def table_in(
    source: Source, path: str, digest: str, delimiter: Delimiter | None
) -> tuple[Table | None, list[Diagnostic]]:
    """The table in a text that is read already."""
    try:
        records, delimiter = records_in(source, delimiter)
    except Mistake as mistake:
        return None, [mistake.diagnostic]
    names, *rows = records
    if not rows:
        return None, [codes.NO_ROWS.at(names[0].span)]
    count = len(names)
    found = [
        codes.RAGGED.at(row[0].span, count=len(row), columns=count, delimiter=delimiter)
        for row in rows
        if len(row) != count
    ]
    if found:
        return None, found
    kept = _used_columns(names, rows)
    header = tuple(column_name(names[number]) for number in kept)
    found = _mistaken_names(header, kept)
    if found:
        return None, found
    cells = tuple(tuple(row[number] for number in kept) for row in rows)
    return Table(source, path, digest, header, cells), []


def column_name(written: Text) -> Text:
    """A name with single spaces, as a spreadsheet may break it into lines."""
    return Text.of(" ".join(written.split()), written.span)


def _used_columns(names: list[Text], rows: list[list[Text]]) -> list[int]:
    """Columns without a name and without a value, as spreadsheets leave them, are none."""
    return [number for number, name in enumerate(names) if name or any(row[number] for row in rows)]


def _mistaken_names(header: tuple[Text, ...], numbers: list[int]) -> list[Diagnostic]:
    """Names that are missing or there twice."""
    found: list[Diagnostic] = []
    first: dict[str, Text] = {}
    for number, name in zip(numbers, header, strict=True):
        if not name:
            found.append(codes.EMPTY_NAME.at(name.span, number=number + 1))
        elif name in first:
            found.append(codes.SAME_NAME.related(name.span, first[name].span, name=name))
        first.setdefault(name, name)
    return found
