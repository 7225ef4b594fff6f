"""Benchmarks that have grown old: plants of ten years ago used more than those of today.

Grid factors are told when the audit is read (R028, R029). Laws and norms have days that they hold
for; constants of nature and default properties of fuels do not grow old.
"""

from __future__ import annotations

from ...diagnostics import Diagnostic
from ...diagnostics.codes import rules as codes
from ...diagnostics.similar import listed
from ...domain import Product
from ...engine import Assessment
from ...figure import Factor, FromFactor

# years after which a benchmark may not hold any more: a convention of this program
MOST_YEARS = 10


def old_benchmarks(assessment: Assessment) -> list[Diagnostic]:
    """A note for each product that is compared with old values only."""
    year, found = assessment.audit.period.year, []
    for product in assessment.audit.products.values():
        years = {one: one.year for one in _benchmarks(product) if one.year is not None}
        newest = max(years.values(), default=year)
        if year - newest > MOST_YEARS:
            names = listed(dict.fromkeys(one.id for one in years))
            values = {"newest": str(newest), "product": product.id, "years": year - newest}
            found.append(codes.OLD_BENCHMARKS.at(product.span, factors=names, **values))
    return found


def _benchmarks(product: Product) -> list[Factor]:
    """The library's benchmarks of a product that are no norms."""
    derivations = [one.limit.derivation for one in product.benchmarks if one.level != "norm"]
    return [one.factor for one in derivations if isinstance(one, FromFactor)]
