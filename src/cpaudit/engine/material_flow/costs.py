"""The costs of a centre, kind by kind: carried over, new, and what product and loss bear."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ...domain.material_flow import Cost, QuantityCentre
from ...figure import Assumed, Figure, derive, total
from ...language import N_
from ..balance import cost_of
from .formulas import carried_over, cost_in_loss, cost_in_product, share_of_loss
from .results import CentreResult, Masses, Split, Totals

Terms = Sequence[tuple[str, Figure | None]]
_OPERATING = N_("an operating material does not become part of the product")
_WASTE = N_("ISO 14051:2011: waste management is wholly a cost of the material loss")
_NEVER_CARRIED = N_("the treatment of waste is not carried over")


def summed(currency: str, terms: Terms) -> Figure | None:
    """The sum of what is known, partial where something is not; None where nothing is."""
    known = [(name, figure) for name, figure in terms if figure is not None]
    if terms and not known:
        return None
    figure = total(currency, known)
    return figure._replace(partial=True) if len(known) < len(terms) else figure


def totals_of(currency: str, kinds: Mapping[str, Split], costs: Terms) -> Totals:
    """The totals over kinds; `costs` are what the cost is the sum of."""

    def over(terms: Terms) -> Figure:
        nothing = total(currency, [])._replace(partial=True)
        return summed(currency, terms) or nothing

    cost = over(costs)
    loss = over([(name, one.loss) for name, one in kinds.items()])
    return Totals(
        cost=cost,
        product_cost=over([(name, one.product) for name, one in kinds.items()]),
        loss_cost=loss,
        loss_share=derive(share_of_loss, "unit", loss=loss, cost=cost) if cost.value else None,
    )


def money_of(cost: Cost, currency: str) -> Figure | None:
    """Money a year; None where no price is known."""
    if isinstance(cost, Figure):
        return cost
    if cost.price is None:
        return None
    return derive(cost_of, currency, amount=cost.amount, price=cost.price)


class Items(NamedTuple):
    """The materials of a centre, and what other centres' products bring, one by one."""

    own: Mapping[str, Split]
    brought: Mapping[str, Split]


def splits_of(
    centre: QuantityCentre, masses: Masses, before: Mapping[str, CentreResult], currency: str
) -> tuple[Items, dict[str, Split]]:
    """The costs of each material and each centre before, and those of each kind."""
    own = _new_materials(centre, masses, currency)
    brought = _carried_materials(centre, masses, before, currency)
    kinds = {
        "material": _together(own, brought, currency),
        "energy": _pooled("energy", centre.energy, centre, masses, before, currency),
        "system": _pooled("system", centre.system, centre, masses, before, currency),
        "waste": _waste(centre, currency),
    }
    return Items(own, brought), kinds


def _new_materials(centre: QuantityCentre, masses: Masses, currency: str) -> dict[str, Split]:
    nothing = Figure(0.0, currency, Assumed(_OPERATING))
    found = {}
    for material in centre.materials.values():
        cost = money_of(material.cost, currency)
        share = material.in_product or masses.rest
        if cost is None:
            found[material.id] = Split(None, None, None, None, None)
        elif material.mass is None:
            found[material.id] = Split(None, cost, cost, nothing, cost)
        else:
            found[material.id] = Split(None, cost, cost, *_shared(cost, share, currency))
    return found


def _carried_materials(
    centre: QuantityCentre, masses: Masses, before: Mapping[str, CentreResult], currency: str
) -> dict[str, Split]:
    found = {}
    for id, cost in _carried("material", centre, before, currency):
        if cost is None:
            found[id] = Split(None, None, None, None, None)
        else:
            found[id] = Split(cost, None, cost, *_shared(cost, masses.rest, currency))
    return found


def _carried(
    kind: str, centre: QuantityCentre, before: Mapping[str, CentreResult], currency: str
) -> list[tuple[str, Figure | None]]:
    """What the product of each centre before brings of a kind of cost."""
    found: list[tuple[str, Figure | None]] = []
    for id, share in centre.sources.items():
        cost = before[id].kinds[kind].product
        brought = None if cost is None else derive(carried_over, currency, amount=cost, share=share)
        found.append((id, brought))
    return found


def _shared(cost: Figure, share: Figure, currency: str) -> tuple[Figure, Figure]:
    """What the product and the loss bear of a cost."""
    return (
        derive(cost_in_product, currency, cost=cost, share=share),
        derive(cost_in_loss, currency, cost=cost, share=share),
    )


def _together(own: Mapping[str, Split], brought: Mapping[str, Split], currency: str) -> Split:
    rows = [*brought.items(), *own.items()]
    return Split(
        carried=summed(currency, [(id, one.total) for id, one in brought.items()]),
        new=summed(currency, [(id, one.total) for id, one in own.items()]),
        total=summed(currency, [(id, one.total) for id, one in rows]),
        product=summed(currency, [(id, one.product) for id, one in rows]),
        loss=summed(currency, [(id, one.loss) for id, one in rows]),
    )


def _pooled(
    kind: str,
    costs: Mapping[str, Cost],
    centre: QuantityCentre,
    masses: Masses,
    before: Mapping[str, CentreResult],
    currency: str,
) -> Split:
    """Energy or system: new and carried over together, by the masses of product and loss."""
    new = [(name or kind, money_of(cost, currency)) for name, cost in costs.items()]
    carried = _carried(kind, centre, before, currency)
    whole = summed(currency, [*carried, *new])
    parts = (None, None) if whole is None else _shared(whole, masses.share, currency)
    return Split(summed(currency, carried), summed(currency, new), whole, *parts)


def _waste(centre: QuantityCentre, currency: str) -> Split:
    terms = [(name or "waste", money_of(cost, currency)) for name, cost in centre.waste.items()]
    whole = summed(currency, terms)
    nothing = Figure(0.0, currency, Assumed(_WASTE))
    carried = Figure(0.0, currency, Assumed(_NEVER_CARRIED))
    return Split(carried, whole, whole, nothing, whole)
