"""A package as a project of the clean development mechanism: ER = BE - PE - L, year by year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ...diagnostics import Diagnostic
from ...domain import CdmProject
from ...figure import Figure, derive, total
from ..results import Assessment
from .boundary import FOR_EFFICIENCY, Boundary, boundary_of
from .formulas import combined_margin, emission_reduction
from .notes import notes_of
from .streams import Emissions, electricity_saved, emissions_in

if TYPE_CHECKING:
    from ..nodes import Node

Month = tuple[int, int]


class CdmYear(NamedTuple):
    """One crediting year: t CO2, `reduction` a whole number; `savings` in MWh of electricity."""

    first: Month
    last: Month
    baseline: Figure
    project: Figure
    leakage: Figure
    reduction: Figure
    savings: Figure | None

    @property
    def label(self) -> str:
        """The year, or its first month where that is not January: `2012`, `2012-07`."""
        year, month = self.first
        return str(year) if month == 1 else f"{year}-{month:02d}"


class CdmStream(NamedTuple):
    """t CO2 of a unit of a stream, and of all crediting years; None where nothing tells it.

    The baseline is None also where AMS-I.C credits no saving of the stream.
    """

    intensity: Figure | None
    baseline: Figure | None
    project: Figure | None


class CdmResult(NamedTuple):
    """The figures of an idea note; `savings`, of AMS-II.D, are those of the year that saves most.

    Each total is the sum of the years.
    """

    idea: CdmProject
    years: tuple[CdmYear, ...]
    baseline: Figure
    project: Figure
    leakage: Figure
    reduction: Figure
    combined_margin: Figure | None
    streams: Mapping[str, CdmStream]
    savings: Figure | None
    diagnostics: tuple[Diagnostic, ...] = ()


def cdm_of(assessment: Assessment) -> CdmResult | None:
    """The figures of the project idea of an audit; None where the audit has none."""
    idea = assessment.audit.cdm
    if idea is None:
        return None
    margin = _combined_margin(idea)
    boundary = boundary_of(assessment, idea, margin)
    emissions = [emissions_in(assessment, idea, boundary, year + 1) for year in range(idea.years)]
    savings = [electricity_saved(assessment, idea, boundary, one) for one in emissions]
    years = tuple(
        _year(idea, year, emissions[year], savings[year]) for year in range(len(emissions))
    )
    result = CdmResult(
        idea=idea,
        years=years,
        baseline=total("t", ((one.label, one.baseline) for one in years)),
        project=total("t", ((one.label, one.project) for one in years)),
        leakage=total("t", ((one.label, one.leakage) for one in years)),
        reduction=total("t", ((one.label, one.reduction) for one in years)),
        combined_margin=margin,
        streams={id: _stream(id, boundary, years, emissions) for id in boundary.streams},
        savings=max((one for one in savings if one), key=lambda one: one.value, default=None),
    )
    return result._replace(diagnostics=tuple(notes_of(assessment, result, boundary, emissions)))


def _combined_margin(idea: CdmProject) -> Figure | None:
    operating, build = idea.operating_margin, idea.build_margin
    if operating is None or build is None:
        return None
    return derive(
        combined_margin,
        "t/MWh",
        weight=idea.operating_weight,
        operating_margin=operating,
        build_margin=build,
    )


def _year(idea: CdmProject, number: int, one: Emissions, savings: Figure | None) -> CdmYear:
    """The crediting year `number`, counted from 0."""
    month = (idea.start[0] + number) * 12 + idea.start[1] - 1
    is_partial = bool(one.unknown)
    figures = {
        "baseline": total("t", one.baseline.items())._replace(partial=is_partial),
        "project": total("t", one.project.items())._replace(partial=is_partial),
        "leakage": idea.leakage,
    }
    reduction = derive(emission_reduction, "t", **figures)._replace(partial=is_partial)
    return CdmYear(
        first=_month(month),
        last=_month(month + 11),
        **figures,
        reduction=reduction,
        savings=savings,
    )


def _month(months: int) -> Month:
    return months // 12, months % 12 + 1


def _stream(
    id: str, boundary: Boundary, years: Sequence[CdmYear], emissions: Sequence[Emissions]
) -> CdmStream:
    labels = [year.label for year in years]

    def over_years(parts: Iterable[Mapping[str, Figure]]) -> Figure | None:
        terms = [(label, part[id]) for label, part in zip(labels, parts, strict=True) if id in part]
        return total("t", terms) if terms else None

    return CdmStream(
        intensity=boundary.intensities[id],
        baseline=over_years(one.baseline for one in emissions),
        project=over_years(one.project for one in emissions),
    )


def cdm_figures(result: CdmResult) -> dict[str, Node]:
    """Its figures by path, as in `cdm.reduction` and `cdm.years.2012.baseline`."""
    sums = ("baseline", "project", "leakage", "reduction", "savings")
    years: dict[str, Node] = {
        one.label: {name: getattr(one, name) for name in sums} for one in result.years
    }
    streams: dict[str, Node] = {id: dict(one._asdict()) for id, one in result.streams.items()}
    return {
        **{name: getattr(result, name) for name in sums},
        "combined_margin": result.combined_margin,
        "years": years,
        "streams": streams,
    }


def cdm_inputs(idea: CdmProject) -> dict[str, Figure]:
    """What the file or the library gave, by name, as far as it plays a part."""
    names = ["leakage"]
    if idea.operating_margin is not None and idea.build_margin is not None:
        names += ["operating_weight", "operating_margin", "build_margin"]
    if idea.method == FOR_EFFICIENCY:
        names += ["savings_limit", "electric_equivalent"]
    else:
        names += ["heat", "efficiency", "thermal_capacity", "capacity_limit"]
    return {name: figure for name in names if (figure := getattr(idea, name)) is not None}
