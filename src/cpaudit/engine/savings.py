"""What options save, alone and one after another.

A share is of what is left at the option's turn, so shares never simply add: 20 %, 15 % and 10 % of
1000 save 388, not 450.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..diagnostics import Diagnostic, Word
from ..diagnostics.codes import plausibility
from ..domain import Audit, Option, Package, Saving
from ..figure import Figure, derive, derive_over, formula, sum_of_products, total
from ..language import N_
from .balance import cost_of
from .once import once
from .option_cash import Income
from .order import required_first
from .prices import is_growing
from .reactive import State, state_of, with_power_factor
from .rounding import ROUNDING


@formula("left · share", N_("successive savings act on what the ones before have left"))
def share_of_left(left: float, share: float) -> float:
    """Units a year saved by a share of what is left."""
    return left * share


@formula("left - saved", N_("definition of a remainder"))
def remainder(left: float, saved: float) -> float:
    """Units a year that are left after a saving."""
    return left - saved


@formula(
    "Σ saved · price - operating cost", "UNEP, Profiting from Cleaner Production: annual savings"
)
def net_saving(operating_cost: float, *pairs: float) -> float:
    """Money a year: savings at their prices, less what the option costs to run."""
    saved: float = sum_of_products(*pairs)
    return saved - operating_cost


@dataclass
class Turn:
    """One option applied: what it found, what it saved of each stream."""

    audit: Audit
    option: Option
    before: State
    saved: Mapping[str, Figure]
    found: list[Diagnostic]

    @once
    def after(self) -> State:
        """What is left of the streams."""
        left = dict(self.before.amounts)
        for id, amount in self.saved.items():
            unit = self.audit.streams[id].unit
            left[id] = derive(remainder, unit, left=left[id], saved=amount)
        return with_power_factor(State(left, self.before.power_factors), self.option)


def apply_option(audit: Audit, option: Option, before: State, package: str | None = None) -> Turn:
    """Apply an option to what is left; with a diagnostic where it saves more than that."""
    saved: dict[str, Figure] = {}
    found: list[Diagnostic] = []
    for saving in option.savings:
        stream = audit.streams[saving.stream]
        here = before.amounts[stream.id]
        amount = saving.size
        if saving.relative:
            amount = derive(share_of_left, stream.unit, left=here, share=saving.size)
        if amount.value > here.value + ROUNDING * stream.amount.value:
            # nothing is taken away, or every option that follows would seem wrong too
            found.append(_too_much(option, saving, amount, here, package))
        else:
            saved[stream.id] = amount
    return Turn(audit, option, before, saved, found)


def _too_much(
    option: Option, saving: Saving, amount: Figure, left: Figure, package: str | None
) -> Diagnostic:
    values = {"option": option.id, "stream": saving.stream, "saved": amount, "left": left}
    if package is None:
        return plausibility.SAVES_MORE_THAN_LEFT.at(saving.span, **values)
    return plausibility.SAVES_MORE_IN_PACKAGE.at(saving.span, package=package, **values)


def apply_after_required(audit: Audit, option: Option, start: State) -> Turn:
    """An option that can't act on the baseline itself, such as on a fuel that it requires a switch
    to, is applied after all that it requires."""
    *before, _ = required_first(audit, [option.id])
    left = start
    for id in before:
        left = apply_option(audit, audit.options[id], left).after
    return apply_option(audit, option, left)


def apply_alone(audit: Audit, option: Option) -> Turn:
    """An option applied to the plant as it is, or after what it can't do without."""
    start = state_of(audit)
    turn = apply_option(audit, option, start)
    return apply_after_required(audit, option, start) if turn.found and option.requires else turn


def apply_package(audit: Audit, package: Package) -> tuple[dict[str, Turn], list[Diagnostic]]:
    """Apply a package's options in its order, each to what the ones before have left."""
    left = state_of(audit)
    turns: dict[str, Turn] = {}
    found: list[Diagnostic] = []
    for id in package.options:
        turn = apply_option(audit, audit.options[id], left, package.id)
        turns[id] = turn
        found += turn.found
        left = turn.after
    return turns, found


def money_saving(audit: Audit, option: Option, saved: Mapping[str, Figure]) -> Figure:
    """Money a year that an option saves, net of its operating cost."""
    terms: list[tuple[str, Figure]] = [(Word(N_("operating cost")), option.operating_cost)]
    for id, amount in saved.items():
        price = audit.streams[id].price
        if price is not None:
            terms += [(id, amount), (f"{id}: price", price)]
    return derive_over(net_saving, audit.currency, terms)


def income_of(
    audit: Audit, option: Option, saved: Mapping[str, Figure], falling: list[tuple[str, Figure]]
) -> Income:
    """What an option saves a year before its operating cost, at today's prices.

    `falling` are the charges that it saves; a negative operating cost is a saving too. Sums by
    stream are made only where prices rise.
    """
    priced = [
        (id, amount, price) for id, amount in saved.items() if (price := audit.streams[id].price)
    ]
    terms = [
        term for id, amount, price in priced for term in ((id, amount), (f"{id}: price", price))
    ]
    gross = derive_over(sum_of_products, audit.currency, terms)
    savings: list[tuple[str, Figure]] = []
    if is_growing(audit.finance):
        savings = [
            (id, derive(cost_of, audit.currency, amount=amount, price=price))
            for id, amount, price in priced
        ]
    beside: list[tuple[str, Figure]] = []
    if falling:
        beside.append(("charges", total(audit.currency, falling)))
    cost: Figure | None = option.operating_cost
    if option.operating_cost.value < 0:
        beside.append(
            ("operating_cost", derive(less_cost, audit.currency, cost=option.operating_cost))
        )
        cost = None
    if beside:
        named = [(Word(_BESIDE[key]), one) for key, one in beside]
        gross = total(audit.currency, [(Word(N_("resources")), gross), *named])
        savings += beside
    return Income(savings, gross, cost)


@formula("- cost", N_("a cost that is negative is a saving"))
def less_cost(cost: float) -> float:
    """Money a year."""
    return -cost


_BESIDE = {"charges": N_("charges"), "operating_cost": N_("operating cost")}
