"""Sub-meters against the main meter that they lie behind."""

from __future__ import annotations

from ...diagnostics import Diagnostic
from ...diagnostics.codes import rules as codes
from ...domain import Stream
from ...engine import Assessment
from ...engine.closure import excess_over, missing_from
from ...figure import About, total
from .showing import percent, place_of

# what two good meters may differ by: a convention of this program
TOLERANCE = 0.02


def submeters_against_main(assessment: Assessment) -> list[Diagnostic]:
    """What is to be said of each resource that has sub-meters."""
    streams = assessment.audit.streams.values()
    return [said for stream in streams if stream.submeters for said in _said(stream)]


def _said(stream: Stream) -> list[Diagnostic]:
    main, meters = stream.amount, stream.submeters
    main_place = place_of(main, stream.span)
    shown = {"stream": stream.id, "main": About(main)}
    found = [
        codes.SUBMETER_OVER_MAIN.related(
            place_of(one, stream.span), main_place, meter=id, part=About(one), **shown
        )
        for id, one in meters.items()
        if excess_over(one, main, TOLERANCE) is not None
    ]
    if found:
        return found  # that they add up to more only follows
    parts = total(stream.unit, meters.items())
    excess = excess_over(parts, main, TOLERANCE)
    if excess is not None:
        values = {"parts": About(parts), "excess": About(excess), **shown}
        first = place_of(next(iter(meters.values())), stream.span)
        return [codes.SUBMETERS_OVER_MAIN.related(first, main_place, **values)]
    rest = missing_from(parts, main, TOLERANCE)
    if rest is None:
        return []
    share = percent(rest.value / main.value)
    return [codes.UNMETERED.at(main_place, rest=About(rest), share=share, stream=stream.id)]
