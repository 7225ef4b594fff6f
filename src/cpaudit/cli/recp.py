"""`cpaudit recp`: indicators of one period, or how they change from one to another."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

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
    from ..engine.recp import changes_by_package, recp_change, recp_of
    from .runner import Runner

    runner = Runner(lang, format, output, force, factors)
    assessments = [runner.assessment(file) for file in (base, current) if file is not None]
    periods = [recp_of(assessment, product) for assessment in assessments]
    errors = [said for one in periods for said in one.diagnostics if said.is_error]
    if errors:
        runner.fail_usage(*errors)
    first = periods[0]
    change = recp_change(first, periods[1]) if len(periods) > 1 else None
    packages = changes_by_package(first) if change is None else {}
    if format is Format.json:
        from ..report.renderers.json.recp import recp_json

        runner.emit_text(recp_json(first, change, packages, runner.language))
    else:
        from ..report.views.recp import recp_view

        runner.emit_blocks(recp_view(first, change, packages, runner.language))
