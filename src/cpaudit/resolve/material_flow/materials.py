"""The materials of a centre: amount, money, mass, and the share that ends in the product."""

from __future__ import annotations

from collections.abc import Mapping

from ...diagnostics import Diagnostic, Mistake, Word
from ...diagnostics.codes import flows as codes
from ...diagnostics.codes import references
from ...diagnostics.similar import listed
from ...domain import Stream
from ...domain.material_flow import Cost, FlowMaterial, Purchase
from ...figure import Figure, derive, formula
from ...language import N_
from ...schema.material_flow import Material
from ...source import Text
from ..amounts import refuse_negative, unit_written, yearly_amount
from ..bases import bases_of
from ..context import Context
from ..conversions import Bases
from ..fields import share
from ..money import price_figure
from ..products import unit_of
from .costs import amount_of_stream, is_declared, money_of_period


@formula("amount · mass per unit", N_("definition of density"))
def mass_of_amount(amount: float, mass_per_unit: float) -> float:
    """t a year from units a year and t per unit."""
    return amount * mass_per_unit


def materials_of(
    context: Context, entries: Mapping[Text, Material], streams: Mapping[str, Stream]
) -> dict[str, FlowMaterial]:
    """Every material by its id; what is wrong with one is told, and the others go on."""
    found: dict[str, FlowMaterial] = {}
    for id, entry in entries.items():
        stream = streams.get(id)
        if stream is None and is_declared(context, id):
            continue
        try:
            if stream is not None and stream.kind == "discharge":
                raise Mistake(_unknown(id, streams))
            found[str(id)] = _material(context, id, entry, stream, streams)
        except Mistake as mistake:
            context.say(mistake.diagnostic)
    return found


def _material(
    context: Context,
    id: Text,
    entry: Material,
    stream: Stream | None,
    streams: Mapping[str, Stream],
) -> FlowMaterial:
    written = "" if stream is not None else unit_written(context, entry.amount)
    unit = stream.unit if stream is not None else unit_of(written)
    bases = bases_of(stream.factors, stream.unit) if stream is not None else {}
    if stream is not None:
        amount = amount_of_stream(context, entry.amount, stream)
    elif entry.price is None and entry.cost is None:
        raise Mistake(_unknown(id, streams))
    else:
        amount = yearly_amount(context, entry.amount, unit, {}, id)
    name = str(entry.name or id)
    names = stream.names if stream is not None and not entry.name else {"en": name, "vi": name}
    mass = _mass(context, id, entry, stream, amount)
    stated = entry.in_product
    return FlowMaterial(
        id=str(id),
        names=names,
        cost=_cost(context, id, entry, stream, amount, bases),
        mass=mass,
        in_product=share(stated, "in_product", "`in_product`", "80 %") if stated else None,
    )


def _cost(
    context: Context,
    id: Text,
    entry: Material,
    stream: Stream | None,
    amount: Figure,
    bases: Bases,
) -> Cost:
    """The money for all of it, or the amount at its own price or at that of the resource."""
    if entry.price is not None and entry.cost is not None:
        raise Mistake(codes.PRICE_AND_COST.at(entry.cost.span, material=id))
    if entry.cost is not None:
        return money_of_period(context, entry.cost, N_("the cost"))
    if entry.price is not None:
        price = price_figure(context, entry.price, amount.unit, bases, N_("the price"))
        refuse_negative(price, entry.price, "price")
        return Purchase(amount, price)
    return Purchase(amount, stream.price if stream is not None else None)


def _mass(
    context: Context, id: Text, entry: Material, stream: Stream | None, amount: Figure
) -> Figure | None:
    """t a year; None for an operating material. Raises Mistake where nothing tells it."""
    if entry.operating == "true":
        for key in ("mass", "in_product"):
            given = getattr(entry, key)
            if given is not None:
                where = Word(N_("materials that become part of the product"))
                raise Mistake(
                    references.NOT_FOR_THIS.at(given.span, key=key, resource=id, where=where)
                )
        return None
    if entry.mass is not None:
        return yearly_amount(context, entry.mass, "t", {}, id)
    if amount.unit == "t":
        return amount
    per_unit = stream.factors.get("mass_per_unit") if stream is not None else None
    if per_unit is None:
        raise Mistake(codes.NO_MASS.at(entry.amount.span, material=id))
    return derive(mass_of_amount, "t", amount=amount, mass_per_unit=per_unit)


def _unknown(id: Text, streams: Mapping[str, Stream]) -> Diagnostic:
    known = listed(name for name, one in streams.items() if one.kind == "resource")
    return codes.UNKNOWN_MATERIAL.at(id.span, text=id, known=known)
