"""The 0/1 programme of a selection, solved by HiGHS through scipy.optimize.milp."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..rounding import ROUNDING
from .columns import Column, Group
from .results import Solution

# seconds for one solution; what is found by then is taken, and its gap told
TIME_LIMIT = 120.0
# the solver takes rows as kept, and bounds as reached, within 1e-6; values are scaled to this size
_SCALE = 1000.0
# beyond so many columns no equal choice of less cost is sought: proving that takes far longer than
# the choice itself, and figures of many plants hardly ever come out equal
_MOST_FOR_TIES = 500


class Limit(NamedTuple):
    """A row: the sum of columns by number times their coefficients is at most `most`."""

    coefficients: Mapping[int, float]
    most: float


class Solved(NamedTuple):
    """The columns that are taken, and what the solver says of them."""

    taken: tuple[Column, ...]
    solution: Solution


def is_solver_there() -> bool:
    """Whether SciPy, an extra, can be imported."""
    try:
        import scipy.optimize  # noqa: F401
    except ImportError:
        return False
    return True


def rows_of(groups: Sequence[Group], columns: Sequence[Column]) -> list[Limit]:
    """At most one column of each exact group; requirements and exclusions within the others."""
    by_group: dict[int, dict[int, int]] = {}
    for at, column in enumerate(columns):
        by_group.setdefault(column.group, {})[column.members] = at
    rows = []
    for group in groups:
        at_members = by_group.get(group.number, {})
        if group.exact:
            if len(at_members) > 1:
                rows.append(Limit(dict.fromkeys(at_members.values(), 1.0), 1.0))
            continue
        for index in group.options:
            at = at_members[1 << index]
            for other, is_needed in _bound(group, index):
                if is_needed:
                    rows.append(Limit({at: 1.0, at_members[1 << other]: -1.0}, 0.0))
                elif other > index:
                    rows.append(Limit({at: 1.0, at_members[1 << other]: 1.0}, 1.0))
    return rows


def _bound(group: Group, index: int) -> list[tuple[int, bool]]:
    field = group.field
    return [
        (other, is_needed)
        for is_needed, bound in ((True, field.requires[index]), (False, field.excludes[index]))
        for other in group.options
        if bound >> other & 1
    ]


def solve(columns: Sequence[Column], rows: Sequence[Limit], budget: float) -> Solved:
    """The columns of most value within a budget; of equal ones, if they are few, the cheapest.

    A set that is over the budget by no more than the solver's tolerance is refused and the solver
    asked again.
    """
    if not columns:
        return Solved((), Solution(0.0, 0.0, 0.0, True))
    rows = [*rows, Limit({at: one.cost for at, one in enumerate(columns)}, budget)]
    best = _within(columns, rows, budget, [-one.value for one in columns])
    value = best.solution.value
    spent = sum(one.cost for one in best.taken)
    if spent and best.solution.optimal and len(columns) <= _MOST_FOR_TIES:
        worth = Limit({at: -one.value for at, one in enumerate(columns)}, -value)
        cheapest = _within(columns, [*rows, worth], budget, [one.cost for one in columns])
        costs = sum(one.cost for one in cheapest.taken)
        if cheapest.solution.value >= value * (1 - ROUNDING) and costs < spent * (1 - ROUNDING):
            best = best._replace(taken=cheapest.taken)
    return best


def _within(
    columns: Sequence[Column], rows: Sequence[Limit], budget: float, weights: Sequence[float]
) -> Solved:
    """The columns of least weight that keep the rows, the budget to the last unit of money."""
    rows = list(rows)
    while True:
        taken, bound, optimal = _solved_by_highs(rows, weights)
        cost = sum(columns[at].cost for at in taken)
        if cost <= budget * (1 + ROUNDING):
            break
        # too dear, and so is any set that holds it
        rows.append(Limit(dict.fromkeys(taken, 1.0), len(taken) - 1.0))
    value = sum(columns[at].value for at in taken)
    most = max(value, -bound)
    gap = (most - value) / abs(value) if value else 0.0
    solution = Solution(value, most, gap if gap > ROUNDING else 0.0, optimal)
    return Solved(tuple(columns[at] for at in taken), solution)


def _solved_by_highs(
    rows: Sequence[Limit], weights: Sequence[float]
) -> tuple[list[int], float, bool]:
    """Numbers of the columns taken, the bound on the weight, and whether they are proven best."""
    import numpy
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_array

    scaled = numpy.asarray(weights, dtype=float)
    scale = float(numpy.abs(scaled).max(initial=0.0)) / _SCALE or 1.0
    found: Any = milp(
        scaled / scale,
        integrality=numpy.ones(len(weights), dtype=int),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(*_matrix(rows, len(weights), numpy, csr_array)),
        options={"mip_rel_gap": 0.0, "time_limit": TIME_LIMIT},
    )
    if found.x is None:
        return [], sum(one for one in weights if one < 0), False
    taken = [int(at) for at in numpy.flatnonzero(found.x > 0.5)]
    bound = found.mip_dual_bound
    return taken, float(bound) * scale if bound is not None else 0.0, found.status == 0


def _matrix(rows: Sequence[Limit], width: int, numpy: Any, csr_array: Any) -> tuple[Any, Any, Any]:
    """Rows divided by their largest coefficient, with no lower limit."""
    data: list[float] = []
    across: list[int] = []
    starts, most = [0], []
    for row in rows:
        largest = max((abs(one) for one in row.coefficients.values()), default=0.0) or 1.0
        data += [one / largest for one in row.coefficients.values()]
        across += row.coefficients
        starts.append(len(data))
        most.append(row.most / largest)
    matrix = csr_array((data, across, starts), shape=(len(rows), width))
    return matrix, numpy.full(len(rows), -numpy.inf), numpy.asarray(most)
