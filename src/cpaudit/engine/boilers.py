"""Boilers: the energy of what they burn, the heat that they give, and their efficiency."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..domain import Audit
from ..domain.boilers import Boiler
from ..figure import Figure, derive, derive_over, formula, sum_of_products
from ..language import N_
from .nodes import Node


@formula("steam · enthalpy added", N_("definition of enthalpy: heat added per tonne of steam"))
def heat_of_steam(steam: float, enthalpy: float) -> float:
    """GJ from t of steam and the GJ added to each t of feed water."""
    return steam * enthalpy


@formula("use of the plant · share", N_("definition of a share"))
def part_of_use(use: float, share: float) -> float:
    """What a boiler burns of a fuel, in the fuel's unit."""
    return use * share


@formula(
    "useful heat / energy of the fuels (net calorific value)",
    "CDM methodological tool 09, version 01 (EB 48, Annex 12): definition of efficiency",
)
def boiler_efficiency(heat: float, fuel: float) -> float:
    """A ratio, from GJ of heat added to the water and GJ of fuel."""
    return heat / fuel


class BoilerResult(NamedTuple):
    """The energy of a boiler's fuels and its heat, GJ a year; no efficiency without fuel."""

    boiler: Boiler
    fuel: Figure
    heat: Figure
    efficiency: Figure | None


def boilers_of(audit: Audit) -> list[BoilerResult]:
    """Every boiler with its efficiency."""
    return [_result(audit, boiler) for boiler in audit.boilers.values()]


def _result(audit: Audit, boiler: Boiler) -> BoilerResult:
    pairs: list[tuple[str, Figure]] = []
    for id, amount in boiler.fuels.items():
        energy = audit.streams[id].factors["energy_per_unit"]
        pairs += [(id, amount), (f"{id}: energy", energy)]
    fuel = derive_over(sum_of_products, "GJ", pairs)
    efficiency = None
    if fuel.value > 0:
        efficiency = derive(boiler_efficiency, "unit", heat=boiler.heat, fuel=fuel)
    return BoilerResult(boiler, fuel, boiler.heat, efficiency)


def boiler_figures(audit: Audit) -> Mapping[str, Node]:
    """The figures of every boiler by id, as a path leads to them."""
    return {
        one.boiler.id: {"fuel": one.fuel, "heat": one.heat, "efficiency": one.efficiency}
        for one in boilers_of(audit)
    }
