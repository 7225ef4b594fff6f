"""Plain data that knows where it was written: text, lists and mappings with spans.

They are str, list and dict, so that pydantic validates them like any other; what a validator keeps
of them still knows its line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from ..diagnostics import Source, Span


class Placed:
    """What has a span: set when it is made, or put together when it is first asked for, as most of
    what a file holds is never complained of. Line and column are counted from 1."""

    __slots__ = ()

    if TYPE_CHECKING:
        source: Source
        line: int
        column: int
        length: int
        span: Span

    def __getattr__(self, name: str) -> Span:
        # only asked where the slot is empty
        if name != "span":
            raise AttributeError(name)
        span = Span(self.source, self.line, self.column, self.length)
        setattr(self, name, span)
        return span


class Text(str, Placed):
    """One scalar as it was written, composed to NFC. `quoted` tells '10' from 10."""

    __slots__ = ("column", "length", "line", "quoted", "source", "span")

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

    __slots__ = ("column", "length", "line", "source", "span")


class Map(dict[Text, "Located"], Placed):
    """A mapping and the place where it starts; its keys are Text and know their own."""

    __slots__ = ("_places", "column", "length", "line", "source", "span")

    def key_span(self, key: str) -> Span:
        """Where `key` itself is written; the mapping's own place if it is not there."""
        places: dict[str, Span] | None = getattr(self, "_places", None)
        if places is None or len(places) != len(self):
            places = self._places = {str(written): written.span for written in self}
        return places.get(key) or self.span


Located = Text | Missing | Seq | Map
