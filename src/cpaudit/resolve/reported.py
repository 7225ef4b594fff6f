"""Figures that a report states, to be compared with what its own quantities give."""

from __future__ import annotations

from ..domain import Reported
from .context import Context


def resolve_reported(context: Context) -> tuple[Reported, ...]:
    """Each with half a unit of its last printed digit; paths are looked up later."""
    made = []
    for entry in context.file.reported:
        quantity = entry.value.quantity
        made.append(
            Reported(
                path=str(entry.figure),
                value=float(quantity.value),
                unit=quantity.unit,
                text=quantity.text,
                half_digit=float(quantity.digit / 2),
                span=entry.value.span,
            )
        )
    return tuple(made)
