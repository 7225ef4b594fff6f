"""What is known of each file so far, in an SQLite file: rows wait there, and survive the process.

Rows are put in as workers bring them and read in the order of paths, or sorted and filtered by
SQLite, so none of it needs them all in memory. Beside an output file the journal stays until the
output is whole; without one it is a temporary file that nobody sees.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic

from ..diagnostics import Diagnostic, Word
from ..diagnostics.codes import batch as codes
from ..diagnostics.codes import files
from .columns import Column, Row
from .conditions import Condition, Sorting, quoted
from .fingerprint import is_unchanged
from .outcome import DONE, Outcome

_TYPES = {"text": "TEXT", "count": "INTEGER", "number": "REAL", "money": "REAL"}
_ENDING = ".partial"
_COMMIT_AFTER = 1.0  # seconds of work that a kill may cost
_JOIN = "FROM file CROSS JOIN row ON row.file_id = file.id WHERE file.wanted"


class JournalError(Exception):
    """The journal can't be used; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code.id)
        self.diagnostic = diagnostic


def journal_beside(output: Path) -> Path:
    """Where the journal of an output file is while it is not whole."""
    return output.with_name(output.name + _ENDING)


def discard(path: Path) -> None:
    """Remove a journal and what SQLite may have left beside it."""
    for one in (path, path.with_name(path.name + "-journal")):
        one.unlink(missing_ok=True)


class Journal:
    """The rows of one run. `recipe` is what else they depend on, beside audit and `factors`."""

    def __init__(
        self,
        path: Path | None,
        columns: Sequence[Column],
        recipe: Mapping[str, str | None],
        factors: str,
    ) -> None:
        self.path = path
        self.columns = columns
        self.factors = factors
        self._changed = monotonic()
        self._insert = f"INSERT INTO row VALUES (?, ?{', ?' * len(columns)})"
        try:
            if path is not None:
                path.open("ab").close()  # what the system says is clearer than what SQLite says
            self._base = sqlite3.connect(str(path or ""), timeout=0, isolation_level=None)
            self._base.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._base.execute("BEGIN EXCLUSIVE")
            self._prepare(json.dumps(dict(recipe), sort_keys=True))
        except sqlite3.Error as problem:
            raise JournalError(told(problem, path)) from None
        except OSError as problem:
            reason = Word(problem.strerror or type(problem).__name__)
            said = files.NOT_WRITABLE.at(None, path=str(path), reason=reason)
            raise JournalError(said) from None

    def _prepare(self, recipe: str) -> None:
        """Have the tables; those of other factors are of no use, those of another run not ours."""
        columns = ", ".join(f'"{one.name}" {_TYPES[one.kind]}' for one in self.columns)
        known = dict(self._base.execute("SELECT name, sql FROM sqlite_master")) or {"meta": ""}
        if "file" in known:
            [[found]] = self._base.execute("SELECT recipe FROM meta")
            if found != recipe:
                raise JournalError(codes.OTHER_RUN.at(None, path=str(self.path)))
        elif known != {"meta": ""}:
            raise JournalError(codes.OTHER_RUN.at(None, path=str(self.path)))
        row = f"CREATE TABLE row (file_id INTEGER, row_number INTEGER, {columns})"
        if known.get("row") != row:
            self._base.executescript(_TABLES.format(row=row))
            self._base.execute("INSERT INTO meta VALUES (?)", [recipe])
        self._base.execute("UPDATE file SET wanted = 0")
        self._commit()

    def keep(self, names: Iterable[str], named: Container[str] = ()) -> list[str]:
        """Take over what is done and unchanged; the names of the files that are left to do.

        What was passed over in a folder is looked at again where it is `named` now.
        """
        left = []
        for name in names:
            known = self._base.execute(
                "SELECT id, digest, attachments, state FROM file WHERE path = ? AND factors = ?",
                [os.fsencode(name), self.factors],
            ).fetchone()
            is_done = known is not None and known[3] in DONE
            if is_done and known[3] == "skipped" and name in named:
                is_done = False
            if is_done and _is_unchanged(name, *known[1:3]):
                self._base.execute("UPDATE file SET wanted = 1 WHERE id = ?", known[:1])
            else:
                left.append(name)
        self._commit()
        return left

    def put(self, outcome: Outcome) -> None:
        """Keep what came of a file, in the place of what was known of it."""
        path = os.fsencode(outcome.file)
        old = self._base.execute("SELECT id FROM file WHERE path = ?", [path]).fetchone()
        if old is not None:
            self._base.execute("DELETE FROM row WHERE file_id = ?", old)
            self._base.execute("DELETE FROM file WHERE id = ?", old)
        attachments = json.dumps(outcome.attachments) if outcome.attachments else ""
        values = [path, 1, outcome.state, outcome.digest, attachments, self.factors]
        values += [outcome.warnings, outcome.lacks_package]
        made = self._base.execute(_INSERT_FILE, values)
        self._base.executemany(
            self._insert, [(made.lastrowid, at, *row) for at, row in enumerate(outcome.rows)]
        )
        if monotonic() - self._changed > _COMMIT_AFTER:
            self._commit()

    def _commit(self) -> None:
        self._base.execute("COMMIT")
        self._base.execute("BEGIN")
        self._changed = monotonic()

    def rows(
        self,
        columns: Sequence[Column],
        where: Sequence[Condition] = (),
        order: Sequence[Sorting] = (),
        limit: int | None = None,
        after: str | None = None,
    ) -> Iterator[Row]:
        """Rows that meet the conditions, sorted, then in the order of paths; those of the paths
        that come `after` one if it is given."""
        conditions = "".join(f" AND {one.sql}" for one in where)
        values = [one.value for one in where]
        if after is not None:
            conditions += " AND file.path > ?"
            values.append(os.fsencode(after))  # type: ignore[arg-type]
        terms = ", ".join([*(one.sql for one in order), "file.path", "row.row_number"])
        names = ", ".join(map(quoted, columns))
        query = f"SELECT {names} {_JOIN}{conditions} ORDER BY {terms} LIMIT ?"
        return self._base.execute(query, [*values, -1 if limit is None else limit])

    def count(self, where: Sequence[Condition] = ()) -> int:
        """How many rows meet the conditions."""
        conditions = "".join(f" AND {one.sql}" for one in where)
        values = [one.value for one in where]
        [[count]] = self._base.execute(f"SELECT COUNT(*) {_JOIN}{conditions}", values)
        return int(count)

    def currencies(self) -> list[str]:
        """Every currency that money is in."""
        found = self._base.execute(f"SELECT DISTINCT row.currency {_JOIN} ORDER BY 1")
        return [str(one) for [one] in found]

    def same_plants(self) -> tuple[int, str, int]:
        """How many plants stand in several files of one year; the first of them and its year."""
        query = (
            f"SELECT COUNT(*) OVER (), row.plant, row.year {_JOIN} GROUP BY 2, 3"
            " HAVING COUNT(DISTINCT file.id) > 1 ORDER BY 2, 3 LIMIT 1"
        )
        return self._base.execute(query).fetchone() or (0, "", 0)

    def tally(self) -> dict[str, int]:
        """How many files there are in each state, with warnings, and without the package."""
        counts = dict(
            self._base.execute("SELECT state, COUNT(*) FROM file WHERE wanted GROUP BY state")
        )
        [[warnings, warned, lacking]] = self._base.execute(
            "SELECT SUM(warnings), COUNT(NULLIF(warnings, 0)), SUM(lacks) FROM file WHERE wanted"
        )
        counts |= {"warnings": warnings, "warned": warned, "lacking": lacking}
        return {name: count or 0 for name, count in counts.items()}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of any file."""
        return not list(self._base.execute("SELECT 1 FROM file LIMIT 1"))

    def close(self, is_whole: bool = False) -> None:
        """Keep what there is for another run; remove it if the output is whole, or it is empty."""
        is_done = is_whole or self.is_empty
        with suppress(sqlite3.Error):  # a full disk is told by what met it first
            self._base.execute("COMMIT")
        self._base.close()
        if is_done and self.path is not None:
            discard(self.path)


_TABLES = """
BEGIN EXCLUSIVE;
DROP TABLE IF EXISTS row;
DROP TABLE IF EXISTS file;
DROP TABLE IF EXISTS meta;
CREATE TABLE meta (recipe TEXT);
CREATE TABLE file (
  id INTEGER PRIMARY KEY, path BLOB UNIQUE, wanted INTEGER, state TEXT, digest TEXT,
  attachments TEXT, factors TEXT, warnings INTEGER, lacks INTEGER
);
{row};
CREATE INDEX row_of_file ON row (file_id, row_number);
"""
_INSERT_FILE = "INSERT INTO file VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)"


def _is_unchanged(name: str, digest: str, attachments: str) -> bool:
    named = [(path, one) for path, one in json.loads(attachments or "[]")]
    return is_unchanged(Path(name), digest, tuple(named))


def told(problem: sqlite3.Error, path: Path | None) -> Diagnostic:
    """What is wrong with the file, by SQLite's name of the error."""
    name = getattr(problem, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return codes.IN_USE.at(None, path=str(path))
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT", "SQLITE_ERROR")):
        return codes.OTHER_RUN.at(None, path=str(path))
    return files.NOT_WRITABLE.at(None, path=str(path), reason=Word(str(problem)))
