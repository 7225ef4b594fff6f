"""`cpaudit gap`: the plant against good practice and the legal norm."""

from __future__ import annotations

from .parameters import (
    AuditPath,
    FactorsOption,
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
    VerboseOption,
)


def gap(
    file: AuditPath,
    format: FormatOption = Format.text,
    output: OutputOption = None,
    lang: LangOption = None,
    verbose: VerboseOption = False,
    factors: FactorsOption = None,
    force: ForceOption = False,
) -> None:
    """Compare the plant's use per unit of product with benchmarks and norms."""
    from ..engine.benchmark import gap_of
    from .runner import Runner

    runner = Runner(lang, format, output, force, factors)
    made = gap_of(runner.assessment(file))
    if format is Format.json:
        from ..report.renderers.json import gap_json

        runner.emit_text(gap_json(made, runner.language))
        return
    from ..report.views.gap import gap_view

    runner.emit_blocks(gap_view(made, runner.language, verbose))
