"""The baseline: what the plant uses, pays and emits in a year, in all and per product."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..domain import Audit, Product, Stream
from ..domain.discharges import LOADS
from ..figure import Figure, derive, derive_over, formula, sum_of_products, total
from ..language import N_
from .emissions import DISCHARGED_IMPACTS, IMPACTS, scope_of
from .once import once
from .results import Intensities


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


@dataclass(frozen=True)
class Baseline:
    """What the plant uses and emits in a year; the cost is None where nothing has a price.

    `charges` are what it pays by law, by charge and line; `cost` holds those not in prices. The
    parts of streams, scopes and products are worked out when first asked for.
    """

    audit: Audit
    intensities: Intensities
    costs: Mapping[str, Figure]
    cost: Figure | None
    impacts: Mapping[str, Figure | None]
    charges: Mapping[str, Mapping[str, Figure]]

    @once
    def scope1(self) -> Figure | None:
        """t CO2e of what is burnt in the plant."""
        return _scope(self.audit, self.intensities, 1)

    @once
    def scope2(self) -> Figure | None:
        """t CO2e of energy that is bought ready."""
        return _scope(self.audit, self.intensities, 2)

    @once
    def per_stream(self) -> Mapping[str, Mapping[str, Figure]]:
        """The impacts of each resource."""
        return {
            stream.id: _impacts_of_stream(stream, self.intensities[stream.id])
            for stream in self.audit.streams.values()
            if stream.kind == "resource"
        }

    @once
    def products(self) -> Mapping[str, Mapping[str, Figure]]:
        """The specific consumption of each product, by stream."""
        return {one.id: _consumption(self.audit, one) for one in self.audit.products.values()}


def baseline_of(audit: Audit, intensities: Intensities) -> Baseline:
    """The baseline of an audit, without its charges."""
    streams = audit.streams
    costs = {
        stream.id: derive(cost_of, audit.currency, amount=stream.amount, price=stream.price)
        for stream in streams.values()
        if stream.price is not None
    }
    amounts = {stream.id: stream.amount for stream in streams.values()}
    return Baseline(
        audit=audit,
        intensities=intensities,
        costs=costs,
        cost=total(audit.currency, costs.items()) if costs else None,
        impacts=with_open_loads(audit, impacts_of(amounts, intensities)),
        charges={},
    )


def _impacts_of_stream(
    stream: Stream, intensities: Mapping[str, Figure | None]
) -> dict[str, Figure]:
    return {
        impact: derive(impact_of_amount, IMPACTS[impact], amount=stream.amount, intensity=intensity)
        for impact, intensity in intensities.items()
        if intensity is not None
    }


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


def impacts_of(
    amounts: Mapping[str, Figure], intensities: Intensities, impacts: Iterable[str] = IMPACTS
) -> dict[str, Figure | None]:
    """Every impact of amounts of streams: the sum over streams of amount times intensity.

    None where the streams meant leave an impact open, and for loads and discharges also where no
    stream of the plant has it; partial where some of the streams leave it open.
    """
    terms: dict[str, list[tuple[str, Figure]]] = {impact: [] for impact in impacts}
    left_open = set()
    for id, amount in amounts.items():
        for impact, intensity in intensities[id].items():
            if intensity is None:
                left_open.add(impact)
            elif impact in terms:
                terms[impact] += ((id, amount), (f"{id}: {impact}", intensity))
    found: dict[str, Figure | None] = {}
    for impact, pairs in terms.items():
        is_open = impact in left_open
        if (not pairs and is_open) or not _is_in_plant(impact, intensities):
            found[impact] = None
            continue
        made = derive_over(sum_of_products, IMPACTS[impact], pairs)
        found[impact] = made if made.partial is is_open else made._replace(partial=is_open)
    return found


def _is_in_plant(impact: str, intensities: Intensities) -> bool:
    """Whether a plant has an impact; energy, gases and dust are zero where nothing has them."""
    return impact not in DISCHARGED_IMPACTS or any(impact in one for one in intensities.values())


def _scope(audit: Audit, intensities: Intensities, scope: int) -> Figure | None:
    amounts = {
        stream.id: stream.amount
        for stream in audit.streams.values()
        if stream.kind == "resource" and scope_of(stream) == scope
    }
    return impacts_of(amounts, intensities, ("co2e",))["co2e"]


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
