"""The section `design:`: what a product uses of the plant's streams, today and redesigned."""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Mistake
from ..diagnostics.codes import flows as codes
from ..diagnostics.codes import keys
from ..diagnostics.similar import listed
from ..domain import Stream
from ..domain.design import Design, ProductState
from ..figure import Figure
from ..language import N_
from ..schema.design import Design as DesignEntry
from ..schema.design import ProductState as StateEntry
from ..schema.given import Given
from .amounts import refuse_negative
from .bases import bases_of
from .context import Context, assumed
from .conversions import amount_figure, plain_figure, wrong_dimension
from .fields import in_one_of, positive, tried
from .money import money_figure

_ONE = N_("none is written: one product is one functional unit")


def resolve_designs(context: Context, streams: Mapping[str, Stream]) -> dict[str, Design]:
    """Every design by id; what is wrong with it is told."""
    found: dict[str, Design] = {}
    first: dict[str, DesignEntry] = {}
    for entry in context.file.design:
        if entry.id in first:
            span = first[entry.id].id.span
            line = str(span.line)
            context.say(keys.DUPLICATE_ID.related(entry.id.span, span, id=entry.id, line=line))
            continue
        first[entry.id] = entry
        found[str(entry.id)] = _design(context, entry, streams)
    return found


def _design(context: Context, entry: DesignEntry, streams: Mapping[str, Stream]) -> Design:
    return Design(
        id=str(entry.id),
        name=str(entry.name or entry.id),
        functional_unit=str(entry.functional_unit),
        per_year=tried(context, lambda: _number(entry.per_year, "per_year", "50000")),
        today=_state(context, entry.today, streams),
        redesign=_state(context, entry.redesign, streams),
        span=entry.id.span,
    )


def _state(context: Context, entry: StateEntry, streams: Mapping[str, Stream]) -> ProductState:
    units = tried(context, lambda: _number(entry.units, "units", "1.5"))
    return ProductState(
        uses=_uses(context, entry, streams),
        units=units or assumed(1.0, "unit", _ONE),
        other_cost=tried(context, lambda: _other_cost(context, entry)),
        other_co2e=tried(context, lambda: _other_co2e(entry)),
    )


def _uses(context: Context, entry: StateEntry, streams: Mapping[str, Stream]) -> dict[str, Figure]:
    uses: dict[str, Figure] = {}
    for path, given in entry.uses.items():
        try:
            if path in streams:
                uses[str(path)] = _use(given, streams[path])
            elif not _is_declared(context, path):
                raise Mistake(codes.UNKNOWN_USE.at(path.span, text=path, known=listed(streams)))
        except Mistake as mistake:
            context.say(mistake.diagnostic)
    return uses


def _use(given: Given, stream: Stream) -> Figure:
    """What one piece needs, in the stream's unit. Raises Mistake."""
    bases = bases_of(stream.factors, stream.unit)
    figure, is_yearly = amount_figure(given, stream.unit, bases, f"“{stream.id}”")
    if is_yearly:
        raise wrong_dimension(given, stream.unit, f"“{stream.id}”")
    refuse_negative(figure, given, stream.id)
    return figure


def _number(given: Given | None, key: str, example: str) -> Figure | None:
    if given is None:
        return None
    return positive(plain_figure(given, "unit", f"`{key}`", example), given, key)


def _other_cost(context: Context, entry: StateEntry) -> Figure | None:
    if entry.other_cost is None:
        return None
    return money_figure(context, entry.other_cost, N_("the other cost"))


def _other_co2e(entry: StateEntry) -> Figure | None:
    if entry.other_co2e is None:
        return None
    return in_one_of(entry.other_co2e, ("tCO2e", "t"), N_("the other emission"), "4.6 kgCO2e")


def _is_declared(context: Context, path: str) -> bool:
    """Whether a stream is in the file: what is wrong with it is told already."""
    id, _, load = path.partition(".")
    discharge = next((one for key, one in context.file.discharges.items() if key == id), None)
    if load:
        return discharge is not None and getattr(discharge, load, None) is not None
    return discharge is not None or id in context.file.resources
