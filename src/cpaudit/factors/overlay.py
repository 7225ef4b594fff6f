"""A user's own factors laid over those that ship: what is written there counts, the rest stays."""

from __future__ import annotations

from typing import cast

from ..source import Located, Map, Seq, Text

# what tells the entries of a list apart
_NAMES = ("id", "kind", "from")
# what belongs to a value and never outlasts it
_OF_A_VALUE = frozenset(
    {"value", "low", "high", "unit", "basis", "year", "region", "reference"}
    | {"source", "place", "confirmed", "seen", "note"}
)


def laid_over(base: Located, own: Located) -> Located:
    """`base` with what `own` says in its place.

    Mappings are joined key by key, lists of entries by their `id`; a value is replaced whole, so
    that its source and its bounds never stay behind.
    """
    if isinstance(base, Map) and isinstance(own, Map):
        return _joined_maps(base, own)
    name = _name_of_entries(base)
    if isinstance(base, Seq) and isinstance(own, Seq) and name and name == _name_of_entries(own):
        return _joined(base, own, name)
    return own


def _joined_maps(base: Map, own: Map) -> Map:
    is_value = "value" in own or {"low", "high", "unit"} <= own.keys()
    kept = [key for key in base if not (is_value and key in _OF_A_VALUE)]
    joined = Map()
    places = {key: key for key in own}
    for key in (*kept, *(key for key in own if key not in kept)):
        # a key that both have stands where the user wrote it
        if key in kept and key in own:
            joined[places[key]] = laid_over(base[key], own[key])
        else:
            joined[key] = own[key] if key in own else base[key]
    joined.span = own.span
    return joined


def _name_of_entries(part: Located) -> str | None:
    """The key by which every entry of a list can be told from the others."""
    if not isinstance(part, Seq):
        return None
    return next(
        (
            name
            for name in _NAMES
            if part and all(isinstance(entry, Map) and name in entry for entry in part)
        ),
        None,
    )


def _joined(base: Seq, own: Seq, name: str) -> Seq:
    key = cast(Text, name)
    entries = {str(entry[key]): entry for entry in cast(list[Map], base)}
    for entry in cast(list[Map], own):
        before = entries.get(str(entry[key]))
        entries[str(entry[key])] = cast(Map, laid_over(before, entry) if before else entry)
    joined = Seq(entries.values())
    joined.span = own.span
    return joined
