"""The whole report of a programme, or some of its tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ....domain.programme import COUNTED
from ....engine.programme import Rollup
from ....language import Language
from ...blocks import Block, Panel, Table
from ...numbers import Numbers
from ..assessment import remarks_of
from ..options import STATUSES
from .groups import incomplete, provinces_table, sectors_table, services_table, years_text
from .layout import Wide, in_one_piece, in_parts
from .projects import credit_table, projects_table
from .reported import reported_tables
from .training import training_tables
from .years import rates_table, years_table

TABLES = ("sectors", "projects", "training", "years", "provinces", "services")


def programme_view(
    rollup: Rollup,
    language: Language,
    tables: Sequence[str] = (),
    wide: bool = False,
    verbose: bool = False,
) -> list[Block]:
    """Headline, every table, rates and remarks; or the `tables` named, without anything else.

    `wide` leaves tables in one piece, for formats that have the room.
    """
    numbers = Numbers(language)
    lay_out = in_one_piece if wide else in_parts
    chosen: list[Block] = []
    for name in tables or _with_content(rollup):
        chosen += _blocks(name, rollup, numbers, lay_out)
    if tables:
        return chosen
    rates = rates_table(rollup, numbers)
    blocks = [_headline(rollup, numbers), *chosen, *([rates] if rates else [])]
    if rollup.diagnostics:
        blocks.append(remarks_of(rollup.diagnostics, language, verbose))
    return blocks


def _with_content(rollup: Rollup) -> list[str]:
    """All tables but those whose groups no row tells."""
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


def _headline(rollup: Rollup, numbers: Numbers) -> Panel:
    """What the programme comes to, and what counts in it."""
    _, programme, total = numbers.language, rollup.programme, rollup.sectors.total
    levels = ", ".join(_(STATUSES[level]) for level in COUNTED[programme.counts])
    lines = [
        *incomplete(rollup, numbers),
        _("{years}; counted is what is: {levels}.").format(years=years_text(rollup), levels=levels),
    ]
    if total.saving is not None:
        invested = total.investment.value if total.investment else 0.0
        lines.append(
            _("Saves {saving} a year for an investment of {investment}.").format(
                saving=_money(total.saving.value, programme.currency, numbers),
                investment=_money(invested, programme.currency, numbers),
            )
        )
    if total.payback is not None and total.payback.time is not None:
        months = numbers.decimal(total.payback.time.value * 12, 1)
        lines.append(_("Payback: {months} months.").format(months=months))
    co2e = total.impacts.get("co2e")
    if co2e is not None:
        lines.append(_("Avoids {co2e} a year.").format(co2e=numbers.figure(co2e)))
    training = rollup.training
    if training.courses:
        lines.append(
            _("Training of {year}: {days} person-days in {courses} courses.").format(
                year=training.year,
                days=numbers.summed(training.total.person_days.value),
                courses=training.total.courses,
            )
        )
    return Panel(programme.name, lines)


def _money(value: float, currency: str, numbers: Numbers) -> str:
    """Money without cents, as a report tells it."""
    return f"{numbers.decimal(value, 0)} {numbers.unit(currency)}"
