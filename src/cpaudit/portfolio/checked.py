"""What a check has to say of one file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from ..diagnostics import Diagnostic, Level, Source, Span
from ..domain.checking import SwitchedOff
from .portable import light

Kind = Literal["audit", "programme"]


class Expected(NamedTuple):
    """An expectation as the file states it, its place, and whether its figure is as expected."""

    figure: str
    value: str
    within: str
    line: int
    column: int
    is_met: bool


class Change(NamedTuple):
    """An expected value that was rewritten, where, and its text before and after.

    `source` is what the file says about where the old value is from, if it does.
    """

    figure: str
    line: int
    old: str
    new: str
    source: str | None = None


class Checked(NamedTuple):
    """What there is to say of one file.

    `findings` are in the order of their places; `silenced` are those that the file has switched
    off, each with the line that does it. `kind` is None where the file can't be read at all.
    `failed`: the program itself failed on it. `changes` are the expected values that were
    rewritten before, where that was asked for. It holds no text of the file but the lines shown,
    so that thousands can be kept.
    """

    file: str
    kind: Kind | None
    findings: tuple[Diagnostic, ...] = ()
    silenced: tuple[tuple[Diagnostic, SwitchedOff], ...] = ()
    switched_off: tuple[SwitchedOff, ...] = ()
    expected: tuple[Expected, ...] = ()
    failed: bool = False
    changes: tuple[Change, ...] = ()

    def with_findings(self, more: Iterable[Diagnostic]) -> Checked:
        """The same with something else to say."""
        return self._replace(findings=in_order([*self.findings, *more], self.file))

    def count(self, level: Level) -> int:
        """How many findings there are of a level."""
        return sum(said.level is level for said in self.findings)

    def fails(self, strict: bool) -> bool:
        """Whether the file does not pass; warnings count where the check is strict."""
        counted = (Level.ERROR, Level.WARNING) if strict else (Level.ERROR,)
        return any(said.level in counted for said in self.findings)


def in_order(found: Iterable[Diagnostic], name: str) -> tuple[Diagnostic, ...]:
    """Findings by their place, what is said of the whole file first; none of them twice."""
    each: dict[tuple[str, str, str], Diagnostic] = {}
    for said in found:
        placed = light(said if said.span is not None else said._replace(span=start_of(name)))
        key = placed.code.id, str(placed.span), repr(sorted(placed.values.items()))
        each.setdefault(key, placed)  # another step may have said it, perhaps at another level
    return tuple(sorted(each.values(), key=lambda said: _place(said, name)))


def _place(said: Diagnostic, name: str) -> tuple[bool, str, int, int]:
    assert said.span is not None  # placed before
    source = said.span.source.name
    return source != name, source, said.span.line, said.span.column


def start_of(name: str) -> Span:
    """The place of what is said of a whole file; no line of it is shown."""
    return Span(Source(name, ""), 1, 1)
