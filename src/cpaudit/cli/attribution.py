"""`cpaudit attribution`: what each option's part of a package is."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from .parameters import (
    AuditPath,
    FactorsOption,
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
    composed,
)
from .words import _


def attribution(
    file: AuditPath,
    package: Annotated[
        Optional[str],  # noqa: UP045 - typer reads the annotation at run time
        typer.Option(
            "--package",
            "-p",
            metavar=_("NAME"),
            help=_("One package; without it every one."),
            callback=composed,
        ),
    ] = None,
    format: FormatOption = Format.text,
    output: OutputOption = None,
    lang: LangOption = None,
    factors: FactorsOption = None,
    force: ForceOption = False,
) -> None:
    """Print what options save alone, in their order, and as a share of the package."""
    from ..engine.attribution import attribution_of
    from ..engine.paths import UnknownPath
    from .runner import Runner

    runner = Runner(lang, format, output, force, factors)
    assessment = runner.assessment(file)
    known = list(assessment.packages)
    if package is not None and package not in known:
        runner.fail_path(UnknownPath(f"packages.{package}", [f"packages.{id}" for id in known]))
    made = [attribution_of(assessment, id) for id in (known if package is None else [package])]
    if format is Format.json:
        from ..report.renderers.json.attribution import attribution_json

        runner.emit_text(attribution_json(assessment, made, runner.language))
    else:
        from ..report.views.attribution import attribution_view

        runner.emit_blocks(attribution_view(assessment, made, runner.language))
