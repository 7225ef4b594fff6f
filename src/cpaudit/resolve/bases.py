"""How much mass, volume and energy one unit of a fuel's stream holds."""

from __future__ import annotations

from ..figure import Figure, derive, formula
from ..language import N_
from .context import assumed
from .conversions import energy_per_volume, specific_volume


@formula("1 / net calorific value", N_("definition of the net calorific value"))
def per_energy(ncv: float) -> float:
    """t (or Nm3) per GJ from GJ per t (or Nm3)."""
    return 1 / ncv


def per_unit(factors: dict[str, Figure], unit: str) -> dict[str, Figure]:
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
