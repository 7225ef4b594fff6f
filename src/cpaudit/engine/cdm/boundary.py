"""The boundary of a project: the fuels and the bought energy that its package changes.

CO2 only: that of biomass counts nothing, and CH4 and N2O are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...domain import CdmProject, Stream
from ...figure import Assumed, Figure
from ...language import N_
from ..emissions import BOUGHT_ENERGY
from ..results import Assessment
from ..rounding import ROUNDING

FOR_EFFICIENCY, FOR_HEAT = "AMS-II.D", "AMS-I.C"


class Boundary(NamedTuple):
    """The energy streams that a project changes, t CO2 of a unit of each, and its options."""

    streams: Mapping[str, Stream]
    intensities: Mapping[str, Figure | None]
    saved: Mapping[str, Mapping[str, Figure]]


def is_energy(stream: Stream) -> bool:
    """Whether a stream is a fuel or energy that is bought ready."""
    return stream.fuel is not None or stream.type in BOUGHT_ENERGY


def boundary_of(assessment: Assessment, project: CdmProject, margin: Figure | None) -> Boundary:
    """The boundary; electricity counts at the combined margin where there is one."""
    package, every = assessment.packages[project.package], assessment.audit.streams
    changed = {id for id in package.total.resources if is_energy(every[id])}
    if project.heat is not None and project.fuel is not None:
        changed.add(project.fuel)
    streams = {id: stream for id, stream in every.items() if id in changed}
    intensities = {
        id: _intensity(stream, assessment.intensities[id], margin) for id, stream in streams.items()
    }
    saved = {id: result.resources for id, result in package.options.items()}
    return Boundary(streams, intensities, saved)


def _intensity(
    stream: Stream, impacts: Mapping[str, Figure | None], margin: Figure | None
) -> Figure | None:
    """t CO2 per unit; bought energy whose factor is known in CO2e alone counts with that."""
    if stream.biogenic:
        return Figure(0.0, f"t/{stream.unit}", Assumed(N_("the CO2 of biomass counts nothing")))
    if margin is not None and stream.type == "electricity":
        return margin
    co2 = impacts.get("co2")
    return co2 if co2 is not None or stream.fuel is not None else impacts.get("co2e")


def is_replaced(project: CdmProject, boundary: Boundary, id: str) -> bool:
    """Whether what is saved of a stream is a baseline of AMS-I.C: the fuel, or any fossil one."""
    stream = boundary.streams[id]
    if project.fuel is not None:
        return id == project.fuel
    return stream.fuel is not None and not stream.biogenic


def is_more(boundary: Boundary, id: str, after: Figure) -> bool:
    """Whether more of a stream is used than before, but for rounding."""
    before = boundary.streams[id].amount.value
    return after.value > before * (1 + ROUNDING)
