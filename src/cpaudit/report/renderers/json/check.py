"""A check as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ....diagnostics import Level
from ....language import Language
from ....portfolio.checking import Checked
from .figures import diagnostics_list, head, text_of


def check_json(files: Sequence[Checked], strict: bool, language: Language) -> str:
    """Every file with its findings, what is switched off in it, and its expected figures."""
    return text_of(
        {
            **head("check"),
            "strict": strict,
            "passed": not any(one.fails(strict) for one in files),
            "files": [_file(one, strict, language) for one in files],
            "totals": _totals(files),
        }
    )


def _file(checked: Checked, strict: bool, language: Language) -> dict[str, Any]:
    return {
        "file": checked.file,
        "kind": checked.kind,
        "passed": not checked.fails(strict),
        "findings": diagnostics_list(checked.findings, language),
        "switched_off": [
            {**found, "reason": off.reason}
            for (said, off) in checked.silenced
            for found in diagnostics_list([said], language)
        ],
        "expected": [
            {
                "figure": one.figure,
                "expected": one.value,
                "within": one.within,
                "line": one.line,
                "met": one.is_met,
            }
            for one in checked.expected
        ],
    }


def _totals(files: Sequence[Checked]) -> dict[str, int]:
    return {
        "files": len(files),
        "errors": sum(one.count(Level.ERROR) for one in files),
        "warnings": sum(one.count(Level.WARNING) for one in files),
        "notes": sum(one.count(Level.NOTE) for one in files),
        "switched_off": sum(len(one.silenced) for one in files),
        "expected": sum(len(one.expected) for one in files),
        "met": sum(each.is_met for one in files for each in one.expected),
    }
