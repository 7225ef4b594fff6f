"""Why an option is not chosen, and what it would add."""

from __future__ import annotations

from ..interplay import bits_of
from ..rounding import ROUNDING
from .columns import required_by
from .field import Field
from .results import NotChosen, Objective


def not_chosen(
    field: Field, members: int, estimated: int, left: float, objective: Objective
) -> list[NotChosen]:
    """Every option of a plant that is not in the chosen set; `left` of the budget."""
    play = field.interplay
    scale = abs(field.value(play.worth(members), objective))
    found = []
    for index in range(len(play.options)):
        if not members >> index & 1:
            found.append(_why(field, index, members, estimated, (left, scale), objective))
    return [*found, *field.out]


def _why(
    field: Field,
    index: int,
    members: int,
    estimated: int,
    amounts: tuple[float, float],
    objective: Objective,
) -> NotChosen:
    play, id = field.interplay, field.interplay.options[index]
    left, scale = amounts
    added = (1 << index | required_by(field, index)) & ~members
    against = 0
    for one in bits_of(added):
        against |= field.excludes[one] & (members | added)
    before, after = play.worth(members), play.worth(members | added)
    needed = _names(field, added & ~(1 << index))
    cost = (after.investment - before.investment) * field.money
    adds = field.value(after, objective) - field.value(before, objective)
    if against:
        return NotChosen(field.plant, id, "excluded", _names(field, against))
    if not after.possible:
        return NotChosen(field.plant, id, "too much", needed)
    why = NotChosen(field.plant, id, "no gain", needed, cost, adds)
    if adds <= ROUNDING * max(scale, abs(adds)):
        return why
    if cost > left * (1 + ROUNDING):
        return why._replace(reason="budget")
    return why._replace(reason="estimate") if estimated >> index & 1 else why


def _names(field: Field, members: int) -> tuple[str, ...]:
    return tuple(field.interplay.options[index] for index in bits_of(members))


def most_wanted(one: NotChosen) -> tuple[float, float]:
    """Sorts what the budget keeps out by what it adds per money, then all the rest."""
    if one.reason != "budget" or not one.investment or one.adds is None:
        return (0.0, 0.0)
    return (-1.0, -one.adds / one.investment)
