"""The audits that a programme file names: paths and patterns to files, each once."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ...diagnostics.codes import programme as codes
from ...diagnostics.codes import rollup
from ...domain.outcome import Task
from ...resolve.programme import Gathering
from ...resolve.programme.rows import counts_of
from ...schema.programme.file import AuditEntry
from ...source.patterns import files_beside, leaves


class Named(NamedTuple):
    """An audit file and the entry that names it."""

    task: Task
    entry: AuditEntry

    @property
    def is_by_pattern(self) -> bool:
        """Whether a pattern meets the file, and not its own name."""
        return self.task.name != str(self.entry.path)


def named_audits(gathering: Gathering, file: Path) -> list[Named]:
    """Every audit that the programme file names, in its order; what is wrong with paths is told."""
    folder = file.parent
    named: list[Named] = []
    seen: dict[Path, AuditEntry] = {}
    for entry in gathering.file.audits:
        for path in _files(gathering, file, entry):
            name = path.relative_to(folder).as_posix()
            first = seen.get(path.resolve())
            if first is None:
                seen[path.resolve()] = entry
                named.append(Named(_task(gathering, path, name, entry), entry))
                continue
            place, line = first.path.span, str(first.path.span.line)
            said = codes.FILE_TWICE.related(entry.path.span, place, path=name, line=line)
            gathering.say_once((codes.FILE_TWICE.id, entry.path.span, name), said)
    return named


def _files(gathering: Gathering, file: Path, entry: AuditEntry) -> list[Path]:
    """The files that an entry means; a pattern never means the programme file itself."""
    folder, pattern = file.parent, str(entry.path)
    if leaves(pattern):
        gathering.say(codes.OUTSIDE.at(entry.path.span, path=pattern))
        return []
    inside, outside = files_beside(folder, pattern)
    met = inside
    inside = [one for one in met if pattern == file.name or one != file]
    for path in outside:
        gathering.say(codes.OUTSIDE.at(entry.path.span, path=path.relative_to(folder).as_posix()))
    if not inside and not outside:
        code = rollup.ONLY_ITSELF if met else codes.NO_FILE
        gathering.say(code.at(entry.path.span, path=pattern))
    return inside


def _task(gathering: Gathering, path: Path, name: str, entry: AuditEntry) -> Task:
    package = None if entry.package is None else str(entry.package)
    counts = counts_of(gathering, entry.counts)
    return Task(str(path), name, package, counts)
