"""Two assessments side by side, figure by figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...diagnostics import Diagnostic
from ...diagnostics.codes import changes as codes
from ...figure import Entered
from ..nodes import Node
from ..paths import UnknownPath, figure_tree, look_up
from ..results import Assessment
from ..trace import leaves_below
from .causes import with_causes
from .entries import further_entries
from .figures import change_at, leaves_by_path, paths_in_order, roots_of
from .results import Changes, Path, Side
from .standing import Whole

# figures that differ by less than this part of them are the same: sums differ in their last bits
SAME = 1e-9


def changes_of(
    before: Side, after: Side, tolerance: float = SAME, of: str | None = None
) -> Changes:
    """Every figure that differs by more than `tolerance`, a part of the larger one, and why.

    `of` is a path below which figures are compared, by default all that `assess` gives. Raises
    UnknownPath where neither assessment has it.
    """
    trees = [figure_tree(one.assessment, [of] if of else []) for one in (before, after)]
    whole = [dict(leaves_by_path(tree)) for tree in trees]
    old, new = whole if of is None else _below_both(trees, of)
    tolerance = max(tolerance, SAME)
    paths = paths_in_order(old, new)
    found = [change_at(path, old, new, tolerance) for path in paths]
    changes = [change for change in found if change is not None]
    sides = [
        Whole.of(side.entries, nodes.values())
        for side, nodes in zip((before, after), whole, strict=True)
    ]
    marked, causes = with_causes(changes, *sides)
    return Changes(
        currencies=(before.assessment.audit.currency, after.assessment.audit.currency),
        tolerance=tolerance,
        changes=marked,
        causes=causes,
        entries=further_entries(before, after, causes),
        compared=sum(old.get(path) is not None or new.get(path) is not None for path in paths),
        diagnostics=tuple(_remarks(before.assessment, after.assessment)),
    )


def _below_both(trees: Sequence[Mapping[str, Node]], of: str) -> list[dict[Path, Node]]:
    """The figures at a path and below it in both trees. Raises UnknownPath if in neither."""
    below: list[dict[Path, Node]] = []
    unknown: list[UnknownPath] = []
    for tree in trees:
        try:
            below.append(_below(tree, of))
        except UnknownPath as problem:
            unknown.append(problem)
            below.append({})
    if len(unknown) == len(trees):
        raise unknown[-1]
    return below


def _below(tree: Mapping[str, Node], of: str) -> dict[Path, Node]:
    """The figures at a path and below it. Raises UnknownPath."""
    look_up(tree, of)
    return {
        path: node
        for path, node in leaves_by_path(tree)
        if f"{'.'.join(path)}.".startswith(f"{of}.")
    }


def _remarks(before: Assessment, after: Assessment) -> list[Diagnostic]:
    """What keeps figures from being compared as they stand."""
    found: list[Diagnostic] = []
    one, other = before.audit, after.audit
    if one.currency != other.currency:
        found.append(codes.OTHER_CURRENCY.at(None, one=one.currency, other=other.currency))
    if one.period != other.period:
        found.append(codes.OTHER_PERIOD.at(None, one=_span(before), other=_span(after)))
    if one.plant != other.plant:
        found.append(codes.OTHER_PLANT.at(None, one=one.plant, other=other.plant))
    return found


def _span(assessment: Assessment) -> str:
    period = assessment.audit.period
    return "{}-{:02d} – {}-{:02d}".format(*period.first, *period.last)


def roots_in(assessment: Assessment, of: str | None = None) -> list[Entered]:
    """The entered values that figures rest on; `of` is a path to figures of few readers."""
    tree = figure_tree(assessment, [of] if of else [])
    figures = [figure for _, node in leaves_by_path(tree) for figure in roots_of(node)]
    origins = [leaf.derivation for leaf in leaves_below(figures)]
    return [origin for origin in origins if isinstance(origin, Entered)]
