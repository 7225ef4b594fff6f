"""What benchmarks and laws say about a plant of this kind, in this country, at this time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..figure import Figure

Names = Mapping[str, str]  # language code to name


class Benchmark(NamedTuple):
    """What other plants use, or what the law allows, of a subject for one unit of a product.

    `level` is typical, good, best or norm; `limit` is in the subject's unit per product unit.
    `expired` marks a norm that had ended by the audit's time and has no known successor.
    """

    id: str
    subject: str
    level: str
    limit: Figure
    names: Mapping[str, str] = {}
    expired: bool = False


class ChargeClass(NamedTuple):
    """What plants from `least` m3 of wastewater a day on pay; None: every plant.

    `rates` are money per unit of an impact by the impact's name, `stream_rates` per unit of a
    stream by the stream's id.
    """

    least: float | None
    fixed: Figure | None
    rates: Mapping[str, Figure]
    stream_rates: Mapping[str, Figure]


class Charge(NamedTuple):
    """A charge by law, as it is at the audit's time, in the audit's currency.

    `classes` stand from the largest plants to the smallest. One that is `in_prices` is paid with
    the fuel already: it is told and never added.
    """

    id: str
    names: Names
    start: str
    end: str | None
    classes: tuple[ChargeClass, ...]
    power_factor: Figure | None = None
    in_prices: bool = False


class Threshold(NamedTuple):
    """A yearly amount of an impact from which a plant has duties by law."""

    id: str
    names: Names
    impact: str
    limit: Figure
    duty: Names
    start: str
    end: str | None = None
