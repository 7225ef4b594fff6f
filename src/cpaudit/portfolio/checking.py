"""The check of files, one by one: everything that is to be said of an audit or a programme."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from ..checks import examine
from ..diagnostics import Diagnostic, Level, Source, Span, Word
from ..diagnostics.codes import checking as codes
from ..diagnostics.codes import files as file_codes
from ..diagnostics.codes.figures import OF_EXPECTATIONS
from ..domain import Expectation
from ..domain.checking import SwitchedOff
from ..engine import Assessment
from ..factors import Library, LibraryError
from ..language import N_
from ..source.files import read_bytes, source_of_bytes
from ..steps import assess_audit, audit_in
from .paths import Files
from .portable import light, light_span
from .task import is_audit, is_programme

Kind = Literal["audit", "programme"]
_NO_FILE = N_("it is no plain file")


class Expected(NamedTuple):
    """An expectation as the file states it, its place, and whether its figure is as expected."""

    figure: str
    value: str
    within: str
    line: int
    column: int
    is_met: bool


class Checked(NamedTuple):
    """What there is to say of one file.

    `findings` are in the order of their places; `silenced` are those that the file has switched
    off, each with the line that does it. `kind` is None where the file can't be read at all.
    `failed`: the program itself failed on it. It holds no text of the file but the lines shown,
    so that thousands can be kept.
    """

    file: str
    kind: Kind | None
    findings: tuple[Diagnostic, ...] = ()
    silenced: tuple[tuple[Diagnostic, SwitchedOff], ...] = ()
    switched_off: tuple[SwitchedOff, ...] = ()
    expected: tuple[Expected, ...] = ()
    failed: bool = False

    def count(self, level: Level) -> int:
        """How many findings there are of a level."""
        return sum(said.level is level for said in self.findings)

    def fails(self, strict: bool) -> bool:
        """Whether the file does not pass; warnings count where the check is strict."""
        counted = (Level.ERROR, Level.WARNING) if strict else (Level.ERROR,)
        return any(said.level in counted for said in self.findings)


def check_files(files: Files, library: Library) -> Iterator[Checked]:
    """The check of each file that is an audit or a programme, or was named as one, in order."""
    for name in files.paths:
        try:
            made = check_file(name, library, name in files.named)
        except LibraryError:
            raise
        except Exception as problem:  # of one file among many; the others go on
            if os.environ.get("CPAUDIT_TRACEBACK"):
                raise
            said = codes.FAULT.at(_start(name), problem=f"{type(problem).__name__}: {problem}")
            made = Checked(name, None, (said,), failed=True)
        if made is not None:
            yield made


def check_file(name: str, library: Library, is_named: bool = True) -> Checked | None:
    """The check of one file; None where it is neither audit nor programme and was not named."""
    path = Path(name)
    if path.exists() and not path.is_file() and not path.is_dir():
        # nobody may ever write to the other end of a pipe
        said = file_codes.NOT_READABLE.at(_start(name), path=name, reason=Word(_NO_FILE))
        return Checked(name, None, (said,))
    data, found = read_bytes(path, name)
    source = None
    if data is not None:
        source, found = source_of_bytes(data, name, path.parent)
    if source is None:
        return Checked(name, None, _in_order(found, name))
    if is_programme(source):
        return _programme(path, name, library)
    audit, found = audit_in(source, library)
    if audit is None:
        if not is_named and not is_audit(source):
            return None
        return Checked(name, "audit", _in_order(found, name))
    assessment, found = assess_audit(audit)
    expected: tuple[Expected, ...] = ()
    if assessment is not None:
        # first what an examination says: there a mistake of monitoring is an error
        found = [*_examined(assessment, library), *found]
        expected = tuple(_expected(one, found) for one in audit.expectations)
    findings = tuple(_raised(said) for said in found)
    made = Checked(name, "audit", findings, switched_off=audit.switched_off, expected=expected)
    return _checked(made)


def _expected(one: Expectation, found: Iterable[Diagnostic]) -> Expected:
    is_met = not any(
        said.code in OF_EXPECTATIONS
        and said.span == one.span
        and one.path in (said.values.get("figure"), said.values.get("path"))
        for said in found
    )
    _, line, column, _ = one.span
    return Expected(one.path, one.text, one.tolerance_text, line, column, is_met)


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
    found = _in_order(made.findings, made.file)
    silenced = [
        (said, off[said.code.id]) for said in found if said.code.id in off and not said.is_error
    ]
    findings = [said for said in found if said.code.id not in off or said.is_error]
    idle = off.keys() - {said.code.id for said, _ in silenced}
    unused = [codes.NOTHING_SWITCHED_OFF.at(off[rule].span, rule=rule) for rule in sorted(idle)]
    light_off = {rule: one._replace(span=light_span(one.span)) for rule, one in off.items()}
    return made._replace(
        findings=_in_order([*findings, *unused], made.file),
        silenced=tuple((said, light_off[off.rule]) for said, off in silenced),
        switched_off=tuple(light_off.values()),
    )


def _in_order(found: Iterable[Diagnostic], name: str) -> tuple[Diagnostic, ...]:
    """Findings by their place, what is said of the whole file first; none of them twice."""
    each: list[Diagnostic] = []
    for said in found:
        placed = said if said.span is not None else said._replace(span=_start(name))
        if not _is_said(placed, each):
            each.append(light(placed))
    return tuple(sorted(each, key=lambda said: _place(said, name)))


def _is_said(said: Diagnostic, each: Sequence[Diagnostic]) -> bool:
    """Whether it is said already, by another step and perhaps at another level."""
    return any(
        one.code.id == said.code.id
        and str(one.span) == str(said.span)
        and one.values == said.values
        for one in each
    )


def _place(said: Diagnostic, name: str) -> tuple[bool, str, int, int]:
    assert said.span is not None  # placed before
    source = said.span.source.name
    return source != name, source, said.span.line, said.span.column


def _start(name: str) -> Span:
    """The place of what is said of a whole file; no line of it is shown."""
    return Span(Source(name, ""), 1, 1)
