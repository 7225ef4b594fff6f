"""Cells of figures with their intervals: one unit for a row, and words where a number is none."""

from __future__ import annotations

from math import isfinite

from ...engine import Irr, Payback
from ...figure import Figure
from ..blocks import EMPTY, Cell
from ..numbers import Numbers
from .cells import IRR_WORDS, PAYBACK_WORDS, irr_cell, starred


def _unit(node: Figure | Payback | Irr) -> str:
    if isinstance(node, Figure):
        return node.unit
    return "yr" if isinstance(node, Payback) else "unit"


class Scale:
    """How the values of one row are written: in which unit, and what stands for no number."""

    def __init__(self, node: Figure | Payback | Irr, money: tuple[float, str], numbers: Numbers):
        self.node, self.numbers = node, numbers
        unit = _unit(node)
        self.is_share = unit == "unit"
        is_money = unit == money[1]
        self.divisor = money[0] if is_money else 1.0
        self.unit = "%" if self.is_share else "" if is_money else numbers.unit(unit)
        if isinstance(node, Figure) and unit.startswith(f"{money[1]}/"):
            # a cost per GJ or per t has a size of its own; what it is per stands in its title
            self.divisor, self.unit = numbers.money_scale([node.value], money[1])

    def text(self, value: float | None) -> str:
        """A value of the row, without its unit."""
        if value is None:
            return "–"
        if isfinite(value):
            if self.is_share:
                return self.numbers.decimal(value * 100, 1)
            return self.numbers.plain(value / self.divisor)
        _ = self.numbers.language
        if isinstance(self.node, Payback):
            return _(PAYBACK_WORDS["never"])
        if isinstance(self.node, Irr):
            return _(IRR_WORDS["none"])
        return "∞" if value > 0 else "-∞"

    def base(self) -> Cell:
        """The value of the audit itself."""
        node = self.node
        if isinstance(node, Figure):
            return starred(self.text(node.value), node)
        if isinstance(node, Irr):
            if node.outcome != "unique":
                return irr_cell(node, self.numbers)
            return Cell(self.text(node.values[0]), node.values[0], "unit")
        if node.time is not None:
            return starred(self.text(node.time.value), node.time)
        return Cell(self.numbers.language(PAYBACK_WORDS[node.outcome]))

    def between(self, low: float | None, high: float | None) -> Cell:
        """Both ends of an interval."""
        if low is None or high is None:
            return EMPTY
        ends = {"low": self.text(low), "high": self.text(high)}
        if ends["low"] == ends["high"]:
            return Cell(ends["low"])
        return Cell(self.numbers.language("{low} to {high}").format(**ends))


def widths_cell(value: float, ends: tuple[float, float], numbers: Numbers) -> Cell:
    """How far the ends are from a value, as parts of it: one number where both are as far."""
    if not value or not isfinite(value):
        return EMPTY
    below, above = ((end - value) / abs(value) for end in ends)
    if not isfinite(below) or not isfinite(above):
        return EMPTY
    down, up = (numbers.decimal(abs(part) * 100, 1) for part in (below, above))
    return Cell(f"± {up} %" if down == up else f"-{down} / +{up} %")
