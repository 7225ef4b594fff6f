"""Technology gap assessment: today's use per unit of product against what others use and the law
allows, and what closes the gap."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..diagnostics import Diagnostic, Word
from ..diagnostics.codes import law as codes
from ..domain import Benchmark, Product
from ..figure import Figure, derive, formula
from ..language import N_
from .balance import allocated_consumption, specific_consumption
from .results import Assessment, Result
from .subjects import SUBJECTS, Subject, per_use, subject_of, use_of

# a use above a limit by less than this part of it is rounding
ROUNDING = 1e-9


@formula(
    "use per unit - limit, at least 0", "UNEP/UNIDO: technology gap as excess over a benchmark"
)
def gap_per_unit(actual: float, limit: float) -> float:
    """Units of use per unit of product above a limit; zero where the limit is kept."""
    return max(0.0, actual - limit)


@formula("gap per unit · production", N_("definition of an amount a year"))
def gap_per_year(gap: float, production: float) -> float:
    """Units of use a year."""
    return gap * production


@formula("gap · (sum of the plant / use of the plant)", N_("average over what the plant uses"))
def share_of_gap(gap: float, per_use: float) -> float:
    """Money, t CO2e or TOE a year that go with a gap, at the plant's own average."""
    return gap * per_use


@formula("use per unit - saving per unit", N_("definition of a remainder"))
def left_per_unit(actual: float, saved: float) -> float:
    """Units of use per unit of product after a saving."""
    return actual - saved


@formula("saving per unit / gap per unit, at most 1; 1 without a gap", N_("definition of a share"))
def share_closed(saved: float, gap: float) -> float:
    """The part of a gap that a saving closes; negative where the option uses more."""
    return min(1.0, saved / gap) if gap > 0 else 1.0


class Comparison(NamedTuple):
    """A benchmark and how far the plant is above it, per unit and a year.

    `met` is None where use is known in part only and that part is below the limit. `closed` is the
    part of the gap that each option alone and each package closes; empty without a gap.
    """

    benchmark: Benchmark
    met: bool | None
    gap: Figure
    yearly: Figure
    money: Figure | None
    co2e: Figure | None
    toe: Figure | None
    closed_by_option: Mapping[str, Figure]
    closed_by_package: Mapping[str, Figure]


class SubjectGap(NamedTuple):
    """What one product uses of a subject today, after each option alone and each package."""

    product: Product
    subject: Subject
    actual: Figure
    comparisons: tuple[Comparison, ...]
    after_option: Mapping[str, Figure]
    after_package: Mapping[str, Figure]


class Gap(NamedTuple):
    """The technology gap of a plant, product by product."""

    assessment: Assessment
    subjects: tuple[SubjectGap, ...]
    diagnostics: tuple[Diagnostic, ...]


def gap_of(assessment: Assessment) -> Gap:
    """The gap of every product and subject that the plant uses, with benchmarks or without."""
    audit = assessment.audit
    found = list(audit.benchmark_notes)
    if not audit.products:
        found.append(codes.NO_PRODUCTION.at(None))
    gaps = []
    for product in audit.products.values():
        for name in SUBJECTS:
            made = _subject_gap(assessment, product, subject_of(assessment, name), found)
            if made is not None:
                gaps.append(made)
    return Gap(assessment, tuple(gaps), tuple(found))


def _subject_gap(
    assessment: Assessment, product: Product, subject: Subject, found: list[Diagnostic]
) -> SubjectGap | None:
    """None where the plant has nothing of the subject."""
    benchmarks = [one for one in product.benchmarks if one.subject == subject.name]
    use = use_of(subject, {id: stream.amount for id, stream in assessment.audit.streams.items()})
    if use is None or use.partial:
        if benchmarks:
            word = Word(SUBJECTS[subject.name].title)
            found.append(codes.SUBJECT_NOT_TOLD.at(product.span, product=product.id, subject=word))
        if use is None:
            return None
    if not use.value or not (benchmarks or SUBJECTS[subject.name].is_usual):
        return None
    actual = _per_unit(product, use)
    packages = {name: one.total for name, one in assessment.packages.items()}
    saved = {
        key: _saved_per_unit(product, subject, results)
        for key, results in (("options", assessment.options), ("packages", packages))
    }
    return SubjectGap(
        product=product,
        subject=subject,
        actual=actual,
        comparisons=tuple(
            _comparison(assessment, product, subject, actual, use, one, saved, found)
            for one in benchmarks
        ),
        after_option=_after(actual, saved["options"]),
        after_package=_after(actual, saved["packages"]),
    )


def _per_unit(product: Product, use: Figure) -> Figure:
    """A yearly use per unit of the product, by the product's share of the plant."""
    unit = f"{use.unit}/{product.unit}"
    if product.share is None:
        made = derive(specific_consumption, unit, use=use, production=product.amount)
    else:
        made = derive(
            allocated_consumption, unit, use=use, share=product.share, production=product.amount
        )
    return made._replace(partial=use.partial)


def _saved_per_unit(
    product: Product, subject: Subject, results: Mapping[str, Result]
) -> dict[str, Figure]:
    """What each result saves of the subject per unit of product, where it changes it at all."""
    saved = {}
    for id, result in results.items():
        amount = use_of(subject, result.resources)
        if amount is not None and amount.value:
            saved[id] = _per_unit(product, amount)
    return saved


def _after(actual: Figure, saved: Mapping[str, Figure]) -> dict[str, Figure]:
    return {
        id: derive(left_per_unit, actual.unit, actual=actual, saved=one)._replace(
            partial=actual.partial or one.partial
        )
        for id, one in saved.items()
    }


def _comparison(
    assessment: Assessment,
    product: Product,
    subject: Subject,
    actual: Figure,
    use: Figure,
    benchmark: Benchmark,
    saved: Mapping[str, Mapping[str, Figure]],
    found: list[Diagnostic],
) -> Comparison:
    limit = benchmark.limit
    gap = derive(gap_per_unit, actual.unit, actual=actual, limit=limit)
    yearly = derive(gap_per_year, use.unit, gap=gap, production=product.amount)
    is_met: bool | None = actual.value <= limit.value * (1 + ROUNDING)
    if is_met and actual.partial:
        is_met = None
    if benchmark.level == "norm" and is_met is False and not benchmark.expired:
        found.append(
            codes.NORM_NOT_MET.at(
                product.span, id=benchmark.id, product=product.id, actual=actual, limit=limit
            )
        )
    sides = _sides(assessment, product, subject, use, yearly, found)
    closed = {
        key: {id: derive(share_closed, "unit", saved=one, gap=gap) for id, one in results.items()}
        for key, results in saved.items()
        if is_met is False and gap.value > 0
    }
    return Comparison(
        benchmark=benchmark,
        met=is_met,
        gap=gap,
        yearly=yearly,
        money=sides["cost"],
        co2e=sides["co2e"],
        toe=sides["toe"],
        closed_by_option=closed.get("options", {}),
        closed_by_package=closed.get("packages", {}),
    )


def _sides(
    assessment: Assessment,
    product: Product,
    subject: Subject,
    use: Figure,
    yearly: Figure,
    found: list[Diagnostic],
) -> dict[str, Figure | None]:
    """Money, CO2e and TOE that go with the gap, at the average of what the plant uses."""
    sides: dict[str, Figure | None] = {}
    for name in ("cost", "co2e", "toe"):
        average = per_use(assessment, subject, use, name)
        unit = average.unit.partition("/")[0] if average is not None else ""
        sides[name] = None
        if average is not None:
            made = derive(share_of_gap, unit, gap=yearly, per_use=average)
            sides[name] = made._replace(partial=average.partial)
    if sides["cost"] is None and subject.name != "co2e" and yearly.value:
        word = Word(SUBJECTS[subject.name].title)
        said = codes.NO_PRICE_OF_SUBJECT.at(product.span, product=product.id, subject=word)
        if said not in found:
            found.append(said)
    return sides
