"""The table of a batch in the format that is asked for: on the screen, into a pipe, to a file."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from ..diagnostics.codes import batch as codes
from ..portfolio.columns import Column, Row, Value
from ..portfolio.journal import Journal
from ..portfolio.outcome import Outcome
from ..portfolio.table import Table
from ..report.files import write_by
from .batch import BatchFormat
from .runner import Runner

ON_SCREEN = 40
# what cells are marked by, beside the columns that are shown
_BESIDE = ("currency", "partial", "payback", "package_payback", "irr_outcome")


class Output:
    """Where the rows go. Rows that need no order go to a pipe while the others are being made."""

    def __init__(self, runner: Runner, table: Table, format: BatchFormat) -> None:
        self.runner, self.table, self.format = runner, table, format
        self.columns: Sequence[Column] = table.chosen or table.every
        if format is BatchFormat.parquet:
            self._refuse_parquet()
        is_pipe = runner.output is None and format is not BatchFormat.text
        self._is_stream = is_pipe and table.is_as_it_comes
        self._last = ""
        self._has_begun = False

    def _refuse_parquet(self) -> None:
        from ..report.renderers.parquet import missing_for_parquet

        if self.runner.output is None:
            self.runner.fail_usage(codes.PARQUET_WITHOUT_OUTPUT.at(None))
        missing = missing_for_parquet()
        if missing is not None:
            self.runner.fail([missing])

    def go_on(self, journal: Journal, outcome: Outcome) -> None:
        """Write the rows of a file that has just come, if they need not wait."""
        if self._is_stream:
            self._write(sys.stdout, self.table.rows_after(journal, self.columns, self._last))
            self._last = outcome.file

    def write(self, journal: Journal) -> None:
        """Write the table, or what is left of it; ends the program if that can't be done."""
        output = self.runner.output
        if self.format is BatchFormat.text:
            self._show(journal)
        elif output is None:
            rows = [] if self._is_stream else self.table.rows(journal, self.columns)
            self._write(sys.stdout, rows)
            sys.stdout.flush()
        else:
            # the journal is locked: no other run writes this output
            name = f".{output.name}.part"
            problem = write_by(
                output, lambda path: self._write_to(path, journal), self.runner.force, name
            )
            if problem is not None:
                self.runner.fail([problem])

    def _write_to(self, path: Path, journal: Journal) -> None:
        rows = self.table.rows(journal, self.columns)
        if self.format is BatchFormat.parquet:
            from ..report.renderers.parquet import write_parquet

            write_parquet(path, self.table.kind, self.columns, rows)
            return
        with path.open("x", encoding="utf-8", errors="replace", newline="\n") as stream:
            self._write(stream, rows)

    def _write(self, stream: TextIO, rows: Iterable[Row]) -> None:
        if self.format is BatchFormat.jsonl:
            from ..report.renderers.lines import write_lines

            write_lines(stream, self.table.kind, self.columns, rows)
            return
        from ..report.renderers.delimited import write_csv

        header = [] if self._has_begun else [column.name for column in self.columns]
        self._has_begun = True
        write_csv(stream, header, rows)

    def _show(self, journal: Journal) -> None:
        from ..report.views.batch import Rows, batch_view, usual_columns

        table, by_name = self.table, {column.name: column for column in self.table.every}
        keys = [key.name for key in table.keys]
        shown = table.chosen or usual_columns(
            table.kind, table.per, keys, by_name, len(journal.currencies()) > 1
        )
        beside = [by_name[name] for name in _BESIDE if name in by_name]
        read = list(dict.fromkeys([*shown, *beside]))
        rows = list(table.rows(journal, read, ON_SCREEN))
        names, totals = table.totals(journal)
        sums: list[Mapping[str, Value]] = [
            dict(zip((one.name for one in names), row, strict=True)) for row in totals
        ]
        made = Rows(table.kind, read, shown, rows, sums, table.count(journal))
        self.runner.emit_blocks(batch_view(made, self._sectors(), self.runner.language))

    def _sectors(self) -> Mapping[str, str]:
        """The names of sectors in the language of the table."""
        from ..factors.sectors import sector_of

        library, code = self.runner.library, self.runner.language.code
        return {id: sector_of(library, id).names.get(code, id) for id in library.sector_ids()}
