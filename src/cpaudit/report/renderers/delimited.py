"""Rows as comma-separated values, for spreadsheets and programs.

Numbers are plain, with a point and at full precision. A text that a spreadsheet would take for a
formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import TextIO

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str | float | None]]) -> str:
    """A header and rows as CSV (RFC 4180, with the line end of the file that is written)."""
    text = StringIO()
    write_csv(text, header, rows)
    return text.getvalue()


def write_csv(
    stream: TextIO, header: Sequence[str], rows: Iterable[Sequence[str | float | None]]
) -> None:
    """The same into a stream, row by row; without a header where that is empty."""
    writer = csv.writer(stream, lineterminator="\n")
    if header:
        writer.writerow([harmless(name) for name in header])
    for row in rows:
        writer.writerow([harmless(one) if isinstance(one, str) else one for one in row])


def harmless(text: str) -> str:
    """A text that no spreadsheet runs."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
