"""The rows of a CSV text and the place of every cell."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import Literal

from ..diagnostics import Diagnostic, Mistake, Source, Span
from ..diagnostics.codes import tables as codes
from .located import Text

Delimiter = Literal[",", ";", "\t"]
_DELIMITERS: tuple[Delimiter, ...] = (",", ";", "\t")
# what Excel itself reads and writes above a table
_SEP_LINE = re.compile(r'"?sep=(.)"?[,;\t]*', re.IGNORECASE)
_LINES_OF_NAMES = 50
CELL_LIMIT = 200_000
_QUOTED = re.compile(r'"(?:[^"]|"")*"')


def records_in(source: Source, delimiter: Delimiter | None) -> tuple[list[list[Text]], Delimiter]:
    """Every row that has a value, the names of the columns first; and the delimiter found.

    A line that starts with `# ` is a comment. Raises Mistake where there are no rows, where the
    delimiter can't be told from the first line, where quotes do not fit, and with too many cells.
    """
    lines = _Lines(source.lines)
    first = lines.first_line()
    if first is None:
        raise Mistake(codes.EMPTY.at(Span(source, 1, 1)))
    stated = _SEP_LINE.fullmatch(lines.lines[first])
    if stated and stated.group(1) in _DELIMITERS:
        lines.next = first + 1
        delimiter = delimiter or _DELIMITERS[_DELIMITERS.index(stated.group(1))]
    delimiter = delimiter or _delimiter_of(source, first)
    records = [record for record in _records(source, lines, delimiter) if any(record)]
    if not records:
        raise Mistake(codes.EMPTY.at(Span(source, 1, 1)))
    return records, delimiter


class _Lines(Iterator[str]):
    """The lines that the csv module asks for; blank lines and comments between rows are left out.

    Inside quotes every line counts.
    """

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.next = 0
        self.between_rows = True

    def first_line(self) -> int | None:
        """The number from 0 of the next line that is part of a row; None at the end."""
        for number in range(self.next, len(self.lines)):
            line = self.lines[number]
            if line.strip() and line.rstrip() != "#" and not line.startswith("# "):
                return number
        return None

    def __next__(self) -> str:
        if self.between_rows:
            start = self.first_line()
            self.next = len(self.lines) if start is None else start
            self.between_rows = False
        if self.next >= len(self.lines):
            raise StopIteration
        self.next += 1
        return self.lines[self.next - 1] + "\n"


def _delimiter_of(source: Source, first: int) -> Delimiter:
    """The only one that stands on the line with the names, outside quotes."""
    line = source.lines[first]
    # a name in quotes may be broken into lines
    bare = _QUOTED.sub("", "\n".join(source.lines[first : first + _LINES_OF_NAMES])).split("\n")[0]
    there = [one for one in _DELIMITERS if one in bare]
    if len(there) == 1:
        return there[0]
    code = codes.SEVERAL_DELIMITERS if there else codes.ONE_COLUMN
    raise Mistake(code.at(Span(source, first + 1, 1, max(1, len(line)))))


def _records(source: Source, lines: _Lines, delimiter: Delimiter) -> Iterator[list[Text]]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=True)
    count = 0
    names: Span | None = None
    while True:
        start = lines.first_line()
        if start is None:
            return
        lines.between_rows = True
        try:
            cells = next(reader)
        except csv.Error:
            raise Mistake(_refusal(source, start, lines.next)) from None
        count += len(cells)
        if count > CELL_LIMIT:  # before places are found for them, which takes memory
            place = names or Span(source, start + 1, 1, max(1, len(cells[0].strip())))
            raise Mistake(codes.TOO_MANY_CELLS.at(place, limit=CELL_LIMIT))
        located = _located(source, start, lines.next, cells, delimiter)
        names = names or located[0].span
        yield located


def _refusal(source: Source, start: int, end: int) -> Diagnostic:
    """Why the reader of CSV has stopped in the row of some lines."""
    place = Span(source, start + 1, 1, max(1, len(source.lines[start])))
    limit = csv.field_size_limit()
    # with an open quote all that follows is one cell: then the quote is what is wrong
    if any(len(line) > limit for line in source.lines[start:end]):
        return codes.LONG_CELL.at(place, limit=limit)
    return codes.QUOTES.at(place)


def _located(
    source: Source, start: int, end: int, cells: list[str], delimiter: Delimiter
) -> list[Text]:
    """The cells of the lines from `start` up to `end`, each with the place where it is written."""
    text = "\n".join(source.lines[start:end])
    found: list[Text] = []
    position = seen = 0
    line, line_start = start + 1, 0
    for cell in cells:
        while text[position : position + 1] == " ":
            position += 1
        quoted = _QUOTED.match(text, position)
        after = quoted.end() if quoted else text.find(delimiter, position)
        after = len(text) if after < 0 else after
        ends = text.count("\n", seen, position)
        if ends:
            line, line_start = line + ends, text.rfind("\n", seen, position) + 1
        seen = position
        written = text[position:after].split("\n")[0].rstrip()
        span = Span(source, line, position - line_start + 1, max(1, len(written)))
        found.append(Text.of(cell.strip(), span, bool(quoted)))
        position = after + 1
    return found
