"""What else changed: adjustments to the baseline, and months that count nowhere."""

from __future__ import annotations

from collections.abc import Mapping

from ...diagnostics import Mistake
from ...diagnostics.codes import keys
from ...diagnostics.codes import monitoring as codes
from ...diagnostics.similar import listed
from ...domain import Period, Stream
from ...domain.monitoring import Adjustment, MonitoredStream, Month, months_of
from ...figure import Figure, derive, formula
from ...language import N_
from ...schema.monitoring import Adjustment as AdjustmentEntry
from ...schema.monitoring import Monitoring as Entry
from ..bases import bases_of
from ..context import Context
from ..conversions import amount_figure
from .readings import month_of
from .series import is_declared


@formula("amount a year / 12", N_("definition of a month as the twelfth part of a year"))
def monthly(amount: float) -> float:
    """An amount a month from one a year."""
    return amount / 12


def resolve_adjustments(
    context: Context,
    entry: Entry,
    streams: Mapping[str, Stream],
    monitored: Mapping[str, MonitoredStream],
    years: tuple[Period, ...],
) -> tuple[Adjustment, ...]:
    """Every adjustment, an amount a month in the stream's unit."""
    found = []
    for one in entry.adjustments:
        try:
            made = _adjustment(context, one, streams, monitored, years)
        except Mistake as mistake:
            context.say(mistake.diagnostic)
            continue
        if made is not None:
            found.append(made)
    return tuple(found)


def _adjustment(
    context: Context,
    entry: AdjustmentEntry,
    streams: Mapping[str, Stream],
    monitored: Mapping[str, MonitoredStream],
    years: tuple[Period, ...],
) -> Adjustment | None:
    id, given = str(entry.stream), entry.amount
    if id not in monitored:
        if is_declared(context, id) and id not in streams:
            return None  # what is wrong with the stream itself is told already
        known = listed(monitored)
        raise Mistake(codes.NOT_MONITORED.at(entry.stream.span, text=entry.stream, known=known))
    first = month_of(entry.from_)
    last = month_of(entry.to) if entry.to else max([first, *(year.last for year in years)])
    if last < first:
        raise Mistake(keys.PERIOD_BACKWARDS.at(entry.from_.span))
    if not any(first <= month <= last for year in years for month in months_of(year)):
        context.say(codes.CHANGES_NOTHING.at(entry.from_.span))
    if entry.to is None or first != last or _is_a_rate(entry):
        amount = _a_month(entry, streams[id])
    else:
        amount, _ = amount_figure(given, streams[id].unit, _bases(streams[id]), f"“{id}”")
    return Adjustment(id, first, last, amount, str(entry.reason), given.span)


def _is_a_rate(entry: AdjustmentEntry) -> bool:
    return "/" in entry.amount.quantity.unit


def _a_month(entry: AdjustmentEntry, stream: Stream) -> Figure:
    """An amount a month from one a month or a year. Raises Mistake for one without a time."""
    given = entry.amount
    figure, is_yearly = amount_figure(given, stream.unit, _bases(stream), f"“{stream.id}”")
    if not is_yearly:
        raise Mistake(codes.NO_TIME.at(given.span, text=given.quantity.text))
    return derive(monthly, stream.unit, amount=figure)


def _bases(stream: Stream) -> Mapping[str, Figure | None]:
    return bases_of(stream.factors, stream.unit)


def resolve_exclusions(
    context: Context, entry: Entry, baseline: Period, years: tuple[Period, ...]
) -> dict[Month, str]:
    """The months that count nowhere, with their reasons."""
    known = {month for period in (baseline, *years) for month in months_of(period)}
    found = {}
    for written, reason in entry.exclude.items():
        month = month_of(written)
        found[month] = str(reason)
        if month not in known:
            context.say(codes.EXCLUDES_NOTHING.at(written.span, month=written))
    return found
