"""What a reader must know of models and savings: how far they can be trusted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...diagnostics import Diagnostic
from ...diagnostics.codes import regression as codes
from ...domain import Audit
from ...domain.monitoring import Monitoring, Month, months_of, written
from ...figure import About, Assumed, Figure
from .model import column_of
from .regression import student_t
from .results import BASE, OptionResult, StreamResult

LEAST_MONTHS = 12
LEAST_PER_DRIVER = 5
LEAST_R2, LEAST_T = 0.75, 2.0
MOST_INFLATION = 10.0
MUCH_AUTOCORRELATION = 0.5
# of ASHRAE Guideline 14: at most half of the saving, at 68 % confidence
MOST_UNCERTAIN, ITS_CONFIDENCE = 0.5, 0.68
MUCH_ADJUSTED = 0.1
OTHER_SUM = 0.05
_MOST_LISTED = 6


def listed_months(months: Sequence[Month]) -> str:
    """Months as files have them; of many the first ones and the last."""
    names = [written(month) for month in months]
    if len(names) > _MOST_LISTED:
        names = [*names[: _MOST_LISTED - 2], "…", names[-1]]
    return ", ".join(names)


def notes_on(audit: Audit, section: Monitoring, result: StreamResult) -> Iterator[Diagnostic]:
    """Everything there is to say of a stream."""
    yield from _on_months(audit, section, result)
    yield from _on_model(result)
    yield from _below_zero(result)
    yield from _on_savings(result)


def _on_months(audit: Audit, section: Monitoring, result: StreamResult) -> Iterator[Diagnostic]:
    stream, model = result.stream, result.model
    id, span, count = stream.stream, stream.span, len(model.months)
    if model.missing:
        months = listed_months(model.missing)
        yield codes.BASELINE_MONTHS_MISSING.at(span, stream=id, months=months)
    if result.missing:
        months = listed_months(result.missing)
        yield codes.REPORTING_MONTHS_MISSING.at(span, stream=id, months=months)
    if count < LEAST_MONTHS:
        yield codes.SHORT_BASELINE.at(span, stream=id, months=count)
    drivers = len(stream.drivers)
    if count < LEAST_PER_DRIVER * drivers:
        values = {"months": count, "drivers": drivers, "least": LEAST_PER_DRIVER}
        yield codes.FEW_PER_DRIVER.at(span, stream=id, **values)
    for year in result.years:
        if 0 < len(year.months) < 12:
            month, counted = written(year.period.first), len(year.months)
            yield codes.PART_OF_A_YEAR.at(span, stream=id, month=month, months=counted)
    yield from _sum_of_baseline(audit, section, result)


def _sum_of_baseline(
    audit: Audit, section: Monitoring, result: StreamResult
) -> Iterator[Diagnostic]:
    """Months that cover the audit's own year and add up to another amount than it states."""
    stream, amount = result.stream, audit.streams[result.stream.stream].amount
    every = list(months_of(audit.period))
    if len(every) != 12 or section.baseline != audit.period:
        return
    if not all(month in stream.values for month in every):
        return
    months = sum(stream.values[month].value for month in every)
    if abs(months - amount.value) > OTHER_SUM * max(abs(amount.value), abs(months)):
        figure = Figure(months, result.unit, amount.derivation)
        values = {"stream": stream.stream, "months": figure, "amount": amount}
        yield codes.OTHER_THAN_AUDIT.at(stream.span, **values)


def _on_model(result: StreamResult) -> Iterator[Diagnostic]:
    stream, model = result.stream, result.model
    id = stream.stream
    for driver in stream.drivers:
        place, t = stream.places.get(driver), model.coefficients[driver].t
        if t is not None and abs(t.value) < LEAST_T:
            yield codes.NOT_SIGNIFICANT.at(place, driver=driver, stream=id, t=t.value)
        factor = model.inflation.get(driver, 1.0)
        if factor > MOST_INFLATION:
            yield codes.ALIKE_DRIVERS.at(place, driver=driver, stream=id, factor=factor)
    if model.r2 is not None and model.r2.value < LEAST_R2:
        values = {"r2": model.r2.value, "least": LEAST_R2}
        yield codes.LOW_R2.at(stream.span, stream=id, **values)
    rho = model.autocorrelation.value
    if rho > MUCH_AUTOCORRELATION:
        values = {"rho": rho, "months": len(model.months), "effective": model.effective.value}
        yield codes.AUTOCORRELATED.at(stream.span, stream=id, **values)
    if model.coefficients[BASE].value.value < 0 and stream.drivers:
        yield codes.NO_BASE_LOAD.at(stream.span, stream=id)


def on_range(section: Monitoring, results: Iterable[StreamResult]) -> Iterator[Diagnostic]:
    """Drivers that the reporting period has outside the baseline's, once for all their streams."""
    found: dict[tuple[str, float, float, tuple[Month, ...]], list[StreamResult]] = {}
    for result in results:
        months = [one.month for one in result.months]
        for driver in result.stream.drivers:
            known = section.drivers[driver].values
            baseline = column_of(section, driver, result.model.months)
            low, high = min(baseline), max(baseline)
            outside = tuple(one for one in months if not low <= known[one].value <= high)
            if outside:
                found.setdefault((driver, low, high, outside), []).append(result)
    for (driver, low, high, outside), concerned in found.items():
        place = concerned[0].stream.places.get(driver)
        streams = ", ".join(one.stream.stream for one in concerned)
        values = {"low": low, "high": high, "months": listed_months(outside)}
        yield codes.OUT_OF_RANGE.at(place, driver=driver, streams=streams, **values)


def _below_zero(result: StreamResult) -> Iterator[Diagnostic]:
    below = [one.month for one in result.months if min(one.model.value, one.adjusted.value) < 0]
    if below:
        id, months = result.stream.stream, listed_months(below)
        yield codes.BELOW_ZERO.at(result.stream.span, stream=id, months=months)


def _on_savings(result: StreamResult) -> Iterator[Diagnostic]:
    stream, whole = result.stream, result.total
    id, span = stream.stream, stream.span
    moved = sum(one.adjusted.value - one.model.value for one in result.months)
    model = sum(one.model.value for one in result.months)
    if model > 0 and abs(moved) > MUCH_ADJUSTED * model:
        values = {"share": _share(abs(moved) / model), "limit": _share(MUCH_ADJUSTED)}
        yield codes.ADJUSTED_MUCH.at(span, stream=id, **values)
    if whole.uncertainty is None:
        return
    size, error = abs(whole.avoided.value), whole.uncertainty.value
    if error > 0 and size <= error:
        yield codes.NOT_FROM_ZERO.at(span, stream=id)
        return
    freedom = len(result.model.months) - len(stream.drivers) - 1
    at_68 = error * student_t(ITS_CONFIDENCE, freedom) / result.model.t.value
    if at_68 > MOST_UNCERTAIN * size:
        values = {"share": _share(at_68 / size), "limit": _share(MOST_UNCERTAIN)}
        yield codes.TOO_UNCERTAIN.at(span, stream=id, **values)


def _share(value: float) -> About:
    return About(Figure(value, "unit", Assumed("")))


def on_drivers(section: Monitoring) -> Iterator[Diagnostic]:
    """Months in which a driver that is an amount, such as production, was nothing at all."""
    used = {driver for stream in section.streams.values() for driver in stream.drivers}
    every = {*months_of(section.baseline), *section.reporting} - section.excluded.keys()
    for id, driver in section.drivers.items():
        still = sorted(
            one for one in every if one in driver.values and not driver.values[one].value
        )
        if still and id in used and driver.unit and not driver.is_plain:
            values = {"months": listed_months(still), "month": written(still[0])}
            yield codes.STOOD_STILL.at(driver.span, driver=id, **values)


def on_options(section: Monitoring, options: Mapping[str, OptionResult]) -> Iterator[Diagnostic]:
    """Options of which nothing tells what they have saved of some stream."""
    for id, one in options.items():
        unknown = [stream for stream, made in one.streams.items() if made.realised is None]
        if unknown and one.months:
            span = section.options[id].span
            yield codes.REALISED_UNKNOWN.at(span, option=id, streams=", ".join(unknown))
