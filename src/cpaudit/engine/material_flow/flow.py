"""All quantity centres, each after those that it takes from, and the whole of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...diagnostics import Diagnostic
from ...domain import Audit
from ...domain.material_flow import QuantityCentre
from ...figure import Figure, derive, derive_over, total
from .costs import splits_of, summed, totals_of
from .formulas import cost_per_tonne, left_over
from .masses import masses_of
from .notes import notes_of
from .results import KINDS, CentreResult, Masses, MaterialFlow, Split


def material_flow_of(audit: Audit) -> tuple[MaterialFlow | None, list[Diagnostic]]:
    """The figures of all centres; None, with the errors, where a balance does not close."""
    results: dict[str, CentreResult] = {}
    found: list[Diagnostic] = []
    for centre in audit.centres.values():
        if not results.keys() >= centre.sources.keys():
            continue  # what is wrong with a centre before is told already
        masses = masses_of(centre, results)
        if isinstance(masses, Masses):
            results[centre.id] = _result(centre, masses, results, audit.currency)
        else:
            found.append(masses)
    if found:
        return None, found
    flow = _whole(results, audit.currency)
    return flow._replace(diagnostics=tuple(notes_of(audit, flow))), []


def _result(
    centre: QuantityCentre, masses: Masses, before: Mapping[str, CentreResult], currency: str
) -> CentreResult:
    items, kinds = splits_of(centre, masses, before, currency)
    totals = totals_of(currency, kinds, [(name, one.total) for name, one in kinds.items()])
    unit_cost = None
    if masses.product.value:
        unit_cost = derive(
            cost_per_tonne, f"{currency}/t", cost=totals.product_cost, mass=masses.product
        )
    return CentreResult(centre, masses, items.own, items.brought, kinds, totals, unit_cost)


class _Leaving(NamedTuple):
    """How much of each centre's product goes into no other centre."""

    takers: Mapping[str, list[tuple[str, Figure]]]

    def part(self, id: str, figure: Figure | None) -> Figure | None:
        """The part of a figure of a centre's product that leaves the system with it."""
        takers = self.takers[id]
        if figure is None or not takers:
            return figure
        return derive_over(left_over, figure.unit, [("product", figure), *takers])


def _whole(results: Mapping[str, CentreResult], currency: str) -> MaterialFlow:
    leaving = _Leaving(
        {
            id: [
                (other.centre.id, other.centre.sources[id])
                for other in results.values()
                if id in other.centre.sources
            ]
            for id in results
        }
    )
    kinds = {kind: _of_kind(kind, results, leaving, currency) for kind in KINDS}
    products = [(id, leaving.part(id, one.masses.product)) for id, one in results.items()]
    return MaterialFlow(
        centres=results,
        kinds=kinds,
        totals=totals_of(currency, kinds, [(name, one.new) for name, one in kinds.items()]),
        input=total(
            "t",
            [
                (f"{id}: {material.id}", material.mass)
                for id, one in results.items()
                for material in one.centre.materials.values()
                if material.mass is not None
            ],
        ),
        product=total("t", [(id, mass) for id, mass in products if mass is not None]),
        loss=total("t", [(id, one.masses.loss) for id, one in results.items()]),
    )


def _of_kind(
    kind: str, results: Mapping[str, CentreResult], leaving: _Leaving, currency: str
) -> Split:
    """What is spent of a kind in all centres, and what leaves with products and losses."""
    new = summed(currency, [(id, one.kinds[kind].new) for id, one in results.items()])
    products = [(id, leaving.part(id, one.kinds[kind].product)) for id, one in results.items()]
    losses = [(id, one.kinds[kind].loss) for id, one in results.items()]
    return Split(None, new, new, summed(currency, products), summed(currency, losses))
