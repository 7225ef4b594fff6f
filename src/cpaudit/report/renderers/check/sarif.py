"""Findings in the Static Analysis Results Interchange Format (SARIF) 2.1.0, an OASIS standard.

Code hosts and editors show them beside the lines. What is switched off in a file is a result that
is suppressed in its source, with the reason as its justification.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ....diagnostics import Code, Diagnostic, Level, Span
from ....language import Language
from ....portfolio.checking import Checked
from ....version import __version__
from ...diagnostics import hint_of, message_of, template_text
from .places import uri_of

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "note"}


def sarif_json(files: Sequence[Checked], language: Language, exit_code: int) -> str:
    """One run with a result for each finding, those that are switched off included."""
    found: list[tuple[Diagnostic, str | None]] = []
    for one in files:
        found += [(said, None) for said in one.findings]
        found += [(said, off.reason) for said, off in one.silenced]
    codes = {said.code.id: said.code for said, _ in found}
    index = {id: number for number, id in enumerate(sorted(codes))}
    run = {
        "tool": {
            "driver": {
                "name": "cpaudit",
                "version": __version__,
                "rules": [_rule(codes[id], language) for id in index],
            }
        },
        "language": language.code,
        # columns are counted in characters, not in units of UTF-16
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": exit_code < 2, "exitCode": exit_code}],
        "artifacts": [{"location": {"uri": uri_of(one.file)}} for one in files],
        "results": [_result(said, reason, index, language) for said, reason in found],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _rule(code: Code, language: Language) -> dict[str, Any]:
    return {
        "id": code.id,
        "shortDescription": {"text": template_text(code.message, language)},
        "help": {"text": template_text(code.hint, language)},
        "defaultConfiguration": {"level": _LEVELS[code.level]},
    }


def _result(
    said: Diagnostic, reason: str | None, index: dict[str, int], language: Language
) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": said.code.id,
        "ruleIndex": index[said.code.id],
        "level": _LEVELS[said.level],
        "message": {"text": f"{message_of(said, language)}\n{hint_of(said, language)}"},
        "locations": _locations(said.span),
    }
    if said.other is not None:
        result["relatedLocations"] = _locations(said.other)
    if reason is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": reason}]
    return result


def _locations(span: Span | None) -> list[dict[str, Any]]:
    """The place of a finding; no region where a whole file is meant."""
    if span is None:
        return []
    place: dict[str, Any] = {"artifactLocation": {"uri": uri_of(span.source.name)}}
    if span.source.line(span.line):
        end = span.column + span.length
        place["region"] = {"startLine": span.line, "startColumn": span.column, "endColumn": end}
    return [{"physicalLocation": place}]
