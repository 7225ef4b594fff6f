"""Resources and discharges to streams: amount and price per year in the stream's own unit."""

from __future__ import annotations

from ..diagnostics import Diagnostic, Mistake, Word
from ..diagnostics.codes import keys, plausibility, references
from ..diagnostics.similar import similar_to
from ..domain import Names, Stream
from ..figure import Figure
from ..language import N_
from ..schema.audit import Resource
from ..source import Text
from ..units import dimension
from .amounts import power_factor, refuse_negative, unit_written, yearly_amount
from .bases import bases_of
from .context import Context
from .discharges import discharge_streams
from .fuels import FUEL_KEYS, choose_fuel, fuel_factors, fuel_names
from .grid import carrier_factors, grid_factors
from .money import price_of

# energy that is bought ready; its supplier knows what it emitted
CARRIERS = ("steam", "heat", "compressed_air")


def resolve_streams(context: Context) -> dict[str, Stream]:
    """Every stream of the plant by id; a load in wastewater is `wastewater.COD`."""
    streams: dict[str, Stream] = {}
    for id, resource in context.file.resources.items():
        try:
            streams[str(id)] = _resource(context, id, resource)
        except Mistake as mistake:
            context.say(mistake.diagnostic)
    for id, discharge in context.file.discharges.items():
        try:
            if id in streams:
                raise Mistake(_twice(context, id))
            for stream in discharge_streams(context, id, discharge):
                streams[stream.id] = stream
        except Mistake as mistake:
            context.say(mistake.diagnostic)
    _say_unpriced(context)
    return streams


def _say_unpriced(context: Context) -> None:
    """One warning for all resources without a price."""
    unpriced = [(id, entry) for id, entry in context.file.resources.items() if not entry.price]
    if unpriced:
        names = ", ".join(id for id, _ in unpriced)
        context.say(plausibility.NO_PRICE.at(unpriced[0][1].amount.span, streams=names))


def _resource(context: Context, id: Text, entry: Resource) -> Stream:
    type_id = _type_of(context, id, entry)
    type_ = context.library.resources[type_id]
    fuel = choose_fuel(context, id, entry, type_id)
    # `gas` is counted as the gas that it is: natural gas in Nm3, LPG in t
    unit = context.library.resources.get(fuel or type_id, type_).unit
    factors: dict[str, Figure] = {}
    _refuse_keys_of_others(entry, type_id, fuel)
    if fuel is not None:
        factors = fuel_factors(context, entry, fuel, unit)
    elif type_id == "electricity":
        factors = grid_factors(context, entry)
    elif type_id in CARRIERS:
        factors = carrier_factors(context, id, entry, unit)
    bases = bases_of(factors, unit)
    amount = yearly_amount(context, entry.amount, unit, bases, id)
    if fuel is not None:
        billed_in = dimension(unit_written(context, entry.amount))
        if billed_in == "energy":
            context.say(plausibility.TAKEN_AS_NET.at(entry.amount.span, stream=id))
        _choose_toe_row(factors, billed_in)
    price = None
    if entry.price is not None:
        price = price_of(context, entry.price, bases, entry.amount, amount)
        refuse_negative(price, entry.price, "price")
    name = str(entry.name) if entry.name else None
    names: Names = {"en": name, "vi": name} if name else fuel_names(context, type_, fuel)
    biogenic = fuel is not None and context.library.is_biogenic(fuel)
    return Stream(
        id=str(id),
        kind="resource",
        type=type_id,
        names=names,
        unit=unit,
        amount=amount,
        price=price,
        factors=factors,
        fuel=fuel,
        biogenic=biogenic,
        span=id.span,
        power_factor=power_factor(entry.power_factor),
        submeters={
            str(meter): yearly_amount(context, given, unit, bases, meter)
            for meter, given in entry.submeters.items()
        },
    )


def _choose_toe_row(factors: dict[str, Figure], billed_in: str) -> None:
    """Of two rows of the TOE table the one for the measure that the plant was billed in stays."""
    by_volume = billed_in in {"volume", "normal_volume"}
    if "toe" in factors and "toe_volume" in factors:
        del factors["toe" if by_volume else "toe_volume"]


def _type_of(context: Context, id: Text, entry: Resource) -> str:
    known = list(context.library.resources)
    written = entry.resource or id
    if written not in known:
        similar = similar_to(written, known, cutoff=0.5) or "chemical"
        raise Mistake(
            references.UNKNOWN_RESOURCE.at(
                written.span, text=written, similar=similar, known=", ".join(known)
            )
        )
    return str(written)


def _refuse_keys_of_others(entry: Resource, type_id: str, fuel: str | None) -> None:
    """A key that would be read by nobody is a mistake, not a decoration."""
    for key in FUEL_KEYS if fuel is None else ():
        value = getattr(entry, key)
        if value is not None:
            raise Mistake(
                references.NOT_FOR_THIS.at(
                    value.span, key=key, resource=type_id, where=Word(N_("fuels"))
                )
            )
    electricity = ("electricity",)
    owners = {
        "grid_factor": electricity,
        "co2_factor": CARRIERS,
        "power_factor": electricity,
    }
    for key, types in owners.items():
        value = getattr(entry, key)
        if value is not None and type_id not in types:
            where = ", ".join(types)
            raise Mistake(
                references.NOT_FOR_THIS.at(value.span, key=key, resource=type_id, where=where)
            )


def _twice(context: Context, id: Text) -> Diagnostic:
    """A discharge with the id of a resource."""
    first = next(key.span for key in context.file.resources if key == id)
    return keys.DUPLICATE_ID.related(id.span, first, id=id, line=str(first.line))
