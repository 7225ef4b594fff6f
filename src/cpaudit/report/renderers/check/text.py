"""Findings with their lines, as compilers print them, and a line that sums them up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ....diagnostics import Level
from ....language import N_, Language
from ....portfolio.checking import Checked
from ...diagnostics import text_of
from ...numbers import Numbers
from ...visible import in_one_line, visible_path

_SWITCHED_OFF = N_("{place}: {rule} is switched off here ({count}): {reason}")
_FILES = N_("files checked: {files}, in order: {passed}")
_EXPECTED = N_("expected figures: {expected}, as expected: {met}")
_FINDINGS = N_("errors: {errors}, warnings: {warnings}, notes: {notes}, switched off: {silenced}")


def check_text(checked: Checked, language: Language, levels: Iterable[Level]) -> str:
    """The findings of a file at some levels, each followed by an empty line, and its rules that
    are switched off; nothing where there is nothing to say."""
    shown = set(levels)
    parts = [f"{text_of(said, language)}\n" for said in checked.findings if said.level in shown]
    said_by = Counter(off.rule for _, off in checked.silenced)
    numbers = Numbers(language)
    off = [
        language(_SWITCHED_OFF).format(
            place=visible_path(str(one.span)),
            rule=one.rule,
            count=numbers.decimal(said_by[one.rule], 0),
            reason=in_one_line(one.reason),
        )
        for one in checked.switched_off
        if said_by[one.rule]
    ]
    if off:
        parts.append("\n".join(off) + "\n")
    return "".join(f"{part}\n" for part in parts)


def summary_text(files: Iterable[Checked], strict: bool, language: Language) -> str:
    """What was checked and how much was found."""
    files = list(files)
    numbers = Numbers(language)
    counts = {
        "files": len(files),
        "passed": sum(not one.fails(strict) for one in files),
        "expected": sum(len(one.expected) for one in files),
        "met": sum(each.is_met for one in files for each in one.expected),
        "errors": sum(one.count(Level.ERROR) for one in files),
        "warnings": sum(one.count(Level.WARNING) for one in files),
        "notes": sum(one.count(Level.NOTE) for one in files),
        "silenced": sum(len(one.silenced) for one in files),
    }
    values = {key: numbers.decimal(count, 0) for key, count in counts.items()}
    lines = (_FILES, _EXPECTED, _FINDINGS)
    return "".join(f"{language(line).format(**values)}\n" for line in lines)
