"""The grid factors of two periods, and what their difference makes of the emissions."""

from __future__ import annotations

from ...figure import Figure, derive
from .formulas import effect_of_grid
from .results import Recp


def effect_on(current: Recp, id: str, base_factor: Figure, current_factor: Figure) -> Figure:
    """tCO2e a year that the current factor adds to what the base's would give."""
    return derive(
        effect_of_grid,
        "tCO2e",
        electricity=current.amounts[id],
        current_factor=current_factor,
        base_factor=base_factor,
    )


def grid_factors(base: Recp, current: Recp) -> dict[str, tuple[Figure, Figure]]:
    """The base's and the current factor of each current electricity, where the two differ."""
    pairs = {}
    before = _electricity(base)
    for id, factor in _electricity(current).items():
        only = next(iter(before.values())) if len(before) == 1 else None
        earlier = before.get(id, only)
        if earlier is not None and factor is not None and earlier.value != factor.value:
            pairs[id] = (earlier, factor)
    return pairs


def _electricity(recp: Recp) -> dict[str, Figure | None]:
    """The CO2e of one MWh of each electricity of the plant."""
    streams, intensities = recp.assessment.audit.streams, recp.assessment.intensities
    return {
        id: intensities[id].get("co2e")
        for id, stream in streams.items()
        if stream.type == "electricity"
    }
