"""A stream month by month: what its model gives, what was used, what was avoided."""

from __future__ import annotations

from collections.abc import Iterable

from ...diagnostics import Word
from ...domain import Period
from ...domain.monitoring import MonitoredStream, Monitoring, Month, months_of, written
from ...figure import Assumed, Figure, derive, derive_over, total
from ...language import N_
from ..balance import cost_of, impact_of_amount
from ..results import Assessment
from . import formulas
from .model import RATIO, counted, is_complete
from .results import BASE, Model, MonthResult, Totals

_START = N_("the reporting begins")


def months_in(
    section: Monitoring, stream: MonitoredStream, model: Model, unit: str
) -> tuple[tuple[MonthResult, ...], tuple[Month, ...]]:
    """Every month of the reporting period that counts, and those that lack data."""
    wanted = [month for month in section.reporting if month not in section.excluded]
    missing = tuple(month for month in wanted if not is_complete(section, stream, month))
    cusum = Figure(0.0, unit, Assumed(_START))
    found = []
    for month in wanted:
        if month in missing:
            continue
        actual = stream.values[month]
        expected = modelled(section, stream, model, month, unit)
        adjusted = _adjusted(section, stream, month, expected)
        avoided = derive(formulas.avoided_use, unit, adjusted=adjusted, actual=actual)
        cusum = derive(formulas.cusum_of, unit, before=cusum, actual=actual, adjusted=adjusted)
        found.append(MonthResult(month, actual, expected, adjusted, avoided, cusum))
    return tuple(found), missing


def modelled(
    section: Monitoring, stream: MonitoredStream, model: Model, month: Month, unit: str
) -> Figure:
    """Use of a month by the model, at the drivers of that month."""
    terms: list[tuple[str, Figure]] = [(Word(N_("base load")), model.coefficients[BASE].value)]
    for id in stream.drivers:
        terms.append((f"{id}: b", model.coefficients[id].value))
        terms.append((f"{id} {written(month)}", section.drivers[id].values[month]))
    return derive_over(formulas.model_use, unit, terms)


def _adjusted(
    section: Monitoring, stream: MonitoredStream, month: Month, expected: Figure
) -> Figure:
    """The model with the non-routine adjustments of the month; the model itself without any."""
    terms = [
        (one.reason, one.amount)
        for one in section.adjustments
        if one.stream == stream.stream and one.first <= month <= one.last
    ]
    if not terms:
        return expected
    first = (Word(N_("model")), expected)
    return derive_over(formulas.adjusted_use, expected.unit, [first, *terms])


def totals_of(
    assessment: Assessment,
    stream: str,
    model: Model,
    period: Period,
    months: Iterable[MonthResult],
) -> Totals:
    """The months of a period that count, added up and valued."""
    inside = set(months_of(period))
    rows = [one for one in months if one.month in inside]
    unit = assessment.audit.streams[stream].unit
    actual = total(unit, [(written(one.month), one.actual) for one in rows])
    adjusted = total(unit, [(written(one.month), one.adjusted) for one in rows])
    avoided = derive(formulas.avoided_use, unit, adjusted=adjusted, actual=actual)
    uncertainty = _uncertainty(model, len(rows), adjusted)
    is_above = adjusted.value > 0
    return Totals(
        period=period,
        months=tuple(one.month for one in rows),
        actual=actual,
        adjusted=adjusted,
        avoided=avoided,
        senpi=derive(formulas.senpi_of, RATIO, actual=actual, adjusted=adjusted)
        if is_above
        else None,
        uncertainty=uncertainty,
        fraction=_fraction(uncertainty, avoided),
        saving=worth(assessment, stream, avoided),
        co2e=impact(assessment, stream, avoided, "co2e", "tCO2e"),
    )


def _uncertainty(model: Model, months: int, adjusted: Figure) -> Figure | None:
    if model.cv_rmse is None or not months or adjusted.value <= 0:
        return None
    return derive(
        formulas.savings_uncertainty,
        adjusted.unit,
        t=model.t,
        cv=model.cv_rmse,
        months=counted(len(model.months)),
        effective=model.effective,
        reported=counted(months),
        adjusted=adjusted,
    )


def _fraction(uncertainty: Figure | None, avoided: Figure) -> Figure | None:
    if uncertainty is None or not avoided.value:
        return None
    rule = formulas.fractional_uncertainty
    return derive(rule, "unit", uncertainty=uncertainty, avoided=avoided)


def worth(assessment: Assessment, stream: str, amount: Figure) -> Figure | None:
    """Money of an amount of a stream at its price; None where it has none."""
    price = assessment.audit.streams[stream].price
    if price is None:
        return None
    return derive(cost_of, assessment.audit.currency, amount=amount, price=price)


def impact(
    assessment: Assessment, stream: str, amount: Figure, name: str, unit: str
) -> Figure | None:
    """What an amount of a stream means in energy or greenhouse gases; None where it means none."""
    intensity = assessment.intensities[stream].get(name)
    if intensity is None:
        return None
    return derive(impact_of_amount, unit, amount=amount, intensity=intensity)
