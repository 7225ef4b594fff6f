"""Values that several sections of the file have in common: shares, positive values, units."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from ..diagnostics import Mistake
from ..diagnostics.codes import plausibility
from ..figure import Figure
from ..schema.given import Given
from .amounts import refuse_negative, refuse_other_than_percent
from .context import Context, entered
from .conversions import plain_figure

_T = TypeVar("_T")


def tried(context: Context, step: Callable[[], _T]) -> _T | None:
    """What a step gives; its mistake is told and the next step goes on."""
    try:
        return step()
    except Mistake as mistake:
        context.say(mistake.diagnostic)
        return None


def share(given: Given, key: str, subject: str, example: str) -> Figure:
    """A part of a whole, from 0 to 100 %. Raises Mistake."""
    figure = plain_figure(given, "unit", subject, example)
    refuse_other_than_percent(given)
    refuse_negative(figure, given, key)
    if figure.value > 1:
        raise Mistake(plausibility.SHARE_OVER_100.at(given.span, text=given.quantity.text))
    return figure


def in_one_of(given: Given, units: tuple[str, ...], subject: str, example: str) -> Figure:
    """A quantity in any of several units that mean the same here; the figure has the first.

    Raises Mistake.
    """
    for unit in units:
        value = given.quantity.to(unit)
        if value is not None:
            return entered(given, value, units[0])
    return plain_figure(given, units[0], subject, example)


def positive(figure: Figure, given: Given, key: str) -> Figure:
    """The figure itself. Raises Mistake where it is zero or less."""
    if figure.value <= 0:
        raise Mistake(plausibility.NOT_POSITIVE.at(given.span, key=key))
    return figure
