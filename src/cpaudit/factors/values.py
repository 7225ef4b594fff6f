"""A value of the library to a Factor: one engine unit for each kind of value."""

from __future__ import annotations

from decimal import Decimal

from ..figure import Factor, Publication
from ..source import Map
from ..units import Quantity, dimension, parse_quantity
from .files import LibraryError, text

# a kind of value, and the unit in which the engine uses it
ENGINE_UNITS = {
    "ncv": "GJ/t",
    "ncv_volume": "GJ/Nm3",
    "gcv_dry": "GJ/t",
    "co2": "t/GJ",
    "ch4": "t/GJ",
    "n2o": "t/GJ",
    "sulphur": "t/t",
    "ash": "t/t",
    "moisture": "t/t",
    "so2_per_sulphur": "t/t",
    "toe": "TOE/t",
    "dust_per_ash": "t/t",
    "grid_co2": "t/MWh",
    "grid_co2e": "t/MWh",
    "gwp": "t/t",
    "energy_toe": "GJ/TOE",
    "energy_kcal": "kJ/kcal",
    "energy_electricity": "GJ/MWh",
    "energy_electricity_toe": "TOE/MWh",
    "energy_electricity_toe_final": "TOE/MWh",
    "energy_oxidation": "unit",
}
# kinds whose unit depends on whether the fuel is sold by mass, by volume or as gas
BY_DIMENSION = {
    "density": {"mass/volume": "t/m3", "mass/normal_volume": "t/Nm3"},
    "toe_volume": {"energy/volume": "TOE/m3", "energy/normal_volume": "TOE/Nm3"},
    "dust_constant": {"ratio": "t/t", "mass/volume": "t/m3"},
    "dust_per_sulphur": {"ratio": "t/t", "mass/volume": "t/m3"},
}


def factor_of(id: str, key: str, entry: Map, publication: Publication) -> Factor:
    """The Factor of a value; raises LibraryError where its unit is not one for such values."""
    written = text(entry, "value") or ""
    given = parse_quantity(written, "plain", entry.span, "26.7 GJ/t")
    unit = ENGINE_UNITS.get(key) or BY_DIMENSION[key].get(dimension(given.unit), "")
    value = given.to(unit) if unit else None
    if value is None:
        raise LibraryError(f"{id} ({written!r} is no {key})", [])
    year = text(entry, "year")
    return Factor(
        id=id,
        value=value,
        unit=unit,
        written=written,
        year=int(year) if year else None,
        publication=publication,
        place=text(entry, "place"),
        confirmed=text(entry, "confirmed") == "true",
        low=_bound(text(entry, "low"), given, unit),
        high=_bound(text(entry, "high"), given, unit),
        note=text(entry, "note"),
        basis=text(entry, "basis"),
    )


def _bound(bound: str | None, given: Quantity, unit: str) -> float | None:
    """A bound is written without its unit: that of the value itself."""
    return None if bound is None else given._replace(value=Decimal(bound)).to(unit)
