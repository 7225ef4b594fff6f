"""Diagnostics as plain data: what goes from one process to another, and into a journal.

A diagnostic keeps its code, its place with the line itself, and the values of its message, so that
it can still be shown in any language. The text and the figures that it came from stay behind.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ..diagnostics import Day, Diagnostic, Source, Span, Word, registered_codes
from ..figure import About, Assumed, Figure

_WORDS: dict[str, type[str]] = {"word": Word, "day": Day}


class Excerpt(Source):
    """A source of which one line is kept."""

    def __init__(self, name: str, number: int, line: str) -> None:
        super().__init__(name, "")
        self.number = number
        self.kept = line

    def line(self, number: int) -> str:
        return self.kept if number == self.number else ""


def packed(found: Iterable[Diagnostic]) -> str:
    """Diagnostics as a text in ASCII; empty where there are none."""
    entries = [
        {
            "code": said.code.id,
            "at": _packed_span(said.span),
            "values": {key: _packed_value(value) for key, value in said.values.items()},
            "other": _packed_span(said.other),
        }
        for said in found
    ]
    return json.dumps(entries) if entries else ""


def unpacked(text: str) -> list[Diagnostic]:
    """The diagnostics of a text that `packed` made."""
    if not text:
        return []
    from ..diagnostics import codes

    assert codes  # importing the package registers every code
    known = {code.id: code for code in registered_codes()}
    return [
        Diagnostic(
            known[entry["code"]],
            _span(entry["at"]),
            {key: _value(value) for key, value in entry["values"].items()},
            _span(entry["other"]),
        )
        for entry in json.loads(text)
    ]


def light(said: Diagnostic) -> Diagnostic:
    """The same, at its level, without the text and the figures that it came from."""
    values = {key: _value(_packed_value(value)) for key, value in said.values.items()}
    other = said.other and light_span(said.other)
    return said._replace(span=said.span and light_span(said.span), values=values, other=other)


def light_span(span: Span) -> Span:
    """The same place in a source of which only its line is kept."""
    line = span.source.line(span.line)
    return span._replace(source=Excerpt(span.source.name, span.line, line))


def _packed_span(span: Span | None) -> list[Any] | None:
    if span is None:
        return None
    line = span.source.line(span.line)
    return [span.source.name, span.line, span.column, span.length, line]


def _span(packed: list[Any] | None) -> Span | None:
    if packed is None:
        return None
    name, line, column, length, text = packed
    return Span(Excerpt(name, line, text), line, column, length)


def _packed_value(value: object) -> Any:
    if isinstance(value, About):
        return {"about": _packed_value(value.figure)}
    if isinstance(value, Figure):
        return {"figure": [value.value, value.unit, value.partial]}
    if isinstance(value, tuple):
        return [_packed_value(one) for one in value]
    if isinstance(value, Mapping):
        return {"texts": dict(value)}
    for name, kind in _WORDS.items():
        if isinstance(value, kind):
            return {name: str(value)}
    return value if isinstance(value, str | int | float | None) else str(value)


def _value(packed: Any) -> object:
    if isinstance(packed, list):
        return tuple(_value(one) for one in packed)
    if not isinstance(packed, dict):
        return packed
    [(name, content)] = packed.items()
    if name == "about":
        figure = _value(content)
        assert isinstance(figure, Figure)
        return About(figure)
    if name == "figure":
        value, unit, partial = content
        return Figure(value, unit, Assumed(""), partial)
    return _WORDS[name](content) if name in _WORDS else content
