"""What a row of a programme saves in units, and what that means in energy and emissions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...diagnostics import Mistake
from ...diagnostics.codes import programme as codes
from ...diagnostics.codes import references
from ...domain import Stream
from ...domain.programme import column_of
from ...engine.balance import impacts_of
from ...engine.emissions import intensities_of
from ...figure import Figure
from ...schema.given import Given
from ...schema.programme.file import ResourceDetail, Saved
from ...source import Text
from ...units import dimension
from ..bases import bases_of
from ..context import Context, entered
from ..conversions import amount_figure
from .gathering import Gathering
from .streams import empty_plant, pass_on, stream_of


class Quantities(NamedTuple):
    """Savings of a row: resources by key, impacts, and each resource's part of every impact."""

    resources: Mapping[str, Figure]
    impacts: Mapping[str, Figure | None]
    intensities: Mapping[str, tuple[Figure, Mapping[str, Figure | None]]]


def quantities_of(gathering: Gathering, row: Saved, year: int) -> Quantities:
    """The amounts that a row saves and their impacts; mistakes are told and left out."""
    context = empty_plant(gathering, row, year)
    details = _details(gathering, row)
    resources: dict[str, Figure] = {}
    saved: dict[str, tuple[Stream, Figure]] = {}
    for id, written in row.saves.items():
        given = gathering.source_of(written, row.source)
        try:
            one = _saved(gathering, context, id, given, details.get(id), resources)
        except Mistake as mistake:
            gathering.say(mistake.diagnostic)
            continue
        if one is not None:
            saved[str(id)] = one
    constants = _constants(gathering, context)
    intensities = {
        id: _told_only(intensities_of(stream, constants), details.get(Text(id)))
        for id, (stream, _) in saved.items()
    }
    amounts = {id: amount for id, (_, amount) in saved.items()}
    met = {impact for one in intensities.values() for impact in one}
    impacts = {name: one for name, one in impacts_of(amounts, intensities).items() if name in met}
    used = {id: (amount, intensities[id]) for id, amount in amounts.items()}
    return Quantities(resources, impacts, used)


def _saved(
    gathering: Gathering,
    context: Context,
    id: Text,
    given: Given,
    detail: ResourceDetail | None,
    resources: dict[str, Figure],
) -> tuple[Stream, Figure] | None:
    """A stream and how much of it is saved, put to the `resources` if it is one. Raises Mistake.

    None where only the amount is known, or where what is wrong is told already.
    """
    if dimension(given.quantity.unit) == "ratio":
        text = given.quantity.text
        raise Mistake(codes.NOT_AN_AMOUNT.at(given.span, text=text, stream=id))
    stream = stream_of(gathering, context, id, given, detail)
    if pass_on(gathering, context, id):
        _keep_as_written(gathering, id, given, resources)
    if stream is None:
        return None
    bases = bases_of(stream.factors, stream.unit)
    amount, _ = amount_figure(given, stream.unit, bases, f"“{id}”")
    if stream.kind == "resource":
        key = gathering.resource(*column_of(stream.type, stream.fuel, stream.unit))
        resources[key] = amount
    return stream, amount


def _details(gathering: Gathering, row: Saved) -> dict[Text, ResourceDetail]:
    """What the file tells of resources, key by key under what the row tells itself."""
    found = dict(gathering.file.resources)
    for id, own in row.resources.items():
        told = {key: one for key, one in own if one is not None}
        found[id] = found[id].model_copy(update=told) if id in found else own
    return found


def _told_only(
    intensities: Mapping[str, Figure | None], detail: ResourceDetail | None
) -> dict[str, Figure | None]:
    """SO2 and dust of a fuel are left open unless the row tells what they depend on."""
    found = dict(intensities)
    is_fuel = "so2" in found and "energy" in found
    if is_fuel and (detail is None or detail.sulphur is None):
        found["so2"] = None
    if is_fuel and (detail is None or not (detail.firing or detail.dust)):
        found["dust"] = None
    return found


def _keep_as_written(
    gathering: Gathering, id: Text, given: Given, resources: dict[str, Figure]
) -> None:
    """Keep an amount whose fuel is not told in the unit of its kind. Raises Mistake."""
    usual = gathering.library.resources[str(id)].unit
    for unit in (usual, "m3", "t", "Nm3", "GJ"):
        value = given.quantity.to(unit)
        if value is not None:
            resources[gathering.resource(str(id), unit)] = entered(given, value, unit)
            return
    given.quantity.to_or_refuse(usual, f"“{id}”", f"1000 {usual}")


def _constants(gathering: Gathering, context: Context) -> dict[str, Figure]:
    library = gathering.library
    gwp = str(gathering.file.gwp or library.default_gwp_set)
    if gwp not in library.gwp_sets:
        span = gathering.file.gwp.span if gathering.file.gwp else None
        known = ", ".join(library.gwp_sets)
        gathering.say(references.UNKNOWN_GWP.at(span, text=gwp, known=known))
        gwp = library.default_gwp_set
    return {
        "gwp_ch4": context.from_factor(library.gwp(gwp, "ch4")),
        "gwp_n2o": context.from_factor(library.gwp(gwp, "n2o")),
        "toe": context.from_factor(library.constant("toe")),
    }
