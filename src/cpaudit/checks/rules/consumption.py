"""Use per unit of product against all benchmarks that the library has for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...diagnostics import Diagnostic, Word
from ...diagnostics.codes import rules as codes
from ...domain import Benchmark
from ...engine import Assessment
from ...engine.benchmark import SubjectGap, gap_of
from ...engine.subjects import SUBJECTS
from ...engine.uncertainty.inputs import bounds_of
from ...figure import About
from ...units.slips import slip_of
from .showing import about, times

# how many times a use may be above the highest or below the lowest that is known; the same where a
# single value is, which tells no spread; and above where only good practice is: conventions
FAR = 3.0
FAR_FROM_ONE = 10.0
FAR_FROM_GOOD = 30.0
_GOOD = ("good", "best")


class Limit(NamedTuple):
    """A use per unit that is known, and the benchmark that tells it."""

    value: float
    id: str


def far_consumption(assessment: Assessment) -> list[Diagnostic]:
    """A warning for each use that is far from all that is known of the product and subject."""
    products = assessment.audit.products
    if not any(one.benchmarks for one in products.values()):
        return []
    found: list[Diagnostic] = []
    for gap in gap_of(assessment).subjects:
        is_most = gap.product.share is None and len(products) > 1
        found += _said(gap, is_most)
    return found


def _said(gap: SubjectGap, is_most: bool) -> Iterator[Diagnostic]:
    """`is_most`: the use is that of a plant with other products as well."""
    limits = [limit for one in gap.comparisons for limit in _limits(one.benchmark)]
    if not limits:
        return
    is_good = all(one.benchmark.level in _GOOD for one in gap.comparisons)
    low, high = min(limits), max(limits)
    far = FAR if low.value < high.value else FAR_FROM_ONE
    actual, above = gap.actual, FAR_FROM_GOOD if is_good else far
    is_above = actual.value > above * high.value and not is_most
    is_below = actual.value < low.value / far and not actual.partial
    if is_above or is_below:
        yield _far(gap, sorted(limits))


def _limits(benchmark: Benchmark) -> Iterator[Limit]:
    """A benchmark and the ends of its range."""
    values = [benchmark.limit.value, *(bounds_of(benchmark.limit) or ())]
    yield from (Limit(value, benchmark.id) for value in values if value > 0)


def _far(gap: SubjectGap, limits: Sequence[Limit]) -> Diagnostic:
    actual, middle = gap.actual.value, limits[len(limits) // 2]
    power = slip_of(actual / middle.value)
    end = limits[-1] if actual > limits[-1].value else limits[0]
    bound = middle if power is not None else end
    values = {
        "product": gap.product.id,
        "subject": Word(SUBJECTS[gap.subject.name].title),
        "actual": About(gap.actual),
        "reference": about(bound.value, gap.actual.unit),
        "id": bound.id,
    }
    if power is not None:
        return codes.USE_SLIP.at(gap.product.span, factor=10 ** abs(power), **values)
    return codes.USE_FAR.at(gap.product.span, ratio=times(actual / bound.value), **values)
