"""The energy baselines: how well the models fit, and what they consist of."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine.monitoring import BASE, Coefficient, MonitoringResult, StreamResult
from ...figure import Figure
from ..blocks import EMPTY, Block, Cell, Column, Row, Table
from ..numbers import Numbers
from .baseline import name_of


def model_blocks(result: MonitoringResult, numbers: Numbers) -> list[Block]:
    """A table of the fits and one of the coefficients."""
    return [_fits(result, numbers), _coefficients(result, numbers)]


def _fits(result: MonitoringResult, numbers: Numbers) -> Table:
    _ = numbers.language
    rows = []
    for id, one in result.streams.items():
        model = one.model
        cells = [Cell(name_of(result.audit.streams[id], numbers)), Cell(str(len(model.months)))]
        cells += [_decimal(model.r2, 3, numbers), _decimal(model.adjusted_r2, 3, numbers)]
        cells.append(_share(model.cv_rmse, numbers))
        cells.append(_decimal(model.autocorrelation, 2, numbers))
        cells.append(Cell(numbers.decimal(model.effective.value, 1)))
        rows.append(Row(cells))
    columns = [
        Column(_("Energy baseline of"), numeric=False),
        Column(_("Months")),
        Column("R2"),
        Column(_("Adjusted\nR2")),
        Column("CV(RMSE)"),
        Column(_("Auto-\ncorrelation")),
        Column(_("Months that\ncount")),
    ]
    remarks = [
        _("Use of a month by its drivers, least squares on the months of the baseline, then kept."),
    ]
    return Table(_("How well the baselines fit"), columns, rows, remarks)


def _coefficients(result: MonitoringResult, numbers: Numbers) -> Table:
    _ = numbers.language
    rows: list[Row] = []
    for id, one in result.streams.items():
        stream = result.audit.streams[id]
        heading = f"{name_of(stream, numbers)}, {numbers.unit(stream.unit)}"
        rows.append(Row([Cell(heading), *[Cell("")] * 4], "heading"))
        rows += _rows(result, one, numbers)
    columns = [
        Column(_("In a month"), numeric=False),
        Column(_("Coefficient")),
        Column(_("Standard\nerror")),
        Column("t"),
        Column("p"),
    ]
    remarks = [_("A driver counts as proven where t is above 2 or below -2 (IPMVP).")]
    return Table(_("What use depends on"), columns, rows, remarks)


def _rows(result: MonitoringResult, one: StreamResult, numbers: Numbers) -> Iterator[Row]:
    _ = numbers.language
    for name, coefficient in one.model.coefficients.items():
        if name == BASE:
            title = _("  base load") if one.stream.drivers else _("  mean")
        else:
            driver = result.section.drivers[name]
            unit = numbers.unit(driver.unit)
            title = _("  per {unit} of {driver}") if unit else _("  per unit of {driver}")
            title = title.format(unit=unit, driver=driver.name)
        yield Row([Cell(title), *_cells(coefficient, numbers)])


def _cells(coefficient: Coefficient, numbers: Numbers) -> list[Cell]:
    value, error = coefficient.value, coefficient.error
    return [
        Cell(numbers.plain(value.value), value.value, value.unit),
        EMPTY if error is None else Cell(numbers.plain(error.value), error.value, error.unit),
        _decimal(coefficient.t, 1, numbers),
        _probability(coefficient.p, numbers),
    ]


def _probability(figure: Figure | None, numbers: Numbers) -> Cell:
    if figure is None:
        return EMPTY
    least = 0.001
    text = numbers.decimal(max(figure.value, least), 3)
    return Cell(f"< {text}" if figure.value < least else text, figure.value)


def _decimal(figure: Figure | None, places: int, numbers: Numbers) -> Cell:
    return EMPTY if figure is None else Cell(numbers.decimal(figure.value, places), figure.value)


def _share(figure: Figure | None, numbers: Numbers) -> Cell:
    return EMPTY if figure is None else Cell(numbers.percent(figure.value), figure.value)
