"""What was not chosen for a budget: why, and what it would add."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ...engine.selection import NotChosen, Plant, Selection
from ...language import N_
from ..blocks import EMPTY, Cell, Column, Row, Table
from ..numbers import Numbers

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


def next_table(selection: Selection, numbers: Numbers, verbose: bool) -> Table:
    _ = numbers.language
    divisor, money = money_scale(selection, numbers)
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
    names = plant_names(selection)
    for one in listed:
        options = one.plant.assessment.audit.options
        detail = name_of_plant(one.plant, names) if len(names) > 1 else ""
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


def money_scale(selection: Selection, numbers: Numbers) -> tuple[float, str]:
    """One scale of money for both tables."""
    money = [
        value
        for choice in selection.choices
        for one in choice.options.values()
        for value in (one.investment.value, one.saving.value, one.npv.value if one.npv else 0.0)
    ]
    money += [one.investment or 0.0 for one in selection.not_chosen]
    return numbers.money_scale(money, selection.budget.unit)


def plant_names(selection: Selection) -> dict[int, str]:
    """How each plant is called, with its file where another one is called alike."""
    plants = [choice.plant for choice in selection.choices]
    plants += [one.plant for one in selection.not_chosen]
    audits = {id(plant.assessment): plant.assessment.audit for plant in plants}
    alike = Counter(audit.plant for audit in audits.values())
    return {
        key: f"{audit.plant} ({audit.file})" if alike[audit.plant] > 1 else audit.plant
        for key, audit in audits.items()
    }


def name_of_plant(plant: Plant, names: Mapping[int, str]) -> str:
    return names[id(plant.assessment)]
