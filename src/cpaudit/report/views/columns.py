"""How a column or an option of a comparison is called, and how a column's figures are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import PurePath
from textwrap import wrap
from typing import NamedTuple

from ...domain import Audit
from ...engine import Irr, Payback
from ...engine.comparing import Compared, Comparison
from ...engine.nodes import Node
from ...figure import Figure
from ..blocks import EMPTY, Cell
from ..numbers import Numbers
from .cells import irr_cell, money_cell, number_cell, payback_cell, starred

_TITLE_WIDTH = 13


class Money(NamedTuple):
    """A scale for each currency, so that columns of one can be compared."""

    scales: Mapping[str, tuple[float, str]]

    @property
    def is_one(self) -> bool:
        """Whether all columns count in one currency."""
        return len(self.scales) == 1


def money_of(comparison: Comparison, numbers: Numbers) -> Money:
    """The scales of a comparison, by the largest sums of each currency."""
    values: dict[str, list[float]] = {}
    for one in comparison.columns:
        found = values.setdefault(one.assessment.audit.currency, [])
        if len(comparison.assessments) > 1 and one.assessment.baseline.cost is not None:
            found.append(one.assessment.baseline.cost.value)
        if one.result is not None:
            found += [one.result.saving.value, one.result.investment.value]
    return Money({name: numbers.money_scale(found, name) for name, found in values.items()})


def unit_of(comparison: Comparison, money: Money) -> str:
    """The unit of money of the first column."""
    return money.scales[comparison.columns[0].assessment.audit.currency][1]


def _short(comparison: Comparison, column: Compared) -> str:
    """A package, or a file without its folder and ending and its package below."""
    if len(comparison.assessments) == 1:
        return column.name
    name = _file(comparison, column.assessment.audit)
    return name if column.package is None else f"{name}\n{column.package}"


def _file(comparison: Comparison, audit: Audit) -> str:
    """A file without its folder and ending, unless another one is called so too."""
    stems = [PurePath(one.audit.file).stem for one in comparison.assessments]
    stem = PurePath(audit.file).stem
    return stem if stems.count(stem) == 1 else audit.file


def name_of_column(comparison: Comparison, column: Compared) -> str:
    """A package, or a file with its package, in one line."""
    return _short(comparison, column).replace("\n", ": ")


def column_titles(comparison: Comparison) -> dict[str, str]:
    """How each column is called, by its name."""
    return {one.name: name_of_column(comparison, one) for one in comparison.columns}


def option_titles(comparison: Comparison) -> dict[str, str]:
    """By name: the option; of several plants with its plant, or its file where two are alike."""
    entries = comparison.options
    if len(comparison.assessments) == 1:
        return {name: one.option.name for name, one in entries.items()}
    alike = Counter(one.audit.plant.casefold() for one in comparison.assessments)
    plants = {
        id(audit): _file(comparison, audit) if alike[audit.plant.casefold()] > 1 else audit.plant
        for audit in (one.audit for one in comparison.assessments)
    }
    return {name: f"{plants[id(one.audit)]}: {one.option.name}" for name, one in entries.items()}


def column_title(comparison: Comparison, column: Compared, money: Money) -> str:
    """Its name in lines that are narrow enough, and the currency where there are several."""
    lines = [
        line for part in _short(comparison, column).split("\n") for line in wrap(part, _TITLE_WIDTH)
    ]
    if not money.is_one:
        lines += wrap(money.scales[column.assessment.audit.currency][1], _TITLE_WIDTH)
    return "\n".join(lines)


def per_tonne_scale(
    comparison: Comparison, money: Money, numbers: Numbers
) -> tuple[float | None, str]:
    """The scale of money per tonne, and its unit; none where there are several currencies."""
    if not money.is_one:
        return None, ""
    nodes = [one.figures.get("abatement_cost") for one in comparison.columns]
    values = [one.value for one in nodes if isinstance(one, Figure)]
    return numbers.money_scale(values, comparison.assessments[0].audit.currency)


def of_owner(column: Compared, key: str) -> Node:
    """What a package is worth to its owner; None without financing."""
    equity = column.figures.get("equity")
    return equity.get(key) if isinstance(equity, Mapping) else None


def node_cell(
    key: str,
    column: Compared,
    node: Node,
    money: Money,
    per_tonne: float | None,
    numbers: Numbers,
) -> Cell:
    """A node in the form of its kind."""
    if isinstance(node, Payback):
        return payback_cell(node, numbers)
    if isinstance(node, Irr):
        return irr_cell(node, numbers)
    if not isinstance(node, Figure):
        return EMPTY
    currency = column.assessment.audit.currency
    if key == "mirr":
        return starred(numbers.percent(node.value), node)
    if key == "profitability_index":
        return starred(numbers.decimal(node.value, 2), node)
    if key == "abatement_cost":
        if per_tonne is None:
            return starred(numbers.money(node.value, currency), node)
        return money_cell(node, numbers, per_tonne)
    if node.unit == currency:
        return money_cell(node, numbers, money.scales[currency][0])
    return number_cell(node, numbers)
