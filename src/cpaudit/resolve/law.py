"""The charges by law that the file wants counted, and its own price of carbon."""

from __future__ import annotations

from ..diagnostics import Day, Mistake
from ..diagnostics.codes import law as codes
from ..diagnostics.codes import references
from ..domain import Charge, ChargeClass, Stream
from ..domain.discharges import LOADS
from ..factors.files import text
from ..factors.law import (
    SUBSTANCES,
    ChargeEntry,
    ClassEntry,
    changes_within,
    charge_of,
    first_law,
    last_end,
)
from ..figure import Factor, Figure, derive
from ..language import N_
from ..source import Text
from .amounts import refuse_negative
from .bases import bases_of
from .context import Context
from .conversions import price_by_basis
from .money import exchanged_into, price_figure

OWN_CARBON_PRICE = "carbon-price"
IN_FORCE = N_("the law in force in the middle of the audit's period")


def resolve_charges(context: Context, streams: dict[str, Stream]) -> dict[str, Charge]:
    """The charges that the file asks for, by the law of the middle of its period."""
    charges: dict[str, Charge] = {}
    for id in context.file.charges:
        if str(id) in charges:
            continue
        try:
            charge = _charge(context, id, streams)
        except Mistake as mistake:
            context.say(mistake.diagnostic)
            continue
        if charge is not None:
            charges[charge.id] = charge
            _refuse_second_price(context, id, charge)
    own = _carbon_price(context)
    if own is not None:
        charges[own.id] = own
    return charges


def _refuse_second_price(context: Context, id: Text, charge: Charge) -> None:
    """A tonne of greenhouse gases is paid by the law's price or by the file's own, not by both."""
    is_carbon = any("co2e" in one.rates for one in charge.classes)
    if is_carbon and context.file.carbon_price is not None:
        context.say(codes.TWO_CARBON_PRICES.at(id.span, id=id))


def _carbon_price(context: Context) -> Charge | None:
    """The file's own price of carbon, as a scenario: on all greenhouse gases of the plant."""
    given = context.file.carbon_price
    if given is None:
        return None
    try:
        price = price_figure(context, given, "tCO2e", {}, N_("the carbon price"))
        refuse_negative(price, given, "carbon_price")
    except Mistake as mistake:
        context.say(mistake.diagnostic)
        return None
    names = {"en": "Carbon price (scenario)", "vi": "Giá các-bon (kịch bản)"}
    rates = ChargeClass(None, None, {"co2e": price}, {})
    return Charge(OWN_CARBON_PRICE, names, "", None, (rates,))


def _charge(context: Context, id: Text, streams: dict[str, Stream]) -> Charge | None:
    known = context.library.files.ids("charges")
    if id not in known:
        listed = ", ".join(known)
        raise Mistake(references.UNKNOWN_CHARGE.at(id.span, text=id, known=listed))
    document = context.library.files.document(f"charges/{id}.yaml")
    country = text(document, "country") or ""
    if country != context.country:
        raise Mistake(
            references.CHARGE_OF_OTHER_COUNTRY.at(
                id.span, id=id, country=country, plant=context.country
            )
        )
    entry = charge_of(context.library, str(id), context.period.middle)
    _say_time(context, id, entry)
    if entry is None:
        return None
    if entry.note:
        context.say(codes.ABOUT_CHARGE.at(id.span, id=id, note=entry.note))
    return Charge(
        id=str(id),
        names=entry.names,
        start=entry.start,
        end=entry.end,
        classes=tuple(_class(context, id, one, streams) for one in entry.classes),
        power_factor=_limit(context, id, entry, streams),
        in_prices=entry.in_prices,
    )


def _say_time(context: Context, id: Text, entry: ChargeEntry | None) -> None:
    """That no law is known of the middle of the period, or that it changes within the period."""
    library, day = context.library, Day(context.period.middle.isoformat())
    end = last_end(library, str(id), context.period.middle)
    changes = changes_within(library, str(id), *context.period.ends)
    if entry is None and end is not None:
        context.say(codes.LAW_ENDED.at(id.span, id=id, day=day, end=Day(end)))
    elif entry is None:
        first = Day(first_law(library, str(id)))
        context.say(codes.NO_LAW_YET.at(id.span, id=id, day=day, first=first))
    elif changes:
        days = tuple(map(Day, changes))
        context.say(codes.LAW_CHANGES.at(id.span, id=id, days=days, day=day))


def _limit(
    context: Context, id: Text, entry: ChargeEntry, streams: dict[str, Stream]
) -> Figure | None:
    """The power factor from which nothing is charged."""
    if entry.power_factor is None:
        return None
    known = [one for one in streams.values() if one.power_factor is not None]
    if not known:
        context.say(codes.NO_POWER_FACTOR.at(id.span, id=id))
    for stream in known:
        if stream.price is None:
            context.say(codes.CHARGE_WITHOUT_PRICE.at(id.span, id=id, stream=stream.id))
    return context.from_factor(entry.power_factor, IN_FORCE)


def _class(
    context: Context, id: Text, entry: ClassEntry, streams: dict[str, Stream]
) -> ChargeClass:
    """What a class of plants pays, in the audit's currency. Raises Mistake without a rate."""
    fixed = None
    if entry.fixed is not None:
        yearly = _in_currency(context, id, entry.fixed)
        fixed = yearly._replace(unit=context.currency)
    rates: dict[str, Figure] = {}
    stream_rates: dict[str, Figure] = {}
    for base, factor in entry.rates.items():
        if base in SUBSTANCES:
            rates[LOADS.get(base, base)] = _in_currency(context, id, factor)
    for stream in streams.values():
        own = _rate_of(context, entry, stream)
        if own is not None:
            rate = _per_stream(_in_currency(context, id, own), stream)
            if rate is not None:
                stream_rates[stream.id] = rate
    return ChargeClass(entry.least, fixed, rates, stream_rates)


def _rate_of(context: Context, entry: ClassEntry, stream: Stream) -> Factor | None:
    """The rate of a stream's fuel, or of the group of fuels that the law counts it in."""
    if stream.fuel is None:
        return None
    for base in (stream.fuel, context.library.family_of(stream.fuel)):
        if base is not None and base in entry.rates:
            return entry.rates[base]
    return None


def _per_stream(rate: Figure, stream: Stream) -> Figure | None:
    """A rate by mass or by volume per unit of the stream; None where it has no such measure."""
    money, _, measure = rate.unit.partition("/")
    bases = {stream.unit: None, **bases_of(stream.factors, stream.unit)}
    if measure not in bases:
        return None
    per_unit = bases[measure]
    if per_unit is None:
        return rate
    unit = f"{money}/{stream.unit}"
    return derive(price_by_basis, unit, price=rate, basis_per_unit=per_unit)


def _in_currency(context: Context, id: Text, factor: Factor) -> Figure:
    money, _, measure = factor.unit.partition("/")
    figure = context.from_factor(factor, IN_FORCE)
    made = exchanged_into(context, figure, money, f"/{measure}", id.span)
    if made is None:
        raise Mistake(
            references.NO_EXCHANGE_RATE.at(
                id.span, text=factor.written, currency=money, target=context.currency
            )
        )
    return made
