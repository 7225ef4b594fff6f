"""What leaves the plant against what comes in: water, mass, and what wastewater carries."""

from __future__ import annotations

from ...diagnostics import Diagnostic
from ...diagnostics.codes import rules as codes
from ...domain import Audit, Stream
from ...engine import Assessment
from ...engine.balance import impact_of_amount
from ...engine.closure import excess_over
from ...figure import About, Figure, derive, total
from ...units import conversion
from .showing import about, place_of

# what two good meters may differ by: a convention of this program
TOLERANCE = 0.05
# sectors whose product, counted by volume, is nearly all water, and the part of it that is water at
# least: a convention of this program
WATERY = ("beer", "soft-drinks")
WATER_IN_DRINK = 0.9
_SOLIDS = ("solid-waste", "hazardous-waste", "dust")


def more_water_out(assessment: Assessment) -> list[Diagnostic]:
    """A warning where wastewater and watery products are more than the water that comes in."""
    audit = assessment.audit
    into = [one for one in audit.streams.values() if one.type == "water"]
    out = [(one.id, one.amount) for one in audit.streams.values() if one.type == "wastewater"]
    if not into or not out:
        return []
    inflow = total("m3", [(one.id, one.amount) for one in into])
    outflow = total("m3", [*out, *_drinks(audit)])
    excess = excess_over(outflow, inflow, TOLERANCE)
    if excess is None:
        return []
    span = place_of(out[0][1], audit.streams[out[0][0]].span)
    other = place_of(into[0].amount, into[0].span)
    return [codes.MORE_WATER_OUT.related(span, other, **_shown(outflow, inflow, excess))]


def _drinks(audit: Audit) -> list[tuple[str, Figure]]:
    if audit.sector not in WATERY:
        return []
    found = []
    for product in audit.products.values():
        volume = conversion(product.unit, "m3")
        if volume is not None:
            water = about(WATER_IN_DRINK * float(volume), f"m3/{product.unit}").figure
            made = derive(impact_of_amount, "m3", amount=product.amount, intensity=water)
            found.append((product.id, made))
    return found


def more_mass_out(assessment: Assessment) -> list[Diagnostic]:
    """A warning where products and solid waste weigh more than all that comes in, water and fuel
    included. Nothing can be told without the materials, which many audits leave out."""
    audit = assessment.audit
    resources = [one for one in audit.streams.values() if one.kind == "resource"]
    if not any(one.type == "material" for one in resources):
        return []
    masses = [(one.id, mass) for one in resources if (mass := _mass(one)) is not None]
    solids = [(one.id, one.amount) for one in audit.streams.values() if one.type in _SOLIDS]
    made = [(one.id, one.amount) for one in audit.products.values() if one.unit == "t"]
    inflow, outflow = total("t", masses), total("t", [*made, *solids])
    excess = excess_over(outflow, inflow, TOLERANCE)
    if excess is None:
        return []
    largest = max([*made, *solids], key=lambda one: one[1].value)[1]
    span = place_of(largest, resources[0].span)
    return [codes.MORE_MASS_OUT.at(span, **_shown(outflow, inflow, excess))]


def _mass(stream: Stream) -> Figure | None:
    """The t that a resource brings in: a m3 of water is a tonne; None for energy alone."""
    if stream.unit == "t" or stream.type == "water":
        return stream.amount._replace(unit="t")
    per_unit = stream.factors.get("mass_per_unit")
    if per_unit is None:
        return None
    return derive(impact_of_amount, "t", amount=stream.amount, intensity=per_unit)


def _shown(outflow: Figure, inflow: Figure, excess: Figure) -> dict[str, object]:
    return {"outflow": About(outflow), "inflow": About(inflow), "excess": About(excess)}


def bod_over_cod(assessment: Assessment) -> list[Diagnostic]:
    """A warning for each wastewater whose BOD is more than its COD: it is a part of it."""
    streams = assessment.audit.streams
    found = []
    for id in streams:
        bod, cod = streams.get(f"{id}.BOD"), streams.get(f"{id}.COD")
        if bod is None or cod is None or excess_over(bod.amount, cod.amount, 0.0) is None:
            continue
        loads = {"bod": About(bod.amount), "cod": About(cod.amount)}
        found.append(codes.BOD_OVER_COD.related(bod.span, cod.span, stream=id, **loads))
    return found
