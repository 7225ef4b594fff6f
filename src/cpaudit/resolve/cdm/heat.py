"""Heat that a project supplies in place of a boiler: the keys of `cdm:` for AMS-I.C alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...diagnostics import Mistake
from ...diagnostics.codes import cdm as codes
from ...diagnostics.similar import listed
from ...domain import Stream
from ...figure import Figure
from ...language import N_
from ...schema.cdm import METHODS, Cdm
from ..context import Context, assumed
from ..conversions import plain_figure
from ..fields import in_one_of, positive, share, tried

FOR_EFFICIENCY, FOR_HEAT = METHODS
_KEYS = ("fuel", "heat", "efficiency", "thermal_capacity")


class Heat(NamedTuple):
    """MW of the project, the stream it replaces, GJ a year, efficiency of the boiler before."""

    thermal_capacity: Figure | None = None
    fuel: str | None = None
    heat: Figure | None = None
    efficiency: Figure | None = None


def heat_of(context: Context, entry: Cdm, streams: Mapping[str, Stream]) -> Heat:
    """What the file says of the heat; mistakes are told and leave None."""
    if entry.method == FOR_EFFICIENCY:
        _refuse_all(context, entry)
        return Heat()
    return Heat(
        thermal_capacity=tried(context, lambda: _capacity(entry)),
        fuel=tried(context, lambda: _fuel(context, entry, streams)),
        heat=tried(context, lambda: _heat(entry, streams)),
        efficiency=tried(context, lambda: _efficiency(context, entry)),
    )


def _refuse_all(context: Context, entry: Cdm) -> None:
    """A key that nobody would read is a mistake, not a decoration."""
    for key in _KEYS:
        value = getattr(entry, key)
        if value is not None:
            values = {"key": key, "method": FOR_EFFICIENCY, "other": FOR_HEAT}
            context.say(codes.NOT_FOR_METHOD.at(value.span, **values))


def _capacity(entry: Cdm) -> Figure | None:
    given = entry.thermal_capacity
    if given is None:
        return None
    figure = plain_figure(given, "MW", N_("the thermal capacity"), "12 MW")
    return positive(figure, given, "thermal_capacity")


def _fossil_fuels(streams: Mapping[str, Stream]) -> list[str]:
    return [one.id for one in streams.values() if one.fuel is not None and not one.biogenic]


def _fuel(context: Context, entry: Cdm, streams: Mapping[str, Stream]) -> str | None:
    if entry.fuel is None:
        return None
    known = _fossil_fuels(streams)
    # what is wrong with a resource that could not be read is told already
    is_lost = entry.fuel in context.file.resources and entry.fuel not in streams
    if entry.fuel not in known and not is_lost:
        values = {"text": entry.fuel, "known": listed(known)}
        raise Mistake(codes.NO_FOSSIL_FUEL.at(entry.fuel.span, **values))
    return str(entry.fuel)


def _heat(entry: Cdm, streams: Mapping[str, Stream]) -> Figure | None:
    given = entry.heat
    if given is None:
        return None
    if entry.fuel is None:
        known = listed(_fossil_fuels(streams))
        raise Mistake(codes.HEAT_WITHOUT_FUEL.at(given.span, known=known))
    figure = in_one_of(given, ("GJ", "GJ/yr"), N_("the heat"), "52000 GJ/yr")
    return positive(figure, given, "heat")


def _efficiency(context: Context, entry: Cdm) -> Figure | None:
    given = entry.efficiency
    if given is not None:
        if entry.heat is None:
            raise Mistake(codes.EFFICIENCY_WITHOUT_HEAT.at(given.span))
        figure = share(given, "efficiency", N_("the efficiency"), "80 %")
        return positive(figure, given, "efficiency")
    if entry.heat is None:
        return None
    context.say(codes.EFFICIENCY_ASSUMED.at(entry.heat.span))
    return assumed(1.0, "unit", N_("none is written: the most cautious value"))
