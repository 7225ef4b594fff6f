"""Which centre takes from which: shares of products, and an order without circles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...diagnostics import Mistake
from ...diagnostics.codes import flows as codes
from ...diagnostics.similar import listed
from ...figure import Figure
from ...language import N_
from ...schema.material_flow import QuantityCentre
from ..context import Context, assumed
from ..fields import share

_ALL = N_("no share is written: the whole product goes on")


def sources_of(context: Context, entry: QuantityCentre, known: Sequence[str]) -> dict[str, Figure]:
    """The share of each other centre's product that goes into this one."""
    found: dict[str, Figure] = {}
    for id, given in entry.from_:
        others = listed(one for one in known if one != entry.id)
        try:
            if id not in known:
                raise Mistake(codes.UNKNOWN_CENTRE.at(id.span, text=id, known=others))
            if id in found:
                raise Mistake(codes.MORE_THAN_THE_PRODUCT.at(id.span, centre=id))
            if given is None:
                found[str(id)] = assumed(1.0, "unit", _ALL)
            else:
                found[str(id)] = share(given, id, N_("the share that goes on"), "60 %")
        except Mistake as mistake:
            context.say(mistake.diagnostic)
    return found


def check_shares(
    context: Context, entries: Sequence[QuantityCentre], sources: Mapping[str, Mapping[str, Figure]]
) -> None:
    """Say where more than the whole product of a centre goes on, at the one that takes too much."""
    taken: dict[str, float] = {}
    for entry in entries:
        for id, _ in entry.from_:
            if id not in sources.get(entry.id, {}):
                continue
            before = taken.get(id, 0.0)
            taken[id] = before + sources[entry.id][id].value
            if taken[id] > 1 + 1e-9 >= before:
                context.say(codes.MORE_THAN_THE_PRODUCT.at(id.span, centre=id))


def in_order(
    context: Context, entries: Sequence[QuantityCentre], sources: Mapping[str, Mapping[str, Figure]]
) -> list[str]:
    """The centres, each after those that it takes from; a circle is told and left out."""
    waiting = {str(entry.id): set(sources.get(entry.id, {})) for entry in entries}
    order: list[str] = []
    while ready := [id for id, needs in waiting.items() if needs.issubset(order)]:
        order.append(ready[0])
        del waiting[ready[0]]
    circle = _circle(waiting)
    if circle:
        entry = next(one for one in entries if one.id == circle[0])
        place = next(id.span for id, _ in entry.from_ if id == circle[1])
        context.say(codes.CIRCLE.at(place, path=" → ".join(circle)))
    return order


def _circle(waiting: Mapping[str, set[str]]) -> list[str]:
    """A way among centres that wait for each other, from one back to itself; empty if none wait."""
    path: list[str] = []
    here = next(iter(waiting), None)
    while here is not None and here not in path:
        path.append(here)
        here = next(id for id in waiting if id in waiting[path[-1]])
    return [*path[path.index(here) :], here] if here is not None else []
