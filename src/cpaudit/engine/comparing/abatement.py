"""What a tonne of CO2e costs, option by option: the marginal abatement cost curve.

Money per tonne ranks only options that cost something. Of options that earn money it favours those
that avoid little (Taylor, The ranking of negative-cost emissions reduction measures, Energy Policy
48, 2012): they go by NPV, and by who is worth less and avoids less than another.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...domain import Audit
from ...figure import Figure, total
from ...language import N_
from ..indicators import indicators_of
from ..results import Result
from .pareto import lives_of, points_of, reason_without
from .results import Abatement, Bar, Paying

AVOIDS_NOTHING = N_("no CO2e is avoided")


def abatement_of(audit: Audit, results: Mapping[str, Result]) -> Abatement:
    """The curve of options alone, or at their turns in a package."""
    costs: dict[str, Figure] = {}
    left_out: dict[str, str] = {}
    for id, result in results.items():
        co2e = result.impacts["co2e"]
        cost = indicators_of(audit, audit.options[id], result).abatement_cost
        reason = reason_without(audit, result.npv, co2e)
        if co2e is not None and co2e.value <= 0:
            reason = AVOIDS_NOTHING
        if reason is not None:
            left_out[id] = reason
        elif cost is not None:
            costs[id] = cost
    rising = sorted(costs, key=lambda id: costs[id].value)
    dear = [id for id in rising if costs[id].value > 0]
    return Abatement(
        _paying(audit, {id: results[id] for id in costs if id not in dear}),
        _curve({id: (_avoided(results[id]), costs[id]) for id in dear}),
        left_out,
    )


def _paying(audit: Audit, results: Mapping[str, Result]) -> dict[str, Paying]:
    """By falling NPV; dominated only by others that pay as well."""
    lives = lives_of(audit, results)
    known = {
        id: (result.npv, life)
        for id, result in results.items()
        if result.npv is not None and (life := lives[id]) is not None
    }
    points = points_of(known)
    falling = sorted(points, key=lambda id: (-points[id].npv.value, -points[id].co2e.value))
    return {id: Paying(_avoided(results[id]), points[id]) for id in falling}


def _curve(steps: Mapping[str, tuple[Figure, Figure]]) -> dict[str, Bar]:
    bars: dict[str, Bar] = {}
    so_far: list[tuple[str, Figure]] = []
    for id, (co2e, cost) in steps.items():
        so_far.append((id, co2e))
        bars[id] = Bar(co2e, cost, total("tCO2e", so_far))
    return bars


def _avoided(result: Result) -> Figure:
    co2e = result.impacts["co2e"]
    assert co2e is not None  # it has a cost per tonne
    return co2e
