"""Quantity centres of material flow cost accounting, as the audit file states them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..diagnostics import Span
from ..figure import Figure
from .law import Names


class Purchase(NamedTuple):
    """An amount a year and what a unit of it costs; None where no price is known."""

    amount: Figure
    price: Figure | None


# money a year, or an amount at its price
Cost = Figure | Purchase


class FlowMaterial(NamedTuple):
    """A material of a centre. `mass` in t a year; None: an operating material, wholly loss.

    `in_product` is its own share that ends in the product; None: it shares what the others leave.
    """

    id: str
    names: Names
    cost: Cost
    mass: Figure | None
    in_product: Figure | None


class QuantityCentre(NamedTuple):
    """A step of production. `sources` are the shares of other centres' products that go into it.

    `product` and `loss` are t a year, or shares of what goes in; at most one of them is there.
    """

    id: str
    name: str
    sources: Mapping[str, Figure]
    materials: Mapping[str, FlowMaterial]
    energy: Mapping[str, Cost]
    system: Mapping[str, Cost]
    waste: Mapping[str, Cost]
    product: Figure | None
    loss: Figure | None
    span: Span
    mass_span: Span
