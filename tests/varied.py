"""What the tests of sensitivity share: a plant of which every value can be another one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cpaudit.engine.sensitivity import Row, Sensitivity, number_of, sensitivity_of
from cpaudit.report.blocks import Table
from reading import HEAD, assessed

# 84 000 that bring 18 000 a year for 6 years: 180 m3 at 100 VND; the worked case of test_finance.py
WORKED = f"""{HEAD}resources:
  water: {{amount: 900 m3, price: 100 VND/m3}}
options:
  - {{id: a, saves: {{water: 180 m3}}, investment: 84000 VND, lifetime: 6 yr}}
finance: {{discount_rate: 12 %, tax_rate: 40 %}}
"""
# every kind of variable, by its id and unit
VALUES = {
    "resources.water.price": (5000.0, "VND/m3"),
    "resources.electricity.price": (1_500_000.0, "VND/MWh"),
    "options.a.saves.water": (20.0, "%"),
    "options.a.saves.electricity": (-3.0, "MWh"),
    "options.b.saves.water": (12.0, "%"),
    "options.b.saves.electricity": (40.0, "MWh"),
    "options.a.investment": (30_000_000.0, "VND"),
    "options.b.investment": (90_000_000.0, "VND"),
    "options.a.operating_cost": (2_000_000.0, "VND"),
    "options.b.operating_cost": (-1_000_000.0, "VND"),
    "options.a.lifetime": (5.0, "yr"),
    "options.b.lifetime": (8.0, "yr"),
    "finance.discount_rate": (11.0, "%"),
    "finance.tax_rate": (20.0, "%"),
    "finance.inflation": (4.0, "%"),
    "finance.escalation.water": (6.0, "%"),
    "finance.loan.rate": (9.0, "%"),
    "resources.electricity.grid_factor": (0.66, "t/MWh"),
}
GROUPS = {
    "prices": ".price",
    "savings": ".saves.",
    "investments": ".investment",
    "operating_costs": ".operating_cost",
    "lifetimes": ".lifetime",
}


def plant(changed: Mapping[str, float] = {}, grid: bool = True) -> str:
    """The audit file of the plant, with other values by the ids of the variables.

    Values are in the units of VALUES; those of groups are factors.
    """
    written = {}
    for id, (value, unit) in VALUES.items():
        factor = 1.0
        for group, part in GROUPS.items():
            if part in id:
                factor *= changed.get(group, 1.0)
        written[id] = f"{changed.get(id, value) * factor:.12f} {unit}"
    v = written
    return f"""{HEAD}resources:
  water: {{amount: 9000 m3, price: {v["resources.water.price"]}}}
  electricity: {{amount: 700 MWh, price: {v["resources.electricity.price"]},
    grid_factor: {v["resources.electricity.grid_factor"]}}}
options:
  - {{id: a, saves: {{water: {v["options.a.saves.water"]},
       electricity: {v["options.a.saves.electricity"]}}},
     investment: {v["options.a.investment"]}, operating_cost: {v["options.a.operating_cost"]},
     lifetime: {v["options.a.lifetime"]}}}
  - {{id: b, saves: {{water: {v["options.b.saves.water"]},
       electricity: {v["options.b.saves.electricity"]}}},
     investment: {v["options.b.investment"]}, operating_cost: {v["options.b.operating_cost"]},
     lifetime: {v["options.b.lifetime"]}}}
packages: {{both: [a, b]}}
finance:
  discount_rate: {v["finance.discount_rate"]}
  tax_rate: {v["finance.tax_rate"]}
  inflation: {v["finance.inflation"]}
  escalation: {{water: {v["finance.escalation.water"]}}}
  loan: {{share: 50 %, rate: {v["finance.loan.rate"]}, term: 4 yr}}
"""


def varied(text: str, path: str | None = None, **asked: Any) -> Sensitivity:
    """The analysis of a figure of an audit file's text."""
    return sensitivity_of(assessed(text), path, **asked)


def row_of(made: Sensitivity, id: str) -> Row:
    return next(row for row in made.rows if row.variable.id == id)


def ends(made: Sensitivity, id: str) -> list[float | None]:
    """The figure at the lower and the higher value of a variable."""
    row = row_of(made, id)
    return [number_of(row.low.figure), number_of(row.high.figure)]


def values_of(made: Sensitivity, id: str) -> tuple[float, ...]:
    """The break-even values of a variable."""
    found = row_of(made, id).break_even
    assert found is not None
    return found.values


def texts(table: Table) -> dict[str, list[str]]:
    """The cells of a table's rows after the first one, by the text of that."""
    return {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in table.rows}
