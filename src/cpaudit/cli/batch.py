"""`cpaudit batch`: a row for each plant or option of many audits."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Optional

import typer

from .parameters import (
    FactorsOption,
    ForceOption,
    LangOption,
    OutputOption,
    composed,
)
from .words import _


class BatchFormat(StrEnum):
    text = "text"
    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


class Per(StrEnum):
    plant = "plant"
    option = "option"


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar=_("PATH…"),
        help=_("Audit files, folders with all below them, or patterns."),
        show_default=False,
    ),
]
WorkersOption = Annotated[
    Optional[int],  # noqa: UP045 - typer reads the annotation at run time
    typer.Option(
        "--workers",
        min=1,
        show_default=False,
        help=_("Processes at work; by default one for each processor."),
    ),
]
SchedulerOption = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        "--scheduler", metavar=_("ADDRESS"), help=_("Have the workers of a Dask scheduler work.")
    ),
]


def _names(option: str, help: str, metavar: str = _("COLUMN,…")) -> object:
    """An option that takes names between commas, and may be given several times."""
    return typer.Option(option, metavar=metavar, help=help, show_default=False)


def batch(
    paths: Paths,
    per: Annotated[Per, typer.Option("--per", help=_("What a row is about."))] = Per.plant,
    by: Annotated[list[str], _names("--by", _("Group rows, such as by sector,year."))] = [],  # noqa: B006
    sort: Annotated[list[str], _names("--sort", _("Sort rows; -npv: the largest first."))] = [],  # noqa: B006
    where: Annotated[
        list[str],
        _names("--where", _("Only such rows: 'sector=textile', 'npv>0'."), _("CONDITION")),
    ] = [],  # noqa: B006
    columns: Annotated[
        list[str], _names("--columns", _("Which columns; by default all, a few as text."))
    ] = [],  # noqa: B006
    package: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "--package",
            "-p",
            metavar=_("NAME"),
            help=_("The package that rows are about; by default the last of each audit."),
            callback=composed,
        ),
    ] = None,
    currency: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "--currency", metavar=_("CODE"), help=_("Exchange all money, such as to USD.")
        ),
    ] = None,
    limit: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option(
            "--limit", min=1, help=_("Rows at most; by default 40 as text."), show_default=False
        ),
    ] = None,
    format: Annotated[
        BatchFormat,
        typer.Option("--format", "-f", help=_("Text for reading, the others for programs.")),
    ] = BatchFormat.text,
    output: OutputOption = None,
    force: ForceOption = False,
    resume: Annotated[
        bool, typer.Option("--resume", help=_("Go on with the interrupted run to this output."))
    ] = False,
    workers: WorkersOption = None,
    scheduler: SchedulerOption = None,
    factors: FactorsOption = None,
    lang: LangOption = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help=_("No progress bar and no summary."))
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help=_("Show every warning of every audit."))
    ] = False,
) -> None:
    """Assess many audits, each file for itself, and put them into one table."""
    from ..portfolio.table import Asked
    from .batch_run import BatchRun, How
    from .parameters import Format
    from .runner import Runner

    runner = Runner(lang, Format.text, output, force, factors)
    how = How(package, currency, factors, workers, scheduler, resume, quiet, verbose)
    run = BatchRun(runner, paths, per.value, Asked(by, sort, where, columns, limit), format, how)
    raise typer.Exit(run.go())
