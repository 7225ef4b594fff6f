"""Technology gap assessment: today's use per unit of product against what others use and the law
allows, and what closes the gap."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..diagnostics import Diagnostic, Word
from ..diagnostics.codes import law as codes
from ..domain import Product
from ..figure import Figure, derive
from .balance import allocated_consumption, specific_consumption
from .comparison import Case, Comparison, compared
from .results import Assessment
from .savings import remainder
from .subjects import SUBJECTS, Subject, subject_of, use_of
from .trace import remarks_on_factors
from .worth import Result

# a plant without fuels has no heat from fuels: that it tells none needs no note
_NOTHING_IF_UNTOLD = ("heat", "firewood", "steam")


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
    found = [*remarks_on_factors(assessment), *audit.benchmark_notes]
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
        if benchmarks and (use is not None or subject.name not in _NOTHING_IF_UNTOLD):
            word = Word(SUBJECTS[subject.name].title)
            found.append(codes.SUBJECT_NOT_TOLD.at(product.span, product=product.id, subject=word))
        if use is None:
            return None
    if not use.value or not (benchmarks or SUBJECTS[subject.name].is_usual):
        return None
    actual = _per_unit(product, use)
    if not actual.value:
        return None
    packages = {name: one.total for name, one in assessment.packages.items()}
    saved = {
        key: _saved_per_unit(product, subject, results)
        for key, results in (("options", assessment.options), ("packages", packages))
    }
    after = _after(actual, saved["packages"])
    is_most = product.share is None and len(assessment.audit.products) > 1
    case = Case(assessment, product, subject, use, actual, saved, after, is_most)
    return SubjectGap(
        product=product,
        subject=subject,
        actual=actual,
        comparisons=tuple(compared(case, one, found) for one in benchmarks),
        after_option=_after(actual, saved["options"]),
        after_package=after,
    )


def _per_unit(product: Product, use: Figure) -> Figure:
    """A yearly use per unit of the product, by the product's share of the plant."""
    unit = f"{use.unit}/{product.unit}"
    if product.share is None:
        return derive(specific_consumption, unit, use=use, production=product.amount)
    return derive(
        allocated_consumption, unit, use=use, share=product.share, production=product.amount
    )


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
    return {id: derive(remainder, actual.unit, left=actual, saved=one) for id, one in saved.items()}
