"""Which options are at work since when, and what was measured of them."""

from __future__ import annotations

from collections.abc import Mapping

from ...diagnostics import Mistake
from ...diagnostics.codes import monitoring as codes
from ...diagnostics.codes import references
from ...diagnostics.similar import listed
from ...domain import Option, Period, Stream
from ...domain.monitoring import FollowUp, written
from ...figure import Figure
from ...schema.monitoring import FollowUp as FollowUpEntry
from ...schema.monitoring import Monitoring as Entry
from ..bases import bases_of
from ..context import Context
from ..conversions import amount_figure
from .readings import month_of

AT_WORK = ("implemented", "verified")


def resolve_follow_ups(
    context: Context,
    entry: Entry,
    streams: Mapping[str, Stream],
    options: Mapping[str, Option],
    baseline: Period,
    years: tuple[Period, ...],
) -> dict[str, FollowUp]:
    """Every option that is at work, by id: those with a month here, and those of that status."""
    statuses = {str(one.id): one.status for one in context.file.options}
    found = {}
    for id, follow_up in entry.options.items():
        option = options.get(str(id))
        if option is None:
            context.say(references.UNKNOWN_OPTION.at(id.span, text=id, known=listed(options)))
            continue
        if option.rejected:
            context.say(codes.IS_REJECTED.at(id.span, option=id))
            continue
        status = statuses[str(id)]
        if status is not None and status not in AT_WORK:
            context.say(codes.NOT_AS_STATUS.at(id.span, option=id, status=status))
        measured = _measured(context, follow_up, option, streams)
        made = FollowUp(str(id), month_of(follow_up.implemented), measured, id.span)
        _say_when(context, made, baseline, years, follow_up)
        found[str(id)] = made
    for option in options.values():
        if option.status in AT_WORK and option.id not in found and years:
            month = written(years[0].first)
            context.say(codes.DATE_MISSING.at(option.span, option=option.id, month=month))
            found[option.id] = FollowUp(option.id, None, {}, option.span)
    return {id: found[id] for id in options if id in found}


def _say_when(
    context: Context,
    made: FollowUp,
    baseline: Period,
    years: tuple[Period, ...],
    entry: FollowUpEntry,
) -> None:
    """That an option began within the baseline, or after all that is reported."""
    since, span = made.since, entry.implemented.span
    if since is not None and since <= baseline.last:
        context.say(codes.IN_BASELINE.at(span, option=made.option, month=written(since)))
    if since is not None and years and since > years[-1].last:
        context.say(codes.AFTER_REPORTING.at(span, option=made.option))


def _measured(
    context: Context, entry: FollowUpEntry, option: Option, streams: Mapping[str, Stream]
) -> dict[str, Figure]:
    """What was measured, a year, in the streams' units."""
    saved = [saving.stream for saving in option.savings]
    found = {}
    for path, given in entry.measured.items():
        stream = streams.get(str(path))
        if stream is None or stream.id not in saved:
            values = {"option": option.id, "text": path, "known": listed(saved)}
            context.say(codes.MEASURED_UNSAVED.at(path.span, **values))
            continue
        bases = bases_of(stream.factors, stream.unit)
        try:
            found[stream.id] = amount_figure(given, stream.unit, bases, f"“{path}”")[0]
        except Mistake as mistake:
            context.say(mistake.diagnostic)
    return found
