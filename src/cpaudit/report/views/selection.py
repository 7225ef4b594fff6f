"""What to finance with a budget: the chosen options by plant, and what was next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ...engine.selection import OBJECTIVES, Financed, NotChosen, Plant, Selection
from ...language import N_, Language
from ..blocks import EMPTY, Block, Cell, Column, Panel, Row, Table
from ..numbers import Numbers
from .assessment import remarks_of
from .cells import legend, money_cell, number_cell, shown

_MOST_ROWS = 15
_WHY = {
    "rejected": N_("rejected"),
    "in place": N_("implemented already"),
    "unknown": N_("what is maximised is not known of it"),
    "requires": N_("requires {others}, which can't be chosen"),
    "excluded": N_("excluded by {others}"),
    "too much": N_("would save more than is left"),
    "no gain": N_("adds nothing"),
    "budget": N_("the budget"),
    "estimate": N_("values were estimated"),
}


def selection_view(selection: Selection, language: Language, verbose: bool = False) -> list[Block]:
    """Headline, the chosen options, those that are not chosen with the reason, notes."""
    numbers = Numbers(language)
    blocks: list[Block] = [_headline(selection, numbers)]
    if selection.choices:
        blocks.append(_chosen(selection, numbers))
    if selection.not_chosen:
        blocks.append(_others(selection, numbers, verbose))
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


def _scale(selection: Selection, numbers: Numbers) -> tuple[float, str]:
    """One scale of money for both tables."""
    money = [
        value
        for choice in selection.choices
        for one in choice.options.values()
        for value in (one.investment.value, one.saving.value, one.npv.value if one.npv else 0.0)
    ]
    money += [one.investment or 0.0 for one in selection.not_chosen]
    return numbers.money_scale(money, selection.budget.unit)


def _chosen(selection: Selection, numbers: Numbers) -> Table:
    _ = numbers.language
    divisor, money = _scale(selection, numbers)
    rows: list[Row] = []
    names, several = _plant_names(selection), len(selection.choices) > 1
    for choice in selection.choices:
        if several:
            cells = _cells(choice.total, numbers, divisor)
            rows.append(Row([Cell(_name(choice.plant, names)), *cells], "heading"))
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


def _plant_names(selection: Selection) -> dict[int, str]:
    """How each plant is called, with its file where another one is called alike."""
    plants = [choice.plant for choice in selection.choices]
    plants += [one.plant for one in selection.not_chosen]
    audits = {id(plant.assessment): plant.assessment.audit for plant in plants}
    alike = Counter(audit.plant for audit in audits.values())
    return {
        key: f"{audit.plant} ({audit.file})" if alike[audit.plant] > 1 else audit.plant
        for key, audit in audits.items()
    }


def _name(plant: Plant, names: Mapping[int, str]) -> str:
    return names[id(plant.assessment)]


def _cells(one: Financed, numbers: Numbers, divisor: float) -> list[Cell]:
    return [
        money_cell(one.investment, numbers, divisor),
        money_cell(one.saving, numbers, divisor),
        number_cell(one.co2e, numbers),
        money_cell(one.npv, numbers, divisor),
    ]


def _others(selection: Selection, numbers: Numbers, verbose: bool) -> Table:
    _ = numbers.language
    divisor, money = _scale(selection, numbers)
    listed: Sequence[NotChosen] = selection.not_chosen
    if not verbose:
        listed = listed[:_MOST_ROWS]
    rows = list(_other_rows(selection, listed, numbers, divisor))
    adds = {
        "npv": _("Adds to\nNPV"),
        "co2e": _("Adds,\n{unit}").format(unit=numbers.unit("tCO2e")),
        "saving": _("Adds to\nsaving"),
    }[selection.maximise]
    columns = [
        Column(_("Not chosen"), numeric=False),
        Column(_("Investment")),
        Column(adds),
        Column(_("Why not"), numeric=False),
    ]
    remarks = [
        _("Money in {unit}.").format(unit=money),
        _("First what the budget keeps out, by what it would add per money."),
    ]
    more = len(selection.not_chosen) - len(listed)
    if more:
        remarks.append(_("… and {number} more: --verbose lists them.").format(number=more))
    return Table(_("What was next"), columns, rows, remarks)


def _other_rows(
    selection: Selection,
    listed: Sequence[NotChosen],
    numbers: Numbers,
    divisor: float,
) -> Iterable[Row]:
    names = _plant_names(selection)
    for one in listed:
        options = one.plant.assessment.audit.options
        detail = _name(one.plant, names) if len(names) > 1 else ""
        scale = 1.0 if selection.maximise == "co2e" else divisor
        yield Row(
            [
                Cell(options[one.option].name, detail=detail),
                EMPTY if one.investment is None else _number(one.investment, divisor, numbers),
                EMPTY if one.adds is None else _number(one.adds, scale, numbers),
                Cell(_why(one, numbers)),
            ]
        )


def _number(value: float, divisor: float, numbers: Numbers) -> Cell:
    return Cell(numbers.plain(value / divisor), value)


def _why(one: NotChosen, numbers: Numbers) -> str:
    """The reason in words, with the options that it needs beside itself."""
    options = one.plant.assessment.audit.options
    others = ", ".join(options[id].name for id in one.others)
    text = numbers.language(_WHY[one.reason]).format(others=others)
    if others and one.reason in {"budget", "no gain", "too much", "estimate"}:
        text += " " + numbers.language("(with {others})").format(others=others)
    return text
