"""What every command does around its one call: language, output, diagnostics, exit codes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console

from ..diagnostics import Diagnostic, Level
from ..diagnostics.codes import figures
from ..diagnostics.codes import files as file_codes
from ..diagnostics.similar import listed
from ..engine import Assessment
from ..engine.paths import UnknownPath
from ..factors import Library, default_library, library_with
from ..language import Language
from ..report.blocks import Block
from ..report.diagnostics import summary_of, text_of
from ..report.files import write_whole
from ..report.renderers.terminal import render
from ..steps import assess_audit, read_audit
from .parameters import Format, Lang
from .words import _

FOUND, USAGE = 1, 2
FILE_WIDTH = 100


class Runner:
    """One run of a command."""

    def __init__(
        self,
        lang: Lang | None,
        format: Format,
        output: Path | None,
        force: bool,
        factors: Path | None = None,
    ) -> None:
        self.language = Language(lang.value) if lang else _
        self.format = format
        self.output = output
        self.force = force
        self.library = self._library(factors)

    def _library(self, own: Path | None) -> Library:
        """The library that ships, with a folder over it that is proven first."""
        if own is None:
            return default_library()
        self.prove(own)
        return library_with(own)

    def prove(self, folder: Path) -> None:
        """End the program with the mistakes of a folder of factors, if it has any."""
        from ..factors.check import check_library

        found = check_library(default_library().files.root, folder)
        if any(said.is_error for said in found):
            self.fail(found)

    def report_check(self, found: Sequence[Diagnostic]) -> None:
        """Say what is wrong with a library, or that nothing is; exit code 1 with a mistake."""
        if any(said.is_error for said in found):
            self.fail(found)
        if self.format is Format.json:
            from ..report.renderers.json.library import check_json

            self.emit_text(check_json(found, self.language))
            return
        for said in found:
            typer.echo(text_of(said, self.language), err=True)
        self.emit_text(self.language("Every value is in order.") + "\n")

    def assessment(self, file: Path) -> Assessment:
        """The assessment of a file; ends the program with its mistakes if there are any."""
        self.keep([file])
        audit, found = read_audit(file, self.library)
        if audit is None:
            self.fail(found)
        self.keep([Path(one.path) for one in audit.attachments])
        assessment, found = assess_audit(audit)
        if assessment is None:
            self.fail(found)
        return assessment

    def writes_over(self, file: Path) -> bool:
        """Whether the output would be the file that is read."""
        return self.output is not None and _is_same(self.output, file)

    def keep(self, files: Iterable[Path]) -> None:
        """End the program where the output would be one of the files that it was made from."""
        for file in files:
            if self.writes_over(file):
                self.fail([file_codes.IS_THE_INPUT.at(None, path=str(file))])

    def say_warnings(self, found: Iterable[Diagnostic]) -> None:
        """Say warnings on standard error, where the output itself has no place for them."""
        self.say(said for said in found if said.level is Level.WARNING)

    def say(self, found: Iterable[Diagnostic]) -> None:
        """Say something on standard error, beside the output."""
        for said in found:
            typer.echo(text_of(said, self.language) + "\n", err=True)

    def say_errors(self, found: Iterable[Diagnostic]) -> None:
        """Say what is wrong on standard error, after an output that goes without it."""
        errors = [said for said in found if said.is_error]
        for said in errors:
            typer.echo(text_of(said, self.language) + "\n", err=True)
        typer.echo(summary_of(errors, self.language), err=True)

    def emit_text(self, text: str) -> None:
        """Print a text, or write it to the output file."""
        if self.output is None:
            sys.stdout.write(text)
            return
        problem = write_whole(self.output, text, self.force)
        if problem is not None:
            self.fail([problem])

    def emit_blocks(self, blocks: Sequence[Block]) -> None:
        """Print blocks at the terminal's width, or write them as plain text."""
        screen = Console(highlight=False, emoji=False, markup=False)
        if self.output is None and screen.is_terminal:
            render(blocks, screen)
            return
        text = StringIO()
        width = screen.width if self.output is None else FILE_WIDTH
        plain = Console(file=text, width=width, force_terminal=False, color_system=None)
        render(blocks, plain)
        self.emit_text("".join(f"{line.rstrip()}\n" for line in text.getvalue().splitlines()))

    def fail(self, found: Iterable[Diagnostic]) -> NoReturn:
        """Say what is wrong, errors last so that they are seen, and end with exit code 1."""
        found = sorted(found, key=lambda said: said.is_error)
        if self.format is Format.json:
            from ..report.renderers.json import errors_json

            sys.stdout.write(errors_json(found, self.language))
        else:
            for said in found:
                typer.echo(text_of(said, self.language) + "\n", err=True)
            typer.echo(summary_of(found, self.language), err=True)
        raise typer.Exit(FOUND)

    def fail_path(self, unknown: UnknownPath) -> NoReturn:
        """A path that leads nowhere; exit code 2."""
        known = listed(unknown.meant)
        self.fail_usage(figures.NO_SUCH_PATH.at(None, path=unknown.path, known=known))

    def fail_usage(self, *found: Diagnostic) -> NoReturn:
        """A command line that asks for something that is not there; exit code 2."""
        for said in found:
            typer.echo(text_of(said, self.language), err=True)
        raise typer.Exit(USAGE)


def _is_same(output: Path, file: Path) -> bool:
    try:
        return output.samefile(file)
    except OSError:
        return False
