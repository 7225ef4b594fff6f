"""Which factors of the library the figures of an assessment rest on."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import Diagnostic
from ..diagnostics.codes import plausibility
from ..domain import Audit
from ..figure import Computed, Figure, FromFactor
from .results import Intensities


def factors_used(audit: Audit, intensities: Intensities) -> dict[str, FromFactor]:
    """Every library factor behind amounts, prices and intensities, in the order of their use."""
    used: dict[str, FromFactor] = {}
    seen: set[int] = set()
    for id, stream in audit.streams.items():
        figures = [stream.amount, *(one for one in intensities[id].values() if one is not None)]
        if stream.price is not None:
            figures.append(stream.price)
        _gather(figures, used, seen)
    return used


def unconfirmed(factors: Iterable[FromFactor]) -> list[Diagnostic]:
    """A warning that names the factors whose source nobody has seen; empty if there are none."""
    names = [used.factor.id for used in factors if not used.factor.confirmed]
    if not names:
        return []
    return [plausibility.UNCONFIRMED.at(None, count=len(names), factors=", ".join(names))]


def _gather(figures: Iterable[Figure], used: dict[str, FromFactor], seen: set[int]) -> None:
    for figure in figures:
        if id(figure) in seen:
            continue
        seen.add(id(figure))
        derivation = figure.derivation
        if isinstance(derivation, FromFactor):
            used.setdefault(derivation.factor.id, derivation)
        elif isinstance(derivation, Computed):
            _gather((part for _, part in derivation.inputs), used, seen)
