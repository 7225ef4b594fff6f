"""The options to finance with one budget, over one plant or many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ...diagnostics import Diagnostic
from ...diagnostics.codes import selection as codes
from ...diagnostics.similar import listed
from ...figure import Assumed, Figure, derive, total
from ...language import N_
from ..effects import package_result
from ..exchange import exchanged_back
from ..savings import remainder
from ..worth import Result
from .columns import MOST_IN_ALL, MOST_SETS, Group, groups_of
from .field import Field, field_of
from .reasons import most_wanted, not_chosen
from .results import Choice, Financed, Objective, Plant, Selection
from .rounds import Chosen, choose


class Prepared(NamedTuple):
    """The choice in all plants, as groups of options with their columns."""

    currency: str
    maximise: Objective
    fields: tuple[Field, ...]
    groups: tuple[Group, ...]
    diagnostics: tuple[Diagnostic, ...]


def prepare(
    plants: Sequence[Plant], currency: str, maximise: Objective, most: int | None = None
) -> Prepared:
    """Group the options of all plants and evaluate what can be chosen of each group.

    `most` is how many sets of one group are evaluated one by one.
    """
    if most is None:
        most = max(MOST_SETS, MOST_IN_ALL // max(1, len(plants)))
    fields: list[Field] = []
    groups: list[Group] = []
    found: list[Diagnostic] = []
    for plant in plants:
        field, said = field_of(plant, maximise)
        made = groups_of(field, maximise, len(groups), most)
        fields.append(field)
        groups += made
        found += [*said, *_said_of_groups(field, made, most)]
    if not any(group.options for group in groups):
        found.append(codes.NO_OPTION.at(None))
    return Prepared(currency, maximise, tuple(fields), tuple(groups), tuple(found))


def _said_of_groups(field: Field, groups: Sequence[Group], most: int) -> list[Diagnostic]:
    names, file = field.interplay.options, field.audit.file
    impossible = [names[index] for group in groups for index in group.impossible]
    found = []
    if impossible:
        found.append(codes.SETS_TOO_MUCH.at(None, file=file, options=listed(impossible)))
    for group in groups:
        if not group.exact:
            values = {"count": str(len(group.options)), "most": str(most)}
            found.append(codes.ESTIMATED.at(None, file=file, **values))
    return found


def select(prepared: Prepared, budget: Figure) -> Selection:
    """What to finance with a budget, in the currency that was prepared for."""
    chosen = choose(prepared.groups, prepared.maximise, budget.value)
    return selection_of(prepared, budget, chosen)


def selection_of(prepared: Prepared, budget: Figure, chosen: Chosen) -> Selection:
    """The chosen sets with their figures, by the engine's own calculation of a package."""
    members = _by_plant(prepared, chosen.sets)
    choices = [
        choice_in(field, one, prepared.currency)
        for field, one in zip(prepared.fields, members, strict=True)
        if one
    ]
    whole = _together(prepared.currency, [(one.plant.assessment.audit.file, one.total)
                                          for one in choices])  # fmt: skip
    left = derive(remainder, prepared.currency, left=budget, saved=whole.investment)
    estimated = [0] * len(prepared.fields)
    for at, group in zip(_positions(prepared), prepared.groups, strict=True):
        if not group.exact:
            estimated[at] |= sum(1 << index for index in group.options)
    reasons = [
        why
        for at, field in enumerate(prepared.fields)
        for why in not_chosen(field, members[at], estimated[at], left.value, prepared.maximise)
    ]
    found = list(prepared.diagnostics)
    if not chosen.programme.optimal:
        found.append(codes.NOT_PROVEN.at(None, gap=_ratio(chosen.programme.gap)))
    return Selection(
        budget,
        prepared.maximise,
        tuple(choices),
        whole,
        left,
        chosen.programme,
        sum(one.bit_count() for one in estimated),
        tuple(sorted(reasons, key=most_wanted)),
        tuple(found),
    )


def _positions(prepared: Prepared) -> list[int]:
    """The number of the plant of each group."""
    numbers = {id(field): at for at, field in enumerate(prepared.fields)}
    return [numbers[id(group.field)] for group in prepared.groups]


def _by_plant(prepared: Prepared, sets: Mapping[int, int]) -> list[int]:
    members = [0] * len(prepared.fields)
    for at, group in zip(_positions(prepared), prepared.groups, strict=True):
        members[at] |= sets.get(group.number, 0)
    return members


def choice_in(field: Field, members: int, currency: str) -> Choice:
    """A set of options of one plant, each at its turn after what is in place."""
    plant = field.plant
    package = field.package(members)
    result, _ = package_result(field.audit, package, plant.assessment.intensities)
    options = {
        id: _financed(one, plant, currency)
        for id, one in result.options.items()
        if id not in field.in_place
    }
    return Choice(plant, options, _together(currency, list(options.items())))


def _financed(result: Result, plant: Plant, currency: str) -> Financed:
    return Financed(
        _money(result.investment, plant, currency),
        _money(result.saving, plant, currency),
        result.impacts["co2e"],
        None if result.npv is None else _money(result.npv, plant, currency),
    )


def _money(figure: Figure, plant: Plant, currency: str) -> Figure:
    if plant.rate is None:
        return figure
    return derive(exchanged_back, currency, amount=figure, rate=plant.rate)


def _together(currency: str, parts: Sequence[tuple[str, Financed]]) -> Financed:
    """Sums; one of CO2e or NPV is None where that of a member is not known."""
    co2e = [(name, one.co2e) for name, one in parts if one.co2e is not None]
    npv = [(name, one.npv) for name, one in parts if one.npv is not None]
    return Financed(
        total(currency, [(name, one.investment) for name, one in parts]),
        total(currency, [(name, one.saving) for name, one in parts]),
        total("tCO2e", co2e) if len(co2e) == len(parts) else None,
        total(currency, npv) if len(npv) == len(parts) else None,
    )


def _ratio(value: float) -> Figure:
    return Figure(value, "unit", Assumed(N_("the solver's bound")))
