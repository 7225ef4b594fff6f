"""`cpaudit sensitivity`: what a figure depends on most, and where it breaks even."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional

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

if TYPE_CHECKING:
    from ..engine import Assessment
    from ..units import Quantity
    from .runner import Runner

# as many rows as a reader takes in at once
SHOWN = 20


def sensitivity(
    file: AuditPath,
    of: Annotated[
        Optional[str],  # noqa: UP045 - typer reads the annotation at run time
        typer.Option(
            "--of",
            metavar=_("PATH"),
            help=_("The figure; by default the NPV of the last package."),
            callback=composed,
        ),
    ] = None,
    by: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "--by",
            metavar=_("SHARE"),
            help=_("Change every value by this share; by default as stated, otherwise by 20 %."),
        ),
    ] = None,
    reach: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "--reach",
            metavar=_("VALUE"),
            help=_("Where the figure becomes this, such as “3 yr”; of an NPV by default 0."),
            callback=composed,
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=_("Every row, not the first 20."))] = False,
    format: FormatOption = Format.text,
    output: OutputOption = None,
    lang: LangOption = None,
    factors: FactorsOption = None,
    force: ForceOption = False,
) -> None:
    """Vary prices, savings, costs, rates and lifetimes one at a time, and show the figure."""
    from ..engine.paths import UnknownPath
    from ..engine.sensitivity import NotOneFigure, default_path, sensitivity_of
    from .runner import Runner

    runner = Runner(lang, format, output, force, factors)
    share = _share(runner, by) if by is not None else None
    assessment = runner.assessment(file)
    path = of or default_path(assessment)
    most = None if every or format is Format.json else SHOWN
    try:
        target = _target(runner, assessment, path, reach) if path and reach is not None else None
        made = sensitivity_of(assessment, path, share, target, most)
    except UnknownPath as unknown:
        runner.fail_path(unknown)
    except NotOneFigure as refused:
        runner.fail_usage(refused.diagnostic)
    if format is Format.json:
        from ..report.renderers.json.sensitivity import sensitivity_json

        runner.emit_text(sensitivity_json(made, runner.language))
        return
    from ..report.views.sensitivity import sensitivity_view

    runner.emit_blocks(sensitivity_view(made, runner.language, most))


def _share(runner: Runner, text: str) -> float:
    """A change of more than 0 and less than 100 %."""
    from ..diagnostics.codes import sensitivity as codes

    share = _quantity(runner, "--by", text, "20 %").to("unit")
    if share is None or not 0 < share < 1:
        runner.fail_usage(codes.NOT_A_CHANGE.at(None, text=text))
    return share


def _target(runner: Runner, assessment: Assessment, path: str, text: str) -> float:
    """The value that the figure is to reach, in the figure's unit. Raises UnknownPath."""
    from ..checks.expectations import ratio_between
    from ..diagnostics.codes import sensitivity as codes
    from ..engine.paths import figure_tree, look_up
    from ..engine.sensitivity import unit_of

    unit = unit_of(look_up(figure_tree(assessment, [path]), path))
    example = {"unit": "15 %", "ratio": "1.5 unit"}.get(unit, f"3 {unit}")
    quantity = _quantity(runner, "--reach", text, example)
    ratio = ratio_between(quantity.unit, unit)
    if ratio is None:
        shown = {"unit": "%", "ratio": "unit"}.get(unit, unit)
        runner.fail_usage(codes.OTHER_UNIT.at(None, text=text, path=path, unit=shown))
    return float(quantity.value) * ratio


def _quantity(runner: Runner, name: str, text: str, example: str) -> Quantity:
    """A number with its unit on the command line; exit code 2 where it is none."""
    from ..diagnostics import Mistake, Source, Span
    from ..units import parse_quantity

    try:
        return parse_quantity(text, None, Span(Source(name, text), 1, 1, len(text)), example)
    except Mistake as mistake:
        runner.fail_usage(mistake.diagnostic)
