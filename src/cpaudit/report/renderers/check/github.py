"""Findings as annotations of a GitHub workflow.

The form is that of "Workflow commands for GitHub Actions" in GitHub's documentation: a command is
`::name key=value,key=value::text`, with %, CR and LF written as %25, %0D and %0A, in values of keys
also `:` and `,` as %3A and %2C. GitHub shows ten of each level a step, so the worst come first.
"""

from __future__ import annotations

from collections.abc import Iterable

from ....diagnostics import Diagnostic, Level
from ....language import Language
from ....portfolio.checking import Checked
from ...diagnostics import hint_of, message_of
from ...visible import visible
from .places import relative_path

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def github_commands(files: Iterable[Checked], language: Language, levels: Iterable[Level]) -> str:
    """A line for each finding at some levels; errors first, within a level as they come."""
    shown = list(levels)
    found = [said for one in files for said in one.findings]
    return "".join(
        f"{_command(said, language)}\n" for level in shown for said in found if said.level is level
    )


def _command(said: Diagnostic, language: Language) -> str:
    assert said.span is not None  # a check gives every finding a place
    span = said.span
    keys = {
        "file": visible(relative_path(span.source.name)),
        "line": str(span.line),
        "col": str(span.column),
        "endColumn": str(span.column + span.length),
        "title": f"cpaudit {said.code.id}",
    }
    properties = ",".join(f"{key}={_property(value)}" for key, value in keys.items())
    text = f"{message_of(said, language)}\n{hint_of(said, language)}"
    return f"::{_COMMANDS[said.level]} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
