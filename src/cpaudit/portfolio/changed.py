"""The changes of figures in pairs of audit files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from ..diagnostics import Diagnostic, Source, Span
from ..diagnostics.codes import changes as codes
from ..engine import Assessment
from ..engine.changes import Changes
from ..engine.paths import UnknownPath
from ..factors import Library, LibraryError
from ..source.files import read_bytes, read_plain_file, source_of_bytes
from ..steps import assess_audit, audit_in
from .entries import changes_between
from .pairs import Pair, Pairs, is_factor_file
from .task import is_audit, is_programme

Status = Literal["compared", "new", "gone", "failed", "passed_over", "no_figure"]
# what a process has open already, such as the `/dev/fd/63` of `<(git show main:plant.yaml)`
_OPEN = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")


class Compared(NamedTuple):
    """What came of a pair: its changes, or that only one folder has it, or what is wrong.

    `unknown` tells of a pair of which neither audit has the path that is asked for.
    """

    pair: Pair
    status: Status
    changes: Changes | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    unknown: UnknownPath | None = None
    is_fault: bool = False

    @property
    def moves(self) -> bool:
        """Whether a figure is not what it was."""
        if self.changes is not None:
            return bool(self.changes.changes)
        return self.status in {"new", "gone"}


class How(NamedTuple):
    """The libraries of both sides, the part that is no change yet, the path that is asked for."""

    before: Library
    after: Library
    tolerance: float = 0.0
    of: str | None = None


def compare_pairs(pairs: Pairs, how: How) -> Iterator[Compared]:
    """What comes of each pair that is of audits, in order."""
    for pair in pairs.pairs:
        try:
            made = _compared(pair, how)
        except LibraryError:
            raise
        except Exception as problem:  # of one pair among many; the others go on
            if os.environ.get("CPAUDIT_TRACEBACK"):
                raise
            text = f"{type(problem).__name__}: {problem}"
            said = codes.FAULT.at(Span(Source(pair.name, ""), 1, 1), problem=text)
            made = Compared(pair, "failed", diagnostics=(said,), is_fault=True)
        if made is not None:
            yield made


def _compared(pair: Pair, how: How) -> Compared | None:
    """What comes of one pair; None where neither is an audit and none was named."""
    old, found = _source_of(pair.before, pair)
    new, more = (old, found) if pair.after == pair.before else _source_of(pair.after, pair)
    said = tuple(found if more is found else [*found, *more])
    if said:
        return Compared(pair, "failed", diagnostics=said)
    texts = [one for one in (old, new) if one is not None]
    if not pair.is_named and not any(map(is_audit, texts)):
        if not any(map(is_programme, texts)):
            return None
        note = codes.PASSED_OVER.at(None, path=pair.name)
        return Compared(pair, "passed_over", diagnostics=(note,))
    refused = [_refused(one) for one in texts]
    wrong = tuple({said.values["path"]: said for said in refused if said is not None}.values())
    if wrong:
        return Compared(pair, "failed", diagnostics=wrong)
    if old is None or new is None:
        return Compared(pair, "new" if old is None else "gone")
    return _assessed(pair, old, new, how)


def _assessed(pair: Pair, old: Source, new: Source, how: How) -> Compared:
    before, found = _assessment(old, how.before)
    after, more = _assessment(new, how.after)
    if before is None or after is None:
        said = [one for one in (*found, *more) if one.is_error]
        each = {(one.code.id, str(one.span), str(one.values)): one for one in said}
        return Compared(pair, "failed", diagnostics=tuple(each.values()))
    try:
        changes = changes_between(before, after, how.tolerance, how.of)
    except UnknownPath as unknown:
        return Compared(pair, "no_figure", unknown=unknown)
    return Compared(pair, "compared", changes)


def _source_of(name: str | None, pair: Pair) -> tuple[Source | None, list[Diagnostic]]:
    """The text of a file, or of the pipe that a shell makes of a command's output: that has no
    folder in which tables could lie."""
    if name is None:
        return None, []
    path = Path(name)
    is_open = pair.is_named and name.startswith(_OPEN)
    data, found = (read_bytes if is_open else read_plain_file)(path, name)
    if data is None:
        return None, found
    return source_of_bytes(data, name, None if is_open else path.parent)


def _refused(source: Source) -> Diagnostic | None:
    """What a file is that is no audit."""
    if is_programme(source):
        return codes.IS_A_PROGRAMME.at(None, path=source.name)
    if is_factor_file(source.name) and not is_audit(source):
        return codes.IS_OF_FACTORS.at(None, path=source.name)
    return None


def _assessment(source: Source, library: Library) -> tuple[Assessment | None, list[Diagnostic]]:
    audit, found = audit_in(source, library)
    return (None, found) if audit is None else assess_audit(audit)
