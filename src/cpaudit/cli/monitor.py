"""`cpaudit monitor`: what became of the options after they were implemented."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from .parameters import (
    AuditPath,
    FactorsOption,
    ForceOption,
    Format,
    LangOption,
    OutputOption,
    VerboseOption,
)
from .words import _


class MonitorFormat(StrEnum):
    text = "text"
    json = "json"
    csv = "csv"


MonthlyOption = Annotated[
    bool, typer.Option("--monthly", "-m", help=_("Show every month, and its CUSUM as a chart."))
]


def monitor(
    file: AuditPath,
    monthly: MonthlyOption = False,
    format: Annotated[
        MonitorFormat,
        typer.Option("--format", "-f", help=_("Text for reading; JSON, or the months as CSV.")),
    ] = MonitorFormat.text,
    output: OutputOption = None,
    lang: LangOption = None,
    verbose: VerboseOption = False,
    factors: FactorsOption = None,
    force: ForceOption = False,
) -> None:
    """Compare use after implementation with the baseline, and realised with expected savings."""
    from .runner import Runner

    errors = Format.json if format is MonitorFormat.json else Format.text
    runner = Runner(lang, errors, output, force, factors)
    assessment = runner.assessment(file)
    if assessment.audit.monitoring is None:
        from ..diagnostics.codes.regression import NO_SECTION

        runner.fail_usage(NO_SECTION.at(None, path=str(file)))
    from ..engine.monitoring import monitoring_of

    result = monitoring_of(assessment)
    if any(said.is_error for said in result.diagnostics):
        runner.fail(result.diagnostics)
    if format is MonitorFormat.text:
        from ..report.views.monitoring import monitoring_view

        runner.emit_blocks(monitoring_view(result, runner.language, monthly, verbose))
        return
    from ..report.renderers.monitoring import monitoring_csv, monitoring_json

    if format is MonitorFormat.csv:
        runner.emit_text(monitoring_csv(result))
    else:
        runner.emit_text(monitoring_json(result, runner.language))
