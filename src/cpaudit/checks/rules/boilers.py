"""Boilers: more heat out than in, efficiencies that no such boiler has, more fuel than there is."""

from __future__ import annotations

from typing import NamedTuple

from ...diagnostics import Diagnostic
from ...diagnostics.codes import rules as codes
from ...domain import Audit
from ...engine import Assessment
from ...engine.boilers import BoilerResult, boilers_of
from ...engine.closure import excess_over
from ...engine.rounding import ROUNDING
from ...engine.uncertainty import interval_of
from ...factors import Library
from ...factors.boilers import boiler_defaults
from ...figure import About, Factor, Figure, total
from .showing import percent, place_of, source_of

# how far a real boiler may be from the defaults: conventions of this program
ABOVE_NEW = 0.05
OF_OLD = 0.75
TOLERANCE = 0.02


class Bounds(NamedTuple):
    """The limits of a plausible efficiency, and the default that each rests on."""

    low: float
    old: Factor
    high: float
    new: Factor


def boiler_efficiencies(assessment: Assessment, library: Library) -> list[Diagnostic]:
    """A warning for each boiler whose efficiency can't be, or is unlike that of such boilers."""
    audit = assessment.audit
    results = boilers_of(audit) if audit.boilers else []
    found = (_said(one, one.efficiency, _bounds(audit, one, library)) for one in results)
    return [said for said in found if said is not None]


def _said(
    result: BoilerResult, efficiency: Figure | None, bounds: Bounds | None
) -> Diagnostic | None:
    if efficiency is None:
        return None
    interval = interval_of(efficiency)
    place = place_of(result.heat, result.boiler.span)
    shown = {"boiler": result.boiler.id, "efficiency": percent(efficiency.value)}
    if interval.low > 1 + ROUNDING:
        values = {"heat": About(result.heat), "fuel": About(result.fuel), **shown}
        return codes.MORE_HEAT_OUT.at(place, **values)
    if bounds is None:
        return None
    is_high = interval.low > bounds.high * (1 + ROUNDING)
    if not is_high and interval.high >= bounds.low * (1 - ROUNDING):
        return None
    code = codes.EFFICIENCY_HIGH if is_high else codes.EFFICIENCY_LOW
    limit, factor = (bounds.high, bounds.new) if is_high else (bounds.low, bounds.old)
    values = {"limit": percent(limit), "reference": percent(factor.value), **shown}
    return code.at(place, source=source_of(factor), **values)


def _bounds(audit: Audit, result: BoilerResult, library: Library) -> Bounds | None:
    """The widest limits of what the boiler burns; None where a part of it has none."""
    types = {audit.streams[id].type for id in result.boiler.fuels}
    defaults = [boiler_defaults(library, one) for one in types]
    known = [one for one in defaults if one is not None]
    if len(known) < len(defaults) or not known:
        return None
    old = min((one.old for one in known), key=lambda one: one.value)
    new = max((one.new for one in known), key=lambda one: one.value)
    return Bounds(OF_OLD * old.value, old, new.value + ABOVE_NEW, new)


def boilers_within_resources(assessment: Assessment) -> list[Diagnostic]:
    """A warning for each resource of which the boilers burn more than the plant uses."""
    audit = assessment.audit
    burnt: dict[str, list[tuple[str, Figure]]] = {}
    for boiler in audit.boilers.values():
        for id, amount in boiler.fuels.items():
            burnt.setdefault(id, []).append((boiler.id, amount))
    found = []
    for id, terms in burnt.items():
        stream = audit.streams[id]
        parts = total(stream.unit, terms)
        excess = excess_over(parts, stream.amount, TOLERANCE)
        if excess is not None:
            first = place_of(terms[0][1], stream.span)
            values = {"parts": About(parts), "excess": About(excess), "main": About(stream.amount)}
            main = place_of(stream.amount, stream.span)
            found.append(codes.BOILERS_OVER_RESOURCE.related(first, main, stream=id, **values))
    return found
