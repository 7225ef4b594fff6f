"""Discharges to streams: wastewater with the loads it carries, solid waste, stack emissions."""

from __future__ import annotations

from ..diagnostics import Mistake
from ..diagnostics.codes import references
from ..domain import Names, Stream
from ..domain.discharges import DISCHARGES, LOADS
from ..figure import derive, formula
from ..language import N_
from ..schema.audit import Discharge
from ..schema.given import Given
from ..source import Text
from .amounts import refuse_negative, yearly_amount
from .context import Context
from .conversions import plain_figure
from .money import price_of


@formula("volume · concentration", N_("definition of a pollution load"))
def carried_load(volume: float, concentration: float) -> float:
    """t of a pollutant in m3 of water at t/m3."""
    return volume * concentration


def discharge_streams(context: Context, id: Text, entry: Discharge) -> list[Stream]:
    """The discharge and, for wastewater, the loads it carries."""
    kind = str(entry.kind or id)
    if kind not in DISCHARGES:
        known = ", ".join(DISCHARGES)
        raise Mistake(
            references.UNKNOWN_KIND.at(id.span, resource="discharges", text=id, known=known)
        )
    unit = DISCHARGES[kind].unit
    _refuse_keys_of_others(entry, kind)
    amount = yearly_amount(context, entry.amount, unit, {}, id)
    cost = entry.treatment or entry.disposal
    price = None
    if cost is not None:
        key = "treatment" if entry.treatment else "disposal"
        price = price_of(context, cost, {}, entry.amount, amount)
        refuse_negative(price, cost, key)
    name = str(entry.name) if entry.name else None
    names: Names = {"en": name, "vi": name} if name else _names(kind, str(id))
    made = Stream(str(id), "discharge", kind, names, unit, amount, price, {}, span=id.span)
    loads = [
        _load(made, load, given) for load in LOADS if (given := getattr(entry, load)) is not None
    ]
    return [made, *loads]


def _names(kind: str, id: str) -> Names:
    """The kind's name; with the id where that tells one of several."""
    if id == kind:
        return DISCHARGES[kind].names
    return {code: f"{name} ({id})" for code, name in DISCHARGES[kind].names.items()}


def _load(water: Stream, load: str, given: Given) -> Stream:
    """What a wastewater stream carries of one pollutant, t a year."""
    concentration = plain_figure(given, "t/m3", N_("the concentration"), "450 mg/L")
    refuse_negative(concentration, given, load)
    amount = derive(carried_load, "t", volume=water.amount, concentration=concentration)
    names = {code: f"{name}: {load}" for code, name in water.names.items()}
    id = f"{water.id}.{load}"
    return Stream(id, "discharge", load, names, "t", amount, None, {}, span=given.span)


def _refuse_keys_of_others(entry: Discharge, kind: str) -> None:
    """Loads belong to wastewater, and one price is enough."""
    for load in LOADS:
        given: Given | None = getattr(entry, load)
        if given is not None and kind != "wastewater":
            raise Mistake(
                references.NOT_FOR_THIS.at(given.span, key=load, resource=kind, where="wastewater")
            )
    if entry.treatment is not None and entry.disposal is not None:
        raise Mistake(references.TWO_PRICES.at(entry.disposal.span))
