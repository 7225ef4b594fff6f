"""The events of libyaml's parser to located data; scalars stay text.

The events come one at a time and none of them is kept: only marks, from which a span is worked out
where one is asked for.
"""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

import yaml

from ..diagnostics import Diagnostic, Source, Span
from ..diagnostics.codes import text as codes
from .files import forbidden_in
from .located import Located, Map, Missing, Seq, Text
from .traps import DIGITS, WORDS, trap_in

VALUE_LIMIT = 200_000
DEPTH_LIMIT = 32
PARSER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = {"", "~", "null", "Null", "NULL"}
# tags that only say what a scalar is read as anyway; `!` says nothing
_OWN_TAGS = {None, "!"} | {
    f"tag:yaml.org,2002:{name}"
    for name in ["str", "null", "bool", "int", "float", "timestamp", "merge", "value", "map", "seq"]
}


class TooMuch(Exception):
    """The document is too deep or unfolds too far: reading it ends here."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code.id)
        self.diagnostic = diagnostic


class _Anchor:
    """What an anchor names, once it is read, how many values that is, and how deep they lie."""

    def __init__(self, start: Any) -> None:
        self.start = start
        self.value: Located | None = None
        self.count = 0
        self.height = 0


class Reading:
    """One walk through the events of one document, gathering what is wrong on the way."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.found: list[Diagnostic] = []
        self.count = 0
        self.reached = 0
        self.anchors: dict[str, _Anchor] = {}
        self.next = PARSER(source.text).get_event

    def document(self) -> Located | None:
        """The only document of the text; None where it holds none. Raises YAMLError, TooMuch."""
        self.next()
        if type(self.next()) is yaml.StreamEndEvent:
            return None
        located = self.value(self.next(), 0)
        self.next()
        event = self.next()
        if type(event) is not yaml.StreamEndEvent:
            place = _place(self.source, event)
            raise TooMuch(codes.SEVERAL_DOCUMENTS.at(place._replace(length=1)))
        return located

    def value(self, event: Any, depth: int) -> Located:
        """The value that begins with an event; `depth` lists and mappings are around it."""
        self.count += 1
        if self.count > VALUE_LIMIT:
            raise self._too_many(event)
        is_scalar = type(event) is yaml.ScalarEvent
        if is_scalar and not event.anchor:
            return self._scalar(event)
        if type(event) is yaml.AliasEvent:
            return self._repeated(event, depth)
        anchor = self._anchored(event) if event.anchor else None
        outside, self.reached = self.reached, depth
        located = self._scalar(event) if is_scalar else self._collection(event, depth)
        if anchor is not None:
            anchor.value, anchor.count = located, self.count - anchor.count
            anchor.height = self.reached - depth
        self.reached = max(outside, self.reached)
        return located

    def _too_many(self, event: Any) -> TooMuch:
        place = _place(self.source, event)
        return TooMuch(codes.TOO_MANY_VALUES.at(place, limit=VALUE_LIMIT))

    def _collection(self, event: Any, depth: int) -> Seq | Map:
        if depth > DEPTH_LIMIT:
            place = _place(self.source, event)
            raise TooMuch(codes.TOO_DEEP.at(place._replace(length=1), limit=DEPTH_LIMIT))
        self.reached = max(self.reached, depth + 1)
        located = Seq() if type(event) is yaml.SequenceStartEvent else Map()
        start = event.start_mark
        line, column = start.line, start.column
        located.source, located.line, located.column = self.source, line + 1, column + 1
        before = len(self.found)
        if isinstance(located, Seq):
            last = self._items(located, depth + 1)
        else:
            last = self._entries(located, bool(event.flow_style), depth + 1)
        end = last.end_mark
        located.length = end.column - column or 1 if end.line == line else 1
        if event.tag not in _OWN_TAGS:
            self.found.insert(before, codes.TAG.at(located.span, tag=event.tag))
        return located

    def _items(self, items: Seq, depth: int) -> Any:
        """Fill a list; its last event."""
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            items.append(self.value(event, depth))
        return event

    def _entries(self, mapping: Map, in_flow: bool, depth: int) -> Any:
        """Fill a mapping; its last event."""
        next_event = self.next
        while type(event := next_event()) is not yaml.MappingEndEvent:
            key = self._key(event, depth)
            event = next_event()
            if key is None:
                self.value(event, depth)
            elif in_flow and key[:1].isdigit() and _is_empty(event):
                self.found.append(codes.COMMA_SPLITS.at(key.span, key=key))
                self._join(mapping, key)
            elif key in mapping:
                first = mapping.key_span(key)
                said = codes.DUPLICATE_KEY
                self.found.append(said.related(key.span, first, key=key, line=str(first.line)))
                self.value(event, depth)
            else:
                mapping[key] = self.value(event, depth)
        return event

    def _key(self, event: Any, depth: int) -> Text | None:
        """A key that can be one; what is wrong with any other is told."""
        key: Located
        if type(event) is yaml.ScalarEvent:
            key = self._scalar(event)
            if event.anchor:
                anchor = self._anchored(event)
                anchor.value, anchor.count = key, 1
        else:
            key = self.value(event, depth)
        if not isinstance(key, Text):
            self.found.append(codes.KEY_NOT_TEXT.at(key.span))
            return None
        if key == "<<" and not key.quoted:
            self.found.append(codes.MERGE_KEY.at(key.span))
            return None
        return key

    def _join(self, mapping: Map, key: Text) -> None:
        """Give the value before a comma its other half, so that it is not told wrong as well."""
        before = next(reversed(mapping), None)
        value = mapping[before] if before is not None else None
        if before is not None and isinstance(value, Text):
            mapping[before] = Text.of(f"{value},{key}", value.span)

    def _scalar(self, event: Any) -> Text | Missing:
        text, style = event.value, event.style
        made = Text(text if text.isascii() else normalize("NFC", text))
        start, end = event.start_mark, event.end_mark
        line, column = start.line, start.column
        made.source, made.line, made.column = self.source, line + 1, column + 1
        made.length = end.column - column or 1 if end.line == line else 1
        made.quoted = bool(style)
        if event.tag not in _OWN_TAGS:
            self.found.append(codes.TAG.at(made.span, tag=event.tag))
        if not style:
            if text in _NULLS:
                return Missing(made.span)
            first = text[0]
            if (first in DIGITS and " " not in text) or (first in WORDS and len(text) < 4):
                trap = trap_in(made)
                if trap:
                    self.found.append(trap)
        elif style == '"':
            escaped = forbidden_in(text)
            if escaped:
                self.found.append(codes.CONTROL_CHARACTER.at(made.span, code=f"{ord(escaped):04X}"))
        return made

    def _anchored(self, event: Any) -> _Anchor:
        first = self.anchors.get(event.anchor)
        if first is not None:
            words = "found duplicate anchor; first occurrence", "second occurrence"
            raise yaml.composer.ComposerError(words[0], first.start, words[1], event.start_mark)
        made = self.anchors[event.anchor] = _Anchor(event.start_mark)
        made.count = self.count
        return made

    def _repeated(self, event: Any, depth: int) -> Located:
        """The value of an anchor once more; it counts as often as it is repeated."""
        anchor = self.anchors.get(event.anchor)
        if anchor is None:
            problem = "found undefined alias"
            raise yaml.composer.ComposerError(None, None, problem, event.start_mark)
        if anchor.value is None:
            place = span_between(self.source, anchor.start, anchor.start)
            if not any(said.code is codes.ALIAS_LOOP for said in self.found):
                self.found.append(codes.ALIAS_LOOP.at(place))
            return Missing(place)
        self.count += anchor.count
        if self.count > VALUE_LIMIT:
            raise self._too_many(event)
        self.reached = max(self.reached, depth + anchor.height)
        if self.reached > DEPTH_LIMIT + 1:
            raise TooMuch(codes.TOO_DEEP.at(_place(self.source, event), limit=DEPTH_LIMIT))
        return anchor.value


def span_between(source: Source, start: Any, end: Any) -> Span:
    """What lies between two marks; of several lines only where it starts."""
    length = end.column - start.column if end.line == start.line else 1
    return Span(source, start.line + 1, start.column + 1, max(1, length))


def _place(source: Source, event: Any) -> Span:
    return span_between(source, event.start_mark, event.end_mark)


def _is_empty(event: Any) -> bool:
    return isinstance(event, yaml.ScalarEvent) and not event.style and event.value == ""
