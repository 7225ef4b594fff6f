"""One run of `cpaudit batch`: files to a journal, the journal to the table that is asked for."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from ..diagnostics import Mistake, Source, Span
from ..diagnostics.codes import batch as codes
from ..diagnostics.codes import files as file_codes
from ..diagnostics.codes import references
from ..language import Language
from ..portfolio.batch import outcomes
from ..portfolio.fingerprint import factors_hash
from ..portfolio.journal import Journal, JournalError, discard, journal_beside, told
from ..portfolio.outcome import Outcome
from ..portfolio.paths import Files, files_at
from ..portfolio.table import Asked, Table
from ..portfolio.task import Work
from ..portfolio.workers import WorkersError
from ..report.diagnostics import text_of
from ..report.files import refusal_of
from ..report.numbers import Numbers
from ..units import known_currencies
from .batch import BatchFormat
from .batch_output import Output
from .progress import Progress
from .runner import FOUND, Runner

if TYPE_CHECKING:
    from ..portfolio.columns import Per

FAULT, INTERRUPTED = 3, 130


class How(NamedTuple):
    """How a batch is worked through, and what is said meanwhile."""

    package: str | None
    currency: str | None
    factors: Path | None
    workers: int | None
    scheduler: str | None
    resume: bool
    quiet: bool
    verbose: bool


class BatchRun:
    """A run, from the command line to its exit code."""

    def __init__(
        self,
        runner: Runner,
        paths: Sequence[str],
        per: Per,
        asked: Asked,
        format: BatchFormat,
        how: How,
    ) -> None:
        self.runner, self.how = runner, how
        factors = None if how.factors is None else str(how.factors)
        self._refuse_currency()
        self.work = Work(
            per,
            how.package,
            how.currency,
            factors,
            factors_hash(factors),
            wants_warnings=how.verbose,
        )
        try:
            self.table = Table(self.work.columns, per, asked)
        except Mistake as mistake:
            runner.fail_usage(mistake.diagnostic)
        self.output = Output(runner, self.table, format)
        self.files = self._files(paths)

    def _refuse_currency(self) -> None:
        currency, known = self.how.currency, known_currencies()
        if currency is not None and currency not in known:
            place = Span(Source("--currency", currency), 1, 1, max(1, len(currency)))
            said = references.UNKNOWN_CURRENCY.at(place, text=currency, known=", ".join(known))
            self.runner.fail_usage(said)

    def _files(self, paths: Sequence[str]) -> Files:
        """The files, and that the output is none of them and may be written."""
        files, found = files_at(paths)
        if found:
            self.runner.fail_usage(*found)
        output = self.runner.output
        if output is None:
            if self.how.resume:
                self.runner.fail_usage(codes.RESUME_WITHOUT_OUTPUT.at(None))
            return files
        if output.exists() and any(map(output.samefile, filter(os.path.exists, files.paths))):
            self.runner.fail([file_codes.IS_THE_INPUT.at(None, path=str(output))])
        refused = refusal_of(output, self.runner.force)
        if refused is not None:
            self.runner.fail([refused])
        return files

    def go(self) -> int:
        """Work through the files, write the table, and give the exit code."""
        is_whole = False
        journal = self._journal()
        try:
            self._fill(journal)
            tally = journal.tally()
            if not tally.keys() & {"assessed", "broken", "failed"}:
                is_whole = True
                self.runner.fail([codes.NO_AUDIT.at(None, count=tally.get("skipped", 0))])
            self.output.write(journal)
            self._say_remarks(journal)
            is_whole = True
        except KeyboardInterrupt:
            self._say_interrupted(journal)
            raise typer.Exit(INTERRUPTED) from None
        except sqlite3.Error as problem:  # such as a disk that is full
            self.runner.fail([told(problem, journal.path)])
        except WorkersError as problem:
            self._say_interrupted(journal)
            self.runner.fail([problem.diagnostic])
        finally:
            journal.close(is_whole)
        return FAULT if tally.get("failed") else FOUND if tally.get("broken") else 0

    def _journal(self) -> Journal:
        """The journal beside the output, or a temporary one; ends the program if it can't be."""
        output = self.runner.output
        path = None if output is None else journal_beside(output)
        if path is not None and path.exists() and not self.how.resume:
            if not self.runner.force:
                self.runner.fail([codes.RUN_UNFINISHED.at(None, path=str(path))])
            discard(path)
        recipe = {"per": self.work.per, "package": self.how.package, "currency": self.how.currency}
        try:
            return Journal(path, self.work.columns, recipe, self.work.expected or "")
        except JournalError as problem:
            self.runner.fail([problem.diagnostic])

    def _fill(self, journal: Journal) -> None:
        """Do what is left to do; what was said of an audit is said again, if it is done again."""
        if self.how.scheduler is not None:
            # what goes wrong with a cluster is told once, in words, and not by its library's log
            logging.disable(logging.ERROR)
        names = (
            self.files.paths
            if not self.how.resume
            else journal.keep(self.files.paths, self.files.named)
        )
        work, how = self.work, self.how
        results = outcomes(self.files, work, how.workers, how.scheduler, names)
        with closing(results), Progress(len(names), not how.quiet) as progress:
            for outcome in results:
                journal.put(outcome)
                self._say(outcome)
                self.output.go_on(journal, outcome)
                progress.step()

    def _say(self, outcome: Outcome) -> None:
        for said in outcome.diagnostics:
            typer.echo(text_of(said, self.runner.language) + "\n", err=True)

    def _say_interrupted(self, journal: Journal) -> None:
        """That what is done is kept, if anything is, and how to go on."""
        output = self.runner.output
        if output is not None and not journal.is_empty:
            sentence = self.runner.language(
                "Interrupted. What is done is kept in {journal}: the same command with --resume "
                "goes on, with --force it begins anew."
            )
            typer.echo(sentence.format(journal=journal_beside(output)), err=True)

    def _say_remarks(self, journal: Journal) -> None:
        """What is to be known about the table, and how many audits there are in it."""
        tally = journal.tally()
        remarks = self.table.remarks(journal)
        if tally["lacking"]:
            counts = {"count": tally["lacking"], "all": tally["assessed"]}
            remarks.append(codes.NO_PACKAGE.at(None, **counts, package=self.how.package))
        for said in remarks:
            typer.echo(text_of(said, self.runner.language) + "\n", err=True)
        if not self.how.quiet:
            typer.echo(summary_line(tally, self.runner.language), err=True)


def summary_line(tally: Mapping[str, int], language: Language) -> str:
    """How many audits there are, how many are wrong, and what was passed over."""
    numbers = Numbers(language)
    parts = [
        (language("audits: {count}"), tally.get("assessed", 0), True),
        (language("with mistakes: {count}"), tally.get("broken", 0), True),
        (language("failed: {count}"), tally.get("failed", 0), False),
        (language("other YAML files: {count}"), tally.get("skipped", 0), False),
        (language("warnings: {count} (--verbose shows them)"), tally["warnings"], False),
    ]
    shown = [
        text.format(count=numbers.decimal(count, 0))
        for text, count, is_always in parts
        if count or is_always
    ]
    return ", ".join(shown)
