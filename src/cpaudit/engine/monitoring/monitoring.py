"""From the section of an audit to what became of its options."""

from __future__ import annotations

from collections.abc import Mapping

from ...diagnostics import Diagnostic
from ...diagnostics.codes import regression as codes
from ...domain.monitoring import MonitoredStream, Monitoring
from ...figure import Figure, derive, total
from ..results import Assessment
from ..trace import remarks_on_factors
from . import formulas
from .expected import turns_of
from .model import counted, model_of
from .months import months_in, totals_of
from .notes import notes_on, on_drivers, on_options, on_range
from .options import field_of, option_result, rate_of, unattributed, with_expected
from .plant import plant_totals
from .regression import missing_for_regression
from .results import MonitoringResult, OptionResult, StreamResult


def monitoring_of(assessment: Assessment) -> MonitoringResult:
    """What became of the options, with everything to be said of it; errors where a stream has no
    model, which is then left out.

    Raises LookupError where the audit has no section `monitoring`.
    """
    section = assessment.audit.monitoring
    if section is None:
        raise LookupError("the audit has no section `monitoring`")
    missing = missing_for_regression()
    if missing is not None:
        return _nothing(assessment, section, [missing])
    streams: dict[str, StreamResult] = {}
    found = [*remarks_on_factors(assessment), *on_drivers(section)]
    for id, stream in section.streams.items():
        made, errors = _stream(assessment, section, stream)
        found += errors
        if made is not None:
            streams[id] = made
            found += notes_on(assessment.audit, section, made)
    found += on_range(section, streams.values())
    if not streams:
        return _nothing(assessment, section, found)
    return _together(assessment, section, streams, found)


def _nothing(
    assessment: Assessment, section: Monitoring, found: list[Diagnostic]
) -> MonitoringResult:
    return MonitoringResult(assessment, section, {}, None, (), {}, {}, None, None, tuple(found))


def _stream(
    assessment: Assessment, section: Monitoring, stream: MonitoredStream
) -> tuple[StreamResult | None, list[Diagnostic]]:
    unit = assessment.audit.streams[stream.stream].unit
    model, found = model_of(section, stream, unit)
    if model is None:
        return None, found
    months, missing = months_in(section, stream, model, unit)
    if not months:
        return None, [codes.NO_REPORTING_MONTH.at(stream.span, stream=stream.stream)]
    whole = section.years[0]._replace(last=section.years[-1].last)
    total_, *years = (
        totals_of(assessment, stream.stream, model, period, months)
        for period in (whole, *section.years)
    )
    return StreamResult(stream, unit, model, months, missing, total_, tuple(years)), []


def _said_on_reading(assessment: Assessment) -> list[Diagnostic]:
    """What was said of the section when it was read: it bears on what options have realised."""
    return [one for one in assessment.diagnostics if "V000" < one.code.id < "V040"]


def _together(
    assessment: Assessment,
    section: Monitoring,
    streams: dict[str, StreamResult],
    found: list[Diagnostic],
) -> MonitoringResult:
    turns, too_much = turns_of(assessment, section)
    found += too_much
    field = field_of(assessment, section, streams, turns)
    options = {id: option_result(field, one) for id, one in section.options.items()}
    found += on_options(section, options)
    told = {
        id: one._replace(
            total=with_expected(field, id, one.total),
            years=tuple(with_expected(field, id, year) for year in one.years),
        )
        for id, one in streams.items()
    }
    years = tuple(
        plant_totals(assessment, {id: one.years[at] for id, one in told.items()}, period)
        for at, period in enumerate(section.years)
    )
    whole = section.years[0]._replace(last=section.years[-1].last)
    return MonitoringResult(
        assessment=assessment,
        section=section,
        streams=told,
        total=plant_totals(assessment, {id: one.total for id, one in told.items()}, whole),
        years=years,
        options=options,
        unattributed=unattributed(field, options),
        implementation_rate=_implementation_rate(assessment, section),
        realisation_rate=_realisation_rate(assessment, options),
        diagnostics=(*_said_on_reading(assessment), *found),
    )


def _implementation_rate(assessment: Assessment, section: Monitoring) -> Figure | None:
    proposed = sum(not one.rejected for one in assessment.audit.options.values())
    if not proposed:
        return None
    inputs = {"implemented": counted(len(section.options)), "proposed": counted(proposed)}
    return derive(formulas.implementation_rate, "unit", **inputs)


def _realisation_rate(assessment: Assessment, options: Mapping[str, OptionResult]) -> Figure | None:
    """Of the money of all options of which both sides are known."""
    known = {id: one for id, one in options.items() if one.realised and one.expected}
    currency = assessment.audit.currency
    realised = total(currency, [(id, one.realised) for id, one in known.items() if one.realised])
    expected = total(currency, [(id, one.expected) for id, one in known.items() if one.expected])
    return rate_of(realised, expected) if known else None
