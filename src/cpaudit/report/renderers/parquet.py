"""Rows of a batch as Parquet, by Polars (extra `cpaudit[parquet]`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path

from ...diagnostics import Diagnostic
from ...diagnostics.codes import batch as codes
from ...portfolio.columns import Column, Row
from .lines import write_lines


def missing_for_parquet() -> Diagnostic | None:
    """What is said where the extra is not installed."""
    return codes.NO_PARQUET.at(None) if find_spec("polars") is None else None


def write_parquet(path: Path, kind: str, columns: Sequence[Column], rows: Iterable[Row]) -> None:
    """A column of text, integers or floats for each; the rows pass through a file of lines, so
    that they need not be in memory together."""
    import polars

    types = {"text": polars.String, "count": polars.Int64}
    schema = {one.name: types.get(one.kind, polars.Float64) for one in columns}
    lines = path.with_name(path.name + ".lines")
    try:
        with lines.open("w", encoding="utf-8", newline="\n") as stream:
            write_lines(stream, kind, columns, rows)
        polars.scan_ndjson(lines, schema=schema).sink_parquet(path)
    finally:
        lines.unlink(missing_ok=True)
