"""The figures of a project idea note: emission reductions by year, and by resource."""

from __future__ import annotations

from ...domain import CdmProject
from ...engine import Assessment
from ...engine.cdm import CdmResult, CdmYear
from ...figure import Figure, FromFactor
from ...language import N_
from ..blocks import EMPTY, Block, Cell, Column, Row, Table
from ..numbers import Numbers
from .baseline import name_of
from .cells import PARTIAL, shown, starred

METHODS = {
    "AMS-II.D": N_("AMS-II.D, energy efficiency and fuel switching in industry"),
    "AMS-I.C": N_("AMS-I.C, thermal energy production"),
}


def cdm_blocks(result: CdmResult, assessment: Assessment, numbers: Numbers) -> list[Block]:
    """The table by year and the one by resource; without the second where nothing is changed."""
    blocks: list[Block] = [_by_year(result, assessment, numbers)]
    if result.streams:
        blocks.append(_by_stream(result, assessment, numbers))
    return blocks


def _by_year(result: CdmResult, assessment: Assessment, numbers: Numbers) -> Table:
    _ = numbers.language
    rows = [Row([Cell(_period(year)), *_cells(year, numbers)]) for year in result.years]
    rows.append(Row([Cell(_("Total")), *_cells(result, numbers)], "total"))
    columns = [
        Column(_("Year"), numeric=False, whole=True),
        Column(_("Baseline\nemissions")),
        Column(_("Project\nemissions")),
        Column(_("Leakage")),
        Column(_("Emission\nreductions")),
    ]
    remarks = [*_method(result, numbers), *_basis(result, assessment, numbers)]
    if result.reduction.partial or (result.savings is not None and result.savings.partial):
        remarks.append(_(PARTIAL))
    return Table(_("Project idea note: emission reductions"), columns, rows, remarks)


def _cells(figures: CdmYear | CdmResult, numbers: Numbers) -> list[Cell]:
    exact = (figures.baseline, figures.project, figures.leakage)
    return [
        *(_tonnes(figure, numbers, 1) for figure in exact),
        _tonnes(figures.reduction, numbers, 0),
    ]


def _tonnes(figure: Figure | None, numbers: Numbers, places: int) -> Cell:
    """Tonnes to one decimal place, whole ones without; a star marks a partial sum."""
    if figure is None:
        return EMPTY
    return starred(numbers.decimal(figure.value, places), figure)


def _period(year: CdmYear) -> str:
    """The calendar year, or first and last month."""
    if year.first[1] == 1:
        return str(year.first[0])
    return "–".join(f"{month:02d}/{of_year}" for of_year, month in (year.first, year.last))


def _method(result: CdmResult, numbers: Numbers) -> list[str]:
    _, idea = numbers.language, result.idea
    return [
        _("{method}; package “{package}”. Tonnes of CO2; CH4 and N2O are not counted.").format(
            method=_(METHODS[idea.method]), package=idea.package
        ),
        _(
            "Emission reductions = baseline - project - leakage, rounded down to whole tonnes "
            "each year, as they are issued; the total adds up the years."
        ),
        _(
            "All options start with the crediting period. The saving of an option ends with its "
            "lifetime."
        ),
    ]


def _basis(result: CdmResult, assessment: Assessment, numbers: Numbers) -> list[str]:
    """Margins, heat and size, as far as they play a part."""
    _, idea, remarks = numbers.language, result.idea, []
    types = {assessment.audit.streams[id].type for id in result.streams}
    if result.combined_margin is not None and "electricity" in types:
        remarks.append(_margin(result.combined_margin, idea, numbers))
    if idea.heat is not None and idea.efficiency is not None and idea.fuel is not None:
        fuel = assessment.audit.streams[idea.fuel]
        remarks.append(
            _(
                "Baseline: {heat} of heat a year from {fuel}, boiler efficiency {efficiency}."
            ).format(
                heat=shown(idea.heat, numbers),
                fuel=name_of(fuel, numbers),
                efficiency=numbers.percent(idea.efficiency.value),
            )
        )
    if result.savings is not None:
        remarks.append(
            _(
                "Saves {savings} a year in electricity or its equivalent, fuel divided by "
                "{equivalent}; the limit is {limit}."
            ).format(
                savings=shown(result.savings, numbers),
                equivalent=numbers.exact(idea.electric_equivalent.value),
                limit=shown(idea.savings_limit, numbers),
            )
        )
    return remarks


def _margin(margin: Figure, idea: CdmProject, numbers: Numbers) -> str:
    weight = idea.operating_weight.value
    return numbers.language(
        "Electricity at the combined margin {margin} t/MWh: {weight} of the operating margin "
        "{operating}, {rest} of the build margin {build}."
    ).format(
        margin=numbers.exact(margin.value),
        weight=numbers.percent(weight),
        rest=numbers.percent(1 - weight),
        operating=_with_year(idea.operating_margin, numbers),
        build=_with_year(idea.build_margin, numbers),
    )


def _with_year(figure: Figure | None, numbers: Numbers) -> str:
    """A margin, and the year that the library has it for."""
    if figure is None:
        return "–"
    value, origin = numbers.exact(figure.value), figure.derivation
    if isinstance(origin, FromFactor) and origin.factor.year is not None:
        return f"{value} ({origin.factor.year})"
    return value


def _by_stream(result: CdmResult, assessment: Assessment, numbers: Numbers) -> Table:
    _ = numbers.language
    rows = []
    for id, one in result.streams.items():
        stream, factor = assessment.audit.streams[id], EMPTY
        if one.intensity is not None:
            unit = numbers.unit(one.intensity.unit)
            text = f"{numbers.decimal(one.intensity.value, 4)} {unit}"
            factor = Cell(text, one.intensity.value, one.intensity.unit)
        tonnes = (_tonnes(figure, numbers, 1) for figure in (one.baseline, one.project))
        rows.append(Row([Cell(name_of(stream, numbers)), factor, *tonnes]))
    columns = [
        Column(_("Resource"), numeric=False),
        Column(_("CO2 per unit")),
        Column(_("Baseline\nemissions")),
        Column(_("Project\nemissions")),
    ]
    remarks = [_("Tonnes of CO2 over the whole crediting period.")]
    return Table(_("Project idea note: by resource"), columns, rows, remarks)
