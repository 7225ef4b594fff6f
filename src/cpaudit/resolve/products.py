"""What the plant makes: the amounts by which its use is divided."""

from __future__ import annotations

from ..diagnostics import Mistake
from ..diagnostics.codes import keys, plausibility
from ..domain import Names, Product
from ..factors.sectors import sector_of
from ..figure import Figure
from ..language import N_
from ..schema.audit import Production
from ..units import conversion
from .amounts import unit_written, yearly_amount
from .benchmarks import resolve_benchmarks
from .context import Context, entered
from .conversions import plain_figure
from .fuels import fraction

# a product is counted in the first of these units that its own unit converts to
_UNITS = ("t", "m3", "Nm3", "m2", "m", "piece", "MWh")


def resolve_products(context: Context) -> dict[str, Product]:
    """Every product by id, with its amount per year and its share of the plant's use."""
    products: dict[str, Product] = {}
    for entry in context.file.production:
        try:
            product = _product(context, entry)
        except Mistake as mistake:
            context.say(mistake.diagnostic)
            continue
        if product.id in products:
            same = (one.product for one in context.file.production if one.product == product.id)
            first = next(same).span
            context.say(
                keys.DUPLICATE_ID.related(
                    entry.product.span, first, id=product.id, line=str(first.line)
                )
            )
        products[product.id] = product
    _check_shares(context, products)
    return products


def _product(context: Context, entry: Production) -> Product:
    unit = unit_of(unit_written(context, entry.amount))
    amount = yearly_amount(context, entry.amount, unit, {}, entry.product)
    if amount.value <= 0:
        raise Mistake(plausibility.NOT_POSITIVE.at(entry.amount.span, key="amount"))
    share: Figure | None = None
    if entry.share is not None:
        share = fraction(entry.share, "share")
    capacity = _capacity(entry, unit)
    return Product(
        id=str(entry.product),
        names=_names(context, entry),
        unit=unit,
        amount=amount,
        share=share,
        benchmarks=resolve_benchmarks(context, entry, unit, amount, capacity),
        span=entry.product.span,
    )


def _capacity(entry: Production, unit: str) -> Figure | None:
    """What the plant could make in a year, in the product's unit. Raises Mistake."""
    if entry.capacity is None:
        return None
    for each in (unit, f"{unit}/yr"):
        value = entry.capacity.quantity.to(each)
        if value is not None:
            if value <= 0:
                raise Mistake(plausibility.NOT_POSITIVE.at(entry.capacity.span, key="capacity"))
            return entered(entry.capacity, value, unit)
    return plain_figure(entry.capacity, unit, N_("the capacity"), f"6000 {unit}/yr")


def _names(context: Context, entry: Production) -> Names:
    """As written; otherwise as the sector calls it; otherwise the id itself."""
    sector = context.file.plant.sector
    if entry.name is None and sector is not None and sector in context.library.sector_ids():
        usual = sector_of(context.library, str(sector)).products.get(str(entry.product))
        if usual is not None:
            return usual.names
    name = str(entry.name or entry.product)
    return {"en": name, "vi": name}


def unit_of(written: str) -> str:
    """Hectolitres stay hectolitres, the brewer's unit; other units become the engine's."""
    for unit in ("hl", *_UNITS):
        for each in (unit, f"{unit}/yr"):
            ratio = conversion(written, each)
            if ratio is not None and (unit != "hl" or ratio == 1):
                return unit
    return "t"


def _check_shares(context: Context, products: dict[str, Product]) -> None:
    shares = [product.share.value for product in products.values() if product.share]
    entries = context.file.production
    if sum(shares) > 1 + 1e-9:
        context.say(plausibility.SHARES_OVER_100.at(entries[0].product.span))
    if len(products) > 1 and len(shares) < len(products):
        context.say(plausibility.SEVERAL_PRODUCTS.at(entries[0].product.span))
