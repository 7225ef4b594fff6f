"""What programs that import cpaudit may call: from a file to its assessment, and what follows.

>>> import cpaudit
>>> audit = cpaudit.load("plant.yaml")                     # doctest: +SKIP
>>> assessment = cpaudit.assess(audit)                     # doctest: +SKIP
>>> cpaudit.look_up(assessment, "packages.full.saving")     # doctest: +SKIP
>>> cpaudit.gap(assessment)                                 # doctest: +SKIP
>>> cpaudit.uncertainty(assessment, draws=10000)            # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from .diagnostics import Diagnostic, Mistake
from .domain import Audit
from .engine import Assessment, Irr, Payback
from .engine.attribution import Attribution, attribution_of
from .engine.benchmark import Gap, gap_of
from .engine.comparing import Comparison
from .engine.comparing import compare as _compare
from .engine.monitoring import MonitoringResult, missing_for_regression, monitoring_of
from .engine.nodes import Node
from .engine.paths import figure_tree
from .engine.paths import look_up as _look_up
from .engine.recp import Recp, RecpChange, recp_after, recp_change, recp_of
from .engine.selection import Frontier, Objective, Prepared, Selection, prepare
from .engine.selection import frontier as _frontier
from .engine.selection import select as _select
from .engine.sensitivity import Sensitivity, sensitivity_of
from .engine.uncertainty import PAYBACK_LIMITS, SEED, Uncertainty, missing_for_draws
from .engine.uncertainty import uncertainty_of as _uncertainty_of
from .factors import Library, LibraryError, default_library
from .factors import library_with as _library_with
from .figure import Figure
from .portfolio.outcome import BatchResult
from .resolve.budget import budget_of, plants_for
from .steps import AuditError, assess, assess_audit, audit_in, load, read_audit

if TYPE_CHECKING:
    from .engine.programme import Rollup

__all__ = [
    "Assessment",
    "Attribution",
    "Audit",
    "AuditError",
    "BatchResult",
    "Comparison",
    "Diagnostic",
    "Figure",
    "Frontier",
    "Gap",
    "Irr",
    "Library",
    "LibraryError",
    "MonitoringResult",
    "Payback",
    "Recp",
    "RecpChange",
    "Rollup",
    "Selection",
    "Sensitivity",
    "Uncertainty",
    "assess",
    "assess_audit",
    "attribution",
    "audit_in",
    "batch",
    "check_factors",
    "compare",
    "figure_at",
    "frontier",
    "gap",
    "library_with",
    "load",
    "look_up",
    "monitor",
    "programme",
    "read_audit",
    "recp",
    "recp_after",
    "recp_change",
    "select",
    "sensitivity",
    "uncertainty",
]


def look_up(assessment: Assessment, path: str) -> Node:
    """The figure at a path such as `packages.full.co2e`, None where nothing tells it.

    Raises LookupError, with the nearest paths in `meant`, where there is no such path.
    """
    return _look_up(figure_tree(assessment, [path]), path)


def gap(assessment: Assessment) -> Gap:
    """The plant's use per unit of product against benchmarks and norms, and what closes the gap."""
    return gap_of(assessment)


def compare(
    assessments: Sequence[Assessment], base: str | None = None, packages: Sequence[str] = ()
) -> Comparison:
    """The packages of one audit side by side, or several audits with a package each.

    `base` names the column that the others are compared with. An unknown base or package is an
    error (A007, A008) among the result's diagnostics. Raises ValueError without an assessment.
    """
    return _compare(assessments, base, packages)


def attribution(assessment: Assessment, package: str) -> Attribution:
    """Each option's part of what a package saves: alone, in its order, and as a Shapley share.

    Raises KeyError where there is no such package.
    """
    return attribution_of(assessment, package)


def recp(assessment: Assessment, product: str | None = None) -> Recp:
    """Resource productivity and pollution intensity of a period, of all output or one product's.

    An unknown product is an error (D003) among the result's diagnostics.
    """
    return recp_of(assessment, product)


def monitor(assessment: Assessment) -> MonitoringResult:
    """Use after implementation against the frozen baseline, and realised against expected savings.

    Errors, such as a model that can't be made (V042), are among the result's diagnostics. Raises
    LookupError where the audit has no section `monitoring`, ImportError without the extra
    `monitor`.
    """
    missing = missing_for_regression()
    if missing is not None:
        raise ImportError(missing.code.hint)
    return monitoring_of(assessment)


def uncertainty(
    assessment: Assessment,
    draws: int | None = None,
    seed: int = SEED,
    payback_below: Iterable[float] = PAYBACK_LIMITS,
) -> Uncertainty:
    """Every figure with its 95 % interval, by error propagation and with `draws` by Monte Carlo.

    `payback_below` are years; the part of draws in which a payback is shorter is counted. Raises
    ImportError where draws are asked for and the extra `uncertainty` is not installed.
    """
    missing = missing_for_draws() if draws else None
    if missing is not None:
        raise ImportError(missing.code.hint)
    return _uncertainty_of(assessment, draws, seed, payback_below)


def sensitivity(
    assessment: Assessment,
    path: str | None = None,
    by: float | None = None,
    reach: float | None = None,
) -> Sensitivity:
    """How a figure changes with each value it rests on, and where it reaches a target.

    `path` is by default the NPV of the last package; `by` the share by which every value is
    changed, by default its stated uncertainty, otherwise 0.2; `reach` in the figure's unit, of an
    NPV zero. Raises LookupError where there is no such figure or it is a group.
    """
    return sensitivity_of(assessment, path, by, reach)


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
    from .portfolio.batch import outcomes
    from .portfolio.outcome import result_of
    from .portfolio.paths import files_at
    from .portfolio.task import Work
    from .portfolio.workers import WorkersError

    files, found = files_at(paths)
    if found:
        raise AuditError(found)
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


def _prepared(
    assessments: Sequence[Assessment], currency: str, maximise: Objective, library: Library | None
) -> Prepared:
    plants, found = plants_for(assessments, currency, library or default_library())
    if any(said.is_error for said in found):
        raise AuditError(found)
    made = prepare(plants, currency, maximise)
    return made._replace(diagnostics=(*found, *made.diagnostics))


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
    from .engine.programme import roll_up
    from .portfolio.programme import read_programme

    made, found = read_programme(Path(path), library)
    if made is None or (made.missing and not keep_going):
        raise AuditError(found)
    return roll_up(made, year, until)


def library_with(folder: str | PathLike[str]) -> Library:
    """The library that ships, with a folder of your own factors laid over it.

    Raises LibraryError with every mistake of the folder.
    """
    path = Path(folder)
    found = [said for said in check_factors(path) if said.is_error]
    if found:
        raise LibraryError(str(path), found)
    return _library_with(path)


def check_factors(folder: str | PathLike[str] | None = None) -> list[Diagnostic]:
    """What is wrong with a folder of factors laid over those that ship, or with those alone."""
    from .factors.check import check_library

    return check_library(default_library().files.root, Path(folder) if folder else None)


def figure_at(assessment: Assessment, path: str) -> Figure:
    """The figure at a path that has one value, such as `packages.full.saving`.

    Raises LookupError where there is no such path, or nothing tells its value.
    """
    node = look_up(assessment, path)
    if not isinstance(node, Figure):
        raise LookupError(f"{path} has no single value")
    return node


def __getattr__(name: str) -> Any:
    if name == "Rollup":  # only programmes need it
        from .engine.programme import Rollup

        return Rollup
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
