"""Realised against expected savings, option by option."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, cast

from ...domain.monitoring import FollowUp, Monitoring, Month, written
from ...figure import Figure, derive, total
from ..results import Assessment
from ..rounding import ROUNDING
from ..savings import remainder
from . import formulas
from .expected import Turns, expected_in, is_at_work
from .model import counted
from .months import impact, worth
from .results import MonthResult, OptionResult, Realised, StreamResult, Totals
from .sharing import ByMonth, Shared, shares_of


class Field(NamedTuple):
    """What options are followed up with; `expected` by stream, option and month."""

    assessment: Assessment
    section: Monitoring
    streams: Mapping[str, StreamResult]
    expected: Mapping[str, Mapping[str, ByMonth]]
    shares: Mapping[str, Mapping[str, Shared]]


def field_of(
    assessment: Assessment,
    section: Monitoring,
    streams: Mapping[str, StreamResult],
    turns: Turns,
) -> Field:
    """Expected savings by month, and how the avoided use of the streams is shared."""
    rows = {id: {one.month: one for one in result.months} for id, result in streams.items()}
    acted_on = {id: None for saved in turns.saved.values() for id in saved}
    expected = {
        id: {
            option: _by_month(assessment, section, turns, option, id, rows.get(id))
            for option, saved in turns.saved.items()
            if id in saved
        }
        for id in acted_on
    }
    shares = {
        id: shares_of(id, result.unit, rows[id], expected.get(id, {}), section.options)
        for id, result in streams.items()
    }
    return Field(assessment, section, streams, expected, shares)


def _by_month(
    assessment: Assessment,
    section: Monitoring,
    turns: Turns,
    option: str,
    stream: str,
    rows: Mapping[Month, MonthResult] | None,
) -> dict[Month, Figure]:
    """What an option is to save of a stream in each month in which it is at work and which counts;
    of a stream without months in every month of the reporting period."""
    every = section.reporting if rows is None else rows
    months = [month for month in every if month not in section.excluded]
    return {
        month: expected_in(
            assessment.audit, turns, option, stream, rows[month].model if rows else None
        )
        for month in months
        if is_at_work(section.options[option], month)
    }


def option_result(field: Field, follow_up: FollowUp) -> OptionResult:
    """What became of one option."""
    id = follow_up.option
    streams = {
        stream: _realised(field, follow_up, stream, by_option[id])
        for stream, by_option in field.expected.items()
        if id in by_option
    }
    known = {stream: one for stream, one in streams.items() if one.realised is not None}
    prices = {stream: field.assessment.audit.streams[stream].price for stream in streams}
    is_open = any(prices[stream] and "." not in stream for stream in streams.keys() - known.keys())
    expected = _money(field, {stream: one.expected for stream, one in known.items()}, is_open)
    saved = {stream: cast(Figure, one.realised) for stream, one in known.items()}
    realised = _money(field, saved, is_open)
    return OptionResult(
        option=id,
        since=follow_up.since,
        months=sum(is_at_work(follow_up, month) for month in field.section.reporting),
        streams=streams,
        expected=expected,
        realised=realised,
        rate=rate_of(realised, expected),
        co2e=_avoided(field, saved, streams.keys() - known.keys()),
    )


def _realised(field: Field, follow_up: FollowUp, stream: str, by_month: ByMonth) -> Realised:
    unit = field.assessment.audit.streams[stream].unit
    expected = total(unit, [(written(month), one) for month, one in by_month.items()])
    measured = follow_up.measured.get(stream)
    if measured is not None:
        count = counted(len(by_month))
        made = derive(formulas.measured_saving, unit, measured=measured, months=count)
        return Realised(expected, made, rate_of(made, expected), "measured")
    shared = field.shares.get(stream, {}).get(follow_up.option)
    if shared is None:
        return Realised(expected, None, None, None)
    if not by_month:  # at work in no month that counts
        return Realised(expected, total(unit, []), None, None)
    made = total(unit, [(written(month), one) for month, one in shared.months.items()])
    rate = None if shared.basis == "expected" else rate_of(made, expected)
    return Realised(expected, made, rate, shared.basis)


def rate_of(realised: Figure | None, expected: Figure | None) -> Figure | None:
    """Realised by expected; None where one is not known or nothing was expected."""
    if realised is None or expected is None or not expected.value:
        return None
    return derive(formulas.realisation_rate, "unit", realised=realised, expected=expected)


def _money(field: Field, amounts: Mapping[str, Figure], is_open: bool) -> Figure | None:
    parts = [
        (stream, money)
        for stream, one in amounts.items()
        if (money := worth(field.assessment, stream, one)) is not None
    ]
    if not parts:
        return None
    made = total(field.assessment.audit.currency, parts)
    return made._replace(partial=True) if is_open else made


def _avoided(field: Field, saved: Mapping[str, Figure], unknown: set[str]) -> Figure | None:
    """Greenhouse gases avoided by what was realised; partial where that is not all known."""
    intensities = field.assessment.intensities
    parts = [
        (stream, gases)
        for stream, one in saved.items()
        if (gases := impact(field.assessment, stream, one, "co2e", "tCO2e")) is not None
    ]
    if not parts:
        return None
    is_open = any("co2e" in intensities[stream] for stream in unknown)
    is_open |= any("co2e" in intensities[id] and not intensities[id]["co2e"] for id in saved)
    made = total("tCO2e", parts)
    return made._replace(partial=True) if is_open else made


def with_expected(field: Field, stream: str, totals: Totals) -> Totals:
    """The totals of a stream with what its options were to save in those months."""
    by_option = field.expected.get(stream, {})
    inside = set(totals.months)
    terms = [
        (f"{option} {written(month)}", one)
        for option, by_month in by_option.items()
        for month, one in by_month.items()
        if month in inside
    ]
    if not terms:
        return totals
    expected = total(totals.avoided.unit, terms)
    return totals._replace(expected=expected, rate=rate_of(totals.avoided, expected))


def unattributed(field: Field, options: Mapping[str, OptionResult]) -> dict[str, Figure]:
    """What streams avoided beside what options have realised of them, where that is not nothing."""
    found = {}
    for id, result in field.streams.items():
        parts = [
            (option, realised)
            for option, one in options.items()
            if id in one.streams and (realised := one.streams[id].realised) is not None
        ]
        avoided = result.total.avoided
        if not parts:
            found[id] = avoided
            continue
        rest = derive(remainder, result.unit, left=avoided, saved=total(result.unit, parts))
        if abs(rest.value) > ROUNDING * abs(result.total.adjusted.value):
            found[id] = rest
    return found
