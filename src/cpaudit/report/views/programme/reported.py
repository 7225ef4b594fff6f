"""Reported figures beside those that their quantities give, and what they would imply."""

from __future__ import annotations

from ....engine.programme import Rollup
from ....engine.programme.reported import Compared
from ...blocks import EMPTY, Cell, Column, Row, Table
from ...numbers import Numbers
from ..baseline import EMISSIONS
from ..cells import number_cell
from .groups import sector_name
from .sections import summed_cell


def reported_tables(rollup: Rollup, numbers: Numbers) -> list[Table]:
    """The comparison and, where factors would have to be others, what they would have to be."""
    if not rollup.compared:
        return []
    tables = [_comparison(rollup, numbers)]
    implied = _implied(rollup, numbers)
    return [*tables, implied] if implied.rows else tables


def _comparison(rollup: Rollup, numbers: Numbers) -> Table:
    _ = numbers.language
    rows = [
        Row(
            [
                Cell(_name(one, rollup, numbers)),
                Cell(_impact(one, numbers)),
                summed_cell(one.reported.stated, numbers),
                number_cell(one.reported.computed, numbers),
                _interval(one, numbers),
                Cell(numbers.change(one.difference.value), one.difference.value, "unit")
                if one.difference
                else EMPTY,
            ]
        )
        for one in rollup.compared
    ]
    columns = [
        Column(_("Row"), numeric=False),
        Column(_("Figure"), numeric=False, whole=True),
        Column(_("Reported")),
        Column(_("Computed")),
        Column(_("95 %")),
        Column(_("Differs\nby")),
    ]
    remarks = [
        _("Sums hold what is computed from the quantities, never what is reported."),
        _("95 %: what the bounds of the factors allow; † the reported figure is outside."),
    ]
    return Table(_("Reported and computed"), columns, rows, remarks)


def _interval(one: Compared, numbers: Numbers) -> Cell:
    if one.low is None or one.high is None:
        return EMPTY
    low, high = numbers.plain(one.low), numbers.plain(one.high)
    return Cell(f"{low}–{high}{' †' if one.fits is False else ''}")


def _implied(rollup: Rollup, numbers: Numbers) -> Table:
    """Only where the reported figure is not the computed one."""
    _ = numbers.language
    rows = [
        Row(
            [
                Cell(_name(one, rollup, numbers)),
                Cell(_resource(implied.resource, rollup, numbers)),
                Cell(
                    numbers.plain(implied.needed.value), implied.needed.value, implied.needed.unit
                ),
                Cell(numbers.plain(implied.used.value), implied.used.value, implied.used.unit),
                Cell(f"{_impact(one, numbers)}, {numbers.unit(implied.used.unit)}"),
            ]
        )
        for one in rollup.compared
        for implied in one.implied
    ]
    columns = [
        Column(_("Row"), numeric=False),
        Column(_("Resource"), numeric=False),
        Column(_("Implied\nfactor")),
        Column(_("Factor\nused")),
        Column(_("Unit"), numeric=False, whole=True),
    ]
    remarks = [
        _("The factor of one resource alone that would give the reported figure; nothing uses it.")
    ]
    return Table(_("What the reported figures imply"), columns, rows, remarks)


def _name(one: Compared, rollup: Rollup, numbers: Numbers) -> str:
    return one.entry.name or sector_name(one.entry.sector, rollup, numbers)


def _impact(one: Compared, numbers: Numbers) -> str:
    """A short name: that of the table of emissions, or the id in capitals."""
    impact = one.reported.impact
    short = {"co2": "CO2", "co2e": "CO2e", "so2": "SO2"}
    names = {**dict(EMISSIONS), **short}
    return numbers.language(names.get(impact, impact)) if impact not in short else short[impact]


def _resource(id: str, rollup: Rollup, numbers: Numbers) -> str:
    known = rollup.programme.resources.get(id)
    return known.names[numbers.language.code] if known else id
