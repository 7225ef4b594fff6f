"""Sums over parts: resources, emissions and money a year, plants, and the payback of all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from ...figure import Assumed, Figure, total
from ...language import N_
from ..emissions import IMPACTS
from ..finance import payback_of
from ..results import Payback
from .counting import Counted

_COUNTED = N_("the plants of the rows, audits of one plant counted once")


class Plants(NamedTuple):
    """How many plants; `partial` where some row does not tell its number."""

    number: int
    partial: bool

    @property
    def figure(self) -> Figure | None:
        """The number as a figure; None where no row tells its own."""
        if not self.number:
            return None
        return Figure(float(self.number), "", Assumed(_COUNTED), self.partial)


class Sum(NamedTuple):
    """What several parts save a year together, and what they cost.

    A figure is partial where some of them do not tell it, None where none does. The payback is of
    those that tell both investment and saving. `rows` are the keys of the rows summed.
    """

    plants: Plants
    resources: Mapping[str, Figure]
    impacts: Mapping[str, Figure | None]
    saving: Figure | None
    investment: Figure | None
    payback: Payback | None
    rows: tuple[str, ...]


def sum_of(parts: Sequence[Counted], currency: str) -> Sum:
    """The sum of parts; money in the programme's currency."""
    paying = [one for one in parts if one.part.saving and one.part.investment]
    payback = None
    if paying:
        invested = _money(paying, currency, lambda one: one.part.investment)
        saved = _money(paying, currency, lambda one: one.part.saving)
        assert invested is not None
        assert saved is not None
        is_partial = len(paying) < len(parts)
        payback = payback_of(invested._replace(partial=is_partial), saved)
    met = {name for one in parts for name in one.part.impacts}
    return Sum(
        plants=plants_of(parts),
        resources=_resources(parts),
        impacts={name: _impact(parts, name) for name in IMPACTS if name in met},
        saving=_money(parts, currency, lambda one: one.part.saving),
        investment=_money(parts, currency, lambda one: one.part.investment),
        payback=payback,
        rows=tuple(dict.fromkeys(one.entry.key for one in parts)),
    )


def plants_of(parts: Iterable[Counted]) -> Plants:
    """Plants of the rows: audits of one plant count as one, rows by the number that they tell."""
    named: dict[str, int] = {}
    number, partial = 0, False
    for entry in {one.entry.key: one.entry for one in parts}.values():
        if entry.plants is None:
            partial = True
        elif entry.kind == "audit":
            name = entry.name.casefold()
            named[name] = max(named.get(name, 0), entry.plants)
        else:
            number += entry.plants
    return Plants(number + sum(named.values()), partial)


def _terms(
    parts: Iterable[Counted], of: Callable[[Counted], Figure | None]
) -> list[tuple[str, Figure]]:
    return [(_name(one), figure) for one in parts if (figure := of(one)) is not None]


def _name(one: Counted) -> str:
    """The row, and of an audit the option as well."""
    return f"{one.entry.key}: {one.part.id}" if one.entry.kind == "audit" else one.entry.key


def _money(
    parts: Sequence[Counted], currency: str, of: Callable[[Counted], Figure | None]
) -> Figure | None:
    terms = _terms(parts, of)
    if not terms:
        return None
    made = total(currency, terms)
    return made._replace(partial=made.partial or len(terms) < len(parts))


def _resources(parts: Sequence[Counted]) -> dict[str, Figure]:
    """Only what some row names: a resource that none does is not told, which is not zero."""
    keys = dict.fromkeys(key for one in parts for key in one.part.resources)
    found = {}
    for key in keys:
        terms = _terms(parts, lambda one, key=key: one.part.resources.get(key))  # type: ignore[misc]
        found[key] = total(terms[0][1].unit, terms)
    return found


def _impact(parts: Sequence[Counted], name: str) -> Figure | None:
    """The sum of an impact over the parts that have it; None where nothing tells any of them."""
    met = [one.part.impacts[name] for one in parts if name in one.part.impacts]
    terms = _terms(parts, lambda one: one.part.impacts.get(name))
    if not terms:
        return None
    made = total(IMPACTS[name], terms)
    return made._replace(partial=made.partial or None in met)
