"""A value of the library to a Factor: one engine unit for each kind of value."""

from __future__ import annotations

from decimal import Decimal

from ..diagnostics import Mistake
from ..diagnostics.codes import factors as codes
from ..diagnostics.codes import plausibility
from ..figure import Factor, Publication
from ..source import Map
from ..units import Quantity, dimension, money_of, parse_quantity
from .files import LibraryError, text

# a kind of value, and the unit in which the engine uses it; ¤ is the currency it is written in
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
    "grid_co2e": "tCO2e/MWh",
    "gwp": "t/t",
    "energy_toe": "GJ/TOE",
    "energy_kcal": "kJ/kcal",
    "energy_electricity": "GJ/MWh",
    "energy_electricity_toe": "TOE/MWh",
    "energy_electricity_toe_final": "TOE/MWh",
    "energy_oxidation": "unit",
    "tariff": "¤/MWh",
    "charge_fixed": "¤/yr",
    "charge_wastewater": "¤/m3",
    "charge_co2e": "¤/tCO2e",
    "power_factor": "unit",
    "threshold_toe": "TOE/yr",
    "threshold_co2e": "tCO2e/yr",
    "threshold_solid_waste": "t/yr",
    "process": "t/t",
    "road_ch4": "t/GJ",
    "road_n2o": "t/GJ",
    "boiler_efficiency": "unit",
    "wastewater_b0": "t/t",
    "wastewater_mcf": "unit",
    "wastewater_cod": "t/m3",
    "wastewater_volume": "m3/t",
    "cdm_savings_limit": "MWh/yr",
    "cdm_electric_equivalent": "unit",
    "cdm_capacity_limit": "MW",
    "cdm_operating_weight": "unit",
    "cdm_crediting_fixed": "yr",
    "cdm_crediting_renewable": "yr",
    "scheme_cut_low": "unit",
    "scheme_cut_high": "unit",
    "scheme_share_low": "unit",
    "scheme_share_high": "unit",
    "scheme_reward_limit": "¤",
    "scheme_loan_least": "¤",
    "scheme_loan_most": "¤",
    "scheme_term_least": "yr",
    "scheme_term_most": "yr",
    "scheme_guarantee_share": "unit",
    "scheme_guarantee_limit": "¤",
    "scheme_guarantee_together": "unit",
    "scheme_guarantee_fee": "unit",
    "scheme_ownership": "unit",
    "scheme_operating": "month",
    "scheme_measured_from": "month",
    "scheme_measured_to": "month",
    "scheme_capital": "¤",
}
# kinds that amounts are divided by, or that mean nothing at zero; also groups of such kinds
_POSITIVE = {"ncv", "ncv_volume", "gcv_dry", "density", "exchange", "benchmark", "power_factor"}
_POSITIVE |= {"threshold", "energy", "norm", "cdm"}
# kinds whose unit depends on whether the thing is measured by mass, by volume or as gas
BY_DIMENSION = {
    "density": {"mass/volume": "t/m3", "mass/normal_volume": "t/Nm3"},
    "toe_volume": {"energy/volume": "TOE/m3", "energy/normal_volume": "TOE/Nm3"},
    "dust_constant": {"ratio": "t/t", "mass/volume": "t/m3"},
    "dust_per_sulphur": {"ratio": "t/t", "mass/volume": "t/m3"},
    "charge_rate": {"money/mass": "¤/t", "money/volume": "¤/m3"},
    "price": {
        "money/mass": "¤/t",
        "money/volume": "¤/m3",
        "money/energy": "¤/MWh",
        "money/co2e": "¤/tCO2e",
    },
}


def factor_of(
    id: str, key: str, entry: Map, publication: Publication, unit: str | None = None
) -> Factor:
    """The Factor of a value of the kind `key`, in the engine's unit for it or in `unit`.

    Raises LibraryError, with the place, where it can't be read or its unit is not one for it.
    """
    written, is_range = _written(entry)
    try:
        given = parse_quantity(written, "plain", entry.span, "26.7 GJ/t")
        target = unit or _target(key, given.unit)
        value = given.to(target) if target else None
    except Mistake as mistake:
        raise LibraryError(id, [mistake.diagnostic]) from None
    place = entry.key_span("value")
    if value is None or target is None:
        wanted = target or " / ".join(_rules(key, given.unit).values())
        said = codes.WRONG_UNIT.at(place, id=id, text=written, wanted=wanted)
        raise LibraryError(id, [said])
    if value < 0:
        raise LibraryError(id, [plausibility.NEGATIVE.at(place, key=id)])
    if not value and must_be_positive(key):
        raise LibraryError(id, [plausibility.NOT_POSITIVE.at(place, key=id)])
    year = text(entry, "year")
    low, high = (_bound(text(entry, bound), given, target) for bound in ("low", "high"))
    return Factor(
        id=id,
        value=value,
        unit=target,
        written=f"{text(entry, 'low')}–{written}" if is_range else written,
        year=int(year) if year else None,
        publication=publication,
        place=text(entry, "place"),
        confirmed=text(entry, "confirmed") == "true",
        low=low,
        high=high,
        note=text(entry, "note"),
        basis=text(entry, "basis"),
        region=text(entry, "region") or publication.region,
        start=text(entry, "from"),
        end=text(entry, "to"),
        is_range=is_range,
        reference=text(entry, "reference") == "true",
        seen=text(entry, "seen"),
    )


def must_be_positive(kind: str) -> bool:
    """Whether a kind of value, or a group of them, can't be zero."""
    return kind in _POSITIVE or kind.partition("_")[0] in _POSITIVE - {"ncv"}


def _written(entry: Map) -> tuple[str, bool]:
    """The value as it is written; of a range its upper end."""
    value = text(entry, "value")
    if value is not None:
        return value, False
    return f"{text(entry, 'high') or ''} {text(entry, 'unit') or ''}", True


def _target(key: str, written_in: str) -> str | None:
    """The engine's unit for a kind of value that is written in some unit of its dimension."""
    rules = _rules(key, written_in)
    return rules.get("") or rules.get(dimension(written_in))


def _rules(key: str, written_in: str) -> dict[str, str]:
    """The engine's units for a kind of value by dimension, or the only one under no name."""
    rule = ENGINE_UNITS.get(key)
    # a charge by anything else is by its mass, or by the volume of a fuel
    kind = "charge_rate" if key.startswith("charge_") else key
    rules = BY_DIMENSION[kind] if rule is None else {"": rule}
    money = money_of(written_in) or "¤"
    return {name: unit.replace("¤", money) for name, unit in rules.items()}


def size_of(id: str, entry: Map, key: str, unit: str) -> Quantity | None:
    """A size of plants that something is for; None where the key is not there.

    Raises LibraryError where it can't be compared with `unit`.
    """
    written = text(entry, key)
    if written is None:
        return None
    try:
        size = parse_quantity(written, "plain", entry.span, unit)
    except Mistake as mistake:
        raise LibraryError(id, [mistake.diagnostic]) from None
    if size.to(unit) is None:
        said = codes.WRONG_UNIT.at(entry.key_span(key), id=id, text=written, wanted=unit)
        raise LibraryError(id, [said])
    return size


def _bound(bound: str | None, given: Quantity, unit: str) -> float | None:
    """A bound is written without its unit: that of the value itself."""
    return None if bound is None else given._replace(value=Decimal(bound)).to(unit)
