"""A boiler of the plant, as the audit file states it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..diagnostics import Span
from ..figure import Figure


class Boiler(NamedTuple):
    """What a boiler burns a year by stream, in the unit of each, and the GJ of heat that it gives.

    The heat is that added to the water: useful heat.
    """

    id: str
    name: str
    fuels: Mapping[str, Figure]
    heat: Figure
    span: Span
