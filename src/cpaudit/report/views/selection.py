"""What to finance with a budget: the chosen options by plant, and what was next."""

from __future__ import annotations

from ...engine.selection import OBJECTIVES, Financed, Selection
from ...language import Language
from ..blocks import Block, Cell, Column, Panel, Row, Table
from ..numbers import Numbers
from .assessment import remarks_of
from .cells import legend, money_cell, number_cell, shown
from .not_chosen import money_scale, name_of_plant, next_table, plant_names


def selection_view(selection: Selection, language: Language, verbose: bool = False) -> list[Block]:
    """Headline, the chosen options, those that are not chosen with the reason, notes."""
    numbers = Numbers(language)
    blocks: list[Block] = [_headline(selection, numbers)]
    if selection.choices:
        blocks.append(_chosen(selection, numbers))
    if selection.not_chosen:
        blocks.append(next_table(selection, numbers, verbose))
    if selection.diagnostics:
        blocks.append(remarks_of(selection.diagnostics, language, verbose=False))
    return blocks


def _headline(selection: Selection, numbers: Numbers) -> Panel:
    _, total = numbers.language, selection.total
    currency = selection.budget.unit
    lines = [
        _("Budget {budget}: {used} used, {left} left.").format(
            budget=numbers.money(selection.budget.value, currency),
            used=numbers.money(total.investment.value, currency),
            left=numbers.money(selection.left.value, currency),
        ),
        _("Options chosen: {number} of {all}; plants with one: {plants}.").format(
            number=selection.number,
            all=selection.number + len(selection.not_chosen),
            plants=len(selection.choices),
        ),
        _("Together they save {saving} a year and {co2e}; NPV {npv}.").format(
            saving=numbers.money(total.saving.value, currency),
            co2e=shown(total.co2e, numbers),
            npv=numbers.money(total.npv.value, currency) if total.npv else "–",
        ),
        _verdict(selection, numbers),
    ]
    if selection.estimated:
        lines.append(_estimate(selection, numbers))
    return Panel(_("Options to finance"), lines)


def _verdict(selection: Selection, numbers: Numbers) -> str:
    """What was maximised, and what the solver proves."""
    _, solution = numbers.language, selection.programme
    sentence = _("Maximised: {objective}. Proven optimal, gap {gap} %.")
    if not solution.optimal:
        sentence = _("Maximised: {objective}. Not proven optimal, gap {gap} %.")
    elif selection.estimated:
        sentence = _("Maximised: {objective}. The programme is solved to a gap of {gap} %.")
    objective, gap = _(OBJECTIVES[selection.maximise]), numbers.decimal(solution.gap * 100, 2)
    return sentence.format(objective=objective, gap=gap)


def _estimate(selection: Selection, numbers: Numbers) -> str:
    """The programme's value beside the one that is calculated again."""
    figure = selection.total.of(selection.maximise)
    assert figure is not None  # options of which it is not known are not in the choice
    value = selection.programme.value
    change = (figure.value - value) / abs(value) if value else 0.0
    sentence = numbers.language(
        "Values of {number} options are estimates that overlap: the programme comes to "
        "{programme}, the chosen options calculated as packages to {value} ({change})."
    )
    return sentence.format(
        number=selection.estimated,
        programme=numbers.quantity(value, figure.unit),
        value=numbers.figure(figure),
        change=numbers.change(change),
    )


def _chosen(selection: Selection, numbers: Numbers) -> Table:
    _ = numbers.language
    divisor, money = money_scale(selection, numbers)
    rows: list[Row] = []
    names, several = plant_names(selection), len(selection.choices) > 1
    for choice in selection.choices:
        if several:
            cells = _cells(choice.total, numbers, divisor)
            rows.append(Row([Cell(name_of_plant(choice.plant, names)), *cells], "heading"))
        for id, one in choice.options.items():
            name = choice.plant.assessment.audit.options[id].name
            indent = "  " if several else ""
            rows.append(Row([Cell(f"{indent}{name}"), *_cells(one, numbers, divisor)]))
    rows.append(Row([Cell(_("Together")), *_cells(selection.total, numbers, divisor)], "total"))
    columns = [
        Column(_("Chosen option"), numeric=False),
        Column(_("Investment")),
        Column(_("Saves\na year")),
        Column(numbers.unit("tCO2e")),
        Column(_("NPV")),
    ]
    remarks = [
        _("Money in {unit}.").format(unit=money),
        _("Each option at its turn among those that are chosen."),
        *legend(rows, numbers),
    ]
    return Table(_("Chosen options"), columns, rows, remarks)


def _cells(one: Financed, numbers: Numbers, divisor: float) -> list[Cell]:
    return [
        money_cell(one.investment, numbers, divisor),
        money_cell(one.saving, numbers, divisor),
        number_cell(one.co2e, numbers),
        money_cell(one.npv, numbers, divisor),
    ]
