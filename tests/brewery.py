"""A brewery whose figures are easy to work out by hand, and short ways to its technology gap."""

from __future__ import annotations

from cpaudit.engine.benchmark import Gap, gap_of
from cpaudit.engine.comparison import Comparison
from reading import assessed

BREWERY = """\
cpaudit: 1
plant: {name: Brewery, sector: beer, country: VN, currency: VND}
period: 2023
production:
  - {product: beer, amount: 100000 hl}
resources:
  electricity: {amount: 1000 MWh, price: 2000 VND/kWh}
  fuel_oil: {amount: 750 t, price: 16 million VND/t}
  water: {amount: 60000 m3, price: 10000 VND/m3}
discharges:
  wastewater: {amount: 40000 m3, treatment: 5000 VND/m3}
options:
  - {id: boiler, saves: {fuel_oil: 20 %, water: 9000 m3}}
  - {id: cooling, saves: {electricity: -100 MWh, water: 50 %}}
"""
# 1000 MWh at 3.6 GJ and 750 t at 40.4 GJ/t (IPCC 2006, Vol. 2, Table 1.2): 339 MJ/hl
HEAT, ENERGY = 30_300.0, 33_900.0
COST = 2e9 + 12e9
# the grid of 2023: 0.6592 t/MWh; oil 77.4 kg CO2, 3 g CH4 and 0.6 g N2O per GJ, AR5: 28 and 265
CO2E = 659.2 + HEAT * (77.4 + 0.003 * 28 + 0.0006 * 265) / 1000
# official letter 3505/BCT-KHCN: 0.1543 TOE/MWh, 0.99 TOE/t of oil
TOE = 154.3 + 742.5


def gap(text: str) -> Gap:
    return gap_of(assessed(text))


def compared(made: Gap, subject: str = "energy", product: str = "beer") -> dict[str, Comparison]:
    """The comparisons of a subject by level and the benchmark's id without its sector."""
    (one,) = (s for s in made.subjects if (s.product.id, s.subject.name) == (product, subject))
    return {f"{c.benchmark.level} {c.benchmark.id.partition('.')[2]}": c for c in one.comparisons}


def norms(text: str) -> list[tuple[str, float]]:
    """Each norm of beer and its limit in MJ per unit of product."""
    return [
        (name.removeprefix("norm norm-"), round(one.benchmark.limit.value * 1000, 9))
        for name, one in compared(gap(text)).items()
        if one.benchmark.level == "norm"
    ]


def said(made: Gap) -> list[str]:
    return sorted(one.code.id for one in made.diagnostics if one.code.id[0] == "L")
