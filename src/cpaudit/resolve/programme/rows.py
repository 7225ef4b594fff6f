"""Projects and totals of a programme file: what they save, cost and report."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import NamedTuple, cast

from ...diagnostics import Mistake
from ...diagnostics.codes import plausibility
from ...diagnostics.codes import programme as codes
from ...domain.programme import LEVELS, Counts, Course, Entry, Part, Reported
from ...engine.emissions import IMPACTS
from ...figure import Figure
from ...language import N_
from ...schema.given import Given
from ...schema.programme.file import Project, Saved, Total
from ...source import Text
from ..context import entered
from .gathering import USUAL, Gathering
from .groups import check_groups, sector_for, service_for
from .quantities import Quantities, quantities_of
from .rates import check_rates
from .training import courses_of


class Rows(NamedTuple):
    """What the programme file tells by itself: totals and projects, then training."""

    entries: tuple[Entry, ...]
    courses: tuple[Course, ...]


def resolve_rows(gathering: Gathering) -> Rows:
    """Every row of the file; mistakes are gathered."""
    check_rates(gathering)
    if gathering.found:
        return Rows((), ())
    check_groups(gathering)
    for id in USUAL:
        gathering.resource(id, gathering.library.resources[id].unit)
    file = gathering.file
    entries = [_total(gathering, row, at) for at, row in enumerate(file.totals, 1)]
    entries += [_project(gathering, row, at) for at, row in enumerate(file.projects, 1)]
    return Rows(tuple(entries), courses_of(gathering))


def counts_of(gathering: Gathering, written: Text | None = None) -> Counts:
    """Which options count: as an entry says, otherwise as the file says, otherwise those that are
    implemented."""
    wanted = str(written or gathering.file.counts or "implemented")
    return cast(Counts, wanted)


def _total(gathering: Gathering, row: Total, at: int) -> Entry:
    if row.name is None and row.sector is None:
        gathering.say(codes.NOT_TOLD.at(row.years.span))
    years = (row.years.first, row.years.last)
    entry = _entry(gathering, row, f"totals.{at}", years, "implemented")
    return entry._replace(kind="total", name=str(row.name or ""), span=row.years.span)


def _project(gathering: Gathering, row: Project, at: int) -> Entry:
    year = row.year or gathering.file.year
    if year is None:
        gathering.say(codes.NO_YEAR.at(row.name.span, name=row.name))
        year = 0
    entry = _entry(gathering, row, f"projects.{at}", (year, year), "proposed")
    return entry._replace(
        name=str(row.name),
        in_totals=row.in_totals == "true",
        told_in_totals=row.in_totals is not None,
        loan=_money(gathering, row, "loan", year, "loan"),
        reimbursement=_money(gathering, row, "reimbursement", year, "reimbursement"),
        span=row.name.span,
    )


def _entry(
    gathering: Gathering, row: Saved, key: str, years: tuple[int, int], status: str
) -> Entry:
    """What projects and totals have in common; factors and rates are those of the last year."""
    last = years[1]
    quantities = quantities_of(gathering, row, last) if last else Quantities({}, {}, {})
    life = _lifetime(gathering, row)
    part = Part(
        id=key,
        level=LEVELS[str(row.status or status)],
        first=last,
        last=None if life is None else last + life - 1,
        resources=quantities.resources,
        impacts=quantities.impacts,
        saving=_money(gathering, row, "saving", last),
        investment=_money(gathering, row, "investment", last, "investment"),
    )
    return Entry(
        key=key,
        kind="project",
        name="",
        sector=sector_for(gathering, row.sector),
        province=str(row.province or ""),
        service=service_for(gathering, row.service),
        years=years,
        plants=int(row.plants.quantity.value) if row.plants else None,
        parts=(part,),
        counts=counts_of(gathering),
        reported=tuple(_reported(gathering, row, quantities)),
        note=str(row.note or ""),
    )


def _lifetime(gathering: Gathering, row: Saved) -> int | None:
    """Whole years; a year that is begun counts."""
    if row.lifetime is None:
        return None
    try:
        value = row.lifetime.quantity.to_or_refuse("yr", N_("the lifetime"), "10 yr")
        if value <= 0:
            raise Mistake(plausibility.NOT_POSITIVE.at(row.lifetime.span, key="lifetime"))
    except Mistake as mistake:
        gathering.say(mistake.diagnostic)
        return None
    return ceil(value - 1e-9)


_SUBJECTS = {
    "saving": N_("the saving"),
    "investment": N_("the investment"),
    "loan": N_("the loan"),
    "reimbursement": N_("the reimbursement"),
}


def _money(
    gathering: Gathering, row: Saved, key: str, year: int, not_negative: str | None = None
) -> Figure | None:
    given: Given | None = getattr(row, key)
    if given is None or not year:
        return None
    return gathering.money(given, _SUBJECTS[key], year, row.source, not_negative)


def _reported(gathering: Gathering, row: Saved, quantities: Quantities) -> list[Reported]:
    """Each impact that a report states beside what the row's quantities give."""
    made = []
    for impact, given in row.reported.items():
        if impact not in IMPACTS:
            known = ", ".join(IMPACTS)
            gathering.say(codes.UNKNOWN_IMPACT.at(impact.span, text=impact, known=known))
            continue
        one = _one_reported(gathering, row, impact, given, quantities)
        if one is not None:
            made.append(one)
    return made


def _one_reported(
    gathering: Gathering, row: Saved, impact: Text, given: Given, quantities: Quantities
) -> Reported | None:
    unit = IMPACTS[impact]
    # a report says t of CO2 equivalents where it means tCO2e
    written_in = "t" if unit == "tCO2e" and given.quantity.to("t") is not None else unit
    try:
        value = given.quantity.to_or_refuse(written_in, f"“{impact}”", f"1000 {unit}")
    except Mistake as mistake:
        gathering.say(mistake.diagnostic)
        return None
    stated = entered(gathering.source_of(given, row.source), value, unit)
    digit = given.quantity._replace(value=given.quantity.digit / 2).to(written_in)
    used: Mapping[str, tuple[Figure, Figure]] = {
        id: (amount, intensity)
        for id, (amount, each) in quantities.intensities.items()
        if (intensity := each.get(impact)) is not None
    }
    computed = quantities.impacts.get(impact)
    return Reported(str(impact), stated, digit or 0.0, computed, used, given.span)
