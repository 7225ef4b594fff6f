"""What each of several budgets buys at best."""

from __future__ import annotations

from ...engine.selection import OBJECTIVES, Frontier, Step
from ...figure import Figure
from ...language import Language
from ..blocks import EMPTY, Block, Cell, Column, Panel, Row, Table
from ..numbers import Numbers
from .assessment import remarks_of
from .cells import bar, money_cell, number_cell


def frontier_view(frontier: Frontier, language: Language) -> list[Block]:
    """Headline, a row for each budget, notes."""
    numbers = Numbers(language)
    blocks: list[Block] = [_headline(frontier, numbers), _table(frontier, numbers)]
    if frontier.diagnostics:
        blocks.append(remarks_of(frontier.diagnostics, language, verbose=False))
    return blocks


def _headline(frontier: Frontier, numbers: Numbers) -> Panel:
    _ = numbers.language
    last = frontier.steps[-1]
    solutions = [step.selection.programme for step in frontier.steps]
    gap = max(one.gap for one in solutions)
    sentence = _("Maximised: {objective}. Largest gap of a budget: {gap} %.")
    lines = [
        _("All that is worth buying costs {money} and comes to {value}.").format(
            money=numbers.money(last.selection.total.investment.value, frontier.currency),
            value=_in_full(last.value, numbers),
        ),
        sentence.format(
            objective=_(OBJECTIVES[frontier.maximise]), gap=numbers.decimal(gap * 100, 2)
        ),
    ]
    return Panel(_("What each budget buys"), lines)


def _in_full(figure: Figure, numbers: Numbers) -> str:
    if figure.unit == "tCO2e":
        return numbers.figure(figure)
    return numbers.money(figure.value, figure.unit)


def _table(frontier: Frontier, numbers: Numbers) -> Table:
    _, is_money = numbers.language, frontier.maximise != "co2e"
    money = [step.selection.budget.value for step in frontier.steps]
    money += [step.value.value for step in frontier.steps if is_money]
    divisor, unit = numbers.money_scale(money, frontier.currency)
    largest = max(step.value.value for step in frontier.steps)
    rows = [_row(step, divisor, largest, is_money, numbers) for step in frontier.steps]
    columns = [
        Column(_("Budget")),
        Column(_("Invested")),
        Column(_(OBJECTIVES[frontier.maximise]) if is_money else numbers.unit("tCO2e")),
        Column("", numeric=False, whole=True),
        Column(_("Options")),
        Column(_("Adds per\nmoney")),
    ]
    per = _("Adds per money: what a unit of money adds beyond the row before.")
    if not is_money:
        per = _("Adds per money: t CO2e a year per {unit} beyond the row before.").format(unit=unit)
    return Table(
        _("The best choice for each budget"),
        columns,
        rows,
        [_("Money in {unit}.").format(unit=unit), per],
    )


def _row(step: Step, divisor: float, largest: float, is_money: bool, numbers: Numbers) -> Row:
    marginal, value = EMPTY, number_cell(step.value, numbers)
    if is_money:
        value = money_cell(step.value, numbers, divisor)
    if step.marginal is not None:
        scale = 1.0 if is_money else divisor
        added = step.marginal
        marginal = Cell(numbers.plain(added.value * scale), added.value, added.unit)
    return Row(
        [
            money_cell(step.selection.budget, numbers, divisor),
            money_cell(step.selection.total.investment, numbers, divisor),
            value,
            Cell(bar(step.value.value, largest)),
            Cell(str(step.selection.number), step.selection.number),
            marginal,
        ]
    )
