"""What a reader must know of costs of material flows."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import Diagnostic
from ...diagnostics.codes import flows as codes
from ...domain import Audit
from ...domain.material_flow import Cost, Purchase, QuantityCentre
from ...figure import About, Figure, total
from ..rounding import ROUNDING
from .results import CentreResult, MaterialFlow


def notes_of(audit: Audit, flow: MaterialFlow) -> Iterator[Diagnostic]:
    """Everything there is to say of the section."""
    yield from _without_price(audit)
    for result in flow.centres.values():
        yield from _nothing_lost(result)
    yield from _more_than_bought(audit)
    loss = flow.totals.loss_cost
    if loss.value:
        first = next(iter(audit.centres.values()))
        yield codes.WHAT_A_LOSS_MEANS.at(first.span, loss=About(loss))


def _costs(centre: QuantityCentre) -> Iterator[tuple[str, Cost]]:
    yield from ((one.id, one.cost) for one in centre.materials.values())
    for costs in (centre.energy, centre.system, centre.waste):
        yield from costs.items()


def _without_price(audit: Audit) -> Iterator[Diagnostic]:
    """One warning for all streams that have none."""
    names: dict[str, QuantityCentre] = {}
    for centre in audit.centres.values():
        for name, cost in _costs(centre):
            if isinstance(cost, Purchase) and cost.price is None:
                names.setdefault(name, centre)
    if names:
        centre = next(iter(names.values()))
        yield codes.NO_PRICE.at(centre.span, streams=", ".join(names))


def _nothing_lost(result: CentreResult) -> Iterator[Diagnostic]:
    """Waste that is paid for, where neither a material of the product nor another is lost."""
    centre, masses, waste = result.centre, result.masses, result.kinds["waste"].total
    is_lost = masses.loss.value > masses.input.value * ROUNDING
    operating = any(one.mass is None for one in centre.materials.values())
    if waste is not None and waste.value and not is_lost and not operating:
        yield codes.NOTHING_LOST.at(centre.span, centre=centre.id)


def _more_than_bought(audit: Audit) -> Iterator[Diagnostic]:
    """Streams of which all centres together use more than the plant does."""
    uses: dict[str, list[tuple[str, Figure]]] = {}
    for centre in audit.centres.values():
        for name, cost in _costs(centre):
            if isinstance(cost, Purchase) and name in audit.streams:
                uses.setdefault(name, []).append((centre.id, cost.amount))
    for id, terms in uses.items():
        stream = audit.streams[id]
        used = total(stream.unit, terms)
        if used.value > stream.amount.value * (1 + ROUNDING):
            values = {"stream": id, "used": used, "amount": stream.amount}
            yield codes.MORE_THAN_BOUGHT.at(stream.span, **values)
