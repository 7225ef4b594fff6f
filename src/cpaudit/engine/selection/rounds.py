"""From the programme's columns to the sets of options that are chosen, evaluated by the engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ..interplay import bits_of
from .columns import Column, Group, estimated_columns
from .programme import Limit, rows_of, solve
from .results import Objective, Solution

# how often values of large groups are estimated anew, and impossible sets are ruled out
ROUNDS = 8
# in larger groups than this each round would take longer than it is worth
MOST_AGAIN = 150


class Chosen(NamedTuple):
    """The set of each group by its number; what all are worth, and what the programme says."""

    sets: Mapping[int, int]
    value: float
    programme: Solution


def choose(groups: Sequence[Group], objective: Objective, budget: float) -> Chosen:
    """The best sets of all groups within a budget.

    With large groups the programme is solved again with values as they are beside what was chosen;
    the best set by the engine's own figures is kept, and the first programme's bound with it.
    """
    large = {group.number: group for group in groups if not group.exact}
    exact = [column for group in groups if group.exact for column in group.columns]
    estimates = {number: group.columns for number, group in large.items()}
    is_again = large and max(len(group.options) for group in large.values()) <= MOST_AGAIN
    ruled_out: dict[int, list[tuple[int, int]]] = {}
    best: Chosen | None = None
    tried: set[tuple[int, ...]] = set()
    for _ in range(ROUNDS):
        columns = [*exact, *(one for number in large for one in estimates[number])]
        rows = [*rows_of(groups, columns), *_cuts(columns, ruled_out)]
        solved = solve(columns, rows, budget)
        sets = _sets(solved.taken)
        seen = tuple(sets.get(number, 0) for number in large)
        _rule_out(large, sets, ruled_out)
        value = _value(groups, sets, solved.taken, objective)
        if best is None:
            best = Chosen(sets, value, solved.solution)
        elif value > best.value:
            best = best._replace(sets=sets, value=value)
        if seen in tried or not is_again:
            break
        tried.add(seen)
        for number, group in large.items():
            beside = (group.field, number, group.options, objective, sets[number])
            estimates[number] = estimated_columns(*beside)
    assert best is not None  # there is at least one round
    return best


def _rule_out(
    large: Mapping[int, Group], sets: dict[int, int], ruled_out: dict[int, list[tuple[int, int]]]
) -> None:
    """Keep of the sets what can be applied, and remember what can't be together."""
    for number, group in large.items():
        clash = _clash(group, sets.get(number, 0))
        if clash is not None:
            ruled_out.setdefault(number, []).append(clash)
        sets[number] = _made_possible(group, sets.get(number, 0))


def _sets(taken: Sequence[Column]) -> dict[int, int]:
    sets: dict[int, int] = {}
    for column in taken:
        sets[column.group] = sets.get(column.group, 0) | column.members
    return sets


def _value(
    groups: Sequence[Group], sets: Mapping[int, int], taken: Sequence[Column], objective: Objective
) -> float:
    """What the sets are worth together: of exact groups as their columns say."""
    exact = {group.number for group in groups if group.exact}
    value = sum(column.value for column in taken if column.group in exact)
    for group in groups:
        if not group.exact:
            worth = group.field.interplay.worth(sets.get(group.number, 0))
            value += group.field.value(worth, objective)
    return value


def _clash(group: Group, members: int) -> tuple[int, int] | None:
    """Options of a set that can't all be applied, and those of which one might mend it."""
    play = group.field.interplay
    for index in bits_of(members):
        if not play.at_turn(index, members).possible:
            earlier = play.sharing[index] & ((1 << index) - 1)
            return members & earlier | 1 << index, earlier & ~members
    return None


def _made_possible(group: Group, members: int) -> int:
    """A set without the options that would save more than is left, and what requires them."""
    play, field = group.field.interplay, group.field
    kept = 0
    for index in bits_of(members):
        is_bound = field.requires[index] & ~kept
        if not is_bound and play.at_turn(index, kept).possible:
            kept |= 1 << index
    return kept


def _cuts(
    columns: Sequence[Column], ruled_out: Mapping[int, list[tuple[int, int]]]
) -> Iterator[Limit]:
    """Rows that forbid each set that can't be applied, whatever else is chosen."""
    at = {(one.group, one.members): number for number, one in enumerate(columns)}
    for group, clashes in ruled_out.items():
        for together, menders in clashes:
            row = {at[group, 1 << index]: 1.0 for index in bits_of(together)}
            row |= {at[group, 1 << index]: -1.0 for index in bits_of(menders)}
            yield Limit(row, together.bit_count() - 1.0)
