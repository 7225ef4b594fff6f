"""A value of the library to a Factor: one engine unit for each kind of value."""

from __future__ import annotations

from decimal import Decimal

from ..figure import Factor, Publication
from ..schema.factors import Value
from ..units import conversion, dimension

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
    "electricity": "GJ/MWh",
    "electricity_toe": "TOE/MWh",
    "electricity_toe_final": "TOE/MWh",
}
# kinds whose unit depends on whether the fuel is sold by mass, by volume or as gas
BY_DIMENSION = {
    "density": {"mass/volume": "t/m3", "mass/normal_volume": "t/Nm3"},
    "toe_volume": {"energy/volume": "TOE/m3", "energy/normal_volume": "TOE/Nm3"},
    "dust_constant": {"ratio": "t/t", "mass/volume": "t/m3"},
    "dust_per_sulphur": {"ratio": "t/t", "mass/volume": "t/m3"},
}
# equivalents between two energies keep the unit they are printed in
AS_PRINTED = {"toe_definition": "GJ/TOE"}


def factor_of(id: str, key: str, value: Value, publication: Publication) -> Factor:
    """The Factor of a value; raises ValueError where its unit is not one for such values."""
    given = value.value.quantity
    unit = AS_PRINTED.get(id.removeprefix("energy.") + "_definition")
    unit = unit or ENGINE_UNITS.get(key) or BY_DIMENSION.get(key, {}).get(dimension(given.unit))
    if unit is None or conversion(given.unit, unit) is None:
        raise ValueError(f"{id}: {given.text!r} is not a {key}")
    amount = given.to(unit)
    assert amount is not None  # the conversion was just looked up
    return Factor(
        id=id,
        value=amount,
        unit=unit,
        written=given.text,
        year=int(value.year) if value.year else None,
        publication=publication,
        place=value.place,
        confirmed=value.confirmed == "true",
        low=_bound(value.low, value, unit),
        high=_bound(value.high, value, unit),
        note=value.note,
    )


def _bound(text: str | None, value: Value, unit: str) -> float | None:
    """A bound is written without its unit: that of the value itself."""
    if text is None:
        return None
    return value.value.quantity._replace(value=Decimal(text)).to(unit)
