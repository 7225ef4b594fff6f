"""Blocks to a terminal, or to plain text of a width, by rich."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel as RichPanel
from rich.table import Table as RichTable
from rich.text import Text
from rich.tree import Tree

from ..blocks import Block, Branch, Cell, Panel, Plot, Remarks, Table
from ..visible import visible

_LEAST_WORDS = 14
_GAP = "  "
# what is drawn where the screen knows ASCII alone, as rich does with its boxes
_ASCII = str.maketrans("│┤└─┴┈█", "||+-+.#")
_LEVEL_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}


def render(blocks: Iterable[Block], console: Console) -> None:
    """Print the blocks one below the other; a table that is too wide is not cut but overflows."""
    for block in blocks:
        _wide_enough(console, block).print(_rendered(block, console.options.ascii_only))


def _text(text: str, style: str = "", **options: Any) -> Text:
    return Text(visible(text), style=style, **options)


def _wide_enough(console: Console, block: Block) -> Console:
    """The console, or a wider one where a table's figures would lose digits in it."""
    if not isinstance(block, Table):
        return console
    needed = sum(_least_width(block, index) for index in range(len(block.columns)))
    needed += len(_GAP) * (len(block.columns) - 1)
    if needed <= console.width:
        return console
    if console.is_terminal:
        return Console(file=console.file, width=needed, no_color=console.no_color)
    return Console(file=console.file, width=needed, force_terminal=False, color_system=None)


def _least_width(table: Table, index: int) -> int:
    """What a column needs: all of its widest cell if it holds numbers, a few letters if words."""
    column = table.columns[index]
    texts = [column.title, *(row.cells[index].text for row in table.rows if index < len(row.cells))]
    widest = max(cell_len(line) for text in texts for line in text.split("\n"))
    return widest if column.numeric or column.whole else min(widest, _LEAST_WORDS)


def _rendered(block: Block, in_ascii: bool) -> RenderableType:
    if isinstance(block, Panel):
        return _panel(block)
    if isinstance(block, Remarks):
        return _remarks(block)
    if isinstance(block, Branch):
        return _tree(block)
    if isinstance(block, Plot):
        return _plot(block, in_ascii)
    return _table(block, in_ascii)


def _plot(plot: Plot, in_ascii: bool) -> RenderableType:
    title = _text(f"\n{plot.title}", style="bold green")
    drawn = "\n".join(plot.lines)
    lines = _text(drawn.translate(_ASCII) if in_ascii else drawn, no_wrap=True, overflow="ellipsis")
    return Group(title, lines, *(_text(remark, style="dim") for remark in plot.remarks))


def _panel(panel: Panel) -> RenderableType:
    return RichPanel(
        _text("\n".join(panel.lines)),
        title=_text(panel.title, style="bold", overflow="ellipsis"),
        title_align="left",
        padding=(0, 1),
    )


def _table(table: Table, in_ascii: bool) -> RenderableType:
    made = RichTable(
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        pad_edge=False,
        show_edge=False,
        show_header=any(column.title for column in table.columns),
        header_style="bold",
    )
    for index, column in enumerate(table.columns):
        made.add_column(
            _text(column.title),
            justify="right" if column.numeric else "left",
            overflow="fold",
            no_wrap=column.numeric or column.whole,
            min_width=_least_width(table, index),
        )
    for index, row in enumerate(table.rows):
        style = {"total": "bold", "heading": "italic"}.get(row.role)
        before_total = index + 1 < len(table.rows) and table.rows[index + 1].role == "total"
        made.add_row(
            *(_cell(cell, in_ascii) for cell in row.cells),
            style=style,
            end_section=before_total and row.role == "body",
        )
    title = _text(f"\n{table.title}", style="bold green")
    remarks = [_text(remark, style="dim") for remark in table.remarks]
    return Group(title, made, *remarks)


def _cell(cell: Cell, in_ascii: bool) -> Text:
    text = cell.text.replace("█", "#") if in_ascii else cell.text
    if not cell.detail:
        return _text(text)
    return Text.assemble(visible(text), "\n", (visible(cell.detail), "dim"))


def _remarks(block: Remarks) -> RenderableType:
    parts: list[RenderableType] = [_text(f"\n{block.title}", style="bold green")]
    for remark in block.remarks:
        label = _text(remark.label, style=_LEVEL_STYLES.get(remark.level, ""))
        parts.append(Text.assemble(label, ": ", visible(remark.text)))
        parts += [_text(line, no_wrap=True, overflow="ellipsis") for line in remark.source]
        parts.append(Padding(_text(remark.hint, style="dim"), (0, 0, 0, 2), expand=False))
    return Group(*parts)


def _tree(branch: Branch, above: Tree | None = None) -> Tree:
    name = (visible(branch.name), "bold" if above is None else "")
    label = Text.assemble(name, " = ", visible(branch.value))
    for line in branch.origin:
        label.append(f"\n{visible(line)}", style="dim")
    tree = Tree(label) if above is None else above.add(label)
    for child in branch.children:
        _tree(child, tree)
    return tree
