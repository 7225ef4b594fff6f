"""The section as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from ...diagnostics import Mistake
from ...diagnostics.codes import monitoring as codes
from ...diagnostics.similar import listed
from ...domain import Option, Stream
from ...domain.monitoring import MonitoredStream, Monitoring
from ...figure import Figure
from ...language import N_
from ...schema.monitoring import Monitoring as Entry
from ..context import Context, assumed
from ..conversions import plain_figure
from ..fields import tried
from .changes import resolve_adjustments, resolve_exclusions
from .options import resolve_follow_ups
from .periods import resolve_baseline, resolve_years
from .series import Series, drivers_in, streams_in, values_of

_USUAL = N_("nothing is written: 90 % is usual")


def resolve_monitoring(
    context: Context, entry: Entry, streams: Mapping[str, Stream], options: Mapping[str, Option]
) -> Monitoring | None:
    """The section with everything in engine units; None where a mistake stands in the way."""
    said_before = len(context.found)
    if not entry.streams:
        context.say(codes.NO_SERIES.at(entry.reporting[0].span))
        return None
    baseline = resolve_baseline(context, entry)
    years = resolve_years(context, entry, baseline)
    series = {**drivers_in(context, entry), **streams_in(context, entry, streams)}
    values = values_of(context, entry, series)
    drivers = {
        id: one.as_driver(values.get(id, {})) for id, one in series.items() if one.stream is None
    }
    monitored = {
        id: _stream(context, entry, one, values.get(id, {}))
        for id, one in series.items()
        if one.stream is not None
    }
    adjustments = resolve_adjustments(context, entry, streams, monitored, years)
    excluded = resolve_exclusions(context, entry, baseline, years)
    follow_ups = resolve_follow_ups(context, entry, streams, options, baseline, years)
    confidence = tried(context, lambda: _confidence(entry))
    if confidence is None or any(said.is_error for said in context.found[said_before:]):
        return None
    return Monitoring(
        baseline=baseline,
        years=years,
        drivers=drivers,
        streams=monitored,
        adjustments=adjustments,
        excluded=excluded,
        options=follow_ups,
        confidence=confidence,
        span=entry.reporting[0].span,
    )


def _stream(
    context: Context, entry: Entry, series: Series, values: Mapping[tuple[int, int], Figure]
) -> MonitoredStream:
    """A stream with its drivers, each of which must be one of `drivers:`."""
    written = entry.streams[series.id].drivers
    for driver in written:
        if driver not in entry.drivers:
            known = listed(entry.drivers)
            context.say(codes.UNKNOWN_DRIVER.at(driver.span, text=driver, known=known))
    names = tuple(dict.fromkeys(map(str, written)))
    places = {str(driver): driver.span for driver in written}
    return MonitoredStream(str(series.id), names, values, series.id.span, places)


def _confidence(entry: Entry) -> Figure:
    """The level at which uncertainties are told. Raises Mistake."""
    given = entry.confidence
    if given is None:
        return assumed(0.9, "unit", _USUAL)
    figure = plain_figure(given, "unit", N_("the confidence"), "90 %")
    if not 0.5 <= figure.value <= 0.999:
        raise Mistake(codes.BAD_CONFIDENCE.at(given.span, text=given.quantity.text))
    return figure
