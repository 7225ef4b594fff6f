"""What a reader must know of a redesign: what gets better, what gets worse, what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from ...diagnostics import Diagnostic
from ...diagnostics.codes import flows as codes
from ...domain import Audit
from ...domain.design import Design
from ...figure import About, Computed, Figure
from ..results import Intensities
from ..rounding import ROUNDING

Changes = Mapping[str, Figure | None]


def direction(change: Figure | None) -> Literal["less", "more", "same", "unknown"]:
    """Whether the redesign needs less or more; unknown where a part of either is not told."""
    if change is None or change.partial:
        return "unknown"
    size = 0.0
    if isinstance(change.derivation, Computed):
        size = max(abs(figure.value) for _, figure in change.derivation.inputs)
    if abs(change.value) <= ROUNDING * size:
        return "same"
    return "less" if change.value < 0 else "more"


def _in_kilograms(co2e: Figure) -> Figure:
    """What one product emits is little of a tonne."""
    return co2e._replace(value=co2e.value * 1000, unit="kgCO2e")


def notes_of(
    audit: Audit, design: Design, change: Changes, intensities: Intensities
) -> Iterator[Diagnostic]:
    """Everything there is to say of a design."""
    cost, co2e = change["cost"], change["co2e"]
    ways = direction(cost), direction(co2e)
    if ways == ("less", "more") and co2e is not None:
        yield codes.CHEAPER_BUT_WARMER.at(
            design.span, design=design.id, co2e=About(_in_kilograms(co2e))
        )
    if ways == ("more", "less") and cost is not None:
        yield codes.CLEANER_BUT_DEARER.at(design.span, design=design.id, cost=About(cost))
    used = [id for id in audit.streams if id in design.today.uses or id in design.redesign.uses]
    unpriced = [id for id in used if audit.streams[id].price is None and "." not in id]
    if unpriced:
        streams = ", ".join(unpriced)
        yield codes.USE_WITHOUT_PRICE.at(design.span, design=design.id, streams=streams)
    yield from _making(audit, design, used, intensities)


def _making(
    audit: Audit, design: Design, used: list[str], intensities: Intensities
) -> Iterator[Diagnostic]:
    """Materials whose making emits elsewhere, unless both states state it."""
    states = (design.today, design.redesign)
    if all(state.other_co2e is not None for state in states):
        return
    bought = [
        id for id in used if audit.streams[id].kind == "resource" and "co2e" not in intensities[id]
    ]
    if bought:
        yield codes.MAKING_NOT_COUNTED.at(design.span, design=design.id, streams=", ".join(bought))
