"""Operating and build margin of the grid: as the file has them, else as the library has."""

from __future__ import annotations

from ...diagnostics.codes import cdm as codes
from ...factors import GridChoice
from ...figure import Figure
from ...language import N_
from ...schema.cdm import Cdm
from ...schema.given import Given
from ..amounts import refuse_negative
from ..context import Context
from ..fields import in_one_of, tried
from ..grid import NEWEST_YEARS

Margins = tuple[Figure | None, Figure | None]
_UNKNOWN: Margins = (None, None)


def margins_of(context: Context, entry: Cdm) -> Margins:
    """Operating and build margin, t CO2 per MWh; None twice where they are not known."""
    operating, build = entry.operating_margin, entry.build_margin
    if operating is None and build is None:
        margins = _of_library(context, entry)
        if margins == _UNKNOWN and entry.operating_weight is not None:
            context.say(codes.WEIGHT_NOT_USED.at(entry.operating_weight.span))
        return margins
    if operating is not None and build is None:
        _say_missing(context, operating, "operating_margin", "build_margin")
    if build is not None and operating is None:
        _say_missing(context, build, "build_margin", "operating_margin")
    return (
        tried(context, lambda: _written("operating_margin", operating, "0.6465 t/MWh")),
        tried(context, lambda: _written("build_margin", build, "0.5064 t/MWh")),
    )


def _say_missing(context: Context, given: Given, key: str, other: str) -> None:
    context.say(codes.OTHER_MARGIN_MISSING.at(given.span, key=key, other=other))


def _written(key: str, given: Given | None, example: str) -> Figure | None:
    if given is None:
        return None
    # margins are of CO2 alone, also where they are printed as CO2e
    units = ("t/MWh", "tCO2e/MWh")
    figure = in_one_of(given, units, N_("the emission factor"), example)
    refuse_negative(figure, given, key)
    return figure


def _of_library(context: Context, entry: Cdm) -> Margins:
    """Those of the audit's year, or of at most two years before.

    A combined margin that was published for a later year than they were goes before them.
    """
    country, year = context.country, context.period.year
    operating = context.library.grid(country, year, "operating-margin")
    build = context.library.grid(country, year, "build-margin")
    if operating is None or build is None:
        return _UNKNOWN
    oldest = min(operating.year, build.year)
    whole = context.library.grid(country, year)
    is_older = whole is not None and whole.kind == "combined-margin" and whole.year > oldest
    if year - oldest > NEWEST_YEARS or is_older:
        return _UNKNOWN
    if oldest < year:
        used = ", ".join(map(str, sorted({operating.year, build.year})))
        values = {"country": country, "year": str(year), "used": used}
        context.say(codes.EARLIER_MARGINS.at(entry.method.span, **values))
    return _figure(context, operating), _figure(context, build)


def _figure(context: Context, choice: GridChoice) -> Figure:
    is_own_year = choice.year == context.period.year
    here, before = N_("the audit's country and year"), N_("the nearest year before the audit's")
    return context.from_factor(choice.factor, here if is_own_year else before)
