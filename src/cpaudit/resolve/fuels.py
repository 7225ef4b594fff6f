"""What the engine needs to know of one unit of a fuel, from the file or the library."""

from __future__ import annotations

from ..diagnostics import Mistake
from ..diagnostics.codes import plausibility, references
from ..domain import Names
from ..factors import ResourceType
from ..figure import Figure, derive, formula
from ..language import N_
from ..schema.audit import Resource
from ..schema.given import Given
from ..units import dimension
from .amounts import refuse_negative
from .bases import per_unit
from .context import Context, assumed, entered
from .conversions import plain_figure

FUEL_KEYS = ("ncv", "density", "sulphur", "ash", "firing", "dust", "so2_removal", "dust_removal")


def choose_fuel(context: Context, id: str, entry: Resource, type_id: str) -> str | None:
    """The fuel that a resource is, by its `kind` or the type's default. Raises Mistake."""
    type_ = context.library.resources[type_id]
    known = ", ".join(type_.fuels)
    if entry.kind is not None:
        if entry.kind not in type_.fuels:
            raise Mistake(
                references.UNKNOWN_KIND.at(
                    entry.kind.span, resource=type_id, text=entry.kind, known=known or "–"
                )
            )
        return str(entry.kind)
    if len(type_.fuels) == 1:
        return str(type_.fuels[0])
    if not type_.fuels:
        return None
    if type_.default is None:
        raise Mistake(references.KIND_MISSING.at(entry.amount.span, resource=id, known=known))
    context.say(
        references.KIND_ASSUMED.at(
            entry.amount.span, resource=id, kind=str(type_.default), known=known
        )
    )
    return str(type_.default)


def fuel_factors(context: Context, entry: Resource, fuel: str, unit: str) -> dict[str, Figure]:
    """Properties and emission factors of a fuel by name, in engine units. Raises Mistake."""
    factors: dict[str, Figure] = {}
    _density(context, entry, fuel, factors)
    _calorific_value(context, entry, fuel, unit, factors)
    for key in ("co2", "ch4", "n2o", "toe", "toe_volume", "so2_per_sulphur"):
        found = context.library.fuel_factor(fuel, key, context.country)
        if found:
            factors[key] = context.from_factor(found)
    if entry.sulphur is not None and "so2_per_sulphur" not in factors:
        reason = N_("complete release: S + O2 gives SO2, 64 t from 32 t")
        factors["so2_per_sulphur"] = assumed(2.0, "t/t", reason)
    for key in ("sulphur", "ash"):
        content = _content(context, entry, fuel, key)
        if content is not None:
            factors[key] = content
    _dust(context, entry, fuel, factors)
    for key in ("so2_removal", "dust_removal"):
        given: Given | None = getattr(entry, key)
        if given is not None:
            factors[key] = fraction(given, key)
    factors.update(per_unit(factors, unit))
    return factors


@formula("dry content · (1 - moisture)", "ISO 1170: conversion between bases of analysis")
def as_received(dry_content: float, moisture: float) -> float:
    """Fraction of the fuel as it is bought, from that of the dry fuel."""
    return dry_content * (1 - moisture)


def _content(context: Context, entry: Resource, fuel: str, key: str) -> Figure | None:
    """Sulphur or ash of the fuel as received: as written, or from the library's dry basis."""
    given: Given | None = getattr(entry, key)
    if given is not None:
        return fraction(given, key)
    found = context.library.fuel_factor(fuel, key, context.country)
    if found is None:
        return None
    content = context.from_factor(found)
    if content.derivation != found or not (found.factor.basis or "").startswith("dry"):
        return content
    moisture = context.library.fuel_factor(fuel, "moisture", context.country)
    if moisture is None:
        return context.from_factor(found, N_("of dry fuel; its moisture is not known"))
    water = context.from_factor(moisture)
    return derive(as_received, "t/t", dry_content=content, moisture=water)


def fuel_names(context: Context, type_: ResourceType, fuel: str | None) -> Names:
    """The fuel's name where the type can be several fuels, otherwise the type's."""
    if fuel is not None and len(type_.fuels) > 1:
        return context.library.fuel_names(fuel)
    return type_.names


def fraction(given: Given, key: str) -> Figure:
    """A share between 0 and 100 %. Raises Mistake."""
    figure = plain_figure(given, "unit", N_("this value"), "3 %")
    if figure.value > 1:
        raise Mistake(plausibility.SHARE_OVER_100.at(given.span, text=given.quantity.text))
    refuse_negative(figure, given, key)
    return figure


def _density(context: Context, entry: Resource, fuel: str, factors: dict[str, Figure]) -> None:
    found = context.library.fuel_factor(fuel, "density", context.country)
    if entry.density is not None:
        gas = dimension(entry.density.quantity.unit) == "mass/normal_volume"
        unit = found.factor.unit if found else ("t/Nm3" if gas else "t/m3")
        value = plain_figure(entry.density, unit, N_("the density"), "0.84 kg/l")
        factors["density"] = _positive(value, entry.density, "density")
    elif found is not None:
        factors["density"] = context.from_factor(found)


def _calorific_value(
    context: Context, entry: Resource, fuel: str, unit: str, factors: dict[str, Figure]
) -> None:
    if entry.ncv is None:
        found = context.library.fuel_factor(fuel, "ncv", context.country)
        # the library's biogas is pure methane: what raw gas weighs it does not tell
        if found and unit != "GJ":
            factors["ncv"] = context.from_factor(found)
        by_volume = context.library.fuel_factor(fuel, "ncv_volume", context.country)
        if by_volume and by_volume.factor.unit == f"GJ/{unit}" and entry.density is None:
            reason = N_("by volume: no density is needed, and it agrees with the TOE table")
            factors["energy_per_unit"] = context.from_factor(by_volume, reason)
            factors.pop("density", None)
        return
    volume = {"t": None, "GJ": "Nm3"}.get(unit, unit)
    own = entry.ncv.quantity.to(f"GJ/{volume}") if volume else None
    if own is not None:
        value = entered(entry.ncv, own, f"GJ/{volume}")
        key = "energy_per_unit" if unit == volume else "ncv_volume"
        factors[key] = _positive(value, entry.ncv, "ncv")
        by_mass = context.library.fuel_factor(fuel, "ncv", context.country)
        if by_mass and entry.density is None and unit != "GJ":
            factors["ncv"] = context.from_factor(by_mass)
            factors.pop("density", None)
        return
    value = plain_figure(entry.ncv, "GJ/t", N_("the net calorific value"), "23.5 GJ/t")
    factors["ncv"] = _positive(value, entry.ncv, "ncv")


def _dust(context: Context, entry: Resource, fuel: str, factors: dict[str, Figure]) -> None:
    firings = context.library.firings(fuel)
    if entry.firing is not None and entry.firing not in firings:
        known = ", ".join(firings) or "–"
        raise Mistake(
            references.UNKNOWN_FIRING.at(
                entry.firing.span, text=entry.firing, fuel=fuel, known=known
            )
        )
    if entry.dust is not None:
        own = plain_figure(entry.dust, "t/t", N_("the dust per fuel"), "2 kg/t")
        refuse_negative(own, entry.dust, "dust")
        factors["dust_constant"] = own
        return
    if not firings:
        return
    firing = str(entry.firing or firings[0])
    reason = None if entry.firing else N_("firing not written: the usual one")
    terms = context.library.dust_terms(fuel, firing)
    for name, factor in terms.items():
        factors[f"dust_{name}"] = context.from_factor(factor, reason)
    is_counted = all(name.removeprefix("per_") in {"constant", *factors} for name in terms)
    if entry.firing is None and len(firings) > 1 and is_counted:
        known = ", ".join(firings)
        context.say(
            references.FIRING_ASSUMED.at(entry.amount.span, fuel=fuel, firing=firing, known=known)
        )


def _positive(figure: Figure, given: Given, key: str) -> Figure:
    if figure.value <= 0:
        raise Mistake(plausibility.NOT_POSITIVE.at(given.span, key=key))
    return figure
