"""Texts that are not composed at all: tabs, conflict markers, endless nesting, broken YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from ..diagnostics import Diagnostic, Source, Span, Word
from ..diagnostics.codes import text as codes
from .traps import is_conflict_marker

DEPTH_LIMIT = 32
_TEXT = "tag:yaml.org,2002:str"
_PARSER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Loader(_PARSER):  # type: ignore[misc]
    """libyaml's parser, which asks for no type of a scalar: all are text, and asking takes half
    of its time."""

    def resolve(self, kind: type, value: str, implicit: Any) -> str:
        return _TEXT

    def descend_resolver(self, node: Any, index: Any) -> None:
        pass

    def ascend_resolver(self) -> None:
        pass


# Both bounds together keep the C composer's recursion under some 800 levels of stack
_LONGEST_PLAIN_LINE = 400
_MOST_PLAIN_BRACKETS = 400
_INDENT_TAB = re.compile(r"^ *\t(?=[ \t]*[^ \t\r\n])", re.MULTILINE)


def refusal(source: Source) -> Diagnostic | None:
    """What keeps a text from being composed at all: tabs, conflict markers, endless nesting."""
    text = source.text
    if "\t" in text:
        tab = _INDENT_TAB.search(text)
        if tab:
            line = text.count("\n", 0, tab.end()) + 1
            return codes.TAB.at(Span(source, line, tab.end() - tab.start()))
    if "<<<<<<<" in text or ">>>>>>>" in text:
        for number, content in enumerate(source.lines, 1):
            if is_conflict_marker(content):
                return codes.MERGE_CONFLICT.at(Span(source, number, 1, len(content)))
    brackets = text.count("[") + text.count("{")
    if brackets > _MOST_PLAIN_BRACKETS or _longest_line(text) > _LONGEST_PLAIN_LINE:
        return _nesting_refusal(source)
    return None


def _longest_line(text: str) -> int:
    return max(map(len, text.split("\n")))


def _nesting_refusal(source: Source) -> Diagnostic | None:
    """Count the levels by events, which need no stack, before the composer recurses."""
    depth = 0
    events: Iterator[yaml.Event] = yaml.parse(source.text, Loader=Loader)
    try:
        for event in events:
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > DEPTH_LIMIT + 1:
                    mark: Any = event.start_mark
                    place = Span(source, mark.line + 1, mark.column + 1)
                    return codes.TOO_DEEP.at(place, limit=DEPTH_LIMIT)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError as problem:
        return syntax_problem(source, problem)
    return None


def syntax_problem(source: Source, problem: yaml.YAMLError) -> Diagnostic:
    mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    text = getattr(problem, "problem", None) or str(problem).split("\n", 1)[0]
    place = Span(source, line, column)
    if "but found another document" in text:
        return codes.SEVERAL_DOCUMENTS.at(place)
    if "nesting" in text:
        return codes.TOO_DEEP.at(place, limit=DEPTH_LIMIT)
    return codes.SYNTAX.at(place, problem=Word(text))
