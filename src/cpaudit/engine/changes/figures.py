"""The figures of two trees, path by path, and in what they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import inf, isfinite

from ...figure import Figure
from ..nodes import Node
from ..results import Irr, Payback
from .results import Change, Kind, Path


def leaves_by_path(tree: Mapping[str, Node], above: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Every figure of a tree with the keys that lead to it; None where nothing tells it."""
    for key, node in tree.items():
        path = (*above, str(key))
        if isinstance(node, Mapping):
            yield from leaves_by_path(node, path)
        else:
            yield path, node


def paths_in_order(before: Mapping[Path, Node], after: Mapping[Path, Node]) -> list[Path]:
    """The paths of both in the order of the later one; what is gone stands after its group."""
    places: dict[Path, int] = {}
    for number, path in enumerate(after):
        for length in range(1, len(path) + 1):
            places[path[:length]] = number
    ends = len(after)

    def place(path: Path) -> tuple[int, bool]:
        if path in after:
            return places[path], False
        group = next((path[:n] for n in range(len(path), 0, -1) if path[:n] in places), None)
        return (places[group] if group else ends), True

    return sorted(dict.fromkeys([*after, *before]), key=place)


def change_at(
    path: Path, before: Mapping[Path, Node], after: Mapping[Path, Node], tolerance: float
) -> Change | None:
    """The change at a path; None where the figure is the same, or neither tells one."""
    old, new = before.get(path), after.get(path)
    if old is None and new is None:
        return None
    if old is None or new is None:
        kind: Kind = "outcome"
        if path not in before:
            kind = "new"
        elif path not in after:
            kind = "gone"
        return Change(path, kind, old, new)
    return _between(path, old, new, tolerance)


def _between(path: Path, old: Node, new: Node, tolerance: float) -> Change | None:
    one, other = number_of(old), number_of(new)
    if one is None or other is None:
        is_same = _outcome(old) == _outcome(new) and all(
            is_near(a, b, tolerance) for a, b in zip(_rates(old), _rates(new), strict=True)
        )
        return None if is_same else Change(path, "outcome", old, new)
    if one.unit != other.unit:
        return Change(path, "unit", old, new)
    if is_near(one.value, other.value, tolerance):
        return Change(path, "partial", old, new) if one.partial != other.partial else None
    absolute = other.value - one.value
    relative = absolute / abs(one.value) if one.value else inf
    return Change(path, "value", old, new, _finite(absolute), _finite(relative))


def _finite(value: float) -> float | None:
    """None where a value is too large for any number, or is divided by nothing."""
    return value if isfinite(value) else None


def is_near(one: float, other: float, tolerance: float) -> bool:
    """Whether two values differ by no more than a part of the larger one."""
    return one == other or abs(one - other) <= tolerance * max(abs(one), abs(other))


def number_of(node: Node) -> Figure | None:
    """The one number of a figure: its own, the time of a payback, the only internal rate."""
    if isinstance(node, Figure):
        return node
    if isinstance(node, Payback):
        return node.time
    if isinstance(node, Irr) and len(node.values) == 1:
        return Figure(node.values[0], "unit", node.flows[0].derivation)
    return None


def _outcome(node: Node) -> tuple[str, int]:
    outcome = node.outcome if isinstance(node, Payback | Irr) else ""
    return outcome, len(_rates(node))


def _rates(node: Node) -> tuple[float, ...]:
    return node.values if isinstance(node, Irr) else ()


def roots_of(node: Node) -> tuple[Figure, ...]:
    """The figures whose derivations say where a figure comes from."""
    if isinstance(node, Figure):
        return (node,)
    if isinstance(node, Payback):
        return tuple(one for one in (node.time or node.as_time,) if one is not None)
    return node.flows if isinstance(node, Irr) else ()


def roots_under(nodes: Iterable[Node]) -> list[Figure]:
    """The same of several figures."""
    return [figure for node in nodes for figure in roots_of(node)]
