"""What a project emits and what would have been emitted without it, stream by stream and year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...domain import CdmProject, Option, Stream
from ...figure import Assumed, Figure, derive, derive_over, sum_of_products, total
from ...language import N_
from ..balance import impact_of_amount
from ..results import Assessment
from .boundary import FOR_EFFICIENCY, Boundary, is_replaced
from .formulas import (
    added_use,
    displaced_use,
    electric_savings,
    emission_of_heat,
    least_part,
    mean_part,
    part_of_year,
    saved_use,
    use_in_year,
    use_of_options,
)


class Emissions(NamedTuple):
    """t CO2 of one year by stream, and what each uses in it; `unknown` have no CO2 factor."""

    baseline: Mapping[str, Figure]
    project: Mapping[str, Figure]
    after: Mapping[str, Figure]
    unknown: tuple[str, ...]


def emissions_in(
    assessment: Assessment, project: CdmProject, boundary: Boundary, year: int
) -> Emissions:
    """The emissions of a crediting year, the first being 1."""
    options = assessment.audit.options
    parts = {id: _part(options[id], year) for id in boundary.saved}
    after = {id: _after(stream, boundary, parts) for id, stream in boundary.streams.items()}
    if project.method == FOR_EFFICIENCY:
        return _of_efficiency(boundary, after)
    return _of_heat(project, boundary, parts, after)


def _part(option: Option, year: int) -> Figure:
    if option.lifetime is None:
        return Figure(1.0, "unit", Assumed(N_("no lifetime is written: it works in every year")))
    number = Figure(float(year), "yr", Assumed(N_("the number of the crediting year")))
    return derive(part_of_year, "unit", lifetime=option.lifetime, year=number)


def _after(stream: Stream, boundary: Boundary, parts: Mapping[str, Figure]) -> Figure:
    """What is used of a stream in a year; the savings are those of the options at their turns."""
    terms = [("amount", stream.amount), *_terms(stream.id, boundary, parts)]
    return derive_over(use_in_year, stream.unit, terms)


def _terms(
    stream: str, boundary: Boundary, parts: Mapping[str, Figure]
) -> list[tuple[str, Figure]]:
    """What each option saves of a stream, and the part of the year that it works."""
    terms: list[tuple[str, Figure]] = []
    for id, saved in boundary.saved.items():
        if stream in saved:
            terms += [(id, saved[stream]), (f"{id}: part", parts[id])]
    return terms


def _of_efficiency(boundary: Boundary, after: Mapping[str, Figure]) -> Emissions:
    """AMS-II.D: all that the streams of the boundary emit, before and after."""
    before = {id: stream.amount for id, stream in boundary.streams.items()}
    unknown = tuple(id for id, co2 in boundary.intensities.items() if co2 is None)
    baseline, project = (_emitted(boundary, use) for use in (before, after))
    return Emissions(baseline, project, after, unknown)


def _of_heat(
    project: CdmProject,
    boundary: Boundary,
    parts: Mapping[str, Figure],
    after: Mapping[str, Figure],
) -> Emissions:
    """AMS-I.C: the fuel that is replaced, and what the project uses more.

    What is saved of another stream earns nothing, so it makes up for no other option's use either.
    """
    displaced: dict[str, Figure] = {}
    added: dict[str, Figure] = {}
    for id, stream in boundary.streams.items():
        uses = {"before": stream.amount, "after": after[id]}
        if is_replaced(project, boundary, id):
            displaced[id] = derive(displaced_use, stream.unit, **uses)
            added[id] = derive(added_use, stream.unit, **uses)
        else:
            added[id] = derive_over(use_of_options, stream.unit, _terms(id, boundary, parts))
    baseline = _emitted(boundary, displaced)
    if project.heat is not None and project.fuel is not None:
        baseline = {project.fuel: _heat_baseline(project, boundary, parts)}
    unknown = [id for id, use in added.items() if boundary.intensities[id] is None and use.value]
    return Emissions(baseline, _emitted(boundary, added), after, tuple(unknown))


def _emitted(boundary: Boundary, use: Mapping[str, Figure]) -> dict[str, Figure]:
    """t CO2 of amounts, without the streams whose CO2 nothing tells."""
    return {
        id: derive(impact_of_amount, "t", amount=amount, intensity=co2)
        for id, amount in use.items()
        if (co2 := boundary.intensities[id]) is not None
    }


def _heat_baseline(project: CdmProject, boundary: Boundary, parts: Mapping[str, Figure]) -> Figure:
    """t CO2 of the boiler that is replaced.

    The heat ends with the options that save its fuel; without such, with the first of those that
    change another energy stream.
    """
    assert project.heat is not None
    assert project.efficiency is not None
    assert project.fuel is not None
    terms: list[tuple[str, Figure]] = []
    for id, saved in boundary.saved.items():
        amount = saved.get(project.fuel)
        if amount is not None and amount.value > 0:
            terms += [(id, amount), (f"{id}: part", parts[id])]
    if terms:
        part = derive_over(mean_part, "unit", terms)
    else:
        changing = [id for id, saved in boundary.saved.items() if saved.keys() & boundary.streams]
        part = derive_over(least_part, "unit", [(id, parts[id]) for id in changing or parts])
    return derive(
        emission_of_heat,
        "t",
        heat=project.heat,
        part=part,
        efficiency=project.efficiency,
        emission_factor=boundary.streams[project.fuel].factors["co2"],
    )


def electricity_saved(
    assessment: Assessment, project: CdmProject, boundary: Boundary, one: Emissions
) -> Figure | None:
    """MWh of electricity and its equivalent that AMS-II.D's project saves in a year.

    Partial where the energy of a stream is not known; None for other methods, which have no limit
    to compare it with.
    """
    if project.method != FOR_EFFICIENCY:
        return None
    electricity: list[tuple[str, Figure]] = []
    heat: list[tuple[str, Figure]] = []
    is_partial = False
    for id, stream in boundary.streams.items():
        saved = derive(saved_use, stream.unit, before=stream.amount, after=one.after[id])
        energy = assessment.intensities[id].get("energy")
        if stream.type == "electricity":
            electricity.append((id, saved))
        elif energy is not None:
            heat += [(id, saved), (f"{id}: energy", energy)]
        else:
            is_partial = True
    return derive(
        electric_savings,
        "MWh",
        electricity=total("MWh", electricity),
        heat=derive_over(sum_of_products, "GJ", heat),
        equivalent=project.electric_equivalent,
    )._replace(partial=is_partial)
