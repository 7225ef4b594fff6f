"""`cpaudit compare`: packages of one file, or several files, side by side."""

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


def _composed(names: list[str]) -> list[str]:
    return [name for name in map(composed, names) if name is not None]


def compare(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar=_("FILE"),
            help=_("One audit file: its packages. Several: a package of each."),
            show_default=False,
        ),
    ],
    base: Annotated[
        Optional[str],  # noqa: UP045 - typer reads the annotation at run time
        typer.Option(
            "--base",
            "-b",
            metavar=_("NAME"),
            help=_("The package or file that the others are set against; by default the first."),
            callback=composed,
        ),
    ] = None,
    package: Annotated[
        list[str],
        typer.Option(
            "--package",
            "-p",
            metavar=_("NAME"),
            help=_(
                "With several files the package to compare, by default each file's last one. Its "
                "options' abatement costs and front as well. May be given several times."
            ),
            show_default=False,
            callback=_composed,
        ),
    ] = [],  # noqa: B006 - typer makes a new list for every run
    format: FormatOption = Format.text,
    output: OutputOption = None,
    lang: LangOption = None,
    factors: FactorsOption = None,
    force: ForceOption = False,
) -> None:
    """Print packages, alternatives, abatement costs and the Pareto front."""
    from ..engine.comparing import compare as compared
    from .runner import Runner

    runner = Runner(lang, format, output, force, factors)
    comparison = compared([runner.assessment(file) for file in files], base, package)
    errors = [said for said in comparison.diagnostics if said.is_error]
    if errors:
        runner.fail_usage(*errors)
    if format is Format.json:
        from ..report.renderers.json.comparison import comparison_json

        runner.emit_text(comparison_json(comparison, runner.language))
    else:
        from ..report.views.comparing import compare_view

        runner.emit_blocks(compare_view(comparison, runner.language))
