"""A programme from its file: its rows, then its audits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ...diagnostics import Diagnostic
from ...diagnostics.codes import batch as ended
from ...diagnostics.codes import programme as codes
from ...domain.outcome import Outcome, Task
from ...domain.programme import Entry, Programme, Resource
from ...factors import Library, default_library
from ...resolve.checking import resolve_switched_off
from ...resolve.programme import Gathering, Rows, resolve_rows
from ...resolve.programme.gathering import USUAL
from ...resolve.programme.groups import sector_names, service_names
from ...resolve.programme.rows import counts_of
from ...schema.programme import read_programme_file
from ...source import read_source
from ..fingerprint import library_at
from ..workers import Lost, Results, run, usual_workers
from .counted import outcome
from .entries import Entries
from .further import further_errors
from .naming import named_audits


def read_programme(
    path: Path, library: Library | None = None
) -> tuple[Programme | None, list[Diagnostic]]:
    """The programme in a file, or None; and everything there is to say about it.

    Audits that can't be counted are in `missing`; an error names them.
    """
    source, found = read_source(path)
    if source is None:
        return None, found
    reading = read_programme_file(source)
    file = reading.file
    if file is None:
        return None, [*reading.diagnostics, *further_errors(reading, library)]
    gathering = Gathering(file, library or default_library())
    if not (file.audits or file.projects or file.totals or file.training):
        return None, [codes.EMPTY.at(file.programme.span)]
    switched_off = resolve_switched_off(file.check, gathering.say)
    rows = resolve_rows(gathering)
    named = named_audits(gathering, path)
    if any(said.is_error for said in gathering.found):
        return None, gathering.found
    audits = Entries(gathering)
    made = outcomes([one.task for one in named], gathering.library)
    for one, result in zip(named, made, strict=True):
        audits.add(one, result)
    if any(said.is_error and _is_of(said, source.name) for said in gathering.found):
        return None, gathering.found
    audits.close()
    programme = _programme(path, gathering, rows, audits)
    files = tuple(one.task.path for one in named)
    return programme._replace(files=files, switched_off=switched_off), gathering.found


class Counting(NamedTuple):
    """What is done to every audit, by this process or by another: `own` is a folder of factors."""

    own: str | None

    def counted(self, task: Task) -> Outcome:
        """What a programme counts of an audit."""
        return outcome(task, library_at(self.own))


def outcomes(tasks: Sequence[Task], library: Library) -> Iterator[Outcome]:
    """The outcome of each audit, in their order; by all processors where there are many of them."""
    files = library.files
    if files.root != default_library().files.root:
        yield from (outcome(task, library) for task in tasks)  # no other process has this library
        return
    counting = Counting(None if files.own is None else str(files.own.resolve()))
    results: Results[Task, Outcome] = run(tasks, counting.counted, usual_workers(len(tasks)))
    for task, made in results:
        yield _lost(task) if isinstance(made, Lost) else made


def _lost(task: Task) -> Outcome:
    said = ended.WORKER_ENDED.at(None, file=task.name)
    return Outcome(task.name, diagnostics=(said,))


def _is_of(said: Diagnostic, name: str) -> bool:
    return said.span is not None and said.span.source.name == name


def _programme(path: Path, gathering: Gathering, rows: Rows, audits: Entries) -> Programme:
    file = gathering.file
    entries = (*rows.entries, *audits.made)
    _say_gwp(gathering, rows.entries, audits)
    return Programme(
        name=str(file.name),
        currency=gathering.currency,
        country=str(file.country),
        year=file.year or _last_year(entries, rows),
        counts=counts_of(gathering),
        entries=entries,
        courses=rows.courses,
        resources=_in_order(gathering),
        sectors=sector_names(gathering, [one.sector for one in entries]),
        services=service_names(gathering, [one.service for one in entries]),
        rates=tuple(gathering.rates.values()),
        missing=tuple(audits.missing),
        file=str(path),
        diagnostics=tuple(gathering.found),
    )


def _last_year(entries: Iterable[Entry], rows: Rows) -> int:
    """The last year that anything in the file is of; the year of the report unless it is told."""
    years = [year for one in entries for year in one.years]
    return max([*years, *(one.year for one in rows.courses)], default=0)


def _in_order(gathering: Gathering) -> dict[str, Resource]:
    """The usual resources first, the others as the library lists them."""
    met = gathering.resources
    usual = [key for key in USUAL if key in met]
    order = list(gathering.library.resources)
    others = [key for key in met if key not in usual]
    others.sort(key=lambda key: order.index(met[key].type))
    return {key: met[key] for key in (*usual, *others)}


def _say_gwp(gathering: Gathering, rows: Iterable[Entry], audits: Entries) -> None:
    sets = dict(audits.gwp_sets)
    if any(rows):
        sets[str(gathering.file.gwp or gathering.library.default_gwp_set)] = None
    if len(sets) > 1:
        gathering.say(codes.SEVERAL_GWP.at(None, sets=", ".join(sets)))
