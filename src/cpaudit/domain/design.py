"""A product of today and its redesign, as the audit file states them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..diagnostics import Span
from ..figure import Figure


class ProductState(NamedTuple):
    """What one piece uses of the audit's streams, and the functional units that it gives.

    `other_cost` is money, `other_co2e` t CO2e per piece.
    """

    uses: Mapping[str, Figure]
    units: Figure
    other_cost: Figure | None
    other_co2e: Figure | None


class Design(NamedTuple):
    """Two states of a product; `per_year` is today's yearly number of functional units."""

    id: str
    name: str
    functional_unit: str
    per_year: Figure | None
    today: ProductState
    redesign: ProductState
    span: Span
