"""Savings by sector, by province and by service, each with its total."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from ...domain.programme import NOT_TOLD, Entry
from .counting import Counted
from .sums import Sum, sum_of


class Grouped(NamedTuple):
    """A sum for each group by its id, in the order of the tables, and the sum of all."""

    groups: Mapping[str, Sum]
    total: Sum

    @property
    def is_told(self) -> bool:
        """Whether any row tells its group."""
        return any(id != NOT_TOLD for id in self.groups)


def grouped(
    parts: Sequence[Counted], of: Callable[[Entry], str], order: Iterable[str], currency: str
) -> Grouped:
    """Parts by group; groups that hold none are left out."""
    members: dict[str, list[Counted]] = {id: [] for id in order}
    for one in parts:
        members.setdefault(of(one.entry), []).append(one)
    sums = {id: sum_of(held, currency) for id, held in members.items() if held}
    return Grouped(sums, sum_of(parts, currency))


def provinces_in(parts: Iterable[Counted]) -> list[str]:
    """Provinces in the order of their names; what is not told at the end."""
    met = {one.entry.province for one in parts}
    return sorted(met, key=lambda name: (name == NOT_TOLD, name))
