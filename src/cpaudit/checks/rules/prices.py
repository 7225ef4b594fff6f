"""Prices against the reference prices and tariffs of the library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ...diagnostics import Diagnostic
from ...diagnostics.codes import rules as codes
from ...domain import Audit, Stream
from ...engine import Assessment
from ...factors import Library
from ...factors.references import reference_prices
from ...figure import About, Factor, Figure
from ...units.slips import slip_of
from .rates import average_of
from .showing import about, place_of, source_of, times

# how many times a price may be above or below those known, and how many years apart they may be:
# conventions of this program
FAR = 3.0
MOST_YEARS = 5
# water of the plant's own well or of a river costs much less than the town's
FAR_BELOW = {"water": 30.0}


class Bound(NamedTuple):
    """The cheapest or dearest price known, per unit of the stream, in the audit's currency."""

    value: float
    factor: Factor


def far_prices(assessment: Assessment, library: Library) -> list[Diagnostic]:
    """A warning for each price far below the lowest or far above the highest that is known."""
    audit = assessment.audit
    found: list[Diagnostic] = []
    for stream in audit.streams.values():
        if stream.kind == "resource" and stream.price is not None and stream.price.value > 0:
            bounds = list(_bounds(audit, stream, library))
            if bounds:
                found += _said(stream, stream.price, bounds)
    return found


def _said(stream: Stream, price: Figure, bounds: Sequence[Bound]) -> Iterator[Diagnostic]:
    known = sorted(bounds, key=lambda one: one.value)
    low, middle, high = known[0], known[len(known) // 2], known[-1]
    far_below = FAR_BELOW.get(stream.type, FAR)
    if low.value / far_below <= price.value <= FAR * high.value:
        return
    power = slip_of(price.value / middle.value)
    bound = middle if power is not None else high if price.value > high.value else low
    values = {
        "stream": stream.id,
        "price": _shown(price.value, price.unit),
        "reference": _shown(bound.value, price.unit),
        "source": source_of(bound.factor),
    }
    place = place_of(price, stream.span)
    if power is not None:
        yield codes.PRICE_SLIP.at(place, factor=10 ** abs(power), **values)
    else:
        yield codes.PRICE_FAR.at(place, ratio=times(price.value / bound.value), **values)


def _bounds(audit: Audit, stream: Stream, library: Library) -> Iterator[Bound]:
    """The ends of every reference price that can be put per unit of the stream."""
    ids = {stream.type, stream.fuel or stream.type}
    day = audit.period.middle
    for factor in reference_prices(library, audit.country, ids, day, MOST_YEARS):
        currency, _, basis = factor.unit.partition("/")
        rate = _rate(audit, currency, library)
        per_unit = _basis_per_unit(stream, basis)
        if rate is None or per_unit is None:
            continue
        for value in _ends(factor):
            if value > 0 and rate > 0 and per_unit > 0:
                yield Bound(value * rate * per_unit, factor)


def _ends(factor: Factor) -> Iterable[float]:
    return {factor.value, factor.low or factor.value, factor.high or factor.value}


def _basis_per_unit(stream: Stream, basis: str) -> float | None:
    """How many units of the price's measure are in one of the stream's; None where not known."""
    if basis == stream.unit:
        return 1.0
    names = {"t": "mass_per_unit", "m3": "volume_per_unit", "GJ": "energy_per_unit"}
    figure = stream.factors.get(names.get(basis, ""))
    is_known = figure is not None and figure.unit == f"{basis}/{stream.unit}"
    return figure.value if figure is not None and is_known else None


def _rate(audit: Audit, currency: str, library: Library) -> float | None:
    """Money of the audit for one unit of another: by its own rate, otherwise by the average of
    its year."""
    if currency == audit.currency:
        return 1.0
    if currency in audit.rates:
        return audit.rates[currency].value
    average = average_of(audit, currency, library)
    return average.value if average is not None else None


def _shown(value: float, unit: str) -> About:
    """A price as people write it: electricity by the kWh."""
    is_power = unit.endswith("/MWh")
    return about(value / 1000, unit.replace("/MWh", "/kWh")) if is_power else about(value, unit)
