"""Do parts exceed the whole? Water and mass out against in, sub-meters against the main meter."""

from __future__ import annotations

from ..figure import Figure, derive, formula
from ..language import N_
from .uncertainty import interval_of


@formula("parts - whole", N_("conservation of mass and energy: parts do not exceed the whole"))
def excess_of_parts(parts: float, whole: float) -> float:
    """By how much the parts exceed the whole, in their common unit; negative where they do not."""
    return parts - whole


def excess_over(parts: Figure, whole: Figure, tolerance: float) -> Figure | None:
    """What the parts exceed the whole by; None within a tolerance (a share of the whole).

    None also where the stated uncertainties of what goes into both explain the difference.
    """
    excess = derive(excess_of_parts, whole.unit, parts=parts, whole=whole)
    if excess.value <= tolerance * whole.value or interval_of(excess).low <= 0:
        return None
    return excess


def missing_from(parts: Figure, whole: Figure, tolerance: float) -> Figure | None:
    """What the whole exceeds the parts by, under the same conditions."""
    rest = derive(excess_of_parts, whole.unit, parts=whole, whole=parts)
    if rest.value <= tolerance * whole.value or interval_of(rest).low <= 0:
        return None
    return rest
