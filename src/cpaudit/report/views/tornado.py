"""Bars of a tornado, and the titles and values of what is varied."""

from __future__ import annotations

from math import isinf

from ...engine import Irr, Payback
from ...engine.cashflow import LINES
from ...engine.nodes import Node
from ...engine.sensitivity import End, Row, Sensitivity, Variable, number_of
from ...figure import Figure
from ...language import N_
from ..blocks import EMPTY, Cell
from ..numbers import Numbers
from .cells import IRR_WORDS, money_cell, payback_cell, quantity_cell

# characters on either side of the middle
HALF = 9
LOWER, HIGHER = "░", "█"
_TITLES = {
    "price": N_("price: {of}"),
    "saving": N_("saving: {of}"),
    "investment": N_("investment: {of}"),
    "operating_cost": N_("operating cost: {of}"),
    "lifetime": N_("lifetime: {of}"),
    "price_rise": N_("price rise: {of}"),
    "emission_factor": N_("emission factor: {of}"),
    "prices": N_("all prices"),
    "savings": N_("all savings"),
    "investments": N_("all investments"),
    "operating_costs": N_("all operating costs"),
    "lifetimes": N_("all lifetimes"),
}
_RATES = {
    "discount_rate": N_("discount rate"),
    "tax_rate": N_("tax rate"),
    "inflation": N_("inflation"),
    "reinvestment_rate": N_("reinvestment rate"),
    "loan.rate": N_("rate of the loan"),
}
# what may rise in price beside streams
_RISING = {
    "operating_cost": LINES["operating_cost"],
    "charges": N_("charges"),
    "all": N_("everything"),
}


def title_of(variable: Variable, numbers: Numbers) -> str:
    """What is varied, with the ids of the file."""
    _, kind = numbers.language, variable.kind
    if kind == "rate":
        return _(_RATES[variable.subjects[0]])
    of = " · ".join(variable.subjects)
    if kind == "price_rise":
        of = _(_RISING.get(of, "")) or of
    return _(_TITLES[kind]).format(of=of)


def heading_of(variable: Variable, numbers: Numbers) -> str:
    """The same as the head of a row."""
    title = title_of(variable, numbers)
    return title[:1].upper() + title[1:]


class Values:
    """The values of one variable in the scale that its largest one asks for."""

    def __init__(self, row: Row, currency: str, numbers: Numbers) -> None:
        variable = row.variable
        self.numbers = numbers
        self.unit = variable.value.unit
        self.name = numbers.unit(self.unit)
        self.is_years = variable.kind == "lifetime"
        self.divisor = 1.0
        if self.unit == currency:
            values = (row.low.value, variable.value.value, row.high.value)
            self.divisor, self.name = numbers.money_scale(values, currency)

    def text(self, value: float) -> str:
        """A value without its unit; a ratio in percent."""
        if self.unit == "unit":
            return self.numbers.percent(value)
        if self.is_years and value == round(value):
            return self.numbers.decimal(value, 0)
        return self.numbers.plain(value / self.divisor)

    def cell(self, value: float) -> Cell:
        return Cell(self.text(value), value, self.unit)

    def end(self, end: End) -> Cell:
        """A value at an end; a mark where it goes no further."""
        cell = self.cell(end.value)
        return cell if end.limit is None else cell._replace(text=f"{cell.text} †")


def change_cell(row: Row, numbers: Numbers) -> Cell:
    """By how much a variable is changed to either side."""
    if row.share is not None:
        percent = row.share * 100
        places = 0 if abs(percent - round(percent)) < 1e-9 else 1
        return Cell(f"± {numbers.decimal(percent, places)} %")
    today = row.variable.value.value
    ends = (numbers.change(end.value / today - 1) for end in (row.low, row.high))
    return Cell("\n".join(ends))


def figure_cell(node: Node, numbers: Numbers, divisor: float) -> Cell:
    """The figure at an end in the unit and scale of its column; outcomes in words."""
    if isinstance(node, Payback):
        return payback_cell(node, numbers)
    if isinstance(node, Irr):
        if node.outcome == "unique":
            return Cell(numbers.percent(node.values[0]), node.values[0], "unit")
        return Cell(numbers.language(IRR_WORDS[node.outcome]))
    if not isinstance(node, Figure):
        return EMPTY
    if node.unit == "unit":
        return quantity_cell(node, numbers)
    return money_cell(node, numbers, divisor)


def bar_of(row: Row, made: Sensitivity) -> str:
    """A bar from the figure at the lower end to that at the higher one, today's in the middle."""
    middle = number_of(made.figure)
    if middle is None or isinf(middle):
        return ""
    widest = max((_reach(one, middle) for one in made.rows), default=0.0)
    ends = [(row.low, LOWER), (row.high, HIGHER)]
    # where both lie on one side the shorter one is drawn over the longer one
    ends.sort(key=lambda end: -abs(_offset(end[0], middle)))
    sides = [[" "] * HALF, [" "] * HALF]
    for end, mark in ends:
        offset = _offset(end, middle)
        length = HALF if isinf(offset) else round(abs(offset) / widest * HALF) if widest else 0
        side = sides[offset > 0]
        for place in range(length):
            side[place] = mark
    return "".join([*reversed(sides[0]), "│", *sides[1]])


def _reach(row: Row, middle: float) -> float:
    """The largest finite distance of an end from today's figure."""
    offsets = [abs(_offset(end, middle)) for end in (row.low, row.high)]
    return max((one for one in offsets if not isinf(one)), default=0.0)


def _offset(end: End, middle: float) -> float:
    number = number_of(end.figure)
    return 0.0 if number is None else number - middle
