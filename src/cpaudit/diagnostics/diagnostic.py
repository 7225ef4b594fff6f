"""Diagnostics are values: a registered code, a place, and the words that fill its message.

The text itself is put together only when it is shown, so that one diagnostic can be read in any
language and counted, sorted or written as JSON without being parsed.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from .span import Span


class Level(StrEnum):
    """How serious a diagnostic is; only an error keeps an audit from being assessed."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Word(str):
    """A word of our own inside a message (a dimension, say): it is translated, user text is not."""

    __slots__ = ()


class Day(str):
    """A date as 2021-07-01, shown as the language writes it."""

    __slots__ = ()


class Code(NamedTuple):
    """One kind of diagnostic. `message` and `hint` are templates for str.format."""

    id: str
    level: Level
    message: str
    hint: str

    def at(self, span: Span | None, /, **values: object) -> Diagnostic:
        """This diagnostic at a place; `values` fill the templates."""
        return Diagnostic(self, span, values)

    def related(self, span: Span | None, other: Span | None, /, **values: object) -> Diagnostic:
        """The same with a second place that belongs to it, such as the first of two equal keys."""
        return Diagnostic(self, span, values, other)


class Diagnostic(NamedTuple):
    """What is to be said about one place of one file."""

    code: Code
    span: Span | None
    values: Mapping[str, object] = {}
    other: Span | None = None

    @property
    def level(self) -> Level:
        return self.code.level

    @property
    def is_error(self) -> bool:
        return self.code.level is Level.ERROR


class Mistake(ValueError):
    """Carries a diagnostic out of a validator; never shown, always caught by the reading step."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code.id)
        self.diagnostic = diagnostic


_codes: dict[str, Code] = {}


def define(id: str, level: Level, message: str, hint: str) -> Code:
    """Register a code; an id is given once and never reused for another meaning."""
    if id in _codes:
        raise ValueError(f"diagnostic {id} is defined twice")
    _codes[id] = code = Code(id, level, message, hint)
    return code


def registered_codes() -> list[Code]:
    """Every code that the imported rooms define, in the order of their ids."""
    return [_codes[key] for key in sorted(_codes)]
