"""The entries of an assessment's files, by the keys that lead to them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..diagnostics import Source, Span
from ..engine import Assessment
from ..engine.changes import Changes, Side, changes_of, roots_in
from ..figure import Entered
from ..source.keys import cells_in, entries_in
from ..source.located import Text


def changes_between(
    before: Assessment, after: Assessment, tolerance: float = 0.0, of: str | None = None
) -> Changes:
    """What `changes_of` tells, with the entries of both files. Raises UnknownPath."""
    return changes_of(side_of(before, of), side_of(after, of), tolerance, of)


def side_of(assessment: Assessment, of: str | None = None) -> Side:
    """An assessment with the entries of its file and of the tables that figures rest on."""
    entries: dict[str, Entered] = {}
    for source in _sources(assessment, of):
        if source.name == assessment.audit.file:
            entries |= _entered(entries_in(source))
        else:
            entries |= _entered(cells_in(source, _table_name(source, assessment)))
    return Side(assessment, entries)


def _sources(assessment: Assessment, of: str | None) -> list[Source]:
    """The texts that an assessment rests on, each once."""
    spans = [*_spans(assessment), *(one.span for one in roots_in(assessment, of))]
    return list({span.source.name: span.source for span in spans}.values())


def _spans(assessment: Assessment) -> Iterator[Span]:
    audit = assessment.audit
    yield from (one.span for one in audit.options.values())
    places = [one.span for one in audit.streams.values()]
    places += [one.span for one in audit.products.values()]
    yield from (span for span in places if span is not None)


def _table_name(source: Source, assessment: Assessment) -> str:
    """A table's path as seen from the audit, so that it has one name before and after."""
    folder = Path(assessment.audit.file).parent
    return Path(os.path.relpath(source.name, folder)).as_posix()


def _entered(texts: Mapping[str, Text]) -> dict[str, Entered]:
    return {name: Entered(text.span, str(text)) for name, text in texts.items()}
