"""What a selection holds: money in the budget's currency, the options' own figures beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from ...diagnostics import Diagnostic
from ...figure import Figure
from ...language import N_
from ..results import Assessment

Objective = Literal["npv", "co2e", "saving"]
# what is maximised, as it is called
OBJECTIVES: Mapping[Objective, str] = {
    "npv": N_("NPV"),
    "co2e": N_("CO2e avoided a year"),
    "saving": N_("saving a year"),
}
Reason = Literal[
    "rejected", "in place", "unknown", "requires", "excluded", "too much", "no gain", "budget",
    "estimate",
]  # fmt: skip


class Plant(NamedTuple):
    """One assessed plant; `rate` is its money for one unit of the budget's, None where the same."""

    assessment: Assessment
    rate: Figure | None = None


class Financed(NamedTuple):
    """What an option or a set of them costs and brings, money in the budget's currency.

    CO2e and NPV are None where nothing tells that of a member.
    """

    investment: Figure
    saving: Figure
    co2e: Figure | None
    npv: Figure | None

    def of(self, objective: Objective) -> Figure | None:
        """The figure that is maximised."""
        return {"npv": self.npv, "co2e": self.co2e, "saving": self.saving}[objective]


class Choice(NamedTuple):
    """What is chosen in one plant, in the order in which it is applied, and together."""

    plant: Plant
    options: Mapping[str, Financed]
    total: Financed


class NotChosen(NamedTuple):
    """Why an option is not chosen, and what it would add to what is chosen.

    `others` are the options that exclude it, or that it needs beside itself. `adds` is in the
    unit of the objective, `investment` with that of the options that it needs; money in the
    budget's currency. Both are None where the option is out of the choice.
    """

    plant: Plant
    option: str
    reason: Reason
    others: tuple[str, ...] = ()
    investment: float | None = None
    adds: float | None = None


class Solution(NamedTuple):
    """What the solver says: value of its programme, bound on any better one, relative gap."""

    value: float
    bound: float
    gap: float
    optimal: bool


class Selection(NamedTuple):
    """The options to finance with one budget.

    `programme` is the value that the solver was given to maximise; where `estimated` options act on
    one another in too many ways to calculate all, it is an estimate and `total` is what counts.
    """

    budget: Figure
    maximise: Objective
    choices: tuple[Choice, ...]
    total: Financed
    left: Figure
    programme: Solution
    estimated: int
    not_chosen: tuple[NotChosen, ...]
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def number(self) -> int:
        """How many options are chosen."""
        return sum(len(one.options) for one in self.choices)


class Step(NamedTuple):
    """One budget of a frontier; `marginal` is value per money beyond the step before."""

    selection: Selection
    value: Figure
    marginal: Figure | None


class Frontier(NamedTuple):
    """The best that each of several budgets buys, from the smallest to all that is worth buying."""

    currency: str
    maximise: Objective
    steps: tuple[Step, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
