"""All monitored streams of a plant together: energy, money, greenhouse gases."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...domain import Period
from ...figure import Figure, derive, total
from ..results import Assessment
from . import formulas
from .model import RATIO
from .months import impact
from .results import PlantTotals, Totals

Named = list[tuple[str, Figure]]


def plant_totals(
    assessment: Assessment, totals: Mapping[str, Totals], period: Period
) -> PlantTotals:
    """The streams' totals added up; partial where a price or a factor of one is not known."""

    def energy(pick: Callable[[Totals], Figure]) -> Figure | None:
        return _sum(
            "GJ",
            {id: impact(assessment, id, pick(one), "energy", "GJ") for id, one in totals.items()},
            {id for id in totals if "energy" in assessment.intensities[id]},
        )

    actual, adjusted = energy(lambda one: one.actual), energy(lambda one: one.adjusted)
    senpi = avoided = None
    if actual is not None and adjusted is not None:
        avoided = derive(formulas.avoided_use, "GJ", adjusted=adjusted, actual=actual)
        if adjusted.value > 0:
            senpi = derive(formulas.senpi_of, RATIO, actual=actual, adjusted=adjusted)
    # a load has no price by nature: its water is what is paid for
    priced = {id for id in totals if "." not in id}
    emitting = {id for id in totals if "co2e" in assessment.intensities[id]}
    currency = assessment.audit.currency
    return PlantTotals(
        period=period,
        actual=actual,
        adjusted=adjusted,
        energy=avoided,
        senpi=senpi,
        saving=_sum(currency, {id: one.saving for id, one in totals.items()}, priced),
        co2e=_sum("tCO2e", {id: one.co2e for id, one in totals.items()}, emitting),
    )


def _sum(unit: str, parts: Mapping[str, Figure | None], wanted: set[str]) -> Figure | None:
    """The sum of what is known; partial where a wanted part is not; None of nothing."""
    known: Named = [(id, part) for id, part in parts.items() if part is not None]
    if not known:
        return None
    made = total(unit, known)
    is_open = any(parts[id] is None for id in wanted)
    return made._replace(partial=True) if is_open else made
