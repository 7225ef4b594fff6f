"""What a row of a programme saves in units, and what that means in energy and emissions.

The quantities go the way of an audit: each becomes a stream with the factors of the row's country
and year, of the kind that the row or the file tells.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...diagnostics import Diagnostic, Mistake, Word
from ...diagnostics.codes import plausibility, references
from ...diagnostics.codes import programme as codes
from ...domain import Period, Stream
from ...domain.discharges import DISCHARGES, LOADS
from ...domain.programme import column_of
from ...engine.balance import impacts_of
from ...engine.emissions import intensities_of
from ...figure import Figure
from ...language import N_
from ...schema import AuditFile
from ...schema.audit import Discharge, Plant, Resource
from ...schema.given import Given
from ...schema.period import PeriodGiven
from ...schema.programme.file import ResourceDetail, Saved
from ...source import Text
from ...units import dimension
from ..bases import bases_of
from ..context import Context, entered
from ..conversions import amount_figure
from ..discharges import discharge_streams
from ..streams import resolve_streams
from .gathering import Gathering

# what keeps a fuel's emissions from being known, but not its amount
_WITHOUT_EMISSIONS = {
    references.KIND_MISSING: ("kind", N_("its kind is not told")),
    references.NO_CONVERSION: ("density", N_("its density is not told")),
}
# what is said of whole audits only
_NOT_SAID = (plausibility.NO_PRICE, references.FIRING_ASSUMED)


class Quantities(NamedTuple):
    """Savings of a row: resources by key, impacts, and each resource's part of every impact."""

    resources: Mapping[str, Figure]
    impacts: Mapping[str, Figure | None]
    intensities: Mapping[str, tuple[Figure, Mapping[str, Figure | None]]]


def quantities_of(gathering: Gathering, row: Saved, year: int) -> Quantities:
    """The amounts that a row saves and their impacts; mistakes are told and left out."""
    details = _details(gathering, row)
    context = _context(gathering, row, year)
    resources: dict[str, Figure] = {}
    amounts: dict[str, Figure] = {}
    streams: dict[str, Stream] = {}
    for id, given in row.saves.items():
        if dimension(given.quantity.unit) == "ratio":
            text = given.quantity.text
            gathering.say(codes.NOT_AN_AMOUNT.at(given.span, text=text, stream=id))
            continue
        told = gathering.source_of(given, row.source)
        stream = _stream(gathering, context, id, told, details.get(id))
        is_open = _pass_on(gathering, context, id)
        try:
            if is_open:
                _keep_as_written(gathering, id, told, resources)
            if stream is None:
                continue
            bases = bases_of(stream.factors, stream.unit)
            amount, _ = amount_figure(told, stream.unit, bases, f"“{id}”")
        except Mistake as mistake:
            gathering.say(mistake.diagnostic)
            continue
        streams[str(id)], amounts[str(id)] = stream, amount
        if stream.kind == "resource":
            resources[_key(gathering, stream)] = amount
    constants = _constants(gathering, context)
    intensities = {
        id: _told_only(intensities_of(one, constants), details.get(Text(id)))
        for id, one in streams.items()
    }
    impacts = impacts_of(amounts, intensities)
    used = {id: (amounts[id], intensities[id]) for id in amounts}
    met = {impact for one in intensities.values() for impact in one}
    return Quantities(resources, {name: one for name, one in impacts.items() if name in met}, used)


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


def _key(gathering: Gathering, stream: Stream) -> str:
    return gathering.resource(*column_of(stream.type, stream.fuel, stream.unit))


def _stream(
    gathering: Gathering, context: Context, id: Text, given: Given, detail: ResourceDetail | None
) -> Stream | None:
    """The stream that a saving is of; None, with the reason in the context, if there is none."""
    size = given._replace(quantity=given.quantity._replace(value=abs(given.quantity.value)))
    name = str(id)
    kind = name.replace("_", "-")
    load = name.rpartition(".")[2]
    if name.startswith("wastewater.") and load in LOADS:
        names = {code: f"{one}: {load}" for code, one in DISCHARGES["wastewater"].names.items()}
        amount = entered(given, 1.0, "t")
        return Stream(name, "discharge", load, names, "t", amount, None, {}, span=id.span)
    found: dict[str, Stream] = {}
    if kind in DISCHARGES:
        entry = Discharge.model_construct(amount=size, kind=Text(kind))
        try:
            found = {name: discharge_streams(context, id, entry)[0]}
        except Mistake as mistake:
            context.say(mistake.diagnostic)
    elif name in gathering.library.resources:
        told = {} if detail is None else dict(detail)
        made = Resource.model_construct(**{"amount": size, **told})
        context.file = context.file.model_copy(update={"resources": {id: made}})
        found = resolve_streams(context)
    else:
        known = ", ".join([*gathering.library.resources, *DISCHARGES, "wastewater.COD"])
        context.say(codes.UNKNOWN_SAVED.at(id.span, text=id, known=known))
    return found.get(name)


def _pass_on(gathering: Gathering, context: Context, id: Text) -> bool:
    """Tell what resolving a stream has found; whether only its emissions can't be known."""
    is_open = False
    for said in context.found:
        if said.code in _WITHOUT_EMISSIONS:
            key, reason = _WITHOUT_EMISSIONS[said.code]
            told = codes.NO_EMISSIONS.at(said.span, stream=id, key=key, reason=Word(reason))
            gathering.say_once((codes.NO_EMISSIONS.id, str(id)), told)
            is_open = True
        elif said.code not in _NOT_SAID:
            gathering.say_once(_subject(said), said)
    context.found.clear()
    return is_open


def _subject(said: Diagnostic) -> object:
    """Errors are told at each place; what is assumed of a resource once."""
    if said.is_error:
        return (said.code.id, said.span)
    return (said.code.id, *(str(one) for one in said.values.values()))


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


def _context(gathering: Gathering, row: Saved, year: int) -> Context:
    """A year of a plant without anything in it, as the steps of an audit want to have it."""
    file = gathering.file
    span = file.programme.span
    plant = Plant.model_construct(
        name=file.name, country=row.country or file.country, currency=file.currency
    )
    period = PeriodGiven((year, 1), (year, 12), span)
    audit = AuditFile.model_construct(
        cpaudit=Text("1"), plant=plant, period=period, gwp=file.gwp, resources={}
    )
    return Context(audit, gathering.library, Period(period.first, period.last))


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
