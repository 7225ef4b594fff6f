"""The best that each of several budgets buys: from the smallest that buys anything to all."""

from __future__ import annotations

from ...figure import Assumed, Figure, derive, formula
from ...language import N_
from .columns import Column, Group, required_by
from .one_budget import Prepared, selection_of
from .results import Frontier, Selection, Step
from .rounds import Chosen, choose


@formula("(value - value before) / (investment - investment before)", N_("definition of a slope"))
def marginal_value(value: float, before: float, investment: float, invested: float) -> float:
    """Objective per money that is added from one budget of a frontier to the next."""
    return (value - before) / (investment - invested)


def frontier(prepared: Prepared, count: int, up_to: float | None = None) -> Frontier:
    """The best choices for `count` budgets in even steps, the last one all that is worth buying.

    `up_to` is the largest budget of interest, money of the choice's currency. A choice of a
    smaller budget that is worth more, which estimated values may lead to, is kept.
    """
    objective = prepared.maximise
    everything = choose(prepared.groups, objective, sum(_costs(prepared)))
    most = _cost(prepared, everything)
    if up_to is not None and up_to < most:
        most, everything = up_to, choose(prepared.groups, objective, up_to)
    best = choose(prepared.groups, objective, 0.0)
    before = selection_of(prepared, _budget(0.0, prepared.currency), best)
    steps: list[Step] = []
    for amount in _amounts(_smallest(prepared, most), most, count):
        chosen = choose(prepared.groups, objective, amount) if amount < most else everything
        if chosen.value >= best.value:
            best = chosen
        now = selection_of(prepared, _budget(amount, prepared.currency), best)
        steps.append(_step(before, now))
        before = now
    of_steps = [said for step in steps for said in step.selection.diagnostics]
    further = [said for said in of_steps if said not in prepared.diagnostics]
    return Frontier(prepared.currency, objective, tuple(steps), (*prepared.diagnostics, *further))


def _step(before: Selection, now: Selection) -> Step:
    """A selection, what is maximised, and how much of it each unit of money more has brought."""
    value, last = now.total.of(now.maximise), before.total.of(now.maximise)
    assert value is not None  # options without a known objective are not in the choice
    assert last is not None
    if now.total.investment.value <= before.total.investment.value:
        return Step(now, value, None)
    currency = now.budget.unit
    marginal = derive(
        marginal_value,
        f"{value.unit}/{currency}" if value.unit != currency else "unit",
        value=value,
        before=last,
        investment=now.total.investment,
        invested=before.total.investment,
    )
    return Step(now, value, marginal)


def _budget(amount: float, currency: str) -> Figure:
    return Figure(amount, currency, Assumed(N_("even steps to all that is worth buying")))


def _costs(prepared: Prepared) -> list[float]:
    """The investment of every option there is a choice of, by plant and option."""
    return [
        field.audit.options[id].investment.value * field.money
        for field in prepared.fields
        for id in field.interplay.options
    ]


def _cost(prepared: Prepared, chosen: Chosen) -> float:
    return sum(
        group.field.interplay.worth(chosen.sets.get(group.number, 0)).investment * group.field.money
        for group in prepared.groups
    )


def _smallest(prepared: Prepared, most: float) -> float:
    """The least money that buys something that is worth its cost."""
    costs = []
    for group in prepared.groups:
        costs += [
            _with_required(group, one) for one in group.columns if one.cost > 0 and one.value > 0
        ]
    return min((one for one in costs if one <= most), default=most)


def _with_required(group: Group, column: Column) -> float:
    if group.exact:
        return float(column.cost)
    index = column.members.bit_length() - 1
    members = column.members | required_by(group.field, index)
    return float(group.field.interplay.worth(members).investment * group.field.money)


def _amounts(smallest: float, most: float, count: int) -> list[float]:
    """Even steps with both ends; one alone is all."""
    if count < 2 or smallest >= most:
        return [most]
    step = (most - smallest) / (count - 1)
    return [smallest + step * number for number in range(count - 1)] + [most]
