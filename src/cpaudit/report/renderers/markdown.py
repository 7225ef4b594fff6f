"""Blocks to Markdown: tables as GitHub and most editors read them, for reports and pages."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..blocks import Block, Branch, Panel, Plot, Remarks, Table

_MEANING = re.compile(r"([\\`*_{}\[\]<>#|~])")


def markdown_text(blocks: Iterable[Block]) -> str:
    """The blocks one below the other; the first panel's title is that of the page."""
    parts: list[str] = []
    for block in blocks:
        parts += [*_lines(block, is_first=not parts), ""]
    return "\n".join(parts[:-1]) + "\n" if parts else ""


_LINE_ENDS = dict.fromkeys(map(ord, "\n\r\x0b\x0c\x85\u2028\u2029"), " ")


def plain(text: str) -> str:
    """A text that means nothing in Markdown or HTML, on one line."""
    return _MEANING.sub(r"\\\1", text.replace("&", "&amp;")).translate(_LINE_ENDS)


def _lines(block: Block, is_first: bool) -> list[str]:
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Panel):
        mark = "#" if is_first else "##"
        return [f"{mark} {plain(block.title)}", "", *(f"{plain(line)}  " for line in block.lines)]
    if isinstance(block, Remarks):
        items = [
            f"- **{plain(one.label)}**: {plain(one.text)}. {plain(one.hint)}"
            for one in block.remarks
        ]
        return [f"## {plain(block.title)}", "", *items]
    if isinstance(block, Plot):
        return [f"## {plain(block.title)}", "", "```text", *block.lines, "```"]
    return _branch(block)


def _table(table: Table) -> list[str]:
    head = [plain(column.title) or " " for column in table.columns]
    rule = ["---:" if column.numeric else "---" for column in table.columns]
    lines = [f"## {plain(table.title)}", "", _row(head), _row(rule)]
    for row in table.rows:
        cells = [
            f"{plain(cell.text)} ({plain(cell.detail)})" if cell.detail else plain(cell.text)
            for cell in row.cells
        ]
        is_total = row.role == "total"
        lines.append(_row([f"**{cell}**" if is_total and cell else cell for cell in cells]))
    remarks = [f"{plain(remark)}  " for remark in table.remarks]
    return [*lines, *(["", *remarks] if remarks else [])]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _branch(branch: Branch, depth: int = 0) -> list[str]:
    origin = f" ({plain('; '.join(branch.origin))})" if branch.origin else ""
    lines = [f"{'  ' * depth}- {plain(branch.name)} = {plain(branch.value)}{origin}"]
    for child in branch.children:
        lines += _branch(child, depth + 1)
    return lines
