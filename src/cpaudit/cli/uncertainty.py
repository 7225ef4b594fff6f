"""`cpaudit uncertainty`: how far the results can be trusted."""

from __future__ import annotations

from collections.abc import Mapping
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
    VerboseOption,
    composed,
)
from .words import _

if TYPE_CHECKING:
    from ..engine import Assessment
    from .runner import Runner

# fewer draws tell no 95 % interval, more need gigabytes
_FEWEST, _MOST = 100, 1_000_000


def _years(limits: list[float] | None) -> list[float] | None:
    """Times that a payback can be compared with."""
    for limit in limits or ():
        if not 0 < limit <= _LONGEST:
            raise typer.BadParameter(
                _("write years above 0 and up to {most}").format(most=_LONGEST)
            )
    return limits


_LONGEST = 1000

DrawsOption = Annotated[
    Optional[int],  # noqa: UP045 - typer reads the annotation at run time
    typer.Option(
        "--draws",
        min=_FEWEST,
        max=_MOST,
        help=_("Draw the inputs at random this many times (approach 2), such as 10000."),
    ),
]
SeedOption = Annotated[
    Optional[int],  # noqa: UP045
    typer.Option("--seed", min=0, help=_("The same seed gives the same draws.")),
]
BelowOption = Annotated[
    Optional[list[float]],  # noqa: UP045
    typer.Option(
        "--payback-below",
        metavar=_("YEARS"),
        help=_("In which part of the draws is the payback shorter? May be repeated."),
        callback=_years,
    ),
]
OfOption = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        "--of",
        metavar=_("PATH"),
        help=_("List what makes this figure uncertain, such as packages.full.co2e."),
        callback=composed,
    ),
]


def uncertainty(
    file: AuditPath,
    draws: DrawsOption = None,
    seed: SeedOption = None,
    payback_below: BelowOption = None,
    of: OfOption = None,
    format: FormatOption = Format.text,
    output: OutputOption = None,
    lang: LangOption = None,
    verbose: VerboseOption = False,
    factors: FactorsOption = None,
    force: ForceOption = False,
) -> None:
    """Print each result with its 95 % interval, and what makes a figure uncertain."""
    from ..engine.uncertainty import PAYBACK_LIMITS, SEED, uncertainty_of
    from .runner import Runner

    runner = Runner(lang, format, output, force, factors)
    _prove_draws(runner, draws, {"--seed": seed, "--payback-below": payback_below or None})
    assessment = runner.assessment(file)
    if of is not None:
        _prove(runner, assessment, of)
    chosen = SEED if seed is None else seed
    made = uncertainty_of(assessment, draws, chosen, payback_below or PAYBACK_LIMITS, [of or ""])
    if format is Format.json:
        from ..report.renderers.json.uncertainty import uncertainty_json

        runner.emit_text(uncertainty_json(made, of, runner.language))
        return
    from ..report.views.uncertainty import uncertainty_view

    runner.emit_blocks(uncertainty_view(made, of, runner.language, verbose))


def _prove_draws(runner: Runner, draws: int | None, options: Mapping[str, object]) -> None:
    """End the program where draws can't be made, or an option needs draws."""
    from ..diagnostics.codes.uncertainty import ONLY_WITH_DRAWS
    from ..engine.uncertainty import missing_for_draws

    missing = missing_for_draws() if draws else None
    if missing is not None:
        runner.fail([missing])
    for name, value in options.items():
        if value is not None and draws is None:
            runner.fail_usage(ONLY_WITH_DRAWS.at(None, option=name))


def _prove(runner: Runner, assessment: Assessment, path: str) -> None:
    """End the program where a path does not lead to one figure; exit code 2."""
    from ..diagnostics.codes.uncertainty import NOT_ONE_FIGURE
    from ..engine.paths import UnknownPath, figure_tree, is_single, look_up

    try:
        node = look_up(figure_tree(assessment, [path]), path)
    except UnknownPath as unknown:
        runner.fail_path(unknown)
    if not is_single(node):
        runner.fail_usage(NOT_ONE_FIGURE.at(None, path=path))
