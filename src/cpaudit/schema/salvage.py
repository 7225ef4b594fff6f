"""What is left of a file when its mistaken parts are taken out.

A file with a mistake is never assessed. But a mistyped key on one line must not hide a wrong unit
on another: so the rest is validated and resolved once more, only to find what else is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ValidationError

from ..source import Located, Map, Seq, Text

M = TypeVar("M", bound=BaseModel)
Location = tuple[int | str, ...]
_ROUNDS = 6
# balances are struck over the whole of it: without one part the others say nothing
_BALANCED = "material_flow"


def salvaged(model: type[M], document: Map, context: Mapping[str, Any]) -> tuple[M | None, bool]:
    """The model of what can be kept, and whether whole entries had to go; None if too much is."""
    rest = cast(Map, _copied(document))
    lost_entries = False
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(rest, context=dict(context)), lost_entries
        except ValidationError as problem:
            places = [error["loc"] for error in problem.errors(include_url=False)]
        # from the end, so that the numbers of list entries before it stay right
        for place in sorted(places, key=_descending, reverse=True):
            taken = _take_out(rest, place)
            if taken is None:
                return None, lost_entries
            lost_entries |= taken
    return None, lost_entries


def _take_out(document: Map, place: Location) -> bool | None:
    """Remove the value at a place; True if an entry of a list or section went, None if nothing."""
    above: list[tuple[Map | Seq, int | str]] = []
    value: Located = document
    for step in place:
        if isinstance(value, Map) and step in value:
            above.append((value, step))
            value = value[cast(Text, step)]
        elif isinstance(value, Seq) and isinstance(step, int) and step < len(value):
            above.append((value, step))
            value = value[step]
        else:
            break
    missing = len(above) < len(place) and isinstance(value, Map)
    # a key that is missing takes the entry with it that lacks it
    if not above or (missing and len(above) < 2):
        return None
    parent, step = above[-1]
    del parent[step]  # type: ignore[arg-type]
    is_balanced = above[0][1] == _BALANCED
    return missing or is_balanced or isinstance(parent, Seq) or len(above) <= 2


def _copied(value: Located) -> Located:
    if isinstance(value, Map):
        mapping = Map((key, _copied(one)) for key, one in value.items())
        mapping.span = value.span
        return mapping
    if isinstance(value, Seq):
        items = Seq(_copied(one) for one in value)
        items.span = value.span
        return items
    return value


def _descending(place: Location) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in place]
