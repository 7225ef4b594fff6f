"""Options that exclude each other: every way alone, then each against the best before it."""

from __future__ import annotations

from collections.abc import Mapping

from ...engine import Assessment
from ...engine.comparing import Alternative, Choice, Step
from ...engine.indicators import cycle_of
from ...language import N_
from ..blocks import Block, Cell, Column, Row, Table
from ..numbers import Numbers
from .cells import irr_cell, legend, money_cell
from .pareto import reasons

_BY_NPV = N_("Worth most: {name}, by NPV at {rate} a year.")
_BY_ANNUAL_VALUE = N_("Worth most: {name}, by annual value at {rate} a year.")
_NOTHING = N_("None of them is worth its money at {rate} a year: to do nothing is better.")
_LIKE = N_(
    "Lives differ: the annual value decides, the NPV over the own life as equal yearly payments. "
    "It is assumed that each is replaced by the like at its end."
)
_MISLEADING = N_(
    "By IRR alone {name} would be chosen, and {loss} lost: its rate is high on less money. What "
    "counts is the rate of the extra money."
)
_MISLEADING_LIVES = N_(
    "By IRR alone {name} would be chosen, and {loss} a year lost: a rate does not tell on how much "
    "money and for how long it is earned."
)
_STEPS = N_("Each way by rising investment against the best so far, beginning with doing nothing.")


def choice_blocks(assessment: Assessment, choice: Choice, numbers: Numbers) -> list[Block]:
    """The ways and the steps between them."""
    audit = assessment.audit
    titles = {id: audit.options[id].name for id in choice.options}
    values = [
        figure.value
        for one in choice.alternatives
        for figure in (one.npv, one.result.investment, one.result.saving)
    ]
    money = numbers.money_scale(values, audit.currency)
    return [
        _ways(assessment, choice, titles, money, numbers),
        _steps(assessment, choice, titles, money, numbers),
    ]


def _name(alternative: Alternative, titles: Mapping[str, str]) -> str:
    return " + ".join(titles[id] for id in alternative.options)


def _ways(
    assessment: Assessment,
    choice: Choice,
    titles: Mapping[str, str],
    money: tuple[float, str],
    numbers: Numbers,
) -> Table:
    _ = numbers.language
    divisor, unit = money
    rows = [
        Row(
            [
                Cell(_name(one, titles)),
                Cell(_life(assessment, one, numbers)),
                money_cell(one.result.investment, numbers, divisor),
                money_cell(one.result.saving, numbers, divisor),
                money_cell(one.npv, numbers, divisor),
                money_cell(one.annual_value, numbers, divisor),
                irr_cell(one.irr, numbers),
            ]
        )
        for one in choice.alternatives
    ]
    columns = [
        Column(_("Option"), numeric=False),
        Column(_("Life, yr")),
        Column(_("Investment")),
        Column(_("Saving\na year")),
        Column(_("NPV")),
        Column(_("Annual\nvalue")),
        Column(_("IRR")),
    ]
    remarks = [_("Money in {unit}.").format(unit=unit), *reasons(choice.left_out, titles, numbers)]
    ids = ", ".join(choice.options)
    title = _("Options that exclude each other: {options}").format(options=ids)
    return Table(title, columns, rows, [*remarks, *legend(rows, numbers)])


def _life(assessment: Assessment, alternative: Alternative, numbers: Numbers) -> str:
    """The years of each option, delay included; equal ones once."""
    options = assessment.audit.options
    years = dict.fromkeys(cycle_of(options[id]).value for id in alternative.options)
    return "/".join(numbers.plain(one) if one % 1 else numbers.decimal(one, 0) for one in years)


def _steps(
    assessment: Assessment,
    choice: Choice,
    titles: Mapping[str, str],
    money: tuple[float, str],
    numbers: Numbers,
) -> Table:
    _ = numbers.language
    rows = [Row(_step_cells(step, choice, titles, money[0], numbers)) for step in choice.steps]
    by_year = choice.decided_by == "annual_value"
    columns = [
        Column(_("Option"), numeric=False),
        Column(_("Extra\ninvestment")),
        Column(_("Extra\nsaving")),
        Column(_("Extra\nNPV")),
        *([Column(_("Extra\nannual value"))] if by_year else []),
        Column(_("IRR of\nthe extra")),
        Column(_("Better"), numeric=False, whole=True),
    ]
    remarks = [_(_STEPS), *_verdict(assessment, choice, titles, numbers), *legend(rows, numbers)]
    return Table(_("Does the extra money pay?"), columns, rows, remarks)


def _step_cells(
    step: Step, choice: Choice, titles: Mapping[str, str], divisor: float, numbers: Numbers
) -> list[Cell]:
    _ = numbers.language
    against = _("nothing") if step.defender is None else _name(step.defender, titles)
    detail = _("against: {name}").format(name=against)
    cells = [
        Cell(_name(step.challenger, titles), detail=detail),
        money_cell(step.investment, numbers, divisor),
        money_cell(step.saving, numbers, divisor),
        money_cell(step.npv, numbers, divisor),
    ]
    if choice.decided_by == "annual_value":
        cells.append(money_cell(step.annual_value, numbers, divisor))
    return [*cells, irr_cell(step.irr, numbers), Cell(_("yes") if step.wins else _("no"))]


def _verdict(
    assessment: Assessment, choice: Choice, titles: Mapping[str, str], numbers: Numbers
) -> list[str]:
    """Which way, by what, and where a ranking by rates of return would go wrong."""
    _, rate = numbers.language, assessment.audit.finance.discount_rate
    shown = numbers.percent(rate.value) if rate else "–"
    by_year = choice.decided_by == "annual_value"
    if choice.winner is None:
        said = [_(_NOTHING).format(rate=shown)]
    else:
        sentence = _(_BY_ANNUAL_VALUE) if by_year else _(_BY_NPV)
        said = [sentence.format(name=_name(choice.winner, titles), rate=shown)]
    if by_year:
        said.append(_(_LIKE))
    if choice.misleading is not None and choice.loss is not None:
        loss = numbers.money(choice.loss.value, assessment.audit.currency)
        sentence = _(_MISLEADING_LIVES) if by_year else _(_MISLEADING)
        said.append(sentence.format(name=_name(choice.misleading, titles), loss=loss))
    return said
