"""What options and packages avoid and save: emissions, discharges, physical units."""

from __future__ import annotations

from ...engine import Assessment, Result
from ...figure import Figure
from ...language import N_
from ..blocks import Block, Cell, Column, Row, Table
from ..numbers import Numbers
from .baseline import name_of
from .cells import legend, number_cell, quantity_cell

_AVOIDED = (
    "co2e",
    "so2",
    "dust",
    "nox",
    "co",
    "wastewater",
    "cod",
    "solid_waste",
    "hazardous_waste",
)
_AVOIDED_TITLES = {
    "co2e": N_("t CO2e"),
    "so2": N_("t SO2"),
    "dust": N_("t dust"),
    "nox": N_("t NOx"),
    "co": N_("t CO"),
    "wastewater": N_("m3 wastewater"),
    "cod": N_("t COD"),
    "solid_waste": N_("t solid waste"),
    "hazardous_waste": N_("t haz. waste"),
}
_MOST_PACKAGES = 3


def saving_blocks(assessment: Assessment, numbers: Numbers) -> list[Block]:
    """Avoided emissions, then savings per resource, a few packages a table."""
    blocks: list[Block] = [_avoided(assessment, numbers)]
    names = list(assessment.packages) or [""]
    for start in range(0, len(names), _MOST_PACKAGES):
        shown = [name for name in names[start : start + _MOST_PACKAGES] if name]
        blocks.append(_physical(assessment, shown, numbers))
    return blocks


def _avoided(assessment: Assessment, numbers: Numbers) -> Table:
    _ = numbers.language
    results = dict(assessment.options.items())
    totals = {name: package.total for name, package in assessment.packages.items()}
    every = [*results.values(), *totals.values()]
    shown = [key for key in _AVOIDED if any(_not_zero(one, key) for one in every)] or ["co2e"]
    rows = [
        Row(
            [
                Cell(assessment.audit.options[id].name),
                *_impact_cells(result, shown, numbers),
            ]
        )
        for id, result in results.items()
    ]
    rows += [
        Row(
            [
                Cell(_("Package “{name}”").format(name=name)),
                *_impact_cells(result, shown, numbers),
            ],
            "total",
        )
        for name, result in totals.items()
    ]
    columns = [
        Column(_("Option (alone) or package"), numeric=False),
        *(Column(_(_AVOIDED_TITLES[key])) for key in shown),
    ]
    title = _("Avoided emissions and discharges per year")
    return Table(title, columns, rows, legend(rows, numbers))


def _not_zero(result: Result, impact: str) -> bool:
    figure = result.impacts[impact]
    return figure is not None and figure.value != 0


def _impact_cells(result: Result, shown: list[str], numbers: Numbers) -> list[Cell]:
    return [number_cell(result.impacts[key], numbers) for key in shown]


def _physical(assessment: Assessment, names: list[str], numbers: Numbers) -> Table:
    _ = numbers.language
    rows: list[Row] = []
    for id, alone in assessment.options.items():
        packages = [assessment.packages[name].options.get(id) for name in names]
        rows.append(Row([Cell(assessment.audit.options[id].name)], "heading"))
        for stream, saved in alone.resources.items():
            within = [one.resources.get(stream) if one else None for one in packages]
            rows.append(_physical_row(assessment, stream, [saved, *within], numbers))
    if names:
        rows.append(Row([Cell(_("Package as a whole"))], "heading"))
        together = [assessment.packages[name].total.resources for name in names]
        rows += [
            _physical_row(assessment, id, [None, *(one.get(id) for one in together)], numbers)
            for id in assessment.audit.streams
            if any(id in one for one in together)
        ]
    columns = [
        Column(_("Option and resource"), numeric=False),
        Column(_("Alone")),
        *(Column(_("In “{name}”").format(name=name)) for name in names),
    ]
    remarks = [_("A minus: the option uses more.")]
    return Table(_("Savings per resource and year"), columns, rows, remarks)


def _physical_row(
    assessment: Assessment, stream: str, figures: list[Figure | None], numbers: Numbers
) -> Row:
    name = name_of(assessment.audit.streams[stream], numbers)
    return Row([Cell(f"  {name}"), *(quantity_cell(figure, numbers) for figure in figures)])
