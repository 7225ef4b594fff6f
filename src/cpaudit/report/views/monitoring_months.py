"""Every month of a stream, and the running sum of what it uses more or less."""

from __future__ import annotations

from collections.abc import Iterator

from ...engine.monitoring import MonitoringResult, StreamResult
from ..blocks import Block, Cell, Column, Plot, Row, Table
from ..numbers import Numbers
from .baseline import name_of
from .cells import number_cell
from .months import month_text
from .plot import Mark, axis_of, scatter

_SIGN = "o"


def month_blocks(result: MonitoringResult, numbers: Numbers) -> Iterator[Block]:
    """A table and a chart for each stream."""
    for one in result.streams.values():
        yield _table(result, one, numbers)
        yield _chart(result, one, numbers)


def _title(result: MonitoringResult, one: StreamResult, numbers: Numbers) -> str:
    stream = result.audit.streams[one.stream.stream]
    return f"{name_of(stream, numbers)}, {numbers.unit(stream.unit)}"


def _table(result: MonitoringResult, one: StreamResult, numbers: Numbers) -> Table:
    _, drivers = numbers.language, [result.section.drivers[id] for id in one.stream.drivers]
    is_adjusted = any(row.adjusted is not row.model for row in one.months)
    rows = []
    for row in one.months:
        cells = [Cell(month_text(row.month))]
        cells += [number_cell(driver.values[row.month], numbers) for driver in drivers]
        shown = [row.actual, row.model, *([row.adjusted] if is_adjusted else [])]
        cells += [number_cell(figure, numbers) for figure in (*shown, row.avoided, row.cusum)]
        rows.append(Row(cells))
    columns = [
        Column(_("Month"), numeric=False, whole=True),
        *(Column(driver.id) for driver in drivers),
        Column(_("Actual")),
        Column(_("Model")),
        *([Column(_("Adjusted"))] if is_adjusted else []),
        Column(_("Avoided")),
        Column("CUSUM"),
    ]
    title = _("Month by month: {stream}").format(stream=_title(result, one, numbers))
    return Table(title, columns, rows)


def _chart(result: MonitoringResult, one: StreamResult, numbers: Numbers) -> Plot:
    _ = numbers.language
    marks = [Mark(_SIGN, float(at), row.cusum.value) for at, row in enumerate(one.months, 1)]
    x, y = axis_of([float(len(marks))]), axis_of([mark.y for mark in marks])
    ends = month_text(one.months[0].month), month_text(one.months[-1].month)
    lines = scatter(marks, x, y, ends, (numbers.plain(y.low), numbers.plain(y.high)))
    remarks = [_("Running sum of actual use less the adjusted baseline: downwards is a saving.")]
    title = _("CUSUM: {stream}").format(stream=_title(result, one, numbers))
    return Plot(title, lines, remarks)
