"""How RECP indicators change, and what another grid factor alone makes of it."""

from __future__ import annotations

from collections.abc import Iterable

from ...diagnostics import Diagnostic
from ...figure import Figure, Formula, derive, total
from .formulas import absolute_change, co2e_at_base_grid, relative_change
from .grid import effect_on, grid_factors
from .indicators import intensity_of, recp_after
from .results import GridEffect, Recp, RecpChange
from .uneven import uneven


def recp_change(base: Recp, current: Recp) -> RecpChange:
    """The changes from a base to another period, or to what a package is expected to make of it.

    Sums of which one leaves out what the other holds are not compared.
    """

    def changed(name: str, rule: Formula, of: Figure | None, to: Figure | None) -> Figure | None:
        is_even = base.left_out.get(name) == current.left_out.get(name)
        return _change(rule, of, to) if is_even else None

    then, now = ({**one.productivity, **one.intensity} for one in (base, current))
    return RecpChange(
        base=base,
        current=current,
        output=_change(absolute_change, base.output, current.output),
        absolute={
            name: changed(name, absolute_change, figure, current.absolute[name])
            for name, figure in base.absolute.items()
        },
        relative={
            name: changed(name, relative_change, figure, now[name]) for name, figure in then.items()
        },
        grid=_grid_effect(base, current),
        diagnostics=_told_once((*base.diagnostics, *current.diagnostics, *uneven(base, current))),
    )


def changes_by_package(base: Recp) -> dict[str, RecpChange]:
    """What each package is expected to make of a period, by its name."""
    assessment, product = base.assessment, base.product
    return {
        name: recp_change(base, recp_after(assessment, name, product))
        for name in assessment.packages
    }


def _change(rule: Formula, base: Figure | None, current: Figure | None) -> Figure | None:
    """The ratio between two figures of one unit; None where there is none to tell."""
    if base is None or current is None or base.unit != current.unit or base.value <= 0:
        return None
    return derive(rule, "unit", current=current, base=base)


def _grid_effect(base: Recp, current: Recp) -> GridEffect | None:
    """None where no grid factor differs, or greenhouse gases can't be compared."""
    factors, co2e = grid_factors(base, current), current.absolute["co2e"]
    if not factors or co2e is None or base.left_out["co2e"] != current.left_out["co2e"]:
        return None
    effects = [(id, effect_on(current, id, *pair)) for id, pair in factors.items()]
    effect = effects[0][1] if len(effects) == 1 else total("tCO2e", effects)
    at_base = derive(co2e_at_base_grid, "tCO2e", co2e=co2e, effect=effect)
    intensity = intensity_of(at_base, current.output)
    return GridEffect(
        factors=factors,
        effect=effect,
        co2e=at_base,
        intensity=intensity,
        absolute=_change(absolute_change, base.absolute["co2e"], at_base),
        relative=_change(relative_change, base.intensity["co2e"], intensity),
    )


def _told_once(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Diagnostics without those that say the same of the same place."""
    once: list[Diagnostic] = []
    for said in found:
        if said not in once:
            once.append(said)
    return tuple(once)
