"""`cpaudit check`: audits and programmes as code."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from .parameters import FactorsOption, ForceOption, LangOption, OutputOption
from .words import _


class CheckFormat(StrEnum):
    text = "text"
    json = "json"
    github = "github"
    junit = "junit"
    sarif = "sarif"


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar=_("PATH…"),
        help=_("Audits and programmes, folders with all below them, or patterns."),
        show_default=False,
    ),
]
StrictOption = Annotated[
    bool, typer.Option("--strict", help=_("Warnings fail the check as errors do."))
]
CheckFormatOption = Annotated[
    CheckFormat,
    typer.Option("--format", "-f", help=_("Text for reading, the others for programs.")),
]
UpdateOption = Annotated[
    bool,
    typer.Option("--update", help=_("First rewrite expected figures that come out otherwise.")),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=_("Only what fails the check."))]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help=_("Show the notes as well."))]


def check(
    paths: Paths,
    strict: StrictOption = False,
    update: UpdateOption = False,
    format: CheckFormatOption = CheckFormat.text,
    output: OutputOption = None,
    force: ForceOption = False,
    factors: FactorsOption = None,
    lang: LangOption = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Check files and their expected figures; exit code 1 where one is not in order."""
    from .check_run import How, run
    from .parameters import Format
    from .runner import Runner

    runner = Runner(lang, Format.text, output, force, factors)
    raise typer.Exit(run(runner, paths, How(format, strict, quiet, verbose, update)))
