"""How rules show what they compare: where a figure is written, in which unit, from which source."""

from __future__ import annotations

from collections.abc import Mapping

from ...diagnostics import Span, Word
from ...engine.trace import leaves_below
from ...figure import About, Assumed, Entered, Factor, Figure
from ...language import N_


def place_of(figure: Figure, otherwise: Span | None) -> Span | None:
    """Where the file writes what a figure rests on first; of a table beside it `otherwise`."""
    for leaf in leaves_below([figure]):
        origin = leaf.derivation
        if isinstance(origin, Entered):
            is_beside = otherwise is not None and origin.span.source is not otherwise.source
            return otherwise if is_beside else origin.span
    return otherwise


def about(value: float, unit: str) -> About:
    """A value that a sentence tells rounded."""
    return About(Figure(value, unit, Assumed("")))


def percent(ratio: float) -> float:
    """A ratio in percent, to a tenth; whole numbers without a place behind the point."""
    value = round(100 * ratio, 1)
    return int(value) if value.is_integer() else value


def times(ratio: float) -> float:
    """How many times the larger of two values is the smaller, to three digits."""
    return float(f"{max(ratio, 1 / ratio):.3g}")


def source_of(factor: Factor) -> tuple[object, ...]:
    """The publication of a factor, the place in it, its year; and whether nobody has checked it."""
    publication = factor.publication
    cited = {language: title for language, title, _ in publication.cited}
    title: Mapping[str, str] = {"en": publication.title, "vi": publication.title, **cited}
    parts: list[object] = [title]
    parts += [part for part in (factor.place, factor.year and str(factor.year)) if part]
    return tuple(parts if factor.confirmed else [*parts, Word(N_("not checked yet"))])
