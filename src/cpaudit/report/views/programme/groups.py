"""Savings by sector, province and service."""

from __future__ import annotations

from collections.abc import Mapping

from ....domain import Names
from ....domain.programme import NOT_TOLD, SERVICES
from ....engine.programme import Rollup
from ....engine.programme.groups import Grouped
from ....language import N_
from ...blocks import Cell
from ...numbers import Numbers
from ..cells import PARTIAL
from .layout import Head, Section, Wide
from .sections import emission_section, money_section, resource_section

_NOT_TOLD = N_("not told")


def sectors_table(rollup: Rollup, numbers: Numbers) -> Wide:
    """Table 1 of the annual report."""
    names = {id: sector_name(id, rollup, numbers) for id in rollup.sectors.groups}
    title = numbers.language("Savings a year per sector, {years}")
    return _table(title, numbers.language("Sector"), names, rollup.sectors, rollup, numbers)


def provinces_table(rollup: Rollup, numbers: Numbers) -> Wide:
    names = {id: id or numbers.language(_NOT_TOLD) for id in rollup.provinces.groups}
    title = numbers.language("Savings a year per province, {years}")
    return _table(title, numbers.language("Province"), names, rollup.provinces, rollup, numbers)


def services_table(rollup: Rollup, numbers: Numbers) -> Wide:
    names = {id: service_name(id, rollup, numbers) for id in rollup.services.groups}
    title = numbers.language("Savings a year per service, {years}")
    return _table(title, numbers.language("Service"), names, rollup.services, rollup, numbers)


def sector_name(id: str, rollup: Rollup, numbers: Numbers) -> str:
    """A sector as the library or the file calls it."""
    return _named(id, rollup.programme.sectors, numbers)


def service_name(id: str, rollup: Rollup, numbers: Numbers) -> str:
    """A service as the file or the catalogue calls it."""
    names = rollup.programme.services
    if id in SERVICES and not names.get(id):
        return numbers.language(SERVICES[id])
    return _named(id, names, numbers)


def _named(id: str, names: Mapping[str, Names], numbers: Numbers) -> str:
    if id == NOT_TOLD:
        return numbers.language(_NOT_TOLD)
    return names.get(id, {}).get(numbers.language.code, id)


def _table(
    title: str,
    head: str,
    names: Mapping[str, str],
    grouped: Grouped,
    rollup: Rollup,
    numbers: Numbers,
) -> Wide:
    _, programme = numbers.language, rollup.programme
    sums = [*grouped.groups.values(), grouped.total]
    heads = [Head(Cell(name)) for name in names.values()]
    heads.append(Head(Cell(_("Total")), "total"))
    sections: list[Section] = [
        resource_section(sums, programme.resources, numbers),
        money_section(sums, programme.currency, numbers),
    ]
    emissions = emission_section(sums, numbers)
    if emissions is not None:
        sections.append(emissions)
    return Wide(
        title.format(years=years_text(rollup)),
        head,
        heads,
        sections,
        [*remarks(sections, rollup, numbers), *_nothing(grouped, rollup, numbers)],
    )


def _nothing(grouped: Grouped, rollup: Rollup, numbers: Numbers) -> list[str]:
    """That nothing counts, where the table is empty."""
    if grouped.groups:
        return []
    sentence = numbers.language("Nothing counts in {year}.")
    return [sentence.format(year=rollup.until)]


def years_text(rollup: Rollup) -> str:
    """The years that a sum is over."""
    if rollup.first == rollup.until:
        return str(rollup.until)
    return f"{rollup.first}–{rollup.until}"


def remarks(sections: list[Section], rollup: Rollup, numbers: Numbers) -> list[str]:
    """What the columns mean, and what is not in them."""
    _ = numbers.language
    found = [_("FO: fuel oil; DO: diesel oil. CO2e as calculated from the quantities.")]
    if rollup.first != rollup.until:
        found.append(_("Money of each year as it was paid: inflation is not removed."))
    cells = (cell for section in sections for row in section.cells for cell in row)
    if any(cell.text.endswith(" *") for cell in cells):
        found.append(_(PARTIAL))
    return [*found, *incomplete(rollup, numbers)]


def incomplete(rollup: Rollup, numbers: Numbers) -> list[str]:
    """That audits are missing, in words that can't be overlooked."""
    missing = rollup.programme.missing
    if not missing:
        return []
    sentence = numbers.language("INCOMPLETE: audits that are missing here: {files}.")
    return [sentence.format(files=", ".join(missing))]
