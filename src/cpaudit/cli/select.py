"""`cpaudit select`: which options of one or many plants to finance with one budget."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, Optional

import typer
from typer.core import TyperCommand

from .parameters import (
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
    from ..diagnostics import Diagnostic
    from ..engine import Assessment
    from .runner import Runner

_STEPS = 10


class SelectCommand(TyperCommand):
    """A command whose `--sweep` may stand alone, which typer has no option for."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Give a `--sweep` that no number follows its usual one."""
        filled = []
        for index, argument in enumerate(args):
            follows = "".join(args[index + 1 : index + 2])
            is_alone = argument == "--sweep" and not follows.isdigit()
            filled.append(f"--sweep={_STEPS}" if is_alone else argument)
        return super().parse_args(ctx, filled)


class Maximise(StrEnum):
    npv = "npv"
    co2e = "co2e"
    saving = "saving"


def select(
    files: Annotated[
        list[Path],
        typer.Argument(metavar=_("FILE…"), help=_("Audit files, in YAML."), show_default=False),
    ],
    budget: Annotated[
        Optional[str],  # noqa: UP045 - typer reads the annotation at run time
        typer.Option(
            "--budget",
            "-b",
            metavar=_("MONEY"),
            help=_("What may be invested, such as “2 billion VND”."),
            callback=composed,
        ),
    ] = None,
    maximise: Annotated[
        Maximise, typer.Option("--maximise", "-m", help=_("What the chosen options maximise."))
    ] = Maximise.npv,
    sweep: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option(
            "--sweep",
            metavar="[N]",
            min=1,
            max=200,
            show_default=False,
            help=_("Show what N budgets buy, 10 if not said; up to `--budget` if there is one."),
        ),
    ] = None,
    format: FormatOption = Format.text,
    output: OutputOption = None,
    lang: LangOption = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help=_("List every option that is not chosen."))
    ] = False,
    factors: FactorsOption = None,
    force: ForceOption = False,
) -> None:
    """Choose the options to finance, or show what each of several budgets buys."""
    from ..diagnostics.codes import selection as codes
    from .runner import Runner

    runner = Runner(lang, format, output, force, factors)
    if budget is None and sweep is None:
        runner.fail_usage(codes.NO_BUDGET.at(None))
    _refuse_twice(runner, files)
    assessments = [runner.assessment(file) for file in files]
    if sweep is not None:
        _show_frontier(runner, assessments, budget, maximise, sweep)
    else:
        _show_selection(runner, assessments, budget or "", maximise, verbose)


def _show_selection(
    runner: Runner, assessments: list[Assessment], budget: str, maximise: Maximise, verbose: bool
) -> None:
    from ..api import AuditError
    from ..api import select as choose

    try:
        with _quiet():
            made = choose(assessments, budget, maximise.value, runner.library)
    except AuditError as error:
        _fail(runner, error.diagnostics)
    if runner.format is Format.json:
        from ..report.renderers.json.selection import selection_json

        runner.emit_text(selection_json(made, runner.language))
    else:
        from ..report.views.selection import selection_view

        runner.emit_blocks(selection_view(made, runner.language, verbose))


def _show_frontier(
    runner: Runner,
    assessments: list[Assessment],
    budget: str | None,
    maximise: Maximise,
    steps: int,
) -> None:
    from ..api import AuditError, frontier

    currency, up_to = _limit(runner, assessments, budget)
    try:
        with _quiet():
            made = frontier(assessments, currency, steps, maximise.value, runner.library, up_to)
    except AuditError as error:
        _fail(runner, error.diagnostics)
    if runner.format is Format.json:
        from ..report.renderers.json.selection import frontier_json

        runner.emit_text(frontier_json(made, runner.language))
    else:
        from ..report.views.frontier import frontier_view

        runner.emit_blocks(frontier_view(made, runner.language))


def _limit(
    runner: Runner, assessments: list[Assessment], budget: str | None
) -> tuple[str, float | None]:
    """The currency and the largest budget; without one that of the first plant, and all."""
    from ..diagnostics import Mistake
    from ..resolve.budget import budget_of

    if budget is None:
        return assessments[0].audit.currency, None
    try:
        money = budget_of(budget)
    except Mistake as mistake:
        runner.fail_usage(mistake.diagnostic)
    return money.unit, money.value


def _fail(runner: Runner, found: list[Diagnostic]) -> NoReturn:
    """What is wrong with the budget as written is wrong usage; a rate that is missing is not."""
    if all(said.span is not None for said in found):
        runner.fail_usage(*found)
    runner.fail(found)


def _refuse_twice(runner: Runner, files: list[Path]) -> None:
    """A plant that is named twice would have each of its options twice."""
    from ..diagnostics.codes import selection as codes

    seen: set[Path] = set()
    for file in files:
        if file.resolve() in seen:
            runner.fail_usage(codes.FILE_TWICE.at(None, file=str(file)))
        seen.add(file.resolve())


@contextmanager
def _quiet() -> Iterator[None]:
    """HiGHS prints a line of its own now and then; it has no place in a report."""
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
