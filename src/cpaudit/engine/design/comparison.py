"""Both states of a product per functional unit, and what changes between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...diagnostics import Diagnostic, Word
from ...domain import Audit
from ...domain.design import Design, ProductState
from ...figure import Assumed, Figure, derive, total
from ...language import N_
from ..balance import cost_of, impacts_of, open_loads
from ..results import Intensities
from .formulas import (
    design_change,
    design_relative_change,
    design_yearly_change,
    per_functional_unit,
)
from .notes import notes_of

_NOT_USED = N_("nothing is written: none of it is used")


class State(NamedTuple):
    """One state of a product, per functional unit.

    An impact that nothing tells is None; so is the cost where nothing used has a price.
    """

    resources: Mapping[str, Figure]
    impacts: Mapping[str, Figure | None]
    cost: Figure | None
    other_cost: Figure | None
    other_co2e: Figure | None

    def figures(self) -> dict[str, Figure | None]:
        """Cost, impacts and resources by the names of their paths."""
        resources: dict[str, Figure | None] = {
            f"resources.{id}": figure for id, figure in self.resources.items()
        }
        return {"cost": self.cost, **self.impacts, **resources}


class DesignResult(NamedTuple):
    """A design's states; `change` is redesign less today, `relative` the same as a ratio of today.

    `yearly` is the change at today's number of functional units a year; empty where none is known.
    """

    design: Design
    today: State
    redesign: State
    change: Mapping[str, Figure | None]
    relative: Mapping[str, Figure | None]
    yearly: Mapping[str, Figure | None]
    diagnostics: tuple[Diagnostic, ...] = ()


def design_of(audit: Audit, design: Design, intensities: Intensities) -> DesignResult:
    """The comparison of a design."""
    used = [id for id in audit.streams if id in design.today.uses or id in design.redesign.uses]
    today, redesign = (
        _state(audit, state, used, intensities) for state in (design.today, design.redesign)
    )
    if (today.other_co2e is None) != (redesign.other_co2e is None):
        # what suppliers emitted is told of one of them only
        today, redesign = _without_suppliers(today), _without_suppliers(redesign)
    after = redesign.figures()
    pairs = {name: (figure, after[name]) for name, figure in today.figures().items()}
    change = {name: _change(*pair) for name, pair in pairs.items()}
    relative = {name: _relative(*pair) for name, pair in pairs.items()}
    yearly: dict[str, Figure | None] = {}
    if design.per_year is not None:
        yearly = {name: _yearly(figure, design.per_year) for name, figure in change.items()}
    notes = tuple(notes_of(audit, design, change, intensities))
    return DesignResult(design, today, redesign, change, relative, yearly, notes)


def _state(audit: Audit, state: ProductState, used: list[str], intensities: Intensities) -> State:
    resources = {id: _used(audit, state, id) for id in used}
    written = {id: resources[id] for id in used if id in state.uses}
    impacts = impacts_of(written, intensities)
    for impact in open_loads(audit, written):
        figure = impacts[impact]
        impacts[impact] = figure._replace(partial=True) if figure is not None else None
    other_co2e = _per_unit(state.other_co2e, state)
    if other_co2e is not None:
        known = impacts["co2e"]
        own = [(Word(N_("of what is used")), known)] if known is not None else []
        both = total("tCO2e", [*own, (Word(N_("other")), other_co2e)])
        impacts["co2e"] = both if known is not None else both._replace(partial=True)
    other_cost = _per_unit(state.other_cost, state)
    cost = _cost(audit, written, other_cost)
    return State(resources, impacts, cost, other_cost, other_co2e)


def _without_suppliers(state: State) -> State:
    """The state with a CO2e that leaves something out, where nothing tells its suppliers'."""
    co2e = state.impacts["co2e"]
    if state.other_co2e is not None or co2e is None:
        return state
    return state._replace(impacts={**state.impacts, "co2e": co2e._replace(partial=True)})


def _used(audit: Audit, state: ProductState, id: str) -> Figure:
    amount = _per_unit(state.uses.get(id), state)
    return amount or Figure(0.0, audit.streams[id].unit, Assumed(_NOT_USED))


def _per_unit(figure: Figure | None, state: ProductState) -> Figure | None:
    """A figure of one piece per functional unit; all of these stay in the unit of a stream."""
    if figure is None:
        return None
    return derive(per_functional_unit, figure.unit, per_product=figure, units=state.units)


def _cost(audit: Audit, used: Mapping[str, Figure], other: Figure | None) -> Figure | None:
    """Money per functional unit, partial where something has no price. A load has none by nature:
    its water is what is paid for.
    """
    terms: list[tuple[str, Figure]] = []
    for id, amount in used.items():
        price = audit.streams[id].price
        if price is not None:
            terms.append((id, derive(cost_of, audit.currency, amount=amount, price=price)))
    if other is not None:
        terms.append((Word(N_("other")), other))
    is_open = any(audit.streams[id].price is None and "." not in id for id in used)
    if not terms and is_open:
        return None
    figure = total(audit.currency, terms)
    return figure._replace(partial=True) if is_open else figure


def _change(today: Figure | None, redesign: Figure | None) -> Figure | None:
    if today is None or redesign is None:
        return None
    return derive(design_change, today.unit, today=today, redesign=redesign)


def _relative(today: Figure | None, redesign: Figure | None) -> Figure | None:
    if today is None or redesign is None or not today.value:
        return None
    return derive(design_relative_change, "unit", today=today, redesign=redesign)


def _yearly(change: Figure | None, per_year: Figure) -> Figure | None:
    if change is None:
        return None
    return derive(design_yearly_change, change.unit, change=change, per_year=per_year)
