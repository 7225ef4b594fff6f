"""The baseline: what the plant uses, pays and emits in a year, in all and per product."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ..domain import Audit, Product, Stream
from ..domain.discharges import LOADS
from ..figure import Figure, derive, derive_over, formula, sum_of_products, total
from ..language import N_
from .emissions import DISCHARGED_IMPACTS, IMPACTS, scope_of
from .results import Baseline, Intensities


@formula("amount · price", N_("definition of a cost"))
def cost_of(amount: float, price: float) -> float:
    """Money a year from units a year and money per unit."""
    return amount * price


@formula("amount · intensity", N_("definition of an intensity"))
def impact_of_amount(amount: float, intensity: float) -> float:
    """Impact a year from units a year and impact per unit."""
    return amount * intensity


@formula("use / production", "UNIDO/UNEP RECP indicators: resource use per unit of product")
def specific_consumption(use: float, production: float) -> float:
    """Units of a resource per unit of product."""
    return use / production


@formula("use · share / production", "UNIDO/UNEP RECP indicators, with an allocated share of use")
def allocated_consumption(use: float, share: float, production: float) -> float:
    """Units of a resource per unit of product, where the product takes a share of the use."""
    return use * share / production


def baseline_of(audit: Audit, intensities: Intensities) -> Baseline:
    """All baseline figures of an audit."""
    streams = audit.streams
    costs = {
        stream.id: derive(cost_of, audit.currency, amount=stream.amount, price=stream.price)
        for stream in streams.values()
        if stream.price is not None
    }
    amounts = {stream.id: stream.amount for stream in streams.values()}
    impacts = with_open_loads(audit, impacts_of(amounts, intensities))
    return Baseline(
        costs=costs,
        cost=total(audit.currency, costs.items()) if costs else None,
        impacts=impacts,
        scope1=_scope(audit, intensities, lambda stream: scope_of(stream) == 1),
        scope2=_scope(audit, intensities, lambda stream: scope_of(stream) == 2),
        per_stream={
            stream.id: {
                impact: derive(
                    impact_of_amount, IMPACTS[impact], amount=stream.amount, intensity=intensity
                )
                for impact, intensity in intensities[stream.id].items()
                if intensity is not None
            }
            for stream in streams.values()
            if stream.kind == "resource"
        },
        products={product.id: _consumption(audit, product) for product in audit.products.values()},
    )


def with_open_loads(audit: Audit, impacts: Mapping[str, Figure | None]) -> dict[str, Figure | None]:
    """Loads that some wastewaters state and others do not are partial sums."""
    marked = dict(impacts)
    for impact in open_loads(audit, audit.streams):
        figure = marked[impact]
        if figure is not None:
            marked[impact] = figure._replace(partial=True)
    return marked


def open_loads(audit: Audit, ids: Iterable[str]) -> set[str]:
    """The impacts of loads that some wastewater among the streams does not state."""
    return {
        impact
        for id in ids
        if audit.streams[id].type == "wastewater"
        for load, impact in LOADS.items()
        if f"{id}.{load}" not in audit.streams
    }


def impacts_of(amounts: Mapping[str, Figure], intensities: Intensities) -> dict[str, Figure | None]:
    """Every impact of amounts of streams: the sum over streams of amount times intensity.

    None where the streams meant leave an impact open, and for loads and discharges also where no
    stream of the plant has it; partial where some of the streams leave it open.
    """
    terms: dict[str, list[tuple[str, Figure]]] = {impact: [] for impact in IMPACTS}
    left_open = set()
    for id, amount in amounts.items():
        for impact, intensity in intensities[id].items():
            if intensity is None:
                left_open.add(impact)
            else:
                terms[impact] += [(id, amount), (f"{id}: {impact}", intensity)]
    in_plant = {impact for one in intensities.values() for impact in one}
    return {
        impact: derive_over(sum_of_products, IMPACTS[impact], pairs)._replace(
            partial=impact in left_open
        )
        if (pairs or impact not in left_open)
        and (impact in in_plant or impact not in DISCHARGED_IMPACTS)
        else None
        for impact, pairs in terms.items()
    }


def _scope(
    audit: Audit, intensities: Intensities, belongs: Callable[[Stream], bool]
) -> Figure | None:
    amounts = {
        stream.id: stream.amount
        for stream in audit.streams.values()
        if stream.kind == "resource" and belongs(stream)
    }
    return impacts_of(amounts, intensities)["co2e"]


def _consumption(audit: Audit, product: Product) -> dict[str, Figure]:
    made = {}
    for stream in audit.streams.values():
        unit = f"{stream.unit}/{product.unit}"
        if product.share is None:
            made[stream.id] = derive(
                specific_consumption, unit, use=stream.amount, production=product.amount
            )
        else:
            made[stream.id] = derive(
                allocated_consumption,
                unit,
                use=stream.amount,
                share=product.share,
                production=product.amount,
            )
    return made
