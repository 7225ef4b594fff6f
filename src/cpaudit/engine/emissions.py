"""What one unit of a stream means in energy, TOE, greenhouse gases and pollutants.

The intensities are found once per stream; what an option saves of the stream is multiplied by
them, so that before and after share one emission factor.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..domain import Stream
from ..domain.discharges import LOADS, impact_of
from ..figure import Assumed, Figure, derive, formula
from ..language import N_
from .pollutants import dust_intensity, so2_intensity

# each impact and the unit it is summed in
IMPACTS = {
    "energy": "GJ",
    "toe": "TOE",
    "co2": "t",
    "co2e": "tCO2e",
    "biogenic_co2": "t",
    "so2": "t",
    "dust": "t",
    "nox": "t",
    "co": "t",
    "wastewater": "m3",
    "cod": "t",
    "bod": "t",
    "tss": "t",
    "hg": "t",
    "pb": "t",
    "as": "t",
    "cd": "t",
    "solid_waste": "t",
    "hazardous_waste": "t",
}
# energy that is bought ready, from a grid or a supplier
BOUGHT_ENERGY = ("electricity", "steam", "heat", "compressed_air")
# impacts that only a discharge of the file can tell
DISCHARGED_IMPACTS = frozenset(
    {"wastewater", "solid_waste", "hazardous_waste", "nox", "co", *LOADS.values()}
)
_IPCC = "IPCC 2006 Guidelines, Vol. 2, Ch. 2, Eq. 2.1"


@formula("energy · emission factor", _IPCC)
def emission_of_energy(energy: float, emission_factor: float) -> float:
    """t of a gas from GJ (net) burnt and t/GJ."""
    return energy * emission_factor


@formula("CO2 + CH4 · GWP(CH4) + N2O · GWP(N2O)", "IPCC, GWP over 100 years; IPCC 2006, Vol. 1")
def co2_equivalent(co2: float, ch4: float, n2o: float, gwp_ch4: float, gwp_n2o: float) -> float:
    """t CO2e from t of the three gases."""
    return co2 + ch4 * gwp_ch4 + n2o * gwp_n2o


@formula("CH4 · GWP(CH4) + N2O · GWP(N2O)", "IPCC 2006, Vol. 2: CO2 of biomass is reported apart")
def co2_equivalent_of_biomass(ch4: float, n2o: float, gwp_ch4: float, gwp_n2o: float) -> float:
    """t CO2e of a biogenic fuel, whose CO2 does not count."""
    return ch4 * gwp_ch4 + n2o * gwp_n2o


@formula("amount · TOE factor", "Official letter 3505/BCT-KHCN of 19/4/2011, table of equivalents")
def toe_by_table(amount: float, toe_factor: float) -> float:
    """TOE of an amount by the official table."""
    return amount * toe_factor


@formula("energy / GJ per TOE", "IEA/OECD definition: 1 TOE = 10 Gcal (net) = 41.868 GJ")
def toe_by_energy(energy: float, gj_per_toe: float) -> float:
    """TOE of GJ, for fuels that the official table does not list."""
    return energy / gj_per_toe


def intensities_of(stream: Stream, constants: Mapping[str, Figure]) -> dict[str, Figure | None]:
    """Impact of one unit of the stream, by impact; None where it has one that nothing tells."""
    if stream.kind == "discharge":
        impact = impact_of(stream.type)
        return {impact: _one(IMPACTS[impact], stream.unit)}
    if stream.fuel is not None:
        return _of_fuel(stream, constants)
    found: dict[str, Figure | None] = {}
    if "energy_per_unit" in stream.factors:
        energy = found["energy"] = stream.factors["energy_per_unit"]
        found["toe"] = stream.factors.get("toe") or derive(
            toe_by_energy, f"TOE/{stream.unit}", energy=energy, gj_per_toe=constants["toe"]
        )
    if stream.type in BOUGHT_ENERGY:
        found["co2"] = stream.factors.get("grid")
        found["co2e"] = stream.factors.get("grid_co2e") or found["co2"]
        found.setdefault("energy", None)
        found.setdefault("toe", None)
    return found


def scope_of(stream: Stream) -> int:
    """1 for what is burnt in the plant, 2 for energy that is bought ready."""
    return 1 if stream.fuel is not None else 2


def _one(impact_unit: str, unit: str) -> Figure:
    return Figure(1.0, f"{impact_unit}/{unit}", Assumed(N_("the discharge is counted as itself")))


def _of_fuel(stream: Stream, constants: Mapping[str, Figure]) -> dict[str, Figure | None]:
    factors, unit = stream.factors, stream.unit
    energy = factors["energy_per_unit"]
    gases = {
        gas: derive(emission_of_energy, f"t/{unit}", energy=energy, emission_factor=factors[gas])
        for gas in ("co2", "ch4", "n2o")
    }
    warming = {key: constants[key] for key in ("gwp_ch4", "gwp_n2o")}
    found: dict[str, Figure | None] = {"energy": energy, "toe": _toe(stream, constants)}
    if stream.biogenic:
        found["biogenic_co2"] = gases.pop("co2")
        found["co2e"] = derive(co2_equivalent_of_biomass, f"tCO2e/{unit}", **gases, **warming)
    else:
        found["co2"] = gases["co2"]
        found["co2e"] = derive(co2_equivalent, f"tCO2e/{unit}", **gases, **warming)
    return {**found, "so2": so2_intensity(stream), "dust": dust_intensity(stream)}


def _toe(stream: Stream, constants: Mapping[str, Figure]) -> Figure:
    """By the table's row that was chosen for the stream, otherwise by energy."""
    factors, unit = stream.factors, f"TOE/{stream.unit}"
    volume = factors.get("volume_per_unit")
    by_volume = factors.get("toe_volume")
    if by_volume is not None and by_volume.unit == unit:
        return by_volume
    if by_volume is not None and volume is not None:
        return derive(toe_by_table, unit, amount=volume, toe_factor=by_volume)
    if "toe" in factors and "mass_per_unit" in factors:
        if stream.unit == "t":
            return factors["toe"]
        return derive(
            toe_by_table, unit, amount=factors["mass_per_unit"], toe_factor=factors["toe"]
        )
    return derive(
        toe_by_energy, unit, energy=factors["energy_per_unit"], gj_per_toe=constants["toe"]
    )
