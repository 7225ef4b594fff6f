"""One run of `cpaudit check`: files to findings, findings to the format that is asked for."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from ..diagnostics import Level
from ..diagnostics.codes import checking as codes
from ..portfolio.checking import Check, Checked, check_file, check_files
from ..portfolio.paths import Files, files_at
from ..report.files import refusal_of
from ..report.renderers.check import (
    changes_summary,
    changes_text,
    check_text,
    github_commands,
    junit_xml,
    sarif_json,
    summary_text,
)
from .check import CheckFormat
from .progress import Progress
from .runner import FOUND, Runner

_FAULT = 3


class How(NamedTuple):
    """What a check is to show, and what fails it."""

    format: CheckFormat
    strict: bool
    quiet: bool
    verbose: bool
    update: bool = False

    @property
    def levels(self) -> list[Level]:
        """The levels that are shown, the worst first."""
        if self.quiet:
            return [Level.ERROR, Level.WARNING] if self.strict else [Level.ERROR]
        return [Level.ERROR, Level.WARNING, *([Level.NOTE] if self.verbose else [])]


def run(runner: Runner, paths: Sequence[str], how: How) -> int:
    """Check what the paths lead to and show what is found; the exit code."""
    files = _files(runner, paths)
    checked: list[Checked] = []
    as_text = how.format is CheckFormat.text and runner.output is None
    with Progress(len(files.paths), not how.quiet) as progress:
        for one in check_files(files, runner.library, _check(how)):
            progress.step()
            checked.append(one)
            if as_text:
                # what is found is seen at once, however many files are to come
                runner.emit_text(_text_of(runner, how, one))
            elif one.changes and how.format is not CheckFormat.text:
                sys.stderr.write(changes_text(one, runner.language))
    if not checked:
        runner.fail_usage(codes.NOTHING_TO_CHECK.at(None, count=len(files.paths)))
    code = exit_code_of(checked, how.strict)
    if not as_text:
        runner.emit_text(_document(runner, how, checked, code))
    elif not how.quiet:
        runner.emit_text(_summary(runner, how, checked))
    return code


def _check(how: How) -> Check:
    if not how.update:
        return check_file
    from ..portfolio.update_files import update_file

    return update_file


def exit_code_of(checked: Sequence[Checked], strict: bool) -> int:
    """0 where all is in order, 1 where something is found, 3 where the program itself failed."""
    if any(one.failed for one in checked):
        return _FAULT
    return FOUND if any(one.fails(strict) for one in checked) else 0


def _files(runner: Runner, paths: Sequence[str]) -> Files:
    """The files; ends the program where a path leads to none, or the output can't be written."""
    files, found = files_at(paths)
    if found:
        runner.fail_usage(*found)
    runner.keep(map(Path, files.paths))
    if runner.output is not None:
        refused = refusal_of(runner.output, runner.force)
        if refused is not None:
            runner.fail([refused])
    return files


def _document(runner: Runner, how: How, checked: Sequence[Checked], code: int) -> str:
    language = runner.language
    if how.format is CheckFormat.json:
        from ..report.renderers.json.check import check_json

        return check_json(checked, how.strict, language)
    if how.format is CheckFormat.junit:
        return junit_xml(checked, how.strict, language, datetime.now(UTC))
    if how.format is CheckFormat.sarif:
        return sarif_json(checked, language, code)
    if how.format is CheckFormat.github:
        return github_commands(checked, language, how.levels)
    return "".join(_as_text(runner, how, checked))


def _as_text(runner: Runner, how: How, checked: Sequence[Checked]) -> Iterator[str]:
    for one in checked:
        yield _text_of(runner, how, one)
    if not how.quiet:
        yield _summary(runner, how, checked)


def _text_of(runner: Runner, how: How, one: Checked) -> str:
    """The changes of a file, which are shown in any case, and its findings."""
    language = runner.language
    return changes_text(one, language) + check_text(one, language, how.levels)


def _summary(runner: Runner, how: How, checked: Sequence[Checked]) -> str:
    text = summary_text(checked, how.strict, runner.language)
    return (changes_summary(checked, runner.language) if how.update else "") + text
