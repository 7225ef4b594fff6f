"""Do parts exceed the whole? Water and mass out against in, sub-meters against the main meter."""

from __future__ import annotations

from ..figure import Figure, derive, formula
from ..language import N_
from .rounding import ROUNDING
from .uncertainty import interval_of


@formula("parts - whole", N_("conservation of mass and energy: parts do not exceed the whole"))
def excess_of_parts(parts: float, whole: float) -> float:
    """By how much the parts exceed the whole, in their common unit; negative where they do not."""
    return parts - whole


def excess_over(parts: Figure, whole: Figure, tolerance: float) -> Figure | None:
    """What the parts exceed the whole by; None within a tolerance, which is a share of the whole.

    None also where the stated uncertainties of what goes into both explain the difference.
    """
    return _beyond(parts, whole, tolerance * whole.value)


def missing_from(parts: Figure, whole: Figure, tolerance: float) -> Figure | None:
    """What the whole exceeds the parts by, under the same conditions."""
    return _beyond(whole, parts, tolerance * whole.value)


def _beyond(larger: Figure, smaller: Figure, least: float) -> Figure | None:
    excess = derive(excess_of_parts, larger.unit, parts=larger, whole=smaller)
    rounding = ROUNDING * max(abs(larger.value), abs(smaller.value))
    if excess.value <= least + rounding or interval_of(excess).low <= rounding:
        return None
    return excess
