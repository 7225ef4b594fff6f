"""What the tests of reading share: a file through the whole chain, and what was said about it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from cpaudit.api import assess_audit, audit_in, look_up
from cpaudit.checks import examine
from cpaudit.diagnostics import Diagnostic, Mistake, Source, Span
from cpaudit.figure import Figure
from cpaudit.source import read_source
from cpaudit.source.files import source_of_bytes
from cpaudit.units import parse_quantity

HEAD = """\
cpaudit: 1
plant: {name: Mill, country: VN, currency: VND}
period: 2014
"""
WATER = HEAD + "resources:\n  water: {amount: 900 m3, price: 4500 VND/m3}\n"
NOWHERE = (0, 0)

Outcome = tuple[Any, Any, list[Diagnostic]]


def run(path: Path) -> Outcome:
    """(audit, assessment, diagnostics) of a file; what could not be made is None."""
    source, found = read_source(path)
    return _onwards(source, found)


def examined(path: Path) -> Outcome:
    """The same, with what the rules of `cpaudit check` say of an assessment at the end."""
    audit, assessment, found = run(path)
    said = examine(assessment) if assessment is not None else []
    return audit, assessment, [*found, *said]


def examined_text(text: str) -> Outcome:
    """The same for the text of a file."""
    audit, assessment, found = run_text(text)
    said = examine(assessment) if assessment is not None else []
    return audit, assessment, [*found, *said]


def run_text(text: str | bytes) -> Outcome:
    """The same for the text or the bytes of a file."""
    data = text.encode() if isinstance(text, str) else text
    source, found = source_of_bytes(data, "audit.yaml")
    return _onwards(source, found)


def _onwards(source: Source | None, found: list[Diagnostic]) -> Outcome:
    if source is None:
        return None, None, found
    audit, found = audit_in(source)
    if audit is None:
        return None, None, found
    assessment, found = assess_audit(audit)
    return audit, assessment, found


def marked(text: str) -> tuple[str, tuple[int, int]]:
    """A text without the mark ▸ in it, and the line and column of what the mark stands before."""
    before, _, after = text.partition("▸")
    lines = before.split("\n")
    return before + after, (len(lines), len(lines[-1]) + 1)


def place(said: Diagnostic) -> tuple[int, int]:
    """Line and column; NOWHERE for what is said of the audit as a whole."""
    return (said.span.line, said.span.column) if said.span else NOWHERE


def places(found: Iterable[Diagnostic]) -> list[tuple[str, int, int]]:
    """(code, line, column) of each, in the order they are said."""
    return [(said.code.id, *place(said)) for said in found]


def errors(found: Iterable[Diagnostic]) -> list[tuple[str, int, int]]:
    """(code, line, column) of the errors alone, in the order they are said."""
    return places(said for said in found if said.is_error)


def said_in_full(said: Diagnostic) -> str:
    """Message and hint with their values; raises KeyError where a value is missing."""
    return f"{said.code.message.format(**said.values)} | {said.code.hint.format(**said.values)}"


def read_quantity(text: str, style: Any = None) -> Any:
    """A quantity as `parse_quantity` reads it; the id of the code where it is refused."""
    try:
        return parse_quantity(text, style, Span(Source("text", text), 1, 1, len(text)), "5 t")
    except Mistake as mistake:
        return mistake.diagnostic.code.id


def assessed(text: str) -> Any:
    """The assessment of a text that has no mistake."""
    _, assessment, found = run_text(text)
    assert not errors(found), [said_in_full(said) for said in found if said.is_error]
    return assessment


def value(assessment: Any, path: str) -> Any:
    """The value at a path; None where nothing tells it, the outcome itself for payback and IRR."""
    node = look_up(assessment, path)
    return node.value if isinstance(node, Figure) else node
