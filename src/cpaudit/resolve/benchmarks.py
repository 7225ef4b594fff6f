"""The benchmarks and norms that a product of this sector, size and time is compared with."""

from __future__ import annotations

from ..diagnostics import Mistake
from ..diagnostics.codes import law as codes
from ..domain import Benchmark
from ..factors.files import maps, text
from ..factors.sectors import BenchmarkEntry, benchmarks_of, first_norm, narrower_with_norms
from ..figure import About, Figure
from ..language import N_
from ..schema.audit import Production
from ..units import conversion
from .context import Context

NORM = N_("the norm in force in the middle of the audit's period, for a plant of this size")
ENDED = N_("the last norm that is known; it had ended by the middle of the audit's period")
COMPARED = N_("what the library has for this product")
UPPER_END = N_("upper end of the range: good practice")
LOWER_END = N_("lower end of the range: best practice")


def resolve_benchmarks(
    context: Context, entry: Production, unit: str, amount: Figure, capacity: Figure | None
) -> tuple[Benchmark, ...]:
    """What the library knows for a product, per the product's own unit. Raises Mistake.

    Norms by size go by the capacity that the file states, otherwise by the yearly output.
    """
    sector = str(context.file.plant.sector or "other")
    if sector not in context.library.sector_ids():
        return ()
    name = str(entry.benchmark or entry.product)
    library, country = context.library, context.country
    found = benchmarks_of(library, sector, name, country, context.period.middle)
    first = first_norm(library, sector, name, country)
    if entry.benchmark is not None and not found and not first:
        known = ", ".join(products_with_benchmarks(context, sector)) or "–"
        raise Mistake(
            codes.UNKNOWN_BENCHMARK.at(
                entry.benchmark.span, sector=sector, text=entry.benchmark, known=known
            )
        )
    _say_of_product(context, entry, found, first)
    of_size = [one for one in found if _is_of_size(one, capacity or amount)]
    _say_sizes(context, entry, found, of_size, amount, capacity)
    made = [one for each in of_size for one in _compared(context, each, unit)]
    if of_size and not made:
        per = of_size[0].factor.unit.partition("/")[2]
        context.about_benchmarks.append(
            codes.OTHER_DIMENSION.at(entry.amount.span, product=entry.product, unit=per, found=unit)
        )
    return tuple(made)


def _say_of_product(
    context: Context, entry: Production, found: list[BenchmarkEntry], first: str | None
) -> None:
    """That norms begin later, that nothing is known, or that narrower products have norms."""
    library, country = context.library, context.country
    sector = str(context.file.plant.sector or "other")
    if first and not any(one.level == "norm" for one in found):
        said = codes.NORM_NOT_YET.at(entry.product.span, product=entry.product, first=first)
        context.about_benchmarks.append(said)
    elif not found:
        _say_none(context, entry, sector)
    name = str(entry.benchmark or entry.product)
    narrower = narrower_with_norms(library, sector, name, country)
    if narrower and not first:
        values = {"product": entry.product, "known": ", ".join(narrower)}
        context.about_benchmarks.append(codes.NORMS_OF_NARROWER.at(entry.product.span, **values))


def _say_none(context: Context, entry: Production, sector: str) -> None:
    """That nothing is known of the product, and what else there is."""
    known = products_with_benchmarks(context, sector)
    if known:
        said = codes.NO_BENCHMARKS_OF_PRODUCT.at(
            entry.product.span, product=entry.product, sector=sector, known=", ".join(known)
        )
    else:
        place = context.file.plant.sector.span if context.file.plant.sector else None
        said = codes.NO_BENCHMARKS_OF_SECTOR.at(place, sector=sector)
    if said not in context.about_benchmarks:
        context.about_benchmarks.append(said)


def products_with_benchmarks(context: Context, sector: str) -> list[str]:
    """The products of a sector that something is known of."""
    library = context.library
    document = library.files.document(f"sectors/{sector}.yaml")
    ids = [text(one, "id") or "" for one in maps(document, "products") if maps(one, "benchmarks")]
    country, day = context.country, context.period.middle
    return [id for id in ids if benchmarks_of(library, sector, id, country, day)]


def _is_of_size(entry: BenchmarkEntry, size: Figure) -> bool:
    """Whether an entry is for plants of a size; a size of another dimension decides nothing."""
    for bound, is_least in ((entry.least, True), (entry.below, False)):
        limit = bound.to(size.unit) if bound is not None else None
        if limit is not None and (size.value < limit if is_least else size.value >= limit):
            return False
    return True


def _say_sizes(
    context: Context,
    entry: Production,
    found: list[BenchmarkEntry],
    of_size: list[BenchmarkEntry],
    amount: Figure,
    capacity: Figure | None,
) -> None:
    """What is to be said of the plant's size and of the norms that go by it."""
    if entry.capacity and capacity is not None and capacity.value < amount.value:
        shown = {"capacity": About(capacity), "amount": About(amount)}
        said = codes.CAPACITY_TOO_SMALL.at(entry.capacity.span, product=entry.product, **shown)
        context.about_benchmarks.append(said)
    norms = [one for one in found if one.level == "norm"]
    sized = [one for one in norms if one.least or one.below]
    if sized and capacity is None:
        context.about_benchmarks.append(
            codes.CAPACITY_ASSUMED.at(entry.amount.span, product=entry.product)
        )
    if norms and not any(one.level == "norm" for one in of_size):
        sizes = "; ".join(
            " – ".join(bound.text for bound in (one.least, one.below) if bound) for one in norms
        )
        context.about_benchmarks.append(
            codes.NO_NORM_OF_SIZE.at(entry.amount.span, product=entry.product, known=sizes)
        )
    for one in of_size:
        if one.expired:
            context.about_benchmarks.append(
                codes.NORM_ENDED.at(
                    entry.product.span, id=one.factor.id, product=entry.product, end=one.factor.end
                )
            )


def _compared(context: Context, entry: BenchmarkEntry, unit: str) -> list[Benchmark]:
    """The entry per the product's unit; the range of a best practice as its two ends."""
    use, _, per = entry.factor.unit.partition("/")
    ratio = conversion(unit, per)
    if ratio is None:
        return []
    reason = {"norm": ENDED if entry.expired else NORM}.get(entry.level, COMPARED)
    factor = entry.factor
    ends = [(entry.level, factor.value, reason)]
    if factor.is_range and entry.level == "best" and factor.low is not None:
        ends = [("good", factor.value, UPPER_END), ("best", factor.low, LOWER_END)]
    if factor.id in context.own:
        ends = [(entry.level, context.own[factor.id].value, reason)]
    made = []
    for level, value, why in ends:
        limit = context.from_factor(factor, why)._replace(
            value=value * float(ratio), unit=f"{use}/{unit}"
        )
        made.append(
            Benchmark(factor.id, entry.of, level, limit, entry.names, expired=entry.expired)
        )
    return made
