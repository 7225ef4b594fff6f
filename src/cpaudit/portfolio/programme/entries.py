"""Outcomes of audits to rows of a programme: in its currency, with what its file says of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...diagnostics import Diagnostic
from ...diagnostics.codes import keys, rollup
from ...diagnostics.codes import programme as codes
from ...diagnostics.similar import listed
from ...domain.outcome import Done, Outcome
from ...domain.programme import COUNTED, Entry, Part
from ...figure import Figure
from ...resolve.programme import Gathering
from ...resolve.programme.groups import holder_of, sector_for, service_for
from ...resolve.programme.rates import RateFound, turned
from ...schema.programme.file import AuditEntry
from .naming import Named


@dataclass(slots=True)
class Entries:
    """The rows of audits, made one after another, and what must be known of all of them."""

    gathering: Gathering
    made: list[Entry] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    plants: dict[tuple[str, int], str] = field(default_factory=dict)
    gwp_sets: dict[str, None] = field(default_factory=dict)
    warning: list[str] = field(default_factory=list)
    idle: list[str] = field(default_factory=list)
    programmes: list[str] = field(default_factory=list)

    def add(self, named: Named, outcome: Outcome) -> None:
        """Make the row of an audit, or keep what is wrong with it."""
        if named.is_by_pattern and any(
            said.code is keys.IS_A_PROGRAMME for said in outcome.diagnostics
        ):
            self.programmes.append(outcome.name)
            return
        if not outcome.plant:
            self.missing.append(outcome.name)
            self.gathering.found += [_placed(said, named.entry) for said in outcome.diagnostics]
            return
        entry = entry_of(self.gathering, named, outcome)
        self.made.append(entry)
        self.gwp_sets[outcome.gwp_set] = None
        if not any(one.level in COUNTED[entry.counts] for one in entry.parts):
            self.idle.append(outcome.name)
        if outcome.warnings:
            self.warning.append(outcome.name)
        key = (outcome.plant.casefold(), entry.years[0])
        other = self.plants.setdefault(key, outcome.name)
        if other != outcome.name:
            values = {"plant": outcome.plant, "year": str(key[1]), "other": other}
            said = codes.PLANT_TWICE.at(named.entry.path.span, path=outcome.name, **values)
            self.gathering.say_once((codes.PLANT_TWICE.id, outcome.name), said)

    def close(self) -> None:
        """Say what only all audits together show."""
        for code, names in (
            (codes.NOTHING_COUNTS, self.idle),
            (codes.AUDITS_WARN, self.warning),
            (rollup.PROGRAMMES_LEFT_OUT, self.programmes),
            (codes.MISSING_AUDITS, self.missing),
        ):
            if names:
                self.gathering.say(code.at(None, count=len(names), files=listed(names, 5)))


def _placed(said: Diagnostic, entry: AuditEntry) -> Diagnostic:
    """A package that an audit has not is a mistake of the programme file."""
    if said.code is codes.UNKNOWN_PACKAGE and entry.package is not None:
        return said._replace(span=entry.package.span)
    return said


def entry_of(gathering: Gathering, named: Named, outcome: Outcome) -> Entry:
    """The row of an audit; what is to be said of it is told."""
    entry = named.entry
    starts = _starts(gathering, entry, outcome)
    rate = _own_rate(gathering, outcome)
    parts = tuple(
        _part(gathering, entry, outcome, one, starts.get(one.option), rate) for one in outcome.done
    )
    _say_left_out(gathering, named, outcome)
    years = sorted(one.first for one in parts) or [outcome.year]
    sector = sector_for(gathering, entry.sector) or holder_of(gathering, outcome.sector)
    return Entry(
        key=outcome.name,
        kind="audit",
        name=outcome.plant,
        sector=sector,
        province=str(entry.province or outcome.province),
        service=service_for(gathering, entry.service),
        years=(years[0], years[-1]),
        plants=int(entry.plants.quantity.value) if entry.plants else 1,
        parts=parts,
        in_totals=entry.in_totals == "true",
        told_in_totals=entry.in_totals is not None,
        lacks_grid=outcome.lacks_grid,
        counts=named.task.counts,
        span=entry.path.span,
    )


def _say_left_out(gathering: Gathering, named: Named, outcome: Outcome) -> None:
    """Options that would count, but are not in the package that the file names."""
    if outcome.left_out:
        values = {"package": named.task.package, "options": listed(outcome.left_out)}
        span = named.entry.path.span
        said = codes.NOT_IN_PACKAGE.at(span, path=outcome.name, **values)
        gathering.say_once((codes.NOT_IN_PACKAGE.id, outcome.name), said)


def _starts(gathering: Gathering, entry: AuditEntry, outcome: Outcome) -> dict[str, int]:
    """The year in which each option's savings began: as written, otherwise the audit's own."""
    if isinstance(entry.year, Mapping):
        for id in entry.year:
            if id not in outcome.options:
                known = listed(outcome.options)
                said = codes.UNKNOWN_OPTION.at(id.span, path=outcome.name, text=id, known=known)
                gathering.say_once((codes.UNKNOWN_OPTION.id, id.span, outcome.name), said)
        return {str(id): year for id, year in entry.year.items()}
    return {} if entry.year is None else dict.fromkeys(outcome.options, entry.year)


def _own_rate(gathering: Gathering, outcome: Outcome) -> RateFound | None:
    """The rate to the programme's currency that the audit itself states."""
    target = gathering.currency
    written = outcome.rates.get(target)
    if written is None or outcome.currency == target:
        return None
    return turned(written, target, outcome.currency, "audit")


def _part(
    gathering: Gathering,
    entry: AuditEntry,
    outcome: Outcome,
    done: Done,
    start: int | None,
    rate: RateFound | None,
) -> Part:
    """An option in the programme's currency; its prices are those of the audit's year."""

    def money(figure: Figure | None) -> Figure | None:
        if figure is None:
            return None
        return gathering.in_currency(figure, outcome.year, entry.path.span, rate)

    first = (start or outcome.year) + done.delay
    return Part(
        id=done.option,
        level=done.level,
        first=first,
        last=None if done.lifetime is None else first + done.lifetime - 1,
        resources={gathering.resource(*key): one for key, one in done.resources.items()},
        impacts=done.impacts,
        saving=money(done.saving),
        investment=money(done.investment),
    )
