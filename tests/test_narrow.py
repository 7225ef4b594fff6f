"""A screen that is too narrow costs lines or width, but never a digit."""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path

import pytest
from rich.console import Console

import cpaudit
from cpaudit.language import Language
from cpaudit.report.blocks import Table
from cpaudit.report.renderers.terminal import render
from cpaudit.report.views.assessment import assessment_view

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.yaml"))


def printed(table: Table, width: int) -> str:
    """The table alone, as it goes into a pipe as wide as one says."""
    written = io.StringIO()
    render([table._replace(title="", remarks=())], Console(file=written, width=width))
    return written.getvalue()


def solid_cells(table: Table) -> Counter[str]:
    """The cells that are never wrapped, with their digits and their units."""
    columns = [column.numeric or column.whole for column in table.columns]
    shown = [
        cell.text
        for row in table.rows
        for cell, solid in zip(row.cells, columns, strict=False)
        if solid
    ]
    return Counter(text for text in shown if re.search(r"\d", text))


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("width", [40, 50, 60, 200])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_digit_is_lost(path: Path, width: int, lang: str) -> None:
    assessment = cpaudit.assess(cpaudit.load(path))
    view = assessment_view(assessment, Language(lang))
    tables = [block for block in view if isinstance(block, Table)]
    assert len(tables) > 5
    for table in tables:
        text = printed(table, width)
        for cell, times in solid_cells(table).items():
            whole = re.findall(rf"(?<![\w.,]){re.escape(cell)}(?![\w.,])", text)
            assert (table.title, cell, len(whole) >= times) == (table.title, cell, True)
