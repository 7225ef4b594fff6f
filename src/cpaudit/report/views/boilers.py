"""The boilers of the plant: heat out, fuel in, efficiency."""

from __future__ import annotations

from ...domain import Audit
from ...engine.boilers import BoilerResult, boilers_of
from ...figure import Figure
from ..blocks import EMPTY, Cell, Column, Row, Table
from ..numbers import Numbers
from .baseline import name_of


def boiler_table(audit: Audit, numbers: Numbers) -> Table:
    """A row for each boiler."""
    _ = numbers.language
    columns = [
        Column(_("Boiler"), numeric=False),
        Column(_("Fuels"), numeric=False),
        Column(_("Energy of fuel")),
        Column(_("Useful heat")),
        Column(_("Efficiency")),
    ]
    return Table(_("Boilers"), columns, [_row(audit, one, numbers) for one in boilers_of(audit)])


def _row(audit: Audit, result: BoilerResult, numbers: Numbers) -> Row:
    fuels = ", ".join(name_of(audit.streams[id], numbers) for id in result.boiler.fuels)
    return Row(
        [
            Cell(result.boiler.name),
            Cell(fuels),
            _cell(result.fuel, numbers),
            _cell(result.heat, numbers),
            _share(result.efficiency, numbers),
        ]
    )


def _share(figure: Figure | None, numbers: Numbers) -> Cell:
    return EMPTY if figure is None else Cell(numbers.percent(figure.value), figure.value, "unit")


def _cell(figure: Figure, numbers: Numbers) -> Cell:
    return Cell(numbers.figure(figure), figure.value, figure.unit)
