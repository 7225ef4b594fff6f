"""What stands in the place of what: the factor of another year, a price for one of the library."""

from __future__ import annotations

from collections.abc import Sequence

from ...figure import Computed, Figure
from .figures import roots_of
from .results import Change
from .roots import Key, Names, key_of


def swaps_of(
    changes: Sequence[Change], gone: set[Key], added: set[Key], names: tuple[Names, Names]
) -> dict[Key, Key]:
    """What stands in the place of what, where two derivations are the same but for a root: the
    factor of another year, a price of the file for one of the library."""
    found: dict[Key, Key] = {}
    gone, added = set(gone), set(added)
    pending = [
        pair
        for change in changes
        for pair in zip(roots_of(change.before), roots_of(change.after), strict=False)
    ]
    seen: set[tuple[int, int]] = set()
    while pending and gone and added:
        one, other = pending.pop()
        if (id(one), id(other)) in seen:
            continue
        seen.add((id(one), id(other)))
        are_computed = [isinstance(each.derivation, Computed) for each in (one, other)]
        if all(are_computed):
            pending += _parts_in_line(one, other)
        elif not any(are_computed):
            before, after = key_of(one, names[0]), key_of(other, names[1])
            if before in gone and after in added:
                found[before] = after
                gone.remove(before)
                added.remove(after)
    return found


def _parts_in_line(first: Figure, second: Figure) -> list[tuple[Figure, Figure]]:
    """The inputs of the same name of one formula on both sides."""
    one, other = first.derivation, second.derivation
    if not isinstance(one, Computed) or not isinstance(other, Computed):
        return []
    if one.formula.id != other.formula.id:
        return []
    parts = dict(other.inputs)
    if len(parts) == len(other.inputs):
        return [(part, parts[name]) for name, part in one.inputs if name in parts]
    if [name for name, _ in one.inputs] != [name for name, _ in other.inputs]:
        return []
    return [(a, b) for (_, a), (_, b) in zip(one.inputs, other.inputs, strict=True)]
