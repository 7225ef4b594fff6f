"""What the engine needs to know of one unit of a fuel, from the file or the library."""

from __future__ import annotations

from ..diagnostics import Mistake, Word
from ..diagnostics.codes import plausibility, references
from ..domain import Names
from ..factors import ResourceType
from ..figure import Figure, derive, formula
from ..language import N_
from ..schema.audit import Resource
from ..schema.fields import Given
from ..units import dimension
from .context import Context, assumed, entered, from_factor
from .conversions import energy_per_volume, plain_figure, specific_volume

FUEL_KEYS = ("ncv", "density", "sulphur", "ash", "firing", "so2_removal", "dust_removal")


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
        factor = context.library.fuel_factor(fuel, key)
        if factor:
            factors[key] = from_factor(factor)
    for key in ("sulphur", "ash"):
        content = _content(context, entry, fuel, key)
        if content is not None:
            factors[key] = content
    _dust(context, entry, fuel, factors)
    for key in ("so2_removal", "dust_removal"):
        given: Given | None = getattr(entry, key)
        if given is not None:
            factors[key] = fraction(given, key)
    factors.update(_per_unit(factors, unit))
    return factors


@formula("1 / net calorific value", "definition of the net calorific value")
def per_energy(ncv: float) -> float:
    """t (or Nm3) per GJ from GJ per t (or Nm3)."""
    return 1 / ncv


@formula("dry content · (1 - moisture)", "ISO 1170: conversion between bases of analysis")
def as_received(dry_content: float, moisture: float) -> float:
    """Fraction of the fuel as it is bought, from that of the dry fuel."""
    return dry_content * (1 - moisture)


def _content(context: Context, entry: Resource, fuel: str, key: str) -> Figure | None:
    """Sulphur or ash of the fuel as received: as written, or from the library's dry basis."""
    given: Given | None = getattr(entry, key)
    if given is not None:
        return fraction(given, key)
    factor = context.library.fuel_factor(fuel, key)
    if factor is None:
        return None
    if not (factor.basis or "").startswith("dry"):
        return from_factor(factor)
    moisture = context.library.fuel_factor(fuel, "moisture")
    if moisture is None:
        return from_factor(factor, N_("of dry fuel; its moisture is not known"))
    dry = from_factor(factor)
    return derive(as_received, "t/t", dry_content=dry, moisture=from_factor(moisture))


def bases_of(factors: dict[str, Figure], unit: str) -> dict[str, Figure | None]:
    """The other measures of a fuel: basis unit to basis units per stream unit."""
    bases: dict[str, Figure | None] = {}
    if unit == "GJ":
        by_key = {"t": "mass_per_unit", "Nm3": "volume_per_unit"}
        return {basis: factors[key] for basis, key in by_key.items() if key in factors}
    if "energy_per_unit" in factors:
        bases["GJ"] = factors["energy_per_unit"]
    if "density" in factors:
        volume = factors["density"].unit.removeprefix("t/")
        if unit == "t":
            bases[volume] = factors["volume_per_unit"]
        elif unit == volume:
            bases["t"] = factors["density"]
    return bases


def fuel_names(context: Context, type_: ResourceType, fuel: str | None) -> Names:
    """The fuel's name where the type can be several fuels, otherwise the type's."""
    if fuel is not None and len(type_.fuels) > 1:
        return context.library.fuel_names(fuel)
    return type_.names


def fraction(given: Given, key: str) -> Figure:
    """A share between 0 and 100 %. Raises Mistake."""
    figure = plain_figure(given, "t/t", N_("this value"), "3 %")
    figure = Figure(figure.value, "unit", figure.derivation)
    if figure.value > 1:
        raise Mistake(plausibility.SHARE_OVER_100.at(given.span, text=given.quantity.text))
    if figure.value < 0:
        raise Mistake(plausibility.NEGATIVE.at(given.span, key=key))
    return figure


def _density(context: Context, entry: Resource, fuel: str, factors: dict[str, Figure]) -> None:
    factor = context.library.fuel_factor(fuel, "density")
    if entry.density is not None:
        gas = dimension(entry.density.quantity.unit) == "mass/normal_volume"
        unit = factor.unit if factor else ("t/Nm3" if gas else "t/m3")
        value = plain_figure(entry.density, unit, N_("the density"), "0.84 kg/l")
        factors["density"] = _positive(value, entry.density, "density")
    elif factor is not None:
        factors["density"] = from_factor(factor)


def _calorific_value(
    context: Context, entry: Resource, fuel: str, unit: str, factors: dict[str, Figure]
) -> None:
    if entry.ncv is None:
        factor = context.library.fuel_factor(fuel, "ncv")
        if factor:
            factors["ncv"] = from_factor(factor)
        return
    volume = {"t": None, "GJ": "Nm3"}.get(unit, unit)
    by_volume = entry.ncv.quantity.to(f"GJ/{volume}") if volume else None
    if by_volume is not None:
        value = entered(entry.ncv, by_volume, f"GJ/{volume}")
        key = "energy_per_unit" if unit == volume else "ncv_volume"
        factors[key] = _positive(value, entry.ncv, "ncv")
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
    if not firings:
        return
    firing = str(entry.firing or firings[0])
    if entry.firing is None and len(firings) > 1:
        context.say(
            references.FIRING_ASSUMED.at(
                entry.amount.span, fuel=fuel, firing=firing, known=", ".join(firings)
            )
        )
    reason = None if entry.firing else N_("firing not written: the usual one")
    for name, factor in context.library.dust_terms(fuel, firing).items():
        factors[f"dust_{name}"] = from_factor(factor, reason)


def _per_unit(factors: dict[str, Figure], unit: str) -> dict[str, Figure]:
    """Mass, volume and energy of one stream unit."""
    made: dict[str, Figure] = {}
    density = factors.get("density")
    if unit == "GJ":
        made["energy_per_unit"] = assumed(1.0, "GJ/GJ", N_("the unit is an energy"))
        for key, basis in (("ncv", "t"), ("ncv_volume", "Nm3")):
            if key in factors:
                name = "mass_per_unit" if key == "ncv" else "volume_per_unit"
                made[name] = derive(per_energy, f"{basis}/GJ", ncv=factors[key])
        return made
    if unit != "t" and density is None and "energy_per_unit" not in factors:
        return made
    if unit == "t":
        made["mass_per_unit"] = assumed(1.0, "t/t", N_("the unit is the tonne"))
        if density is not None:
            volume = density.unit.removeprefix("t/")
            made["volume_per_unit"] = derive(specific_volume, f"{volume}/t", density=density)
        made["energy_per_unit"] = factors["ncv"]
    elif density is not None:
        made["mass_per_unit"] = density
        if "energy_per_unit" not in factors:
            made["energy_per_unit"] = derive(
                energy_per_volume, f"GJ/{unit}", density=density, ncv=factors["ncv"]
            )
    return made


def _positive(figure: Figure, given: Given, key: str) -> Figure:
    if figure.value <= 0:
        raise Mistake(plausibility.NOT_POSITIVE.at(given.span, key=Word(key)))
    return figure
