"""Options and packages: what they save, cost, require and exclude."""

from __future__ import annotations

from ..diagnostics import Mistake
from ..diagnostics.codes import keys, plausibility, references
from ..diagnostics.similar import listed, similar_to
from ..domain import Option, Saving, Stream
from ..figure import Figure
from ..language import N_
from ..schema.audit import Option as OptionEntry
from ..schema.given import Given
from ..source import Text
from ..units import dimension
from .amounts import power_factor, refuse_other_than_percent
from .bases import bases_of
from .context import Context, assumed, entered
from .conversions import amount_figure
from .fields import tried
from .finance import resolve_depreciation
from .financing import LONGEST
from .money import money_figure
from .timing import timing_of

_NO_COST = N_("nothing is written: no cost")


def resolve_options(context: Context, streams: dict[str, Stream]) -> dict[str, Option]:
    """Every option by id, rejected ones too."""
    options: dict[str, Option] = {}
    places: dict[str, Text] = {}
    for entry in context.file.options:
        id = str(entry.id)
        if id in options:
            first = places[id].span
            context.say(
                keys.DUPLICATE_ID.related(entry.id.span, first, id=id, line=str(first.line))
            )
            continue
        places[id] = entry.id
        options[id] = _option(context, entry, streams)
    return options


def _option(context: Context, entry: OptionEntry, streams: dict[str, Stream]) -> Option:
    zero = assumed(0.0, context.currency, _NO_COST)
    lifetime = tried(context, lambda: _lifetime(entry))
    timing = timing_of(context, entry, lifetime)
    cost: Figure | None = tried(context, lambda: _operating_cost(context, entry))
    option = Option(
        id=str(entry.id),
        name=str(entry.name or entry.id),
        category=str(entry.category or ""),
        status=str(entry.status or "proposed"),
        savings=_savings(context, entry, streams),
        investment=timing.investment or zero,
        operating_cost=cost or zero,
        lifetime=lifetime,
        flows=timing.flows,
        requires=tuple(map(str, entry.requires)),
        excludes=tuple(map(str, entry.excludes)),
        span=entry.id.span,
        note=str(entry.note or ""),
        power_factor=tried(context, lambda: power_factor(entry.power_factor)),
        outlays=timing.outlays,
        delay=timing.delay,
        salvage=timing.salvage,
        replacements=timing.replacements,
        working_capital=timing.working_capital,
        depreciation=resolve_depreciation(context, entry.depreciation),
    )
    nothing = not entry.saves and entry.operating_cost is None and entry.power_factor is None
    if nothing and not option.rejected:
        context.say(plausibility.SAVES_NOTHING.at(option.span, option=option.id))
    return option


def _operating_cost(context: Context, entry: OptionEntry) -> Figure | None:
    if entry.operating_cost is None:
        return None
    return money_figure(context, entry.operating_cost, N_("the operating cost"), per_year=True)


def _lifetime(entry: OptionEntry) -> Figure | None:
    if entry.lifetime is None:
        return None
    given = entry.lifetime
    value = given.quantity.to_or_refuse("yr", N_("the lifetime"), "10 yr")
    if value <= 0:
        raise Mistake(plausibility.NOT_POSITIVE.at(given.span, key="lifetime"))
    if value > LONGEST:
        text = given.quantity.text
        raise Mistake(plausibility.LIFE_TOO_LONG.at(given.span, text=text, limit=LONGEST))
    return entered(given, value, "yr")


def _savings(
    context: Context, entry: OptionEntry, streams: dict[str, Stream]
) -> tuple[Saving, ...]:
    savings = []
    for path, given in entry.saves.items():
        if str(path) not in streams and _is_declared(context, path):
            continue  # what is wrong with the stream itself is told already
        try:
            savings.append(_saving(path, given, streams))
        except Mistake as mistake:
            context.say(mistake.diagnostic)
    return tuple(savings)


def _is_declared(context: Context, path: Text) -> bool:
    """Whether a stream is in the file, though it could not be resolved."""
    id, _, load = path.partition(".")
    if load:
        discharge = context.file.discharges.get(Text(id))
        return discharge is not None and getattr(discharge, load, None) is not None
    return path in context.file.resources or path in context.file.discharges


def _saving(path: Text, given: Given, streams: dict[str, Stream]) -> Saving:
    stream = streams.get(str(path))
    if stream is None:
        # another load is another pollutant, however alike it is spelt
        loads = {id.rpartition(".")[2].casefold(): id for id in streams if "." in id}
        others = [id for id in streams if "." not in id or id.casefold() == path.casefold()]
        similar = loads.get(path.casefold()) or similar_to(path, others)
        if similar:
            raise Mistake(
                references.UNKNOWN_STREAM_SIMILAR.at(path.span, text=path, similar=similar)
            )
        known = listed(streams)
        raise Mistake(references.UNKNOWN_STREAM.at(path.span, text=path, known=known))
    quantity = given.quantity
    if dimension(quantity.unit) == "ratio":
        refuse_other_than_percent(given)
        share = quantity.to("unit")
        assert share is not None  # of dimension ratio
        if share > 1:
            raise Mistake(plausibility.SHARE_OVER_100.at(given.span, text=quantity.text))
        return Saving(stream.id, True, entered(given, share, "unit"), given.span)
    bases = bases_of(stream.factors, stream.unit)
    size, _ = amount_figure(given, stream.unit, bases, f"“{path}”")
    return Saving(stream.id, False, size, given.span)
