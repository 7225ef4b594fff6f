"""Plain data that knows where it was written: text, lists and mappings with spans.

They are str, list and dict, so that pydantic validates them like any other; what a validator keeps
of them still knows its line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from unicodedata import normalize

from ..diagnostics import Source, Span


class Mark(Protocol):
    """A place of the parser: line and column counted from 0."""

    line: int
    column: int


def span_between(source: Source, start: Mark, end: Mark) -> Span:
    """What lies between two marks; of several lines only where it starts."""
    length = end.column - start.column if end.line == start.line else 1
    return Span(source, start.line + 1, start.column + 1, max(1, length))


class Placed:
    """What has a span: set when it is made, or worked out of its `source` and the marks `start` and
    `end` when it is first asked for. Most of what a file holds is never complained of."""

    __slots__ = ()

    if TYPE_CHECKING:
        source: Source
        start: Mark
        end: Mark
        span: Span

    def __getattr__(self, name: str) -> Span:
        # only asked where the slot is empty
        if name != "span":
            raise AttributeError(name)
        span = span_between(self.source, self.start, self.end)
        setattr(self, name, span)
        return span


class Text(str, Placed):
    """One scalar as it was written, composed to NFC. `quoted` tells '10' from 10."""

    __slots__ = ("end", "quoted", "source", "span", "start")

    quoted: bool

    @classmethod
    def of(cls, text: str, span: Span, quoted: bool = False) -> Text:
        made = cls(text if text.isascii() else normalize("NFC", text))
        made.span = span
        made.quoted = quoted
        return made


class Missing:
    """A key without a value (`amount:`), or with null."""

    __slots__ = ("span",)

    def __init__(self, span: Span) -> None:
        self.span = span

    def __repr__(self) -> str:
        return "Missing()"


class Seq(list["Located"], Placed):
    """A list and the place where it starts."""

    __slots__ = ("end", "source", "span", "start")


class Map(dict[Text, "Located"], Placed):
    """A mapping and the place where it starts; its keys are Text and know their own."""

    __slots__ = ("_places", "end", "source", "span", "start")

    def key_span(self, key: str) -> Span:
        """Where `key` itself is written; the mapping's own place if it is not there."""
        places: dict[str, Span] | None = getattr(self, "_places", None)
        if places is None or len(places) != len(self):
            places = self._places = {str(written): written.span for written in self}
        return places.get(key) or self.span


Located = Text | Missing | Seq | Map
