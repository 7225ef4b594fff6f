"""The figures of a design by path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...figure import Figure
from .comparison import DesignResult, State

if TYPE_CHECKING:
    from ..nodes import Node

_RESOURCES = "resources."


def design_figures(result: DesignResult) -> dict[str, Node]:
    """As in `design.ID.today.co2e`, `design.ID.change.resources.steel`."""
    tree: dict[str, Node] = {
        "today": _state(result.today),
        "redesign": _state(result.redesign),
        "change": _nested(result.change),
        "relative": _nested(result.relative),
    }
    if result.yearly:
        tree["yearly"] = _nested(result.yearly)
    return tree


def _state(state: State) -> dict[str, Node]:
    other: dict[str, Node] = {"other_cost": state.other_cost, "other_co2e": state.other_co2e}
    return {**_nested(state.figures()), **other}


def _nested(figures: Mapping[str, Figure | None]) -> dict[str, Node]:
    """Resources in a group of their own."""
    tree: dict[str, Node] = {
        name: one for name, one in figures.items() if not name.startswith(_RESOURCES)
    }
    resources: dict[str, Node] = {
        name.removeprefix(_RESOURCES): one
        for name, one in figures.items()
        if name.startswith(_RESOURCES)
    }
    return {**tree, "resources": resources}
