"""Rows of a batch as JSON Lines. Their shape is docs/json.md's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TextIO

from ...portfolio.columns import Column, Row

# raised when a reader of the lines would break; told in CHANGELOG.md
FORMAT = 1


def write_lines(stream: TextIO, kind: str, columns: Sequence[Column], rows: Iterable[Row]) -> None:
    """An object for each row, by the names of columns, with what it is and the format's version."""
    names = [column.name for column in columns]
    head = {"kind": kind, "format": FORMAT}
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    for row in rows:
        stream.write(encode({**head, **dict(zip(names, row, strict=True))}) + "\n")
