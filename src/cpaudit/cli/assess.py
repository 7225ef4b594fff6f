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
    from .session import Session

    session = Session(lang, format, output, force)
    assessment = session.assessment(file)
    if format is Format.json:
        from ..report.renderers.json import assessment_json

        session.emit_text(assessment_json(assessment, session.language))
        return
    from ..report.views.assessment import assessment_view, brief_view

    if quiet:
        session.emit_blocks(brief_view(assessment, session.language))
    else:
        session.emit_blocks(assessment_view(assessment, session.language, verbose))
