"""What material flow cost accounting tells of a centre, and of all centres together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...diagnostics import Diagnostic
from ...domain.material_flow import QuantityCentre
from ...figure import Figure

# the costs of ISO 14051; waste management is wholly a cost of the loss
KINDS = ("material", "energy", "system", "waste")


class Masses(NamedTuple):
    """t a year. `share` is the part that becomes product, `rest` that of the materials that have
    no share of their own.
    """

    input: Figure
    product: Figure
    loss: Figure
    share: Figure
    rest: Figure


class Split(NamedTuple):
    """Money a year of one kind, and what product and loss bear of it; None where no price is known.

    `carried` came with the product of other centres, `new` is spent here.
    """

    carried: Figure | None
    new: Figure | None
    total: Figure | None
    product: Figure | None
    loss: Figure | None


class Totals(NamedTuple):
    """Money a year of all kinds; `loss_share` is None where nothing is spent."""

    cost: Figure
    product_cost: Figure
    loss_cost: Figure
    loss_share: Figure | None


class CentreResult(NamedTuple):
    """The figures of a centre; its costs hold those that were carried over to it.

    `materials` are its own ones, `sources` what the products of other centres bring.
    """

    centre: QuantityCentre
    masses: Masses
    materials: Mapping[str, Split]
    sources: Mapping[str, Split]
    kinds: Mapping[str, Split]
    totals: Totals
    unit_cost: Figure | None


class MaterialFlow(NamedTuple):
    """All centres, and the whole of them: what is spent, and what leaves as product or loss.

    Nothing is counted twice: carried-over costs are not spent again, and a product that goes on is
    no product of the whole. `input`, `product` and `loss` are t a year.
    """

    centres: Mapping[str, CentreResult]
    kinds: Mapping[str, Split]
    totals: Totals
    input: Figure
    product: Figure
    loss: Figure
    diagnostics: tuple[Diagnostic, ...] = ()
