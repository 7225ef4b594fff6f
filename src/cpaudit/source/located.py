"""Plain data that knows where it was written: text, lists and mappings with spans.

They are str, list and dict, so that pydantic validates them like any other; what a validator keeps
of them still knows its line.
"""

from __future__ import annotations

import unicodedata
from typing import Protocol

from ..diagnostics import Source, Span


class Mark(Protocol):
    """A place of the parser: line and column counted from 0."""

    line: int
    column: int


class Node(Protocol):
    """A node of the parser."""

    start_mark: Mark
    end_mark: Mark


def span_between(source: Source, start: Mark, end: Mark) -> Span:
    """What lies between two marks; of more than one line only where it starts."""
    length = end.column - start.column if end.line == start.line else 1
    return Span(source, start.line + 1, start.column + 1, max(1, length))


class Text(str):
    """One scalar as it was written, composed to NFC. `quoted` tells '10' from 10.

    Its span is worked out when first asked for: most texts are never complained of.
    """

    __slots__ = ("_node", "_source", "quoted", "span")

    span: Span
    quoted: bool
    _source: Source
    _node: Node

    @classmethod
    def of(cls, text: str, span: Span, quoted: bool = False) -> Text:
        made = cls(text if text.isascii() else unicodedata.normalize("NFC", text))
        made.span = span
        made.quoted = quoted
        return made

    @classmethod
    def written(cls, text: str, source: Source, node: Node, quoted: bool) -> Text:
        """The text of a node of the parser."""
        made = cls(text if text.isascii() else unicodedata.normalize("NFC", text))
        made._source = source
        made._node = node
        made.quoted = quoted
        return made

    def __getattr__(self, name: str) -> Span:
        # only asked where the slot is empty
        if name != "span":
            raise AttributeError(name)
        self.span = span_between(self._source, self._node.start_mark, self._node.end_mark)
        return self.span


class Missing:
    """A key without a value (`amount:`), or with null."""

    __slots__ = ("span",)

    def __init__(self, span: Span) -> None:
        self.span = span

    def __repr__(self) -> str:
        return "Missing()"


class Seq(list["Located"]):
    """A list and the place where it starts."""

    __slots__ = ("span",)

    span: Span


class Map(dict[Text, "Located"]):
    """A mapping and the place where it starts; its keys are Text and know their own."""

    __slots__ = ("_places", "span")

    span: Span

    def key_span(self, key: str) -> Span:
        """Where `key` itself is written; the mapping's own place if it is not there."""
        places: dict[str, Span] | None = getattr(self, "_places", None)
        if places is None or len(places) != len(self):
            places = self._places = {str(written): written.span for written in self}
        return places.get(key, self.span)


Located = Text | Missing | Seq | Map
