"""What can be compared per unit of product: energy, heat, electricity, water and so on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..domain import Stream
from ..figure import Assumed, Figure, derive, derive_over, formula, sum_of_products
from ..language import N_
from .results import Assessment


class SubjectKind(NamedTuple):
    """The unit and title of a subject; a usual one is shown also without a benchmark."""

    unit: str
    title: str
    is_usual: bool = False


SUBJECTS = {
    "energy": SubjectKind("GJ", N_("energy"), True),
    "heat": SubjectKind("GJ", N_("heat, from fuels and bought"), True),
    "electricity": SubjectKind("MWh", N_("electricity"), True),
    "water": SubjectKind("m3", N_("water"), True),
    "wastewater": SubjectKind("m3", N_("wastewater"), True),
    "co2e": SubjectKind("tCO2e", N_("greenhouse gases"), True),
    "firewood": SubjectKind("t", N_("firewood")),
    "steam": SubjectKind("t", N_("steam")),
}
# the impact that a unit of a stream brings to a subject; the others count the stream itself
_IMPACTS = {"energy": "energy", "heat": "energy", "wastewater": "wastewater", "co2e": "co2e"}
_NOT_HEAT = ("electricity", "compressed_air")


class Subject(NamedTuple):
    """A subject of one plant: units of it per unit of each stream that is part of it.

    `is_open` says that some stream is part of it by an amount that nothing tells.
    """

    name: str
    unit: str
    parts: Mapping[str, Figure]
    is_open: bool


@formula("Σ of the streams / use of the plant", N_("average over what the plant uses"))
def average_per_use(amount: float, use: float) -> float:
    """Money, t CO2e or TOE per unit of a subject."""
    return amount / use


def subject_of(assessment: Assessment, name: str) -> Subject:
    """The streams of a plant that make up a subject."""
    parts: dict[str, Figure] = {}
    is_open = False
    impact = _IMPACTS.get(name)
    for id, stream in assessment.audit.streams.items():
        if not _belongs(stream, name):
            continue
        if impact is None:
            parts[id] = Figure(1.0, "unit", Assumed(N_("the stream is counted as itself")))
        elif impact in assessment.intensities[id]:
            intensity = assessment.intensities[id][impact]
            if intensity is None:
                is_open = True
            else:
                parts[id] = intensity
    return Subject(name, SUBJECTS[name].unit, parts, is_open)


def _belongs(stream: Stream, name: str) -> bool:
    if name == "heat":
        return stream.kind == "resource" and stream.type not in _NOT_HEAT
    if name == "firewood":
        return stream.fuel == "wood"
    if name in _IMPACTS:
        return True
    return stream.type == name


def use_of(subject: Subject, amounts: Mapping[str, Figure]) -> Figure | None:
    """The amount a year of a subject in amounts of streams; None where none is part of it."""
    pairs: list[tuple[str, Figure]] = []
    for id, part in subject.parts.items():
        if id in amounts:
            pairs += [(id, amounts[id]), (f"{id}: {subject.name}", part)]
    if not pairs:
        return None
    return derive_over(sum_of_products, subject.unit, pairs)._replace(partial=subject.is_open)


def per_use(assessment: Assessment, subject: Subject, use: Figure, what: str) -> Figure | None:
    """Cost, CO2e or TOE per unit of a subject, averaged over the plant; None where unknown.

    For a price every part must have one: half a price would be a wrong price. CO2e and TOE are
    partial where some part's are not known.
    """
    if subject.name == "co2e" and what != "co2e":
        return None
    streams, currency = assessment.audit.streams, assessment.audit.currency
    pairs: list[tuple[str, Figure]] = []
    is_open = subject.is_open
    for id in subject.parts:
        value = streams[id].price if what == "cost" else assessment.intensities[id].get(what)
        if value is None and what == "cost":
            return None
        if value is None:
            is_open = True
        else:
            pairs += [(id, streams[id].amount), (f"{id}: {what}", value)]
    if not pairs:
        return None
    unit = {"cost": currency, "co2e": "tCO2e", "toe": "TOE"}[what]
    amount = derive_over(sum_of_products, unit, pairs)
    made = derive(average_per_use, f"{unit}/{subject.unit}", amount=amount, use=use)
    return made._replace(partial=is_open)
