"""Wide tables in sections of columns: in one piece, or cut so that each part fits a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from rich.cells import cell_len

from ....language import Language
from ...blocks import Cell, Column, Row, Table

SCREEN = 80
_GAP = 2
_LEAST_HEAD = 14
_MOST_HEAD = 24


class Head(NamedTuple):
    """The first cell of a row, and what the row is."""

    cell: Cell
    role: Literal["body", "total", "heading"] = "body"


class Section(NamedTuple):
    """Columns that belong together; `cells` are theirs, row by row."""

    title: str
    columns: Sequence[Column]
    cells: Sequence[Sequence[Cell]]


class Wide(NamedTuple):
    """A table with more columns than a screen has room for."""

    title: str
    head: str
    heads: Sequence[Head]
    sections: Sequence[Section]
    remarks: Sequence[str] = ()


def in_one_piece(wide: Wide) -> list[Table]:
    """One table with all columns."""
    columns = [column for section in wide.sections for column in section.columns]
    rows = [
        Row(
            [head.cell, *(cell for section in wide.sections for cell in section.cells[at])],
            head.role,
        )
        for at, head in enumerate(wide.heads)
    ]
    return [Table(wide.title, [Column(wide.head, numeric=False), *columns], rows, wide.remarks)]


def in_parts(wide: Wide, language: Language, width: int = SCREEN) -> list[Table]:
    """A table for each section, cut further where its columns are too wide.

    Details of rows stand in the first table, remarks below the last one.
    """
    room = width - _head_width(wide)
    tables: list[Table] = []
    for section in wide.sections:
        for start, end in _cuts(section, room):
            columns = [Column(wide.head, numeric=False), *section.columns[start:end]]
            rows = [
                Row([_head(head, not tables), *section.cells[at][start:end]], head.role)
                for at, head in enumerate(wide.heads)
            ]
            title = f"{wide.title}: {section.title}" if section.title else wide.title
            if start:
                title = language("{title} (continued)").format(title=title)
            tables.append(Table(title, columns, rows))
    if tables:
        tables[-1] = tables[-1]._replace(remarks=wide.remarks)
    return tables


def _head(head: Head, with_detail: bool) -> Cell:
    return head.cell if with_detail else head.cell._replace(detail="")


def _head_width(wide: Wide) -> int:
    """The first column is wrapped, but stays wide enough to be read."""
    texts = [wide.head, *(head.cell.text for head in wide.heads)]
    details = [head.cell.detail for head in wide.heads if head.cell.detail]
    widest = max(cell_len(text) for text in (*texts, *details))
    most = _MOST_HEAD if details else _LEAST_HEAD
    return min(widest, most)


def _cuts(section: Section, room: int) -> Iterator[tuple[int, int]]:
    """From and to which column each part goes; a column alone may be wider than the room."""
    start, used = 0, 0
    for at, column in enumerate(section.columns):
        lines = [*column.title.split("\n"), *(row[at].text for row in section.cells)]
        needed = _GAP + max(cell_len(line) for line in lines)
        if used and used + needed > room:
            yield start, at
            start, used = at, 0
        used += needed
    if section.columns:
        yield start, len(section.columns)
