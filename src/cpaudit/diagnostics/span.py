"""A place in a source text."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Source:
    """A text as it was read, and the name its user knows it by.

    `folder` is the one in which the files that it names lie; None for a text that is in no file.
    """

    def __init__(self, name: str, text: str, folder: Path | None = None) -> None:
        self.name = name
        self.text = text
        self.folder = folder

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends; only LF, CR LF and CR end a line, as in YAML."""
        return self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def line(self, number: int) -> str:
        """The text of line `number`, counted from 1; empty past the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def __repr__(self) -> str:
        return f"Source({self.name!r})"


class Span(NamedTuple):
    """`length` characters from `line` and `column`, both counted from 1."""

    source: Source
    line: int
    column: int
    length: int = 1

    def inside(self, offset: int, length: int) -> Span:
        """The part of this span that starts `offset` characters after its beginning."""
        return Span(self.source, self.line, self.column + offset, max(1, length))

    def __str__(self) -> str:
        return f"{self.source.name}:{self.line}:{self.column}"
