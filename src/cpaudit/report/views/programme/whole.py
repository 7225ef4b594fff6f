"""The whole report of a programme, or some of its tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from ....engine.programme import Rollup
from ....language import N_, Language
from ...blocks import Block, Panel, Table
from ...numbers import Numbers
from ..assessment import remarks_of
from .bearing import bearing_on
from .groups import provinces_table, sectors_table, services_table
from .headline import headline
from .layout import Wide, in_one_piece, in_parts
from .projects import credit_table, projects_table
from .reported import reported_tables
from .training import training_tables
from .years import rates_table, years_table

TABLES = ("sectors", "projects", "training", "years", "provinces", "services")
_EMPTY = {
    "projects": N_("No projects of {year}."),
    "training": N_("No training of {year}."),
    "years": N_("Nothing had begun by {until}."),
}


def programme_view(
    rollup: Rollup,
    language: Language,
    tables: Sequence[str] = (),
    wide: bool = False,
    verbose: bool = False,
) -> list[Block]:
    """Headline, every table, rates and remarks; or the `tables` named, with the notes on them.

    `wide` leaves tables in one piece, for formats that have the room.
    """
    numbers = Numbers(language)
    lay_out = in_one_piece if wide else partial(in_parts, language=language)
    chosen: list[Block] = []
    for name in tables or _with_content(rollup):
        made = _blocks(name, rollup, numbers, lay_out)
        chosen += made or ([_nothing(name, rollup, numbers)] if tables else [])
    if tables:
        notes = bearing_on(tables, rollup.diagnostics)
        return [*chosen, remarks_of(notes, language, verbose)] if notes else chosen
    rates = rates_table(rollup, numbers)
    blocks = [headline(rollup, numbers), *chosen, *([rates] if rates else [])]
    if rollup.diagnostics:
        blocks.append(remarks_of(rollup.diagnostics, language, verbose))
    return blocks


def _nothing(name: str, rollup: Rollup, numbers: Numbers) -> Panel:
    """A line in place of a table that was asked for and holds nothing."""
    line = numbers.language(_EMPTY[name]).format(year=rollup.year, until=rollup.until)
    return Panel(rollup.programme.name, [line])


def _with_content(rollup: Rollup) -> list[str]:
    """All tables but those whose groups no row tells, and those of savings where there is none."""
    if not rollup.programme.entries:
        return ["training", "years"]
    untold = {
        name
        for name, grouped in (("provinces", rollup.provinces), ("services", rollup.services))
        if not grouped.is_told
    }
    return [name for name in TABLES if name not in untold]


def _blocks(
    name: str, rollup: Rollup, numbers: Numbers, lay_out: Callable[[Wide], list[Table]]
) -> list[Block]:
    """The tables of one subject, as many as there is something for."""
    if name == "training":
        return [*training_tables(rollup, numbers)]
    make = {
        "sectors": sectors_table,
        "provinces": provinces_table,
        "services": services_table,
        "projects": projects_table,
        "years": years_table,
    }[name]
    table = make(rollup, numbers)
    blocks: list[Block] = [*(lay_out(table) if table is not None else [])]
    if name == "projects":
        credit = credit_table(rollup, numbers)
        blocks += [*([credit] if credit else []), *reported_tables(rollup, numbers)]
    return blocks
