"""What two packages or alternatives differ by: figures, and the money of every year."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from ...figure import Assumed, Figure, derive, formula
from ...language import N_
from ..elementwise import chosen, larger
from ..rounding import ROUNDING

ENDED = N_("it has ended by then")


@formula("figure - base; 0 within rounding", N_("definition of a difference"))
def difference_from_base(figure: float, base: float) -> float:
    """By how much a figure is above that of the base, in their common unit.

    Sums that are equal but for their last bits differ by nothing.
    """
    apart = figure - base
    is_rounding = abs(apart) <= ROUNDING * larger(abs(figure), abs(base))
    return chosen(is_rounding, 0.0, apart)


def difference(figure: Figure | None, base: Figure | None) -> Figure | None:
    """The difference of two figures of one unit; None where there is none to tell."""
    if figure is None or base is None or figure.unit != base.unit:
        return None
    return derive(difference_from_base, figure.unit, figure=figure, base=base)


def incremental_flows(
    flows: Sequence[Figure], base: Sequence[Figure], currency: str
) -> tuple[Figure, ...]:
    """Yearly flows less those of the base; who has ended has no flow any more."""
    nothing = Figure(0.0, currency, Assumed(ENDED))
    return tuple(
        derive(difference_from_base, currency, figure=one, base=other)
        for one, other in zip_longest(flows, base, fillvalue=nothing)
    )
