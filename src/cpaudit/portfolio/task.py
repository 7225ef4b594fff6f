"""One file to its rows: the work that a worker does again and again."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from ..diagnostics import Diagnostic, Level, Source
from ..diagnostics.codes import batch as codes
from ..domain import Audit
from ..engine import Assessment
from ..factors import LibraryError
from ..resolve.money import rate_in
from ..source.files import read_plain_file, source_of_bytes
from ..steps import assess_audit, audit_in
from .columns import Column, Per, Row, resource_units
from .figures import Subject, types_in
from .fingerprint import factors_hash, file_hash, library_at
from .options import option_columns, option_rows
from .outcome import Outcome
from .plants import plant_columns, plant_row
from .portable import packed

# a mapping of a programme is no audit; one with a plant is meant as one, whatever it lacks
_PROGRAMME = re.compile(r"""^(?:\{\s*)?["']?programme["']?\s*:""", re.MULTILINE)
_VERSION = re.compile(r"""^\s*(?:\{\s*)?["']?cpaudit["']?\s*:""", re.MULTILINE)
_AUDIT = re.compile(r"""^(?:\{\s*)?["']?(?:cpaudit|plant)["']?\s*:""", re.MULTILINE)


class OtherWorker(Exception):
    """The worker would calculate with another version of the program, or with other factors."""


class File(NamedTuple):
    """A file of a batch; one that is named, and not found in a folder, must be an audit."""

    name: str
    is_named: bool = False


class Work(NamedTuple):
    """What is done to every file: money in `currency` if given, rows about one package of each.

    `folder` is where the names of files lead from, if not the worker's own; `expected` is the hash
    of the factors with which it shall be done. Warnings are kept where they are `wanted`.
    """

    per: Per = "plant"
    package: str | None = None
    currency: str | None = None
    factors: str | None = None
    expected: str | None = None
    folder: str | None = None
    wants_warnings: bool = False

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the rows."""
        units = units_of(self.factors)
        return plant_columns(units) if self.per == "plant" else option_columns(units)

    def outcome(self, file: File) -> Outcome:
        """The outcome of a file. Raises OtherWorker, and LibraryError where factors are broken."""
        if self.expected not in (None, factors_hash(self.factors)):
            raise OtherWorker
        try:
            return self._outcome(file)
        except (LibraryError, OSError):
            raise
        except Exception as problem:  # of one file in thousands; the others go on
            if os.environ.get("CPAUDIT_TRACEBACK"):
                raise
            text = f"{type(problem).__name__}: {problem}"
            said = codes.FAILED.at(None, file=file.name, problem=text)
            return Outcome(file.name, "failed", said=packed([said]))

    def _outcome(self, file: File) -> Outcome:
        path = Path(self.folder or "", file.name)
        data, found = read_plain_file(path, file.name)
        if data is None:
            return Outcome(file.name, "broken", said=packed(found))
        digest = file_hash(data)
        source, found = source_of_bytes(data, file.name, path.parent)
        if source is None:
            return Outcome(file.name, "broken", digest, said=packed(found))
        audit, found = audit_in(source, library_at(self.factors))
        if audit is None:
            if not file.is_named and not is_audit(source):
                return Outcome(file.name, "skipped", digest)
            return Outcome(file.name, "broken", digest, said=packed(found))
        attachments = tuple((one.path, one.sha256) for one in audit.attachments)
        assessment, found = assess_audit(audit)
        if assessment is None:
            return Outcome(file.name, "broken", digest, attachments, said=packed(found))
        return self._assessed(Outcome(file.name, "assessed", digest, attachments), assessment)

    def _assessed(self, outcome: Outcome, assessment: Assessment) -> Outcome:
        audit, found = assessment.audit, assessment.diagnostics
        currency, rate = self.currency or audit.currency, 1.0
        if currency != audit.currency:
            known = rate_in(audit, currency, library_at(self.factors))
            if known is None:
                return outcome._replace(state="broken", said=packed([_no_rate(audit, currency)]))
            rate = known.value
        package = self.package or next(reversed(tuple(audit.packages)), None)
        lacks = package not in audit.packages
        about, units = None if lacks else package, units_of(self.factors)
        types, width = types_in(audit, units), len(units)
        subject = Subject(outcome.file, assessment, about, currency, rate, types, width)
        warnings = [said for said in found if said.level is Level.WARNING]
        return outcome._replace(
            rows=self._rows(subject, len(warnings)),
            warnings=len(warnings),
            lacks_package=lacks and self.package is not None,
            said=packed(warnings) if self.wants_warnings else "",
        )

    def _rows(self, subject: Subject, warnings: int) -> tuple[Row, ...]:
        if self.per == "plant":
            return (plant_row(subject, warnings),)
        return tuple(option_rows(subject))


@lru_cache(maxsize=4)
def units_of(factors: str | None) -> dict[str, str]:
    """The types that resources are counted as with some factors, and their units."""
    return resource_units(library_at(factors))


def is_audit(source: Source) -> bool:
    """Whether a text is meant as an audit, by the keys at its top."""
    if _VERSION.search(source.text):
        return True
    return bool(_AUDIT.search(source.text)) and not _PROGRAMME.search(source.text)


def is_programme(source: Source) -> bool:
    """Whether a text is meant as a programme, by the keys at its top."""
    return bool(_PROGRAMME.search(source.text)) and not _VERSION.search(source.text)


def _no_rate(audit: Audit, currency: str) -> Diagnostic:
    values = {"file": audit.file, "currency": audit.currency, "target": currency}
    return codes.NO_RATE.at(None, **values, year=str(audit.period.year))
