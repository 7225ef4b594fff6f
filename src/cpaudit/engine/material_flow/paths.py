"""The figures of material flow cost accounting by path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .results import CentreResult, MaterialFlow, Split

if TYPE_CHECKING:
    from ..nodes import Node


def material_flow_figures(flow: MaterialFlow) -> dict[str, Node]:
    """As in `material_flow.loss_cost`, `material_flow.CENTRE.material.loss`."""
    mass: dict[str, Node] = {"input": flow.input, "product": flow.product, "loss": flow.loss}
    return {
        **flow.totals._asdict(),
        **{
            kind: {"cost": one.total, "product": one.product, "loss": one.loss}
            for kind, one in flow.kinds.items()
        },
        "mass": mass,
        **{id: _centre(one) for id, one in flow.centres.items()},
    }


def _centre(result: CentreResult) -> dict[str, Node]:
    masses = result.masses
    mass: dict[str, Node] = {
        "input": masses.input,
        "product": masses.product,
        "loss": masses.loss,
        "product_share": masses.share,
    }
    return {
        **result.totals._asdict(),
        "unit_cost": result.unit_cost,
        **{kind: _split(one) for kind, one in result.kinds.items()},
        "mass": mass,
        "materials": _items(result.materials),
        "sources": _items(result.sources),
    }


def _split(one: Split) -> dict[str, Node]:
    return {
        "carried": one.carried,
        "new": one.new,
        "cost": one.total,
        "product": one.product,
        "loss": one.loss,
    }


def _items(items: Mapping[str, Split]) -> dict[str, Node]:
    return {
        id: {"cost": one.total, "product": one.product, "loss": one.loss}
        for id, one in items.items()
    }
