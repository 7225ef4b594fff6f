"""`cpaudit explain`: where a figure comes from."""

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
    composed,
)
from .words import _


def explain(
    file: AuditPath,
    path: Annotated[
        str,
        typer.Argument(
            metavar=_("PATH"),
            help=_("A figure, such as packages.full.co2e, or a group of them."),
            callback=composed,
        ),
    ] = "baseline",
    format: FormatOption = Format.text,
    output: OutputOption = None,
    lang: LangOption = None,
    factors: FactorsOption = None,
    force: ForceOption = False,
) -> None:
    """Print the tree of one figure: formulas, inputs, factors with their sources, file lines."""
    from ..engine.paths import UnknownPath, look_up, tree_for
    from .runner import Runner

    runner = Runner(lang, format, output, force, factors)
    assessment = runner.assessment(file)
    try:
        node = look_up(tree_for(assessment, [path]), path)
    except UnknownPath as unknown:
        runner.fail_path(unknown)
    if format is Format.json:
        from ..report.renderers.json import explain_json

        runner.emit_text(explain_json(path, node))
    else:
        from ..report.views.explain import explain_view

        runner.emit_blocks(explain_view(path, node, runner.language))
