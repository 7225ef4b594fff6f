"""`cpaudit recp`: indicators of one period, or how they change from one to another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from .parameters import (
    FactorsOption,
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
    composed,
)
from .words import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..engine.recp import Recp
    from .runner import Runner


def recp(
    base: Annotated[
        Path,
        typer.Argument(
            metavar=_("BASE"), help=_("The audit file of the base period."), show_default=False
        ),
    ],
    current: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads the annotation at run time
        typer.Argument(
            metavar=_("CURRENT"),
            help=_("That of a later period; without it the packages of the base are shown."),
            show_default=False,
        ),
    ] = None,
    product: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "--product",
            "-p",
            metavar="ID",
            help=_("Count the output of one product."),
            callback=composed,
        ),
    ] = None,
    format: FormatOption = Format.text,
    output: OutputOption = None,
    lang: LangOption = None,
    factors: FactorsOption = None,
    force: ForceOption = False,
) -> None:
    """Print resource productivity and pollution intensity, and their change."""
    from ..engine.recp import recp_after, recp_change, recp_of
    from .runner import Runner

    runner = Runner(lang, format, output, force, factors)
    assessments = [runner.assessment(file) for file in (base, current) if file is not None]
    periods = [recp_of(assessment, product) for assessment in assessments]
    _refuse_unknown_product(periods, runner)
    first, change = periods[0], None
    packages = {}
    if current is not None:
        change = recp_change(first, periods[1])
    else:
        packages = {
            name: recp_change(first, recp_after(assessments[0], name, product))
            for name in assessments[0].packages
        }
    if format is Format.json:
        from ..report.renderers.json.recp import recp_json

        runner.emit_text(recp_json(first, change, packages, runner.language))
    else:
        from ..report.views.recp import recp_view

        runner.emit_blocks(recp_view(first, change, packages, runner.language))


def _refuse_unknown_product(periods: Iterable[Recp], runner: Runner) -> None:
    """A product that a file does not have is wrong usage; exit code 2."""
    from ..report.diagnostics import text_of
    from .runner import USAGE

    errors = [said for one in periods for said in one.diagnostics if said.is_error]
    for said in errors:
        typer.echo(text_of(said, runner.language), err=True)
    if errors:
        raise typer.Exit(USAGE)
