"""`cpaudit assess`: the main job."""

from __future__ import annotations

from .parameters import (
    AuditPath,
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
    QuietOption,
    VerboseOption,
)


def assess(
    file: AuditPath,
    format: FormatOption = Format.text,
    output: OutputOption = None,
    lang: LangOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
    force: ForceOption = False,
) -> None:
    """Assess one audit file and print its report."""
    from .runner import Runner

    runner = Runner(lang, format, output, force)
    assessment = runner.assessment(file)
    if format is Format.json:
        from ..report.renderers.json import assessment_json

        runner.emit_text(assessment_json(assessment, runner.language))
        return
    from ..report.views.assessment import assessment_view, brief_view

    if quiet:
        runner.emit_blocks(brief_view(assessment, runner.language))
    else:
        runner.emit_blocks(assessment_view(assessment, runner.language, verbose))
