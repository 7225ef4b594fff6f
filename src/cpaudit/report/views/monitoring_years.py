"""Use against the frozen baseline, year by year: of each stream, and of all together."""

from __future__ import annotations

from ...domain import Period
from ...engine.monitoring import MonitoringResult, PlantTotals, Totals
from ...figure import Figure
from ..blocks import EMPTY, Cell, Column, Row, Table
from ..numbers import Numbers
from .baseline import name_of
from .cells import legend, money_cell, number_cell
from .months import span_text


def years_table(result: MonitoringResult, numbers: Numbers) -> Table:
    """Actual use, adjusted baseline, avoided use with its uncertainty, by stream and year."""
    _ = numbers.language
    rows: list[Row] = []
    for id, one in result.streams.items():
        stream = result.audit.streams[id]
        heading = f"{name_of(stream, numbers)}, {numbers.unit(stream.unit)}"
        rows.append(Row([Cell(heading), *[Cell("")] * 6], "heading"))
        rows += [_row(year, numbers) for year in one.years if year.months]
        if len(one.years) > 1:
            rows.append(_row(one.total, numbers, _("  together")))
    confidence = numbers.percent(result.section.confidence.value)
    columns = [
        Column("", numeric=False, whole=True),
        Column(_("Actual\nuse")),
        Column(_("Adjusted\nbaseline")),
        Column(_("Avoided")),
        Column("±"),
        Column("SEnPI"),
        Column(_("Of expected,\n%")),
    ]
    remarks = [
        _("Adjusted baseline: what the drivers of the month would have needed, and adjustments."),
        _("±: at {confidence} confidence (ASHRAE Guideline 14). SEnPI: actual by adjusted.").format(
            confidence=confidence
        ),
    ]
    return Table(_("Use, year by year"), columns, rows, remarks)


def _row(totals: Totals, numbers: Numbers, title: str = "") -> Row:
    senpi = totals.senpi
    rate = totals.rate
    return Row(
        [
            Cell(title or f"  {_year(totals.period, len(totals.months))}"),
            number_cell(totals.actual, numbers),
            number_cell(totals.adjusted, numbers),
            number_cell(totals.avoided, numbers),
            number_cell(totals.uncertainty, numbers),
            EMPTY if senpi is None else Cell(numbers.decimal(senpi.value, 3), senpi.value),
            EMPTY if rate is None else Cell(numbers.percent(rate.value)[:-2], rate.value),
        ]
    )


def _year(period: Period, months: int) -> str:
    text = span_text(period)
    return text if months == period.months else f"{text} ({months}/{period.months})"


def plant_table(result: MonitoringResult, numbers: Numbers) -> Table:
    """All monitored streams together: energy, money, greenhouse gases."""
    _ = numbers.language
    every = [*result.years, *([result.total] if result.total else [])]
    money = [one.saving.value for one in every if one.saving is not None]
    divisor, unit = numbers.money_scale(money, result.audit.currency)
    rows = [_plant_row(one, divisor, numbers) for one in result.years]
    if result.total is not None and len(result.years) > 1:
        rows.append(_plant_row(result.total, divisor, numbers, _("Together")))
    columns = [
        Column(_("Year"), numeric=False, whole=True),
        Column(_("Energy used,\nGJ")),
        Column(_("Energy\navoided, GJ")),
        Column("SEnPI"),
        Column(_("Saving,\n{unit}").format(unit=unit)),
        Column(_("t CO2e\navoided")),
    ]
    remarks = [_("Money at the audit's prices; CO2e by its emission factors.")]
    title = _("What it is worth: all monitored streams")
    return Table(title, columns, rows, [*remarks, *legend(rows, numbers)])


def _plant_row(totals: PlantTotals, divisor: float, numbers: Numbers, title: str = "") -> Row:
    senpi: Figure | None = totals.senpi
    cells = [
        Cell(title or span_text(totals.period)),
        number_cell(totals.actual, numbers),
        number_cell(totals.energy, numbers),
        EMPTY if senpi is None else Cell(numbers.decimal(senpi.value, 3), senpi.value),
        money_cell(totals.saving, numbers, divisor),
        number_cell(totals.co2e, numbers),
    ]
    return Row(cells, "total" if title else "body")
