"""A digit or a unit that has slipped: values that are off by a power of ten."""

from __future__ import annotations

from math import log10

# ten, a hundred, a thousand, a million times
_SLIPS = (1, 2, 3, 6)
_NEAR = 0.15


def slip_of(ratio: float) -> int | None:
    """The power of ten that a ratio is near to, if it is one that comes of a slip."""
    if not 0 < ratio < float("inf"):
        return None
    power = round(log10(ratio))
    is_near = abs(log10(ratio) - power) <= _NEAR
    return power if is_near and abs(power) in _SLIPS else None
