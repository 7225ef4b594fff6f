"""Series of values that share their source: what is common is written once, under `shared`."""

from __future__ import annotations

from typing import cast

from ..source import Located, Map, Seq, Text

SHARED = "shared"


def completed(entry: Located, shared: Map) -> Located:
    """An entry of a series with what it shares with the others; `1304 VND/kWh` alone will do."""
    if isinstance(entry, Text):
        value = Map({Text.of("value", entry.span): entry})
        value.span = entry.span
        entry = value
    if not isinstance(entry, Map):
        return entry
    return _like(entry, {**shared, **entry})


def completed_in(holder: Located, *keys: str) -> Located:
    """A series in which the values below `keys`, at any depth, are completed by its `shared`."""
    shared = holder.get(cast(Text, SHARED)) if isinstance(holder, Map) else None
    return _found(holder, shared, keys) if isinstance(shared, Map) else holder


def _found(part: Located, shared: Map, keys: tuple[str, ...]) -> Located:
    if isinstance(part, Seq):
        items = Seq(_found(one, shared, keys) for one in part)
        items.span = part.span
        return items
    if not isinstance(part, Map):
        return part
    found = {
        key: _below(one, shared) if key in keys else _found(one, shared, keys)
        for key, one in part.items()
    }
    return _like(part, found)


def _below(part: Located, shared: Map) -> Located:
    if isinstance(part, Map) and "value" not in part:
        return _like(part, {key: _below(one, shared) for key, one in part.items()})
    return completed(part, shared)


def _like(original: Map, entries: dict[Text, Located]) -> Map:
    made = Map(entries)
    made.span = original.span
    return made
