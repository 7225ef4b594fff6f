"""How much mass, volume and energy one unit of a fuel's stream holds."""

from __future__ import annotations

from collections.abc import Mapping

from ..figure import Figure, derive, formula
from ..language import N_
from .context import assumed
from .conversions import energy_per_volume, specific_volume


@formula("1 / net calorific value", N_("definition of the net calorific value"))
def per_energy(ncv: float) -> float:
    """t (or Nm3) per GJ from GJ per t (or Nm3)."""
    return 1 / ncv


@formula("energy per volume / net calorific value", "definition of the net calorific value")
def mass_by_energy(energy_per_volume: float, ncv: float) -> float:
    """t per Nm3 of the gas whose Nm3 and t hold this energy."""
    return energy_per_volume / ncv


@formula("volume · density", "definition of density")
def mass_of_volume(volume: float, density: float) -> float:
    """t from Nm3 and t/Nm3."""
    return volume * density


def per_unit(factors: dict[str, Figure], unit: str) -> dict[str, Figure]:
    """Mass, volume and energy of one stream unit, as far as they are known."""
    if unit == "t":
        return _per_tonne(factors)
    if unit == "GJ":
        return _per_energy(factors)
    return _per_volume(factors, unit)


def _per_tonne(factors: dict[str, Figure]) -> dict[str, Figure]:
    one = assumed(1.0, "t/t", N_("the unit is the tonne"))
    made = {"mass_per_unit": one, "energy_per_unit": factors["ncv"]}
    if "density" in factors:
        density = factors["density"]
        volume = density.unit.removeprefix("t/")
        made["volume_per_unit"] = derive(specific_volume, f"{volume}/t", density=density)
    return made


def _per_energy(factors: dict[str, Figure]) -> dict[str, Figure]:
    made = {"energy_per_unit": assumed(1.0, "GJ/GJ", N_("the unit is an energy"))}
    ncv, by_volume, density = (factors.get(name) for name in ("ncv", "ncv_volume", "density"))
    if by_volume is None and ncv is not None and density is not None:
        by_volume = derive(energy_per_volume, "GJ/Nm3", density=density, ncv=ncv)
    if by_volume is not None:
        made["volume_per_unit"] = volume = derive(per_energy, "Nm3/GJ", ncv=by_volume)
        if density is not None:
            made["mass_per_unit"] = derive(mass_of_volume, "t/GJ", volume=volume, density=density)
    if ncv is not None and "mass_per_unit" not in made:
        made["mass_per_unit"] = derive(per_energy, "t/GJ", ncv=ncv)
    return made


def _per_volume(factors: dict[str, Figure], unit: str) -> dict[str, Figure]:
    """Of a gas by volume: its energy tells its mass where no density does, and the reverse."""
    made: dict[str, Figure] = {}
    energy, ncv = factors.get("energy_per_unit"), factors.get("ncv")
    if "density" in factors:
        made["mass_per_unit"] = density = factors["density"]
        if energy is None and ncv is not None:
            made["energy_per_unit"] = derive(
                energy_per_volume, f"GJ/{unit}", density=density, ncv=ncv
            )
    elif energy is not None and ncv is not None:
        made["mass_per_unit"] = derive(
            mass_by_energy, f"t/{unit}", energy_per_volume=energy, ncv=ncv
        )
    return made


def bases_of(factors: Mapping[str, Figure], unit: str) -> dict[str, Figure | None]:
    """The other measures of a stream: basis unit to basis units per stream unit."""
    names = {"t": "mass_per_unit", "GJ": "energy_per_unit"}
    volume = factors.get("volume_per_unit")
    if volume is not None:
        names[volume.unit.partition("/")[0]] = "volume_per_unit"
    toe = next((name for name in ("toe", "toe_volume") if _is_per(factors.get(name), unit)), None)
    if toe is not None:
        names["TOE"] = toe
    return {
        basis: factors[name] for basis, name in names.items() if basis != unit and name in factors
    }


def _is_per(figure: Figure | None, unit: str) -> bool:
    return figure is not None and figure.unit == f"TOE/{unit}"
