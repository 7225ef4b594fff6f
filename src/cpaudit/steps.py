"""The steps from a file to its assessment, as the commands and the public functions take them."""

from __future__ import annotations

from os import PathLike
from pathlib import Path

from .checks import check
from .diagnostics import Diagnostic, Source
from .domain import Audit
from .engine import Assessment
from .engine import assess as _assess
from .factors import Library
from .resolve import FOLLOW_MISSING_ENTRIES, FOLLOW_MISSING_KEYS, resolve
from .schema import Reading, read_audit_file
from .source import read_source


class AuditError(Exception):
    """A file that can't be assessed; `diagnostics` say where and why, errors and warnings."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        errors = [f"{said.span}: {said.code.id}" for said in diagnostics if said.is_error]
        super().__init__("; ".join(errors))
        self.diagnostics = diagnostics


def load(path: str | PathLike[str], library: Library | None = None) -> Audit:
    """Read an audit file and resolve it against the factor library.

    Raises AuditError with every mistake of the file, and factors.files.LibraryError where a file of
    the library itself is broken. Warnings are in `audit.diagnostics`.
    """
    audit, found = read_audit(Path(path), library)
    if audit is None:
        raise AuditError(found)
    return audit


def assess(audit: Audit) -> Assessment:
    """Every figure of an audit; warnings, those of loading included, are in `diagnostics`.

    Raises AuditError where an option saves more than there is left.
    """
    assessment, found = assess_audit(audit)
    if assessment is None:
        raise AuditError(found)
    return assessment


def read_audit(path: Path, library: Library | None = None) -> tuple[Audit | None, list[Diagnostic]]:
    """The audit in a file, or None; and everything there is to say about the file."""
    source, found = read_source(path)
    return (None, found) if source is None else audit_in(source, library)


def audit_in(
    source: Source, library: Library | None = None
) -> tuple[Audit | None, list[Diagnostic]]:
    """The audit in a text that is read already, or None; and everything there is to say."""
    reading = read_audit_file(source)
    if reading.file is None:
        found = [*reading.diagnostics, *_further_errors(reading, library)]
        return None, sorted(found, key=lambda said: (_is_beside(said, source), *_place(said)))
    audit, found = resolve(reading.file, source.name, library)
    return (audit._replace(diagnostics=tuple(found)) if audit else None), found


def _further_errors(reading: Reading, library: Library | None) -> list[Diagnostic]:
    """What is wrong with the rest of a file whose shape is wrong; nothing that only follows."""
    if reading.rest is None:
        return []
    audit, found = resolve(reading.rest, "", library)
    if audit is not None:
        found = _assess(audit)[1]
    follow_up = FOLLOW_MISSING_KEYS + (FOLLOW_MISSING_ENTRIES if reading.lost_entries else ())
    told = {(said.span.source, *_place(said)) for said in reading.diagnostics if said.span}
    return [
        said
        for said in found
        if said.is_error and said.code not in follow_up
        if said.span is None or (said.span.source, *_place(said)) not in told
    ]


def _is_beside(said: Diagnostic, source: Source) -> bool:
    """Whether something is said of a table beside the file and not of the file itself."""
    return said.span is not None and said.span.source is not source


def _place(said: Diagnostic) -> tuple[int, int]:
    return (said.span.line, said.span.column) if said.span else (0, 0)


def assess_audit(audit: Audit) -> tuple[Assessment | None, list[Diagnostic]]:
    """The assessment of an audit, or None; and everything there is to say, loading included."""
    assessment, found = _assess(audit)
    found = [*audit.diagnostics, *found]
    if assessment is None:
        return None, found
    found += check(assessment)
    return assessment._replace(diagnostics=tuple(found)), found
