"""Prices of energy within one audit: no bought energy costs many times another."""

from __future__ import annotations

from math import log
from statistics import median
from typing import NamedTuple

from ...diagnostics import Diagnostic, Span
from ...diagnostics.codes import rules as codes
from ...engine import Assessment
from .showing import about, place_of, times

# electricity costs up to some ten times what coal does for the same energy: a convention
APART = 30.0


class EnergyPrice(NamedTuple):
    """What a GJ of a resource costs."""

    value: float
    stream: str
    span: Span | None


def energy_prices_apart(assessment: Assessment) -> list[Diagnostic]:
    """A warning at the dearest or the cheapest energy, whichever is farther from the others.

    Biomass is left out: waste of the plant's own or of a neighbour may cost next to nothing.
    """
    prices = sorted(_prices(assessment))
    if len(prices) < 2:
        return []
    low, high = prices[0], prices[-1]
    if high.value <= APART * low.value:
        return []
    middle = median(log(one.value) for one in prices)
    is_dear = log(high.value) - middle > middle - log(low.value)
    odd, other = (high, low) if is_dear else (low, high)
    unit = f"{assessment.audit.currency}/GJ"
    values = {"dear": high.stream, "cheap": low.stream, "ratio": times(high.value / low.value)}
    shown = {"high": about(high.value, unit), "low": about(low.value, unit)}
    return [codes.ENERGY_PRICES_APART.related(odd.span, other.span, **values, **shown)]


def _prices(assessment: Assessment) -> list[EnergyPrice]:
    found = []
    for stream in assessment.audit.streams.values():
        energy, price = stream.factors.get("energy_per_unit"), stream.price
        if stream.biogenic or energy is None or price is None:
            continue
        if energy.value > 0 and price.value > 0:
            span = place_of(price, stream.span)
            found.append(EnergyPrice(price.value / energy.value, stream.id, span))
    return found
