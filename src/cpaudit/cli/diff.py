"""`cpaudit diff`: which figures an edited audit or factor file moves, and by how much."""

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


class DiffFormat(StrEnum):
    text = "text"
    markdown = "markdown"
    json = "json"


def diff(
    old: Annotated[
        str,
        typer.Argument(
            metavar=_("OLD"),
            help=_("An audit file, a folder of them, or with `--audits` a folder of factors."),
            show_default=False,
        ),
    ],
    new: Annotated[
        str,
        typer.Argument(metavar=_("NEW"), help=_("The same, as it is now."), show_default=False),
    ],
    audits: Annotated[
        list[str],
        typer.Option(
            "--audits",
            metavar=_("PATH"),
            help=_("Audits that the factors act on: files, folders, patterns; may be repeated."),
            show_default=False,
        ),
    ] = [],  # noqa: B006 - typer makes a new list for every run
    every: Annotated[
        bool, typer.Option("--all", help=_("Every figure that moves, not the headlines alone."))
    ] = False,
    of: Annotated[
        Optional[str],  # noqa: UP045 - typer reads the annotation at run time
        typer.Option(
            "--of",
            metavar=_("FIGURE"),
            help=_("Only this figure and those below it, such as packages.full."),
            callback=composed,
        ),
    ] = None,
    tolerance: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "--tolerance",
            metavar=_("SHARE"),
            help=_("Changes up to this share are none, such as 0.1%."),
        ),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help=_("End with 1 where any figure moves."))
    ] = False,
    format: Annotated[
        DiffFormat,
        typer.Option(
            "--format",
            "-f",
            help=_("Text for reading, Markdown for a pull request, JSON for programs."),
        ),
    ] = DiffFormat.text,
    output: OutputOption = None,
    lang: LangOption = None,
    factors: FactorsOption = None,
    force: ForceOption = False,
) -> None:
    """Show which figures move from one audit to another, by how much, and why."""
    from .diff_run import Wanted, run
    from .parameters import Format
    from .runner import Runner

    shown = Format.json if format is DiffFormat.json else Format.text
    runner = Runner(lang, shown, output, force, factors)
    wanted = Wanted(old, new, tuple(audits), of, tolerance, every or of is not None, format)
    raise typer.Exit(run(runner, wanted, exit_code, factors is not None))
