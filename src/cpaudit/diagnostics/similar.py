"""What a user may have meant by a name that is not known, and what names there are."""

from __future__ import annotations

from collections.abc import Iterable


def similar_to(text: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The known name that differs only in case, otherwise the nearest one, if any is near."""
    from difflib import get_close_matches  # only a mistake needs it, never a start

    names = list(known)
    for name in names:
        if name.casefold() == text.casefold():
            return name
    near = get_close_matches(text, names, n=1, cutoff=cutoff)
    return near[0] if near else None


def listed(names: Iterable[str], most: int = 12) -> str:
    """The first names for a hint; a dash where there are none."""
    known = list(names)
    return ", ".join(known[:most]) + (", …" if len(known) > most else "") if known else "–"
