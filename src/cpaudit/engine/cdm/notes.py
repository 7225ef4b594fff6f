"""What a reader of a project idea must know: limits, rising emissions, what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ...diagnostics import Diagnostic, Span
from ...diagnostics.codes import cdm as codes
from ...figure import Entered, Figure
from ..results import Assessment
from ..rounding import ROUNDING
from .boundary import FOR_EFFICIENCY, FOR_HEAT, Boundary, is_more, is_replaced
from .streams import Emissions

if TYPE_CHECKING:
    from .project import CdmResult


def notes_of(
    assessment: Assessment,
    result: CdmResult,
    boundary: Boundary,
    emissions: Sequence[Emissions],
) -> Iterator[Diagnostic]:
    """Everything there is to say of a project idea."""
    yield from _limits(assessment, result)
    yield from _reductions(assessment, result)
    yield from _lifetimes(assessment, boundary)
    yield from _unknown(assessment, result, boundary, emissions)
    yield from _grid_factor(assessment, result, boundary)
    yield from _biomass(boundary, emissions)
    yield from _not_credited(result, boundary)


def _limits(assessment: Assessment, result: CdmResult) -> Iterator[Diagnostic]:
    """Is the project small enough for a small-scale method?"""
    idea, savings = result.idea, result.savings
    limit, capacity = idea.capacity_limit, idea.thermal_capacity
    if savings is not None and _is_over(savings, idea.savings_limit):
        span = assessment.audit.packages[idea.package].span
        yield codes.ABOVE_SAVINGS_LIMIT.at(span, savings=savings, limit=idea.savings_limit)
    if idea.method == FOR_HEAT and capacity is None:
        yield codes.NO_CAPACITY.at(_place(idea.heat), limit=limit)
    if capacity is not None and _is_over(capacity, limit):
        yield codes.ABOVE_CAPACITY_LIMIT.at(_place(capacity), capacity=capacity, limit=limit)


def _is_over(figure: Figure, limit: Figure) -> bool:
    return figure.value > limit.value * (1 + ROUNDING)


def _place(figure: Figure | None) -> Span | None:
    """Where a figure stands in the file, if it does."""
    origin = figure.derivation if figure is not None else None
    return origin.span if isinstance(origin, Entered) else None


def _reductions(assessment: Assessment, result: CdmResult) -> Iterator[Diagnostic]:
    """Nothing to reduce, or years in which the project emits more than it saves."""
    idea = result.idea
    span = assessment.audit.packages[idea.package].span
    changed = [
        year.label
        for year in result.years
        if abs(year.baseline.value - year.project.value) > ROUNDING * year.baseline.value
    ]
    if not changed and not result.baseline.partial:
        yield codes.REDUCES_NOTHING.at(span, package=idea.package, method=idea.method)
        return
    risen = [year.label for year in result.years if year.reduction.value < 0]
    if risen:
        yield codes.EMISSIONS_RISE.at(span, years=", ".join(risen))


def _lifetimes(assessment: Assessment, boundary: Boundary) -> Iterator[Diagnostic]:
    """Options that change the boundary and have no lifetime."""
    options = assessment.audit.options
    endless = [
        options[id]
        for id, saved in boundary.saved.items()
        if options[id].lifetime is None and any(stream in boundary.streams for stream in saved)
    ]
    if endless:
        names = ", ".join(option.id for option in endless)
        yield codes.NO_LIFETIME.at(endless[0].span, options=names)


def _unknown(
    assessment: Assessment,
    result: CdmResult,
    boundary: Boundary,
    emissions: Sequence[Emissions],
) -> Iterator[Diagnostic]:
    """Streams whose CO2, or whose energy, nothing tells."""
    without_co2 = _once(one.unknown for one in emissions)
    if without_co2:
        span = boundary.streams[without_co2[0]].span
        yield codes.CO2_UNKNOWN.at(span, streams=", ".join(without_co2))
    if result.idea.method != FOR_EFFICIENCY:
        return
    without_energy = [
        id
        for id, stream in boundary.streams.items()
        if stream.type != "electricity" and assessment.intensities[id].get("energy") is None
    ]
    if without_energy:
        span = boundary.streams[without_energy[0]].span
        yield codes.ENERGY_UNKNOWN.at(span, streams=", ".join(without_energy))


def _once(lists: Iterable[Iterable[str]]) -> list[str]:
    """Every id that is named in one of several lists, once."""
    return list(dict.fromkeys(id for one in lists for id in one))


def _grid_factor(
    assessment: Assessment, result: CdmResult, boundary: Boundary
) -> Iterator[Diagnostic]:
    """Electricity that counts at its own grid factor, for want of margins."""
    audit = assessment.audit
    for id, stream in boundary.streams.items():
        factor = boundary.intensities[id]
        if stream.type == "electricity" and factor and result.combined_margin is None:
            values = {"country": audit.country, "year": str(audit.period.year)}
            yield codes.GRID_FACTOR_COUNTS.at(stream.span, stream=id, factor=factor, **values)


def _biomass(boundary: Boundary, emissions: Sequence[Emissions]) -> Iterator[Diagnostic]:
    """Biomass that the project burns more of."""
    more = _once(
        [id for id, use in one.after.items() if is_more(boundary, id, use)] for one in emissions
    )
    biomass = [id for id in more if boundary.streams[id].biogenic]
    if biomass:
        span = boundary.streams[biomass[0]].span
        yield codes.BIOMASS.at(span, streams=", ".join(biomass))


def _not_credited(result: CdmResult, boundary: Boundary) -> Iterator[Diagnostic]:
    """What the package saves beside the fuel that AMS-I.C replaces."""
    idea = result.idea
    if idea.method != FOR_HEAT:
        return
    less = _once(
        [id for id, amount in saved.items() if amount.value > 0 and id in boundary.streams]
        for saved in boundary.saved.values()
    )
    beside = [
        id
        for id in less
        if not is_replaced(idea, boundary, id) and not boundary.streams[id].biogenic
    ]
    if beside:
        span = boundary.streams[beside[0]].span
        yield codes.NOT_CREDITED.at(span, streams=", ".join(beside), method=idea.method)
