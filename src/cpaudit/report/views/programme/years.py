"""The programme year by year, and the exchange rates that its money went by."""

from __future__ import annotations

from ....domain.programme import Rate
from ....engine.programme import Rollup
from ....engine.programme.years import YearSums
from ....figure import Computed, Figure, FromFactor
from ....language import N_
from ...blocks import Cell, Column, Row, Table
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


def years_table(rollup: Rollup, numbers: Numbers) -> Wide | None:
    """A row for each year; None where nothing ever began."""
    years = rollup.years
    if not years:
        return None
    _ = numbers.language
    heads = [Head(Cell(_label(one, rollup))) for one in years]
    sections = [_begun(rollup, numbers), _in_force(rollup, numbers)]
    said = [
        _("The year in which a saving begins and the last of its lifetime count as whole years."),
        *remarks(sections, rollup, numbers)[1:],
    ]
    return Wide(_("Year by year"), _("Year"), heads, sections, said)


def _label(one: YearSums, rollup: Rollup) -> str:
    """The year; with the first one of those that are summed up in it."""
    entries = {entry.key: entry for entry in rollup.programme.entries if entry.is_cumulative}
    firsts = [entries[key].years[0] for key in one.begun.rows if key in entries]
    return f"{min(firsts)}–{one.year}" if firsts else str(one.year)


def _begun(rollup: Rollup, numbers: Numbers) -> Section:
    _, sums = numbers.language, [one.begun for one in rollup.years]
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
            plants_cell(one.begun.plants, numbers),
            scaled_cell(one.begun.saving, numbers, divisor),
            scaled_cell(one.begun.investment, numbers, divisor),
            number_cell(one.begun.impacts.get("co2e"), numbers),
            summed_cell(one.person_days, numbers),
        ]
        for one in rollup.years
    ]
    return Section(_("what began"), columns, cells)


def _in_force(rollup: Rollup, numbers: Numbers) -> Section:
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
        for one in rollup.years
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
