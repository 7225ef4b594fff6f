"""What a report is made of, before any format: panels, tables of cells, lists of remarks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple


class Cell(NamedTuple):
    """One cell: its text, and the value and unit behind it for formats that want numbers."""

    text: str
    value: float | None = None
    unit: str | None = None
    detail: str = ""


class Column(NamedTuple):
    """A column's title; numbers stand at the right. A whole column is never wrapped."""

    title: str
    numeric: bool = True
    whole: bool = False


class Row(NamedTuple):
    """Cells of one row; a total closes a group, a heading opens one."""

    cells: Sequence[Cell]
    role: Literal["body", "total", "heading"] = "body"


class Table(NamedTuple):
    """A titled table with remarks below it."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    remarks: Sequence[str] = ()


class Panel(NamedTuple):
    """The few lines that are read first."""

    title: str
    lines: Sequence[str]


class Remark(NamedTuple):
    """A diagnostic told in the report: its place and code, what it says, what to do."""

    level: str
    label: str
    text: str
    hint: str
    source: Sequence[str] = ()


class Remarks(NamedTuple):
    """Diagnostics under a title."""

    title: str
    remarks: Sequence[Remark]


class Branch(NamedTuple):
    """A figure in a tree: its name and value, where it comes from, and what went into it."""

    name: str
    value: str
    origin: Sequence[str]
    children: Sequence[Branch] = ()


class Plot(NamedTuple):
    """A drawing of letters and box characters in lines of one width, with remarks below it."""

    title: str
    lines: Sequence[str]
    remarks: Sequence[str] = ()


# a chain of hundreds of options on one stream is cut at this depth of a tree
DEEPEST = 100

Block = Panel | Table | Remarks | Branch | Plot
EMPTY = Cell("–")
