"""The section `boilers:`: what each burns of the plant's fuels, and the heat that it gives."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from ..diagnostics import Mistake
from ..diagnostics.codes import rules as codes
from ..diagnostics.similar import listed
from ..domain import Stream
from ..domain.boilers import Boiler
from ..engine.boilers import heat_of_steam, part_of_use
from ..figure import Figure, derive
from ..language import N_
from ..schema.boilers import Boiler as Entry
from ..schema.given import Given
from ..source import Text
from .amounts import yearly_amount
from .bases import bases_of
from .context import Context
from .conversions import plain_figure
from .fields import positive, share, tried


def resolve_boilers(
    context: Context, entries: Mapping[Text, Entry], streams: Mapping[str, Stream]
) -> dict[str, Boiler]:
    """Every boiler by id; what is wrong is told, and such a boiler left out."""
    made: dict[str, Boiler] = {}
    for id, entry in entries.items():
        fuels = _fuels(context, id, entry, streams)
        heat = tried(context, partial(_heat, context, id, entry))
        if fuels is not None and heat is not None:
            made[str(id)] = Boiler(str(id), str(entry.name or id), fuels, heat, id.span)
    return made


def _fuels(
    context: Context, id: Text, entry: Entry, streams: Mapping[str, Stream]
) -> dict[str, Figure] | None:
    """What the boiler burns, by stream; None with a mistake in it."""
    if not entry.fuels:
        context.say(codes.NO_FUELS.at(id.span, boiler=id))
        return None
    burnt: dict[str, Figure] = {}
    for name, given in entry.fuels.items():
        figure = tried(context, partial(_burnt, context, name, given, streams))
        if figure is not None:
            burnt[str(name)] = figure
    return burnt if len(burnt) == len(entry.fuels) else None


def _burnt(
    context: Context, name: Text, given: Given, streams: Mapping[str, Stream]
) -> Figure | None:
    """The amount a year in the stream's unit. Raises Mistake."""
    stream = streams.get(name)
    if stream is None and name in context.file.resources:
        return None  # what is wrong with it is told already
    if stream is None or not _is_burnt(stream):
        known = listed(one.id for one in streams.values() if _is_burnt(one))
        raise Mistake(codes.NOT_A_FUEL.at(name.span, text=name, known=known))
    if given.bills is None and given.quantity.to("unit") is not None:
        part = share(given, name, N_("the share"), "60 %")
        # the share first: what is said of it stands at its own place
        return derive(part_of_use, stream.unit, share=part, use=stream.amount)
    return yearly_amount(context, given, stream.unit, bases_of(stream.factors, stream.unit), name)


def _is_burnt(stream: Stream) -> bool:
    has_energy = "energy_per_unit" in stream.factors
    return has_energy and (stream.fuel is not None or stream.type == "electricity")


def _heat(context: Context, id: Text, entry: Entry) -> Figure:
    """GJ a year. Raises Mistake where it is told twice or not at all."""
    parts = {"steam": entry.steam, "enthalpy": entry.enthalpy}
    written = {key: given for key, given in parts.items() if given is not None}
    if entry.heat is not None:
        for key, given in written.items():
            raise Mistake(codes.HEAT_TWICE.at(given.span, key=key))
        return yearly_amount(context, entry.heat, "GJ", {}, id)
    if not written:
        raise Mistake(codes.NO_HEAT.at(id.span, boiler=id))
    if entry.steam is None or entry.enthalpy is None:
        ((key, given),) = written.items()
        other = "enthalpy" if key == "steam" else "steam"
        raise Mistake(codes.STEAM_ALONE.at(given.span, key=key, other=other))
    steam = yearly_amount(context, entry.steam, "t", {}, id)
    enthalpy = plain_figure(entry.enthalpy, "GJ/t", N_("the enthalpy"), "2.66 GJ/t")
    enthalpy = positive(enthalpy, entry.enthalpy, "enthalpy")
    return derive(heat_of_steam, "GJ", steam=steam, enthalpy=enthalpy)
