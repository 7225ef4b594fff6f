"""Scalars as the characters that they are written in, so that one of them can be written anew.

Located data knows what a scalar says, composed to NFC; what is counted here are the characters of
the text as it was decoded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple
from unicodedata import normalize

import yaml

from ..diagnostics import Source
from .events import PARSER

Layout = Literal["plain", "quoted", "block", "lines", "escaped"]
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")  # an anchor, a tag
_LINE_END = re.compile(r"\r\n|\r|\n")
_OPENING = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_CLOSING = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class Scalar(NamedTuple):
    """One scalar in the text of a source: `text` are the characters from `start` to `end`.

    Of quotes, and of an anchor before it, they are the inner ones; `line` is theirs. `layout` is
    "plain" or "quoted" where they are what the scalar says. `in_flow`: commas end a plain scalar
    there. `is_repeated`: an alias stands for it elsewhere.
    """

    start: int
    end: int
    line: int
    text: str
    layout: Layout
    in_flow: bool
    is_repeated: bool

    @property
    def can_hold_commas(self) -> bool:
        return self.layout == "quoted" or not self.in_flow


class Edit(NamedTuple):
    """Other characters in the place of those from `start` to `end`."""

    start: int
    end: int
    text: str


def scalars_in(source: Source) -> dict[tuple[int, int], Scalar]:
    """The scalars of a document that can be read, by line and column, counted from 1."""
    found: dict[tuple[int, int], tuple[Scalar, set[str]]] = {}
    repeated: set[str] = set()
    around: list[tuple[str | None, bool]] = []  # the anchor of each collection, and whether in flow
    next_event = PARSER(source.text).get_event
    while (kind := type(event := next_event())) is not yaml.StreamEndEvent:
        if kind in _OPENING:
            around.append((event.anchor, bool(event.flow_style)))
        elif kind in _CLOSING:
            around.pop()
        elif kind is yaml.AliasEvent:
            repeated.add(event.anchor)
        elif kind is yaml.ScalarEvent:
            anchors = {name for name in (event.anchor, *(one for one, _ in around)) if name}
            mark = event.start_mark
            place = mark.line + 1, mark.column + 1
            found[place] = _scalar(source.text, event, bool(around and around[-1][1])), anchors
    return {
        place: scalar._replace(is_repeated=not anchors.isdisjoint(repeated))
        for place, (scalar, anchors) in found.items()
    }


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with some of its characters changed; the edits do not overlap."""
    parts, at = [], 0
    for start, end, new in sorted(edits):
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])


def _scalar(text: str, event: Any, in_flow: bool) -> Scalar:
    mark, end, style = event.start_mark, event.end_mark.index, event.style
    before, written = _parted(text[mark.index : end])
    start, line = mark.index + len(before), mark.line + len(_LINE_END.split(before))
    layout: Layout = "quoted" if style else "plain"
    if style in {"'", '"'}:
        start, end, written = start + 1, end - 1, written[1:-1]
    if style in {"|", ">"}:
        layout = "block"
    elif _LINE_END.search(written):
        layout = "lines"
    elif normalize("NFC", written) != normalize("NFC", event.value):
        layout = "escaped"
    return Scalar(start, end, line, written, layout, in_flow, is_repeated=False)


def _parted(written: str) -> tuple[str, str]:
    """The anchor and the tag before a scalar, and the scalar."""
    match = _PROPERTIES.match(written)
    assert match is not None  # nothing is enough
    return written[: match.end()], written[match.end() :]
