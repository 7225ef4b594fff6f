"""What reports state beside what their quantities give, and what it would imply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf
from typing import NamedTuple

from ...diagnostics import Diagnostic, Word
from ...diagnostics.codes import programme as codes
from ...domain.programme import Entry, Reported
from ...figure import About, Figure, derive, formula
from ...language import N_


@formula("computed / reported - 1", N_("definition of a relative difference"))
def difference_from_reported(computed: float, reported: float) -> float:
    """Ratio; positive where the quantities give more than is reported."""
    return computed / reported - 1


@formula("(reported - computed + amount · factor) / amount", N_("definition of a factor"))
def implied_factor(reported: float, computed: float, amount: float, factor: float) -> float:
    """Impact per unit of one resource that would make the sum the reported one, all else equal."""
    return (reported - computed + amount * factor) / amount


class Implied(NamedTuple):
    """The factor of one resource that a reported figure would need, and the one that was used."""

    resource: str
    needed: Figure
    used: Figure


class Compared(NamedTuple):
    """A reported figure of a row beside the computed one.

    `low` and `high` bound the computed one at 95 %; `fits` is None where nothing is computed.
    """

    entry: Entry
    reported: Reported
    difference: Figure | None
    low: float | None
    high: float | None
    fits: bool | None
    implied: tuple[Implied, ...]


def compared_in(entries: Iterable[Entry]) -> tuple[Compared, ...]:
    """Every reported figure of the rows."""
    return tuple(_compared(entry, one) for entry in entries for one in entry.reported)


def _compared(entry: Entry, reported: Reported) -> Compared:
    computed, stated = reported.computed, reported.stated
    if computed is None:
        return Compared(entry, reported, None, None, None, None, ())
    from ..uncertainty import interval_of  # few programmes report figures

    interval = interval_of(computed)
    difference = None
    if stated.value:
        difference = derive(difference_from_reported, "unit", computed=computed, reported=stated)
    # a sum that leaves something out says little about what is reported
    low = -inf if computed.partial else interval.low
    high = inf if computed.partial else interval.high
    fits = low - reported.half_digit <= stated.value <= high + reported.half_digit
    return Compared(
        entry,
        reported,
        difference,
        interval.low,
        interval.high,
        fits,
        tuple(_implied(reported.used, computed, stated)),
    )


def _implied(
    used: Mapping[str, tuple[Figure, Figure]], computed: Figure, stated: Figure
) -> Iterable[Implied]:
    for id, (amount, factor) in used.items():
        if amount.value and factor.value:
            needed = derive(
                implied_factor,
                factor.unit,
                reported=stated,
                computed=computed,
                amount=amount,
                factor=factor,
            )
            yield Implied(id, needed, factor)


_SYMBOLS = {"co2": "CO2", "co2e": "CO2e", "so2": "SO2", "nox": "NOx", "co": "CO"}


def said_of_reported(compared: Iterable[Compared]) -> list[Diagnostic]:
    """A warning for each reported figure that the quantities and their factors can't give."""
    found = []
    for one in compared:
        computed = one.reported.computed
        if one.fits is not False or computed is None or one.low is None or one.high is None:
            continue
        stated = one.reported.stated
        found.append(
            codes.REPORTED_OUTSIDE.at(
                one.reported.span,
                name=one.entry.name or Word(one.entry.sector),
                impact=_SYMBOLS.get(one.reported.impact, one.reported.impact),
                reported=About(stated),
                ratio=stated.value / computed.value if computed.value else "∞",
                actual=About(computed),
                low=About(computed._replace(value=one.low)),
                high=About(computed._replace(value=one.high)),
            )
        )
    return found
