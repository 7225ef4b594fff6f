"""The energy baseline of a stream: a regression of its months on their drivers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...diagnostics import Diagnostic, Word
from ...diagnostics.codes import regression as codes
from ...domain.monitoring import Driver, MonitoredStream, Monitoring, Month, months_of, written
from ...figure import Assumed, Figure, Formula, derive, derive_over
from ...language import N_
from . import statistics
from .regression import Column, Fit, independent, least_squares
from .results import BASE, Coefficient, Model

_COUNT = N_("number of drivers")
_NUMBER = N_("number of the coefficient, 0 is the base load")
_HERE = N_("counted in the section `monitoring`")
RATIO = "ratio"
# a driver of which the others leave less than a thousandth open tells nothing of its own
_SAME = 1e6
_SPREAD = 1e-9

Terms = list[tuple[str, Figure]]


def model_of(
    section: Monitoring, stream: MonitoredStream, unit: str
) -> tuple[Model | None, list[Diagnostic]]:
    """The model of a stream's use; None, with the errors, where none can be made."""
    wanted = [month for month in months_of(section.baseline) if month not in section.excluded]
    months = tuple(month for month in wanted if is_complete(section, stream, month))
    missing = tuple(month for month in wanted if month not in months)
    count = len(stream.drivers) + 1
    if len(months) <= count:
        values = {"stream": stream.stream, "months": len(months), "coefficients": count}
        return None, [codes.TOO_FEW_MONTHS.at(stream.span, **values)]
    found = _undetermined(section, stream, months)
    if found:
        return None, found
    return _fitted(section, stream, unit, months)._replace(missing=missing), []


def is_complete(section: Monitoring, stream: MonitoredStream, month: Month) -> bool:
    """Whether use and all drivers of a month are there."""
    series = [stream.values, *(section.drivers[id].values for id in stream.drivers)]
    return all(month in values for values in series)


def column_of(section: Monitoring, driver: str, months: Iterable[Month]) -> Column:
    """The values of a driver in some months."""
    values = section.drivers[driver].values
    return tuple(values[month].value for month in months)


def _undetermined(
    section: Monitoring, stream: MonitoredStream, months: Sequence[Month]
) -> list[Diagnostic]:
    """Drivers of which the months can't tell what they do."""
    columns = {id: column_of(section, id, months) for id in stream.drivers}
    constant = [id for id, values in columns.items() if _is_constant(values)]
    if constant:
        return [
            codes.CONSTANT_DRIVER.at(stream.places.get(id), driver=id, stream=stream.stream)
            for id in constant
        ]
    alike = columns and independent(list(columns.values())) <= len(columns)
    if alike or any(one > _SAME for one in _inflation(stream, tuple(columns.values())).values()):
        drivers = ", ".join(f"“{id}”" for id in columns)
        return [codes.SAME_DRIVERS.at(stream.span, drivers=drivers, stream=stream.stream)]
    return []


def _is_constant(values: Column) -> bool:
    """Whether a driver never changes but for the last digits."""
    return max(values) - min(values) <= _SPREAD * max(map(abs, values))


def _fitted(
    section: Monitoring, stream: MonitoredStream, unit: str, months: tuple[Month, ...]
) -> Model:
    drivers = [section.drivers[id] for id in stream.drivers]
    columns = tuple(column_of(section, id, months) for id in stream.drivers)
    use = [stream.values[month] for month in months]
    fit = least_squares(tuple(one.value for one in use), columns)
    data: Terms = [(Word(_COUNT), counted(len(drivers)))]
    for month in months:
        data.append((f"{stream.stream} {written(month)}", stream.values[month]))
        data += [(f"{one.id} {written(month)}", one.values[month]) for one in drivers]
    units = {BASE: unit, **{one.id: _per(unit, one) for one in drivers}}
    n = counted(len(months))
    mean = derive_over(
        statistics.mean_use,
        unit,
        [(Word(N_("months")), n), *zip(map(written, months), use, strict=True)],
    )
    rmse = derive_over(statistics.ols_rmse, unit, data)
    bias = derive_over(statistics.ols_bias, unit, data)
    rho = derive_over(statistics.lag_one_autocorrelation, RATIO, data)
    is_known = fit.r2 is not None
    return Model(
        coefficients=_coefficients(fit, units, data),
        months=months,
        missing=(),
        mean=mean,
        rmse=rmse,
        r2=derive_over(statistics.ols_r2, RATIO, data) if is_known else None,
        adjusted_r2=derive_over(statistics.ols_adjusted_r2, RATIO, data) if is_known else None,
        cv_rmse=derive(statistics.cv_rmse, "unit", rmse=rmse, mean=mean) if mean.value else None,
        bias=derive(statistics.nmbe, "unit", bias=bias, mean=mean) if mean.value else None,
        autocorrelation=rho,
        effective=derive(statistics.effective_months, "month", months=n, autocorrelation=rho),
        t=derive(
            statistics.t_of,
            RATIO,
            confidence=section.confidence,
            months=n,
            coefficients=counted(len(drivers) + 1),
        ),
        inflation=_inflation(stream, columns),
    )


def counted(number: int) -> Figure:
    """A number of months or drivers."""
    return Figure(float(number), RATIO, Assumed(_HERE))


def _per(unit: str, driver: Driver) -> str:
    """The unit of a coefficient; a driver that counts in a word of its own has none for us."""
    return unit if driver.is_plain else f"{unit}/{driver.unit}"


def _coefficients(fit: Fit, units: dict[str, str], data: Terms) -> dict[str, Coefficient]:
    found = {}
    for number, (name, unit) in enumerate(units.items()):
        terms = [(Word(_NUMBER), counted(number)), *data]

        def made(
            rule: Formula, unit: str, value: float | None, terms: Terms = terms
        ) -> Figure | None:
            return None if value is None else derive_over(rule, unit, terms)

        found[name] = Coefficient(
            value=derive_over(statistics.ols_coefficient, unit, terms),
            error=made(statistics.ols_error, unit, fit.errors[number]),
            t=made(statistics.ols_t, RATIO, fit.t_values[number]),
            p=made(statistics.ols_p, RATIO, fit.p_values[number]),
        )
    return found


def _inflation(stream: MonitoredStream, columns: tuple[Column, ...]) -> dict[str, float]:
    """The variance inflation factor of each driver: how well the others tell it."""
    found: dict[str, float] = {}
    for at, id in enumerate(stream.drivers) if len(columns) > 1 else ():
        others = columns[:at] + columns[at + 1 :]
        r2 = least_squares(columns[at], others).r2 or 0.0
        found[id] = 1 / (1 - r2) if r2 < 1 else float("inf")
    return found
