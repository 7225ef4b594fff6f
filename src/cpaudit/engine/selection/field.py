"""The options of a plant that there is a choice of, and why the others are out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from ...diagnostics import Diagnostic, Word
from ...diagnostics.codes import selection as codes
from ...diagnostics.similar import listed
from ...domain import Audit, Package
from ..interplay import Interplay, Worth
from ..order import required_first
from ..reactive import State, state_of
from ..savings import apply_option
from .results import OBJECTIVES, NotChosen, Objective, Plant

IN_PLACE = frozenset({"implemented", "verified"})
SELECTION = "selection"


class Field(NamedTuple):
    """The choice in one plant. `interplay` holds what can be chosen, in the order of applying.

    What is `in_place` is applied before everything else: its money is spent, and the others act on
    what it leaves. `requires` and `excludes` are sets of options by index.
    """

    plant: Plant
    interplay: Interplay
    in_place: tuple[str, ...]
    requires: tuple[int, ...]
    excludes: tuple[int, ...]
    out: tuple[NotChosen, ...]

    @property
    def audit(self) -> Audit:
        return self.plant.assessment.audit

    @property
    def money(self) -> float:
        """The budget's money for one unit of the plant's."""
        return 1.0 if self.plant.rate is None else 1.0 / self.plant.rate.value

    def value(self, worth: Worth, objective: Objective) -> float:
        """What is maximised, money in the budget's currency; zero where it is not known."""
        value = getattr(worth, objective) or 0.0
        return float(value if objective == "co2e" else value * self.money)

    def package(self, members: int) -> Package:
        """What is in place and the members of a set, as a package."""
        chosen = [id for at, id in enumerate(self.interplay.options) if members >> at & 1]
        return Package(SELECTION, (*self.in_place, *chosen), None)


def field_of(plant: Plant, objective: Objective) -> tuple[Field, list[Diagnostic]]:
    """The choice in a plant, and what is to be said of it."""
    audit = plant.assessment.audit
    in_place = tuple(_in_order(audit, lambda id: audit.options[id].status in IN_PLACE))
    out, found = _out(plant, in_place, objective)
    order = list(_in_order(audit, lambda id: id not in out and id not in in_place))
    if in_place:
        found.append(codes.IN_PLACE.at(None, file=audit.file, options=listed(in_place)))
    start, too_much = _after(audit, in_place)
    if too_much:
        found.append(codes.IN_PLACE_TOO_MUCH.at(None, file=audit.file, options=listed(too_much)))
    position = {id: at for at, id in enumerate(order)}
    field = Field(
        plant,
        Interplay(audit, plant.assessment.intensities, order, start),
        in_place,
        requires=tuple(_set(position, audit.options[id].requires) for id in order),
        excludes=tuple(_set(position, _excluded(audit, id)) for id in order),
        out=tuple(out.values()),
    )
    return field, found


def _in_order(audit: Audit, wanted: Callable[[str], bool]) -> Iterator[str]:
    """Options in the file's order, each after those that it requires."""
    return (id for id in required_first(audit, audit.options) if wanted(id))


def _out(
    plant: Plant, in_place: tuple[str, ...], objective: Objective
) -> tuple[dict[str, NotChosen], list[Diagnostic]]:
    """Options out of the choice: rejected, in place, not known, or bound to such ones."""
    audit = plant.assessment.audit
    out = {id: NotChosen(plant, id, "in place") for id in in_place}
    unknown = []
    for id, option in audit.options.items():
        if option.rejected:
            out[id] = NotChosen(plant, id, "rejected")
        elif id not in out and not _is_known(plant, id, objective):
            out[id] = NotChosen(plant, id, "unknown")
            unknown.append(id)
        elif id not in out:
            against = tuple(other for other in _excluded(audit, id) if other in in_place)
            if against:
                out[id] = NotChosen(plant, id, "excluded", against)
    grown = -1
    while grown != len(out):
        grown = len(out)
        for id, option in audit.options.items():
            lacking = tuple(one for one in option.requires if one in out and one not in in_place)
            if id not in out and lacking:
                out[id] = NotChosen(plant, id, "requires", lacking)
    name = Word(OBJECTIVES[objective])
    said = codes.NOT_KNOWN.at(None, file=audit.file, objective=name, options=listed(unknown))
    return out, [said] if unknown else []


def _is_known(plant: Plant, id: str, objective: Objective) -> bool:
    result = plant.assessment.options[id]
    return objective == "saving" or (
        (result.npv if objective == "npv" else result.impacts["co2e"]) is not None
    )


def _excluded(audit: Audit, id: str) -> list[str]:
    """What an option excludes, and what excludes it."""
    return [
        other
        for other, option in audit.options.items()
        if other != id and (other in audit.options[id].excludes or id in option.excludes)
    ]


def _after(audit: Audit, in_place: tuple[str, ...]) -> tuple[State, list[str]]:
    state = state_of(audit)
    too_much = []
    for id in in_place:
        turn = apply_option(audit, audit.options[id], state)
        state = turn.after
        if turn.found:
            too_much.append(id)
    return state, too_much


def _set(position: Mapping[str, int], ids: tuple[str, ...] | list[str]) -> int:
    return sum({1 << position[id] for id in ids if id in position})
