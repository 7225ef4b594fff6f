"""The sizes from which a plant has duties by law."""

from __future__ import annotations

from ..domain import Threshold
from ..factors.law import thresholds_of
from .context import Context
from .law import IN_FORCE


def resolve_thresholds(context: Context) -> tuple[Threshold, ...]:
    """The sizes from which the plant would have duties, by the law of its country and time."""
    entries = thresholds_of(context.library, context.country, context.period.middle)
    return tuple(
        Threshold(
            id=one.id,
            names=one.names,
            impact=one.of,
            limit=context.from_factor(one.limit, IN_FORCE)._replace(
                unit=one.limit.unit.removesuffix("/yr")
            ),
            duty=one.duty,
            start=one.start,
            end=one.end,
        )
        for one in entries
    )
