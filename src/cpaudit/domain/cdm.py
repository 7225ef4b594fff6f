"""A project idea of the clean development mechanism, as the audit file states it."""

from __future__ import annotations

from typing import NamedTuple

from ..figure import Figure


class CdmProject(NamedTuple):
    """A package as a project: method, crediting period, grid margins, leakage.

    `start` is (year, month) of the first crediting year. The margins are t CO2 per MWh, their
    weight is that of the operating margin; without margins the grid factor of the stream counts.
    For AMS-I.C: `fuel` is the stream whose heat is replaced, `heat` GJ a year supplied by the
    project, `efficiency` that of the boiler before, `thermal_capacity` MW.
    """

    method: str
    package: str
    start: tuple[int, int]
    years: int
    operating_margin: Figure | None
    build_margin: Figure | None
    operating_weight: Figure
    leakage: Figure
    savings_limit: Figure
    capacity_limit: Figure
    electric_equivalent: Figure
    thermal_capacity: Figure | None = None
    fuel: str | None = None
    heat: Figure | None = None
    efficiency: Figure | None = None
