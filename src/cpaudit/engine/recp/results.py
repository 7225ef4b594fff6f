"""What the RECP indicators of a plant are, and how they change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...diagnostics import Diagnostic
from ...figure import Figure, FromFactor
from ...language import N_
from ..results import Assessment

RESOURCES = ("energy", "materials", "water")
POLLUTION = ("co2e", "wastewater", "waste")
# sums over streams of which each has an intensity, or has one that nothing tells
SUMMED = {"energy": N_("energy use"), "co2e": N_("the sum of greenhouse gases")}
TYPES = {"materials": ("chemical", "material"), "water": ("water",)}
WASTE = ("solid_waste", "hazardous_waste")


class Recp(NamedTuple):
    """The indicators of one period; `output` is None where the products have none in common.

    `amounts` are those of the streams that are set against the output, `share` their part of the
    plant's where it is not all; `left_out` are the streams that a sum does not hold, `factors`
    those of the library that the indicators rest on.
    """

    assessment: Assessment
    product: str | None
    output: Figure | None
    share: Figure | None
    amounts: Mapping[str, Figure]
    absolute: Mapping[str, Figure | None]
    productivity: Mapping[str, Figure | None]
    intensity: Mapping[str, Figure | None]
    left_out: Mapping[str, tuple[str, ...]]
    factors: Mapping[str, FromFactor]
    diagnostics: tuple[Diagnostic, ...]


class GridEffect(NamedTuple):
    """What another grid factor alone makes of the current period's greenhouse gases.

    `effect` in tCO2e a year; `co2e` and `intensity` are those at the base's factor, `absolute` and
    `relative` their changes from the base; `factors` are the base's and the current by stream.
    """

    factors: Mapping[str, tuple[Figure, Figure]]
    effect: Figure
    co2e: Figure
    intensity: Figure | None
    absolute: Figure | None
    relative: Figure | None


class RecpChange(NamedTuple):
    """How indicators change from a base; every change is a ratio, None where it is not known.

    `absolute` are the changes of the absolute indicators, `relative` those of productivity and
    intensity. The diagnostics are those of both periods and of comparing them.
    """

    base: Recp
    current: Recp
    output: Figure | None
    absolute: Mapping[str, Figure | None]
    relative: Mapping[str, Figure | None]
    grid: GridEffect | None
    diagnostics: tuple[Diagnostic, ...]
