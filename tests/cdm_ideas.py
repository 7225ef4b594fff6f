"""A plant with project ideas, for the tests of the clean development mechanism."""

from __future__ import annotations

from typing import Any

from reading import assessed, run_text, said_in_full

# anthracite of 26.7 GJ/t and 98.3 kg/GJ (IPCC 2006): 2.62461 t CO2 per t
PLANT = """\
cpaudit: 1
plant: {name: Mill, country: VN, currency: VND}
period: 2008
resources:
  electricity: {amount: 10000 MWh, price: 1000 VND/kWh}
  coal: {kind: anthracite, ncv: 26.7 GJ/t, amount: 1000 t, price: 1 million VND/t}
  husk: {resource: biomass, kind: rice_husk, amount: 10 t, price: 500 VND/kg}
  water: {amount: 900 m3, price: 4500 VND/m3}
"""
FANS = "{id: fans, saves: {electricity: 1000 MWh}, lifetime: 10 yr}"
GRATE = "{id: grate, saves: {coal: 8 %}, lifetime: 10 yr}"
BOILER = "{id: boiler, saves: {coal: 600 t, husk: -1200 t, electricity: -50 MWh}, lifetime: 10 yr}"
MARGINS = "operating_margin: 0.6465 t/MWh, build_margin: 0.5064 t/MWh"
II_D = f"method: AMS-II.D, start: 2012, years: 10, {MARGINS}"
I_C = f"method: AMS-I.C, start: 2012, years: 10, thermal_capacity: 12 MW, {MARGINS}"


def text_of(options: str, cdm: str, plant: str = PLANT) -> str:
    """A plant with options and a project idea of all of them."""
    return f"{plant}options: [{options}]\ncdm: {{{cdm}}}\n"


def idea(options: str, cdm: str = II_D, plant: str = PLANT) -> Any:
    """The project idea of a plant."""
    return assessed(text_of(options, cdm, plant)).cdm


def reductions(result: Any) -> list[float]:
    return [year.reduction.value for year in result.years]


def said(options: str, cdm: str = II_D, plant: str = PLANT) -> dict[str, str]:
    """The codes of the mechanism that are said, with their words."""
    found = run_text(text_of(options, cdm, plant))[2]
    return {one.code.id: said_in_full(one) for one in found if one.code.id.startswith("C")}
