"""What is asked of many plants: a budget, a table of them, a programme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ..diagnostics import Mistake
from ..engine import Assessment
from ..engine.selection import Frontier, Objective, Prepared, Selection, prepare
from ..engine.selection import frontier as _frontier
from ..engine.selection import select as _select
from ..factors import Library, default_library
from ..portfolio.outcome import BatchResult
from ..resolve.budget import budget_of, plants_for
from ..steps import AuditError
from .factors import library_with

if TYPE_CHECKING:
    from ..engine.programme import Rollup
    from ..portfolio.checking import Checked
    from ..portfolio.paths import Files


def select(
    assessments: Sequence[Assessment],
    budget: str,
    maximise: Objective = "npv",
    library: Library | None = None,
) -> Selection:
    """The options of one or many plants to finance with a budget such as "2 billion VND".

    Maximises NPV, saving a year, or t CO2e avoided a year. The money of other currencies is
    exchanged by each file's own rate, otherwise by the library's yearly average. Raises AuditError
    for a budget that is no money, where a rate is missing, and without the extra
    `cpaudit[select]`.
    """
    try:
        money = budget_of(budget)
    except Mistake as mistake:
        raise AuditError([mistake.diagnostic]) from None
    return _select(_prepared(assessments, money.unit, maximise, library), money)


def frontier(
    assessments: Sequence[Assessment],
    currency: str,
    steps: int = 10,
    maximise: Objective = "npv",
    library: Library | None = None,
    up_to: float | None = None,
) -> Frontier:
    """The best choices for budgets in even steps, from the smallest that buys anything to all, or
    to `up_to` in the currency.

    Raises AuditError as `select` does.
    """
    return _frontier(_prepared(assessments, currency, maximise, library), steps, up_to)


def _prepared(
    assessments: Sequence[Assessment], currency: str, maximise: Objective, library: Library | None
) -> Prepared:
    plants, found = plants_for(assessments, currency, library or default_library())
    if any(said.is_error for said in found):
        raise AuditError(found)
    made = prepare(plants, currency, maximise)
    return made._replace(diagnostics=(*found, *made.diagnostics))


def batch(
    paths: Iterable[str | PathLike[str]],
    per: Literal["plant", "option"] = "plant",
    package: str | None = None,
    currency: str | None = None,
    factors: str | PathLike[str] | None = None,
    workers: int = 1,
    scheduler: str | None = None,
) -> Iterator[BatchResult]:
    """What comes of each audit file, in the order of paths, while others are still being made.

    `paths` are files, folders and patterns, `package` is by default the last one of each audit, and
    money is exchanged where a `currency` is given. Mistakes of a file are in its result. Raises
    AuditError at once for a path that leads to nothing, and LibraryError for a broken folder of
    `factors`; later AuditError where a Dask scheduler can't be used. With several workers the
    caller's module must be safe to import, as `multiprocessing` asks for.
    """
    from ..portfolio.batch import outcomes
    from ..portfolio.outcome import result_of
    from ..portfolio.task import Work
    from ..portfolio.workers import WorkersError

    files = _files_at(paths)
    own = None if factors is None else fspath(factors)
    if own is not None:
        library_with(own)
    work = Work(per, package, currency, own, wants_warnings=True)
    columns = work.columns

    def results() -> Iterator[BatchResult]:
        try:
            for outcome in outcomes(files, work, workers, scheduler):
                yield result_of(outcome, columns)
        except WorkersError as problem:
            raise AuditError([problem.diagnostic]) from None

    return results()


def programme(
    path: str | PathLike[str],
    year: int | None = None,
    until: int | None = None,
    library: Library | None = None,
    keep_going: bool = False,
) -> Rollup:
    """A programme file rolled up: savings by sector, province, service and year, its projects and
    its training.

    `year` is that of projects and training, by default the file's; sums go `until` a year, by
    default the same. Raises AuditError with every mistake of the file and of its audits;
    `keep_going` leaves out audits that can't be read, and then `complete` is false.
    """
    from ..engine.programme import roll_up
    from ..portfolio.programme import read_programme

    made, found = read_programme(Path(path), library)
    if made is None or (made.missing and not keep_going):
        raise AuditError(found)
    return roll_up(made, year, until)


def check(
    paths: Iterable[str | PathLike[str]], library: Library | None = None
) -> Iterator[Checked]:
    """What there is to say of each audit and programme, as `cpaudit check` says it, in order.

    `paths` are files, folders and patterns. Raises AuditError for a path that leads to nothing.
    """
    from ..portfolio.checking import check_files

    return check_files(_files_at(paths), library or default_library())


def update_expectations(
    paths: Iterable[str | PathLike[str]], library: Library | None = None
) -> list[Checked]:
    """Rewrite the expected figures that fail in each audit, as `cpaudit check --update` does.

    The check of each file after that; its `changes` are what was rewritten, and its findings say
    what could not be. Raises AuditError for a path that leads to nothing.
    """
    from ..portfolio.checking import check_files
    from ..portfolio.update_files import update_file

    # a list: files are not to depend on how far a caller reads
    return list(check_files(_files_at(paths), library or default_library(), update_file))


def _files_at(paths: Iterable[str | PathLike[str]]) -> Files:
    """The files; a path alone is taken as one, not as its letters. Raises AuditError."""
    from ..portfolio.paths import files_at

    files, found = files_at([paths] if isinstance(paths, str | PathLike) else paths)
    if found:
        raise AuditError(found)
    return files
