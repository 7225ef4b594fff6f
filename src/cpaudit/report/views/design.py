"""A redesigned product beside today's, per functional unit."""

from __future__ import annotations

from ...engine import Assessment
from ...engine.design import DesignResult
from ...engine.design.notes import direction
from ...figure import Figure
from ...language import N_
from ..blocks import EMPTY, Block, Cell, Column, Row, Table
from ..numbers import Numbers
from .baseline import name_of
from .cells import legend, starred

# impacts that are no stream of the product themselves
IMPACTS = {
    "energy": N_("Energy"),
    "co2e": N_("Greenhouse gases"),
    "biogenic_co2": N_("CO2 of biomass (not counted above)"),
    "so2": N_("SO2"),
    "dust": N_("Dust"),
}


def design_blocks(assessment: Assessment, numbers: Numbers) -> list[Block]:
    """A table for each design."""
    return [_table(one, assessment, numbers) for one in assessment.designs.values()]


def _table(result: DesignResult, assessment: Assessment, numbers: Numbers) -> Table:
    _, titles = numbers.language, _titles(result, assessment, numbers)
    rows = [_row(title, name, result, numbers) for name, title in titles.items()]
    columns = [
        Column(_("Per functional unit"), numeric=False),
        Column(_("Today")),
        Column(_("Redesign")),
        Column(_("Change")),
        Column("%"),
        *([Column(_("Change\na year"))] if result.yearly else []),
    ]
    title = _("Design “{name}”: {unit}").format(
        name=result.design.name, unit=result.design.functional_unit
    )
    return Table(title, columns, rows, [*_remarks(result, titles, numbers), *legend(rows, numbers)])


def _titles(result: DesignResult, assessment: Assessment, numbers: Numbers) -> dict[str, str]:
    """What is shown, by the names of the figures: resources, impacts that there are, cost."""
    _ = numbers.language
    found = {
        f"resources.{id}": name_of(assessment.audit.streams[id], numbers)
        for id in result.today.resources
    }
    for impact, title in IMPACTS.items():
        states = (result.today.impacts[impact], result.redesign.impacts[impact])
        if any(one is not None and one.value for one in states):
            found[impact] = _(title)
    return {**found, "cost": _("Cost")}


def _row(title: str, name: str, result: DesignResult, numbers: Numbers) -> Row:
    today, redesign = result.today.figures()[name], result.redesign.figures()[name]
    change, relative = result.change[name], result.relative[name]
    known = next((one for one in (today, redesign) if one is not None), None)
    unit = numbers.unit(numbers.small_scale(known.unit)[1]) if known is not None else ""
    cells = [
        Cell(f"{title}, {unit}" if unit else title),
        _small(today, numbers),
        _small(redesign, numbers),
        _small(change, numbers, signed=True),
        EMPTY
        if relative is None
        else starred(numbers.change(relative.value).removesuffix(" %"), relative),
    ]
    if result.yearly:
        yearly = result.yearly[name]
        cells.append(EMPTY if yearly is None else _yearly(yearly, numbers))
    return Row(cells, "total" if name == "cost" else "body")


def _small(figure: Figure | None, numbers: Numbers, signed: bool = False) -> Cell:
    """In the unit of the row; money and grams of one piece are small."""
    if figure is None:
        return EMPTY
    factor, _ = numbers.small_scale(figure.unit)
    sign = "+" if signed and figure.value > 0 else ""
    return starred(sign + numbers.plain(figure.value * factor), figure)


def _yearly(figure: Figure, numbers: Numbers) -> Cell:
    sign = "+" if figure.value > 0 else ""
    divisor, unit = 1.0, numbers.unit(figure.unit)
    if abs(figure.value) >= 1e6:
        divisor, unit = numbers.money_scale([figure.value], figure.unit)
    return starred(f"{sign}{numbers.plain(figure.value / divisor)} {unit}", figure)


def _remarks(result: DesignResult, titles: dict[str, str], numbers: Numbers) -> list[str]:
    _ = numbers.language
    remarks = [_("Prices and emission factors are those of the baseline.")]
    ways: dict[str, list[str]] = {"less": [], "more": [], "unknown": []}
    for name, title in titles.items():
        ways.setdefault(direction(result.change[name]), []).append(title)
    for way, sentence in (
        ("less", _("The redesign needs less: {what}.")),
        ("more", _("The redesign needs more: {what}.")),
        ("unknown", _("Not told: {what}.")),
    ):
        if ways[way]:
            remarks.append(sentence.format(what=", ".join(ways[way])))
    if result.design.per_year is not None:
        number = numbers.exact(result.design.per_year.value)
        remarks.append(_("A year: {number} functional units, as today.").format(number=number))
    return remarks
