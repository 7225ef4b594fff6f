"""Texts that are not read at all: tabs, conflict markers, broken YAML."""

from __future__ import annotations

import re

import yaml

from ..diagnostics import Diagnostic, Source, Span, Word
from ..diagnostics.codes import text as codes
from .events import DEPTH_LIMIT
from .traps import is_conflict_marker

_INDENT_TAB = re.compile(r"^ *\t(?=[ \t]*[^ \t\r\n])", re.MULTILINE)


def refusal(source: Source) -> Diagnostic | None:
    """What keeps a text from being read at all, before YAML's own rules are asked."""
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
    return None


def syntax_problem(source: Source, problem: yaml.YAMLError) -> Diagnostic:
    mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    text = getattr(problem, "problem", None) or str(problem).split("\n", 1)[0]
    place = Span(source, line, column)
    if "nesting" in text:
        return codes.TOO_DEEP.at(place, limit=DEPTH_LIMIT)
    return codes.SYNTAX.at(place, problem=Word(text))
