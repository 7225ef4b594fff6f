"""The whole analysis of one figure: its rows, its break-even values, what is to be said."""

from __future__ import annotations

from math import inf

from ...diagnostics import Diagnostic, Word
from ...diagnostics.codes import sensitivity as codes
from ...figure import About
from ..paths import figure_tree, look_up
from ..results import Assessment
from .break_even import break_even
from .evaluation import Evaluation, Trial, is_one_figure
from .results import Row, Sensitivity
from .tornado import is_affected, row_of
from .variables import scope_of, variables_of


class NotOneFigure(LookupError):
    """A path to a group of figures or to what nothing tells; `diagnostic` says which."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code.id)
        self.diagnostic = diagnostic


def default_path(assessment: Assessment) -> str | None:
    """The NPV of the last package, its saving where no NPV is known; None without a package."""
    if not assessment.packages:
        return None
    name, package = list(assessment.packages.items())[-1]
    return f"packages.{name}.{'npv' if package.total.npv is not None else 'saving'}"


def sensitivity_of(
    assessment: Assessment,
    path: str | None = None,
    by: float | None = None,
    reach: float | None = None,
    most: int | None = None,
) -> Sensitivity:
    """Each variable's effect on the figure at a path.

    `by` is a share of the value; without it values are changed by what is stated of them, others by
    20 %. `reach` is the figure's value for break-even, in its unit; of an NPV it is zero.
    Break-even values are calculated for the first `most` rows. Raises UnknownPath, NotOneFigure.
    """
    path = path or default_path(assessment)
    if path is None:
        raise NotOneFigure(codes.NOTHING_TO_VARY.at(None))
    today = look_up(figure_tree(assessment, [path]), path)
    if not is_one_figure(today):
        code = codes.NOT_TOLD if today is None else codes.A_GROUP
        raise NotOneFigure(code.at(None, path=path))
    audit = assessment.audit
    evaluate = Evaluation(assessment, path)
    trials = {
        one.id: Trial(one, audit, evaluate) for one in variables_of(audit, scope_of(audit, path))
    }
    every = [row_of(trial, today, by) for trial in trials.values()]
    rows = sorted((row for row in every if is_affected(row, today)), key=_width, reverse=True)
    is_asked = reach is not None
    if reach is None and path.rpartition(".")[2].startswith("npv"):
        reach = 0.0
    if reach is not None:
        count = len(rows) if most is None else most
        rows[:count] = [
            row._replace(break_even=break_even(trials[row.variable.id], reach))
            for row in rows[:count]
        ]
        # a figure that is flat around today may reach the target further away
        flat = [row for row in every if not is_affected(row, today)] if is_asked else []
        tried = [
            row._replace(break_even=break_even(trials[row.variable.id], reach))
            for row in flat[: max(0, count - len(rows))]
        ]
        rows += [row for row in tried if row.break_even is not None and row.break_even.values]
    kept = {row.variable.id for row in rows}
    unaffected = tuple(row.variable.id for row in every if row.variable.id not in kept)
    found = tuple(said for row in rows for said in _said(row))
    return Sensitivity(assessment, path, today, tuple(rows), unaffected, reach, found)


def _width(row: Row) -> float:
    """What has no swing changes the outcome itself: it comes first."""
    return inf if row.swing is None else row.swing


def _said(row: Row) -> list[Diagnostic]:
    """A note for each end that can't be reached."""
    today = row.variable.value
    return [
        codes.LIMITED.at(
            None,
            variable=row.variable.id,
            value=About(today._replace(value=end.value)),
            reason=Word(end.limit),
        )
        for end in (row.low, row.high)
        if end.limit is not None
    ]
