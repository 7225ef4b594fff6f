"""`cpaudit programme`: the tables of a centre's annual report, from its audits and projects."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from .parameters import (
    FactorsOption,
    ForceOption,
    Format,
    LangOption,
    OutputOption,
    VerboseOption,
)
from .words import _

if TYPE_CHECKING:
    from ..diagnostics import Diagnostic
    from ..domain.programme import Programme
    from ..engine.programme import Rollup
    from .runner import Runner


class ProgrammeFormat(StrEnum):
    text = "text"
    csv = "csv"
    markdown = "markdown"
    json = "json"


class ProgrammeTable(StrEnum):
    sectors = "sectors"
    projects = "projects"
    training = "training"
    years = "years"
    provinces = "provinces"
    services = "services"


def programme(
    file: Annotated[
        Path,
        typer.Argument(
            metavar=_("FILE"), help=_("The programme file, in YAML."), show_default=False
        ),
    ],
    table: Annotated[
        list[ProgrammeTable],
        typer.Option(
            "--table",
            "-t",
            help=_("Only this table; may be given several times. By default all of them."),
            show_default=False,
        ),
    ] = [],  # noqa: B006 - typer makes a new list for every run
    year: Annotated[
        Optional[int],  # noqa: UP045 - typer reads the annotation at run time
        typer.Option(
            "--year",
            min=1980,
            max=2100,
            metavar=_("YEAR"),
            help=_("The year of the report: of its projects and training; sums go until it."),
        ),
    ] = None,
    until: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option(
            "--until",
            min=1980,
            max=2100,
            metavar=_("YEAR"),
            help=_("Sums go until this year; by default until the year of the report."),
        ),
    ] = None,
    keep_going: Annotated[
        bool,
        typer.Option(
            "--keep-going",
            help=_("Print the tables without the audits that can't be read, marked incomplete."),
        ),
    ] = False,
    format: Annotated[
        ProgrammeFormat,
        typer.Option(
            "--format",
            "-f",
            help=_("Text or Markdown for reading, CSV or JSON for programs."),
        ),
    ] = ProgrammeFormat.text,
    output: OutputOption = None,
    lang: LangOption = None,
    verbose: VerboseOption = False,
    factors: FactorsOption = None,
    force: ForceOption = False,
) -> None:
    """Print savings per sector, projects, training, years, provinces and services."""
    from ..engine.programme import roll_up
    from .runner import Runner

    if table and format is ProgrammeFormat.json:
        raise typer.BadParameter(
            _("JSON holds every table under a key of its own: leave --table out"),
            param_hint="--table",
        )
    errors = Format.json if format is ProgrammeFormat.json else Format.text
    runner = Runner(lang, errors, output, force, factors)
    made, found = _read(runner, file)
    if made is None or (made.missing and not keep_going):
        runner.fail(found)
    rollup = roll_up(made, year, until)
    _emit(runner, rollup, format, [one.value for one in table], verbose)
    if made.missing:
        runner.say_errors(found)
        raise typer.Exit(1)


def _read(runner: Runner, file: Path) -> tuple[Programme | None, list[Diagnostic]]:
    from ..portfolio.programme import read_programme

    runner.keep([file])
    made, found = read_programme(file, runner.library)
    if made is not None:
        runner.keep(map(Path, made.files))
    return made, found


def _emit(
    runner: Runner, rollup: Rollup, format: ProgrammeFormat, tables: list[str], verbose: bool
) -> None:
    """Print the tables; where remarks have no place beside them, warnings go to standard error."""
    if format is ProgrammeFormat.json:
        from ..report.renderers.json.programme import programme_json

        runner.emit_text(programme_json(rollup, runner.language))
        return
    if tables or format is ProgrammeFormat.csv:
        runner.say_warnings(rollup.diagnostics)
    if format is ProgrammeFormat.csv:
        from ..report.renderers.programme import programme_csv
        from ..report.views.programme import TABLES
        from ..report.views.programme.bearing import bearing_on

        runner.say(bearing_on(tables or TABLES, rollup.diagnostics))
        runner.emit_text(programme_csv(rollup, tables or TABLES, runner.language))
        return
    from ..report.views.programme import programme_view

    is_markdown = format is ProgrammeFormat.markdown
    blocks = programme_view(rollup, runner.language, tables, is_markdown, verbose)
    if is_markdown:
        from ..report.renderers.markdown import markdown_text

        runner.emit_text(markdown_text(blocks))
    else:
        runner.emit_blocks(blocks)
