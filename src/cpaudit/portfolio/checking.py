"""The check of files, one by one: everything that is to be said of an audit or a programme."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..checks import examine
from ..diagnostics import Diagnostic, Level, Source
from ..diagnostics.codes import checking as codes
from ..diagnostics.codes.figures import OF_EXPECTATIONS
from ..domain import Expectation
from ..engine import Assessment
from ..factors import Library, LibraryError
from ..source.files import read_plain_file, source_of_bytes
from ..steps import assess_audit, audit_in
from .checked import Checked, Expected, in_order, start_of
from .paths import Files
from .portable import light_span
from .task import is_audit, is_programme

__all__ = ["Check", "Checked", "Examined", "Expected", "check_file", "check_files", "examine_file"]


class Examined(NamedTuple):
    """The check of a file with what it was made from, as far as that could be read.

    `is_read`: it reads as an audit, whether it can be assessed or not.
    """

    checked: Checked
    data: bytes = b""
    source: Source | None = None
    is_read: bool = False
    assessment: Assessment | None = None


Check = Callable[[str, Library, bool], Checked | None]


def check_file(name: str, library: Library, is_named: bool = True) -> Checked | None:
    """The check of one file; None where it is neither audit nor programme and was not named."""
    examined = examine_file(name, library, is_named)
    return examined and examined.checked


def check_files(files: Files, library: Library, check: Check = check_file) -> Iterator[Checked]:
    """The check of each file that is an audit or a programme, or was named as one, in order."""
    for name in files.paths:
        try:
            made = check(name, library, name in files.named)
        except LibraryError:
            raise
        except Exception as problem:  # of one file among many; the others go on
            if os.environ.get("CPAUDIT_TRACEBACK"):
                raise
            said = codes.FAULT.at(start_of(name), problem=f"{type(problem).__name__}: {problem}")
            made = Checked(name, None, (said,), failed=True)
        if made is not None:
            yield made


def examine_file(name: str, library: Library, is_named: bool = True) -> Examined | None:
    """As `check_file`, with the bytes of the file and its assessment."""
    path = Path(name)
    data, found = read_plain_file(path, name)
    source = None
    if data is not None:
        source, found = source_of_bytes(data, name, path.parent)
    if source is None or data is None:
        return Examined(Checked(name, None, in_order(found, name)))
    if is_programme(source):
        return Examined(_programme(path, name, library))
    examined = examined_source(source, library)
    if not examined.is_read and not is_named and not is_audit(source):
        return None
    return examined._replace(data=data)


def examined_source(source: Source, library: Library) -> Examined:
    """The check of a text that is read already, as that of an audit."""
    audit, found = audit_in(source, library)
    if audit is None:
        made = Checked(source.name, "audit", in_order(found, source.name))
        return Examined(made, source=source)
    assessment, found = assess_audit(audit)
    expected: list[Expected] = []
    if assessment is not None:
        # first what an examination says: there a mistake of monitoring is an error
        found = [*_examined(assessment, library), *found]
        expected = _expected(audit.expectations, found)
    findings = tuple(_raised(said) for said in found)
    off = audit.switched_off
    made = Checked(source.name, "audit", findings, switched_off=off, expected=tuple(expected))
    return Examined(_checked(made), source=source, is_read=True, assessment=assessment)


def _expected(expectations: Iterable[Expectation], found: Iterable[Diagnostic]) -> list[Expected]:
    unmet = {
        (said.span, said.values.get("figure", said.values.get("path")))
        for said in found
        if said.code in OF_EXPECTATIONS
    }
    return [
        Expected(
            one.path,
            one.text,
            one.tolerance_text,
            *one.span[1:3],
            (one.span, one.path) not in unmet,
        )
        for one in expectations
    ]


def _examined(assessment: Assessment, library: Library) -> list[Diagnostic]:
    """What the rules say of an audit, and its section of monitoring where it has one."""
    found = examine(assessment, library)
    if assessment.audit.monitoring is not None:
        from ..engine.monitoring import missing_for_regression, monitoring_of  # few have it

        if missing_for_regression() is None:
            found += monitoring_of(assessment).diagnostics
        else:
            place = assessment.audit.monitoring.span
            found.append(codes.NOT_MONITORED.at(place, package="statsmodels"))
    return found


def _programme(path: Path, name: str, library: Library) -> Checked:
    from .programme import read_programme

    programme, found = read_programme(path, library)
    switched_off = () if programme is None else programme.switched_off
    made = Checked(name, "programme", tuple(found), switched_off=switched_off)
    return _checked(made)


def _raised(said: Diagnostic) -> Diagnostic:
    """An expectation that fails keeps no audit from being assessed, but from being in order."""
    if said.code not in OF_EXPECTATIONS:
        return said
    return said._replace(code=said.code._replace(level=Level.ERROR))


def _checked(made: Checked) -> Checked:
    """The same with its findings in order, each once, and without those that are switched off."""
    off = {one.rule: one for one in made.switched_off}
    found = in_order(made.findings, made.file)
    silenced = [
        (said, off[said.code.id]) for said in found if said.code.id in off and not said.is_error
    ]
    findings = [said for said in found if said.code.id not in off or said.is_error]
    idle = off.keys() - {said.code.id for said, _ in silenced}
    unused = [codes.NOTHING_SWITCHED_OFF.at(off[rule].span, rule=rule) for rule in sorted(idle)]
    light_off = {rule: one._replace(span=light_span(one.span)) for rule, one in off.items()}
    return made._replace(
        findings=in_order([*findings, *unused], made.file),
        silenced=tuple((said, light_off[off.rule]) for said, off in silenced),
        switched_off=tuple(light_off.values()),
    )
