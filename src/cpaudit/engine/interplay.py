"""Which options act on one another, and what any set of them is worth.

An option's figures at its turn depend only on the earlier options that share a stream or a charge
with it. So they are calculated once for each set of those, by the engine's own steps, and the worth
of a set of options is a sum of what is remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..domain import Audit, Charge, Option
from .effects import option_result
from .reactive import State, state_of
from .results import Intensities
from .savings import apply_option


class Worth(NamedTuple):
    """Money, money a year, t CO2e a year and money; None where nothing tells one of the parts.

    Not `possible` is a set in which an option saves more than the ones before it have left.
    """

    investment: float
    saving: float
    co2e: float | None
    npv: float | None
    possible: bool = True


NOTHING = Worth(0.0, 0.0, 0.0, 0.0)


def added(one: Worth, other: Worth) -> Worth:
    """Two worths together; what is not known of one is not known of both."""
    return Worth(
        one.investment + other.investment,
        one.saving + other.saving,
        None if one.co2e is None or other.co2e is None else one.co2e + other.co2e,
        None if one.npv is None or other.npv is None else one.npv + other.npv,
        one.possible and other.possible,
    )


class Interplay:
    """Options of one plant in a fixed order; a set of them is a number whose bits are the options.

    `start` is the plant before the first of them: as it is, unless something is in place already.
    """

    def __init__(
        self,
        audit: Audit,
        intensities: Intensities,
        options: Sequence[str],
        start: State | None = None,
    ) -> None:
        self.audit = audit
        self.intensities = intensities
        self.options = tuple(options)
        marks = [marks_of(audit, audit.options[id], intensities) for id in self.options]
        self.sharing = [
            _bits(other for other, marked in enumerate(marks) if own & marked) for own in marks
        ]
        self._states = {0: state_of(audit) if start is None else start}
        self._turns: dict[tuple[int, int], Worth] = {}

    def worth(self, members: int) -> Worth:
        """What a set of options is worth, applied in the order."""
        total = NOTHING
        for index in bits_of(members):
            total = added(total, self.at_turn(index, members))
        return total

    def at_turn(self, index: int, members: int) -> Worth:
        """What an option is worth after the earlier ones of a set."""
        before = members & self.sharing[index] & ((1 << index) - 1)
        known = self._turns.get((index, before))
        if known is None:
            known = self._turns[index, before] = self._calculated(index, before)
        return known

    def _calculated(self, index: int, before: int) -> Worth:
        option = self.audit.options[self.options[index]]
        turn = apply_option(self.audit, option, self._state_after(before))
        result = option_result(self.audit, option, turn, self.intensities)
        co2e = result.impacts["co2e"]
        return Worth(
            result.investment.value,
            result.saving.value,
            None if co2e is None else co2e.value,
            None if result.npv is None else result.npv.value,
            not turn.found,
        )

    def _state_after(self, members: int) -> State:
        """The plant after a set of options, as far as those after them that share with them see."""
        pending = []
        while members not in self._states:
            pending.append(members)
            members &= ~(1 << (members.bit_length() - 1))
        state = self._states[members]
        for grown in reversed(pending):
            option = self.audit.options[self.options[grown.bit_length() - 1]]
            state = self._states[grown] = apply_option(self.audit, option, state).after
        return state

    def groups(self, joined: Iterable[tuple[int, int]] = ()) -> list[tuple[int, ...]]:
        """The options in groups that don't act on one another; `joined` are pairs kept together."""
        near = list(self.sharing)
        for one, other in joined:
            near[one] |= 1 << other
            near[other] |= 1 << one
        groups = []
        left = (1 << len(self.options)) - 1
        while left:
            group, grown = 0, left & -left
            while grown != group:
                group = grown
                for index in bits_of(group):
                    grown |= near[index]
            groups.append(tuple(bits_of(group)))
            left &= ~group
        return groups


def marks_of(audit: Audit, option: Option, intensities: Intensities) -> set[str]:
    """What an option shares with others: its streams, and charges that do not simply add up."""
    streams = {saving.stream for saving in option.savings}
    charges = (one for one in audit.charges.values() if not one.in_prices)
    return streams | {
        f"charge {one.id}" for one in charges if _acts_on(audit, option, streams, one, intensities)
    }


def _acts_on(
    audit: Audit, option: Option, streams: set[str], charge: Charge, intensities: Intensities
) -> bool:
    """Whether an option changes a charge that has classes by flow or goes by the power factor."""
    if charge.power_factor is not None:
        supplies = {id for id in streams if audit.streams[id].power_factor is not None}
        if supplies or option.power_factor is not None:
            return True
    if all(one.least is None for one in charge.classes):
        return False
    impacts = {"wastewater"} | {impact for one in charge.classes for impact in one.rates}
    paying = {stream for one in charge.classes for stream in one.stream_rates}
    return any(id in paying or impacts & set(intensities[id]) for id in streams)


def bits_of(members: int) -> Iterator[int]:
    """The options of a set, in their order."""
    while members:
        lowest = members & -members
        yield lowest.bit_length() - 1
        members ^= lowest


def _bits(indices: Iterable[int]) -> int:
    return sum(1 << index for index in indices)
