"""One use per unit of product against one benchmark: the gap, what goes with it, what closes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..diagnostics import Diagnostic, Word
from ..diagnostics.codes import law as codes
from ..domain import Benchmark, Product
from ..figure import About, Figure, derive, formula
from ..language import N_
from .elementwise import larger
from .results import Assessment
from .rounding import ROUNDING
from .subjects import SUBJECTS, Subject, per_use


@formula(
    "use per unit - limit, at least 0", "UNEP/UNIDO: technology gap as excess over a benchmark"
)
def gap_per_unit(actual: float, limit: float) -> float:
    """Units of use per unit of product above a limit; zero where the limit is kept."""
    return larger(0.0, actual - limit)


@formula("gap per unit · production", N_("definition of an amount a year"))
def gap_per_year(gap: float, production: float) -> float:
    """Units of use a year."""
    return gap * production


@formula("gap · (sum of the plant / use of the plant)", N_("average over what the plant uses"))
def share_of_gap(gap: float, per_use: float) -> float:
    """Money, t CO2e or TOE a year that go with a gap, at the plant's own average."""
    return gap * per_use


@formula("saving per unit / gap per unit, at most 1; 1 without a gap", N_("definition of a share"))
def share_closed(saved: float, gap: float) -> float:
    """The part of a gap that a saving closes; negative where the option uses more."""
    return min(1.0, saved / gap) if gap > 0 else 1.0


class Comparison(NamedTuple):
    """A benchmark and how far the plant is above it, per unit and a year.

    `met` is None where that can't be told, and then there is no gap: use is known in part only and
    that part is below the limit, or it is the use of the whole plant and above it. `met_after` is
    the same after each package that changes the use. `closed` is the part of the gap that each
    option alone and each package closes; empty without a gap.
    """

    benchmark: Benchmark
    met: bool | None
    gap: Figure | None
    yearly: Figure | None
    money: Figure | None
    co2e: Figure | None
    toe: Figure | None
    met_after: Mapping[str, bool | None]
    closed_by_option: Mapping[str, Figure]
    closed_by_package: Mapping[str, Figure]


class Case(NamedTuple):
    """What one product uses of a subject: a year (`use`) and per unit (`actual`).

    `saved` is what each option alone and each package takes off per unit, under `options` and
    `packages`; `after` is what each package leaves. `is_most` says that the use is that of the
    whole plant, which makes other products too.
    """

    assessment: Assessment
    product: Product
    subject: Subject
    use: Figure
    actual: Figure
    saved: Mapping[str, Mapping[str, Figure]]
    after: Mapping[str, Figure]
    is_most: bool


def compared(case: Case, benchmark: Benchmark, found: list[Diagnostic]) -> Comparison:
    """The comparison with one benchmark; what is to be said of it goes to `found`."""
    actual, limit = case.actual, benchmark.limit
    is_met = _is_met(case, actual, limit)
    met_after = {id: _is_met(case, figure, limit) for id, figure in case.after.items()}
    if benchmark.level == "norm" and not benchmark.expired:
        found += _said_of_norm(case, benchmark, is_met, met_after)
    if is_met is None:
        return Comparison(benchmark, None, None, None, None, None, None, met_after, {}, {})
    gap = derive(gap_per_unit, actual.unit, actual=actual, limit=limit)
    yearly = derive(gap_per_year, case.use.unit, gap=gap, production=case.product.amount)
    sides = _sides(case, yearly, found)
    closed = _closed(case, gap) if is_met is False and gap.value > 0 else {}
    return Comparison(
        benchmark=benchmark,
        met=is_met,
        gap=gap,
        yearly=yearly,
        money=sides["cost"],
        co2e=sides["co2e"],
        toe=sides["toe"],
        met_after=met_after,
        closed_by_option=closed.get("options", {}),
        closed_by_package=closed.get("packages", {}),
    )


def _is_met(case: Case, actual: Figure, limit: Figure) -> bool | None:
    """Whether a use keeps a limit; None where what is known of it does not decide."""
    if actual.value <= limit.value * (1 + ROUNDING):
        return None if actual.partial else True
    return None if case.is_most else False


def _said_of_norm(
    case: Case, benchmark: Benchmark, is_met: bool | None, met_after: Mapping[str, bool | None]
) -> list[Diagnostic]:
    """A norm in force that is not met, or that a package would break."""
    product = case.product
    values = {"id": benchmark.id, "product": product.id, "limit": About(benchmark.limit)}
    if is_met is False:
        return [codes.NORM_NOT_MET.at(product.span, actual=About(case.actual), **values)]
    return [
        codes.NORM_LOST.at(product.span, package=id, after=About(case.after[id]), **values)
        for id, is_kept in met_after.items()
        if is_met and is_kept is False
    ]


def _closed(case: Case, gap: Figure) -> dict[str, dict[str, Figure]]:
    """The part of a gap that each option and each package closes."""
    return {
        key: {id: derive(share_closed, "unit", saved=one, gap=gap) for id, one in results.items()}
        for key, results in case.saved.items()
    }


def _sides(case: Case, yearly: Figure, found: list[Diagnostic]) -> dict[str, Figure | None]:
    """Money, CO2e and TOE that go with the gap, at the average of what the plant uses."""
    product, subject = case.product, case.subject
    sides: dict[str, Figure | None] = {"cost": None, "co2e": None, "toe": None}
    for name in sides:
        average = per_use(case.assessment, subject, case.use, name)
        if average is not None:
            unit = average.unit.partition("/")[0]
            sides[name] = derive(share_of_gap, unit, gap=yearly, per_use=average)
    if sides["cost"] is None and subject.name != "co2e" and yearly.value:
        word = Word(SUBJECTS[subject.name].title)
        said = codes.NO_PRICE_OF_SUBJECT.at(product.span, product=product.id, subject=word)
        if said not in found:
            found.append(said)
    return sides
