"""What a tonne of CO2e costs, option by option: the marginal abatement cost curve.

Money per tonne ranks only options that cost something. Of options that earn money it favours those
that avoid little (Taylor, The ranking of negative-cost emissions reduction measures, Energy Policy
48, 2012): they go by NPV, and by who is worth less and avoids less than another.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...figure import Figure, total
from ...language import N_
from ..indicators import indicators_of
from .pareto import lives_of, points_of, reason_without
from .results import Abatement, Bar, Entry, Paying

AVOIDS_NOTHING = N_("no CO2e is avoided")


def abatement_of(entries: Mapping[str, Entry]) -> Abatement:
    """The curve of options alone, or at their turns in packages; all of one currency."""
    costs: dict[str, Figure] = {}
    left_out: dict[str, str] = {}
    for name, one in entries.items():
        co2e = one.result.impacts["co2e"]
        cost = indicators_of(one.audit, one.option, one.result).abatement_cost
        reason = reason_without(one.audit, one.result.npv, co2e)
        if co2e is not None and co2e.value <= 0:
            reason = AVOIDS_NOTHING
        if reason is not None:
            left_out[name] = reason
        elif cost is not None:
            costs[name] = cost
    rising = sorted(costs, key=lambda name: costs[name].value)
    dear = [name for name in rising if costs[name].value > 0]
    return Abatement(
        _paying({name: entries[name] for name in costs if costs[name].value <= 0}),
        _curve({name: (_avoided(entries[name]), costs[name]) for name in dear}),
        left_out,
    )


def _paying(entries: Mapping[str, Entry]) -> dict[str, Paying]:
    """By falling NPV; dominated only by others that pay as well."""
    lives = lives_of(entries)
    known = {
        name: (one.result.npv, life)
        for name, one in entries.items()
        if one.result.npv is not None and (life := lives[name]) is not None
    }
    points = points_of(known)
    falling = sorted(points, key=lambda name: (-points[name].npv.value, -points[name].co2e.value))
    return {name: Paying(_avoided(entries[name]), points[name]) for name in falling}


def _curve(steps: Mapping[str, tuple[Figure, Figure]]) -> dict[str, Bar]:
    bars: dict[str, Bar] = {}
    so_far: list[tuple[str, Figure]] = []
    for name, (co2e, cost) in steps.items():
        so_far.append((name, co2e))
        bars[name] = Bar(co2e, cost, total("tCO2e", so_far))
    return bars


def _avoided(entry: Entry) -> Figure:
    co2e = entry.result.impacts["co2e"]
    assert co2e is not None  # it has a cost per tonne
    return co2e
