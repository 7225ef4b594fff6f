"""The projects of a year by how far they have come; and what was reported beside it."""

from __future__ import annotations

from ....engine.programme import Rollup
from ....engine.programme.projects import ProjectLine
from ....engine.programme.sums import Sum
from ...blocks import Cell, Column, Row, Table
from ...numbers import Numbers
from ..options import STATUSES
from .groups import incomplete, remarks, sector_name, service_name
from .layout import Head, Section, Wide
from .sections import emission_section, money_section, resource_section, scaled_cell


def projects_table(rollup: Rollup, numbers: Numbers) -> Wide | None:
    """Each level with its lines and, of several, their sum; None without any project."""
    projects = rollup.projects
    if not projects.lines:
        return None
    _, programme = numbers.language, rollup.programme
    heads: list[Head] = []
    sums: list[Sum] = []
    for level, total in projects.totals.items():
        lines = [one for one in projects.lines if one.level == level]
        for line in lines:
            heads.append(Head(Cell(line.entry.name, detail=_detail(line, rollup, numbers))))
            sums.append(line.sum)
        if len(lines) > 1:
            together = _("Together: {status}").format(status=_(STATUSES[level]))
            heads.append(Head(Cell(together), "total"))
            sums.append(total)
    sections: list[Section] = [
        money_section(sums, programme.currency, numbers, in_years=False),
        resource_section(sums, programme.resources, numbers, usual=0),
    ]
    emissions = emission_section(sums, numbers)
    if emissions is not None:
        sections.append(emissions)
    notes = [f"{one.entry.name}: {one.entry.note}" for one in projects.lines if one.entry.note]
    said = [*remarks(sections, rollup, numbers), *notes]
    title = _("Projects of {year}").format(year=projects.year)
    return Wide(title, _("Project"), heads, sections, said)


def _detail(line: ProjectLine, rollup: Rollup, numbers: Numbers) -> str:
    """Status, service and sector of a project, as far as they are told."""
    _, entry = numbers.language, line.entry
    parts = [_(STATUSES[line.level])]
    if entry.service:
        parts.append(service_name(entry.service, rollup, numbers))
    if entry.sector:
        parts.append(sector_name(entry.sector, rollup, numbers))
    if entry.in_totals:
        parts.append(_("in the totals"))
    return " · ".join(parts)


def credit_table(rollup: Rollup, numbers: Numbers) -> Table | None:
    """Loans and reimbursements of the year's projects; None where there are none."""
    _, currency = numbers.language, rollup.programme.currency
    entries = {one.entry.key: one.entry for one in rollup.projects.lines}.values()
    shown = [one for one in entries if one.loan or one.reimbursement]
    if not shown:
        return None
    values = [one.value for entry in shown for one in (entry.loan, entry.reimbursement) if one]
    divisor, money = numbers.money_in_full(values, currency)
    rows = [
        Row(
            [
                Cell(entry.name),
                scaled_cell(entry.loan, numbers, divisor),
                scaled_cell(entry.reimbursement, numbers, divisor),
            ]
        )
        for entry in shown
    ]
    columns = [
        Column(_("Project"), numeric=False),
        Column(_("Loan,\n{unit}").format(unit=money)),
        Column(_("Reimbursement,\n{unit}").format(unit=money)),
    ]
    title = _("Credit of {year}").format(year=rollup.year)
    return Table(title, columns, rows, incomplete(rollup, numbers))
