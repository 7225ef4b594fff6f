"""`cpaudit assess`: the main job."""

from __future__ import annotations

from typing import Annotated

import typer

from .parameters import (
    AuditPath,
    FactorsOption,
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
    QuietOption,
    VerboseOption,
)
from .words import _

CdmOption = Annotated[
    bool, typer.Option("--cdm", help=_("Only the figures of the idea note (section `cdm`)."))
]


def assess(
    file: AuditPath,
    format: FormatOption = Format.text,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    factors: FactorsOption = None,
    cdm: CdmOption = False,
    force: ForceOption = False,
) -> None:
    """Assess one audit file and print its report."""
    from .runner import Runner

    runner = Runner(lang, format, output, force, factors)
    assessment = runner.assessment(file)
    if cdm and assessment.cdm is None:
        from ..diagnostics.codes import figures

        runner.fail_usage(figures.NO_CDM_SECTION.at(None, path=str(file)))
    if format is Format.json and cdm:
        from ..report.renderers.json.cdm import idea_json

        runner.emit_text(idea_json(assessment, runner.language))
        return
    if format is Format.json:
        from ..report.renderers.json import assessment_json

        runner.emit_text(assessment_json(assessment, runner.language))
        return
    from ..report.views.assessment import assessment_view, brief_view, cdm_view

    if cdm:
        runner.emit_blocks(cdm_view(assessment, runner.language))
    elif quiet:
        runner.emit_blocks(brief_view(assessment, runner.language))
    else:
        runner.emit_blocks(assessment_view(assessment, runner.language, verbose))
