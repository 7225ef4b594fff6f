"""`cpaudit cashflow`: money year by year, the project's and the owner's."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from .parameters import (
    AuditPath,
    FactorsOption,
    ForceOption,
    Format,
    LangOption,
    OutputOption,
    composed,
)
from .words import _

if TYPE_CHECKING:
    from ..engine import Assessment, Result
    from .runner import Runner


class CashFormat(StrEnum):
    text = "text"
    json = "json"
    csv = "csv"


def cashflow(
    file: AuditPath,
    of: Annotated[
        Optional[str],  # noqa: UP045 - typer reads the annotation at run time
        typer.Option(
            "--of",
            metavar=_("PATH"),
            help=_("One option or package, such as packages.full; by default every package."),
            callback=composed,
        ),
    ] = None,
    format: Annotated[
        CashFormat,
        typer.Option("--format", "-f", help=_("Text for reading, JSON or CSV for programs.")),
    ] = CashFormat.text,
    output: OutputOption = None,
    lang: LangOption = None,
    factors: FactorsOption = None,
    force: ForceOption = False,
) -> None:
    """Print cash flows: investment, savings, tax, loan and the rest, year by year."""
    from .runner import Runner

    errors = Format.json if format is CashFormat.json else Format.text
    runner = Runner(lang, errors, output, force, factors)
    assessment = runner.assessment(file)
    chosen = _chosen(runner, assessment, of)
    if format is CashFormat.text:
        from ..report.views.cashflow import cash_view

        runner.emit_blocks(cash_view(assessment, chosen, runner.language))
        return
    from ..report.renderers.cashflow import cash_csv, cash_json

    if format is CashFormat.csv:
        runner.emit_text(cash_csv(assessment, chosen))
    else:
        runner.emit_text(cash_json(assessment, chosen, runner.language))


def _chosen(runner: Runner, assessment: Assessment, path: str | None) -> dict[str, Result]:
    """The options and packages that are asked for, by their paths."""
    from ..engine.paths import UnknownPath

    packages = {f"packages.{id}": one.total for id, one in assessment.packages.items()}
    options = {f"options.{id}": one for id, one in assessment.options.items()}
    if path is None:
        return packages or options
    every = packages | options
    if path not in every:
        runner.fail_path(UnknownPath(path, list(every)))
    return {path: every[path]}
