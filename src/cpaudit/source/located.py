"""Plain data that knows where it was written: text, lists and mappings with spans.

They are str, list and dict, so that pydantic validates them like any other; what a validator keeps
of them still knows its line.
"""

from __future__ import annotations

import unicodedata

from ..diagnostics import Span


class Text(str):
    """One scalar as it was written, composed to NFC. `quoted` tells '10' from 10."""

    __slots__ = ("quoted", "span")

    span: Span
    quoted: bool

    @classmethod
    def of(cls, text: str, span: Span, quoted: bool = False) -> Text:
        made = cls(text if text.isascii() else unicodedata.normalize("NFC", text))
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
