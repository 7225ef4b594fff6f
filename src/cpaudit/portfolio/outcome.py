"""What comes of one file of a batch, as plain data that any process can send."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from ..diagnostics import Diagnostic
from .columns import Column, Row, Value
from .fingerprint import Attachment
from .portable import unpacked

State = Literal["assessed", "skipped", "broken", "failed"]
# what a later run need not do again
DONE: tuple[State, ...] = ("assessed", "skipped")


class Outcome(NamedTuple):
    """The rows of a file, or why there are none.

    `skipped` is a file that was found and is no audit, `broken` one with mistakes, `failed` one on
    which the program itself failed. `said` are packed diagnostics.
    """

    file: str
    state: State
    digest: str = ""
    attachments: tuple[Attachment, ...] = ()
    rows: tuple[Row, ...] = ()
    warnings: int = 0
    lacks_package: bool = False
    said: str = ""

    @property
    def diagnostics(self) -> list[Diagnostic]:
        return unpacked(self.said)


class BatchResult(NamedTuple):
    """What comes of one file: a row for the plant or for each option, by the names of columns.

    `rows` are empty where the file is no audit or has mistakes, which `diagnostics` tell.
    """

    file: str
    state: State
    rows: tuple[Mapping[str, Value], ...]
    diagnostics: tuple[Diagnostic, ...]
    warnings: int


def result_of(outcome: Outcome, columns: tuple[Column, ...]) -> BatchResult:
    """An outcome with its values by name."""
    names = [column.name for column in columns]
    rows = tuple(dict(zip(names, row, strict=True)) for row in outcome.rows)
    said = tuple(outcome.diagnostics)
    return BatchResult(outcome.file, outcome.state, rows, said, outcome.warnings)
