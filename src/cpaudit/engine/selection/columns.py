"""Groups of options as columns of the programme: one for each set of a small group, or for each
option of a large one."""

from __future__ import annotations

from typing import NamedTuple

from ..interplay import NOTHING, Worth, added, bits_of
from ..rounding import ROUNDING
from .field import Field
from .results import Objective

# as many sets of options of one group as are calculated one by one, all of twelve free options;
# of few plants more, up to all of fifteen in the only one
MOST_SETS, MOST_IN_ALL = 4096, 32768


class Column(NamedTuple):
    """A set of options that may be taken whole; `group` is the number of its group."""

    group: int
    members: int
    cost: float
    value: float


class Group(NamedTuple):
    """Options that act on one another. Of an `exact` group at most one column is taken."""

    number: int
    field: Field
    options: tuple[int, ...]
    columns: tuple[Column, ...]
    exact: bool
    impossible: tuple[int, ...] = ()


def groups_of(field: Field, objective: Objective, first: int, most: int) -> list[Group]:
    """The groups of one plant with their columns, numbered from `first`."""
    play = field.interplay
    joined = [
        (at, other)
        for at in range(len(play.options))
        for other in bits_of(field.requires[at] | field.excludes[at])
    ]
    made = []
    for number, options in enumerate(play.groups(joined), first):
        if _allowed(field, options, most):
            sets, impossible = _sets(field, options)
            columns = _worth_having(field, number, sets, objective)
            made.append(Group(number, field, options, columns, True, impossible))
        else:
            columns = estimated_columns(field, number, options, objective)
            made.append(Group(number, field, options, columns, exact=False))
    return made


def _allowed(field: Field, options: tuple[int, ...], most: int) -> bool:
    """Whether requirements and exclusions allow no more than so many sets."""
    sets = [0]
    for index in options:
        needs, against = field.requires[index], field.excludes[index]
        sets += [
            members | 1 << index
            for members in sets
            if not needs & ~members and not against & members
        ]
        if len(sets) > most:
            return False
    return True


def _sets(
    field: Field, options: tuple[int, ...]
) -> tuple[list[tuple[int, Worth]], tuple[int, ...]]:
    """Every set that requirements and exclusions allow with its worth.

    With the options that some set lacks because they would save more than it has left.
    """
    play = field.interplay
    sets = [(0, NOTHING)]
    impossible = set()
    for index in options:
        needs, against = field.requires[index], field.excludes[index]
        grown = []
        for members, worth in sets:
            if needs & ~members or against & members:
                continue
            turn = play.at_turn(index, members)
            if turn.possible:
                grown.append((members | 1 << index, added(worth, turn)))
            else:
                impossible.add(index)
        sets += grown
    return sets, tuple(sorted(impossible))


def _worth_having(
    field: Field, number: int, sets: list[tuple[int, Worth]], objective: Objective
) -> tuple[Column, ...]:
    """The sets that no other one of the group beats by costing no more and bringing no less.

    Only the budget joins groups, so that a set which is beaten is never needed.
    """
    found = [
        Column(number, members, worth.investment * field.money, field.value(worth, objective))
        for members, worth in sets
    ]
    # of equal ones that of the fewest options, then that of the earliest, comes first
    found.sort(key=lambda one: (one.cost, -one.value, one.members.bit_count(), one.members))
    scale = max(abs(one.value) for one in found)
    kept: list[Column] = []
    best = 0.0
    for one in found:
        if one.value > best + ROUNDING * scale:
            kept.append(one)
            best = one.value
    return tuple(kept)


def estimated_columns(
    field: Field, number: int, options: tuple[int, ...], objective: Objective, chosen: int = 0
) -> tuple[Column, ...]:
    """A column for each option: what it adds to, or takes from, a chosen set of its group.

    It is taken with what it requires; without a chosen set that is what it is worth alone.
    """
    play = field.interplay
    columns = []
    for index in options:
        bit = 1 << index
        others = (chosen | required_by(field, index)) & ~bit
        with_it = field.value(play.worth(others | bit), objective)
        value = with_it - field.value(play.worth(others), objective)
        cost = play.at_turn(index, others).investment * field.money
        columns.append(Column(number, bit, cost, value))
    return tuple(columns)


def required_by(field: Field, index: int) -> int:
    """All that an option requires, directly or by another, as a set."""
    found, pending = 0, field.requires[index]
    while pending & ~found:
        found |= pending
        for other in bits_of(found):
            pending |= field.requires[other]
    return found
