"""The programme year by year, and the exchange rates that its money went by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ....domain.programme import Rate
from ....engine.programme import Rollup
from ....engine.programme.sums import Sum
from ....engine.programme.years import YearSums
from ....figure import Computed, Figure, FromFactor
from ....language import N_
from ...blocks import EMPTY, Cell, Column, Row, Table
from ...numbers import Numbers
from ..cells import number_cell
from ..sources import title_of
from .groups import remarks
from .layout import Head, Section, Wide
from .sections import money_scale, plants_cell, scaled_cell, summed_cell

_SOURCES = {
    "audit": N_("the audit file"),
    "programme": N_("the programme file"),
}


class _Line(NamedTuple):
    """A row of the table: a year, or totals over several years that end in it."""

    head: Head
    begun: Sum
    year: YearSums | None


def years_table(rollup: Rollup, numbers: Numbers) -> Wide | None:
    """A row for each year; None where nothing ever began."""
    if not rollup.years:
        return None
    _ = numbers.language
    lines = [line for one in rollup.years for line in _lines(one, numbers)]
    sections = [_begun(lines, rollup, numbers), _in_force(lines, rollup, numbers)]
    said = [
        _("The year in which a saving begins and the last of its lifetime count as whole years."),
        *remarks(sections, rollup, numbers)[1:],
    ]
    if sum(bool(line.begun.plants.number) for line in lines) > 1:
        said.insert(1, _("A plant is counted in each year in which one of its savings began."))
    return Wide(_("Year by year"), _("Year"), [line.head for line in lines], sections, said)


def _lines(one: YearSums, numbers: Numbers) -> list[_Line]:
    """A row for the totals that end in a year, before the year itself."""
    year = _Line(Head(Cell(str(one.year))), one.own, one)
    if one.totals is None:
        return [year]
    text = numbers.language("Totals {first}–{last}").format(first=one.since, last=one.year)
    return [_Line(Head(Cell(text)), one.totals, None), year]


def _begun(lines: Sequence[_Line], rollup: Rollup, numbers: Numbers) -> Section:
    _, sums = numbers.language, [line.begun for line in lines]
    divisor, money = money_scale(sums, rollup.programme.currency, numbers)
    columns = [
        Column(_("Plants")),
        Column(_("Saving,\n{unit}").format(unit=money)),
        Column(_("Investment,\n{unit}").format(unit=money)),
        Column(_("CO2e,\nt")),
        Column(_("Person-\ndays")),
    ]
    cells = [
        [
            plants_cell(line.begun.plants, numbers),
            scaled_cell(line.begun.saving, numbers, divisor),
            scaled_cell(line.begun.investment, numbers, divisor),
            number_cell(line.begun.impacts.get("co2e"), numbers),
            summed_cell(line.year.person_days if line.year else None, numbers),
        ]
        for line in lines
    ]
    return Section(_("savings that began, and training"), columns, cells)


def _in_force(lines: Sequence[_Line], rollup: Rollup, numbers: Numbers) -> Section:
    _, currency = numbers.language, rollup.programme.currency
    values = [one.saved.value for one in rollup.years if one.saved]
    divisor, money = numbers.money_in_full(values, currency)
    columns = [
        Column(_("Saving\na year,\n{unit}").format(unit=money)),
        Column(_("CO2e\na year,\nt")),
        Column(_("Saved\nso far,\n{unit}").format(unit=money)),
        Column(_("CO2e\nso far,\nt")),
    ]
    cells = [
        [
            scaled_cell(one.in_force.saving, numbers, divisor),
            number_cell(one.in_force.impacts.get("co2e"), numbers),
            scaled_cell(one.saved, numbers, divisor),
            number_cell(one.avoided, numbers),
        ]
        if (one := line.year) is not None
        else [EMPTY] * len(columns)
        for line in lines
    ]
    return Section(_("what is in force, and what has been saved"), columns, cells)


def rates_table(rollup: Rollup, numbers: Numbers) -> Table | None:
    """Every rate that was used; None where all money is of one currency."""
    rates = rollup.programme.rates
    if not rates:
        return None
    _ = numbers.language
    rows = [
        Row(
            [
                Cell(f"{one.currency} → {rollup.programme.currency}"),
                Cell(str(one.year)),
                Cell(_written(one, numbers)),
                Cell(_source(one, numbers)),
            ]
        )
        for one in sorted(rates, key=lambda one: (one.currency, one.year, one.source))
    ]
    columns = [
        Column(_("Money"), numeric=False, whole=True),
        Column(_("Year"), numeric=False, whole=True),
        Column(_("Rate")),
        Column(_("Source"), numeric=False),
    ]
    return Table(_("Exchange rates"), columns, rows)


def _origin(figure: Figure) -> Figure:
    """A rate as it is written, before it was turned round."""
    derivation = figure.derivation
    return derivation.inputs[0][1] if isinstance(derivation, Computed) else figure


def _written(rate: Rate, numbers: Numbers) -> str:
    written = _origin(rate.figure)
    return f"{numbers.exact(written.value)} {numbers.unit(written.unit)}"


def _source(rate: Rate, numbers: Numbers) -> str:
    derivation = _origin(rate.figure).derivation
    if isinstance(derivation, FromFactor):
        return title_of(derivation.factor.publication, numbers)
    return numbers.language(_SOURCES[rate.source])
