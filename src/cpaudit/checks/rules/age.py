"""Values that grow old: benchmarks, prices, rates. Constants of nature and defaults do not.

Grid factors are told when the audit is read (R028, R029), and laws have the days they hold for.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic
from ...diagnostics.codes import checks as codes
from ...diagnostics.similar import listed
from ...domain import Product
from ...engine import Assessment
from ...figure import Factor, FromFactor

# years after which a value says little: conventions of this program
BENCHMARK_YEARS = 10
PRICE_YEARS = 3
_PRICED = ("exchange", "price", "tariff")


def old_factors(assessment: Assessment) -> list[Diagnostic]:
    """A note for each product with old benchmarks, and one for old prices and rates."""
    audit = assessment.audit
    year = audit.period.year
    found = []
    for product in audit.products.values():
        old = [one for one in _benchmarks(product) if _is_older(one, year, BENCHMARK_YEARS)]
        found += _said(old, product, year, BENCHMARK_YEARS)
    used = [one.factor for one in assessment.factors.values()]
    priced = [one for one in used if one.id.partition(".")[0] in _PRICED]
    found += _said(
        [one for one in priced if _is_older(one, year, PRICE_YEARS)], None, year, PRICE_YEARS
    )
    return found


def _benchmarks(product: Product) -> Iterator[Factor]:
    """The benchmarks that are no norms: those have days of their own."""
    for one in product.benchmarks:
        if one.level != "norm" and isinstance(one.limit.derivation, FromFactor):
            yield one.limit.derivation.factor


def _is_older(factor: Factor, year: int, years: int) -> bool:
    return factor.year is not None and year - factor.year > years


def _said(old: list[Factor], product: Product | None, year: int, years: int) -> list[Diagnostic]:
    if not old:
        return []
    newest = max(one.year or 0 for one in old)
    names = listed(dict.fromkeys(one.id for one in old))
    span = product.span if product is not None else None
    values = {"oldest": str(newest), "year": str(year), "factors": names, "years": years}
    return [codes.OLD_FACTOR.at(span, **values)]
