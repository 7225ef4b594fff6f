"""`cpaudit assess`: the main job."""

from __future__ import annotations

import typer

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
    from ..report.renderers.json import assessment_json
    from ..report.views import assessment_view, brief_view
    from .session import Session

    session = Session(lang, format, output, force)
    assessment = session.assessment(file)
    if format is Format.json:
        session.emit_text(assessment_json(assessment, session.language))
    elif quiet:
        session.emit_blocks(brief_view(assessment, session.language))
    else:
        session.emit_blocks(assessment_view(assessment, session.language, verbose))
    raise typer.Exit(0)
