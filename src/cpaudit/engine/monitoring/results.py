"""What monitoring finds: models, months, years, options. Avoided is positive where less is used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from ...diagnostics import Diagnostic
from ...domain import Audit, Period
from ...domain.monitoring import MonitoredStream, Monitoring, Month
from ...figure import Figure
from ..results import Assessment

# the base load of a model, beside its drivers
BASE = "base"


class Coefficient(NamedTuple):
    """A coefficient per unit of its driver, or the base load; None: a statistic not defined."""

    value: Figure
    error: Figure | None
    t: Figure | None
    p: Figure | None


class Model(NamedTuple):
    """The energy baseline of a stream: use of a month by its drivers, fitted once and then kept.

    `months` are those that it rests on, `missing` those of the baseline without data. `bias` is
    the NMBE, `autocorrelation` that of the residuals; `effective` are the months that count.
    """

    coefficients: Mapping[str, Coefficient]
    months: tuple[Month, ...]
    missing: tuple[Month, ...]
    mean: Figure
    rmse: Figure
    r2: Figure | None
    adjusted_r2: Figure | None
    cv_rmse: Figure | None
    bias: Figure | None
    autocorrelation: Figure
    effective: Figure
    t: Figure
    inflation: Mapping[str, float] = {}


class MonthResult(NamedTuple):
    """A month that counts, of the reporting period; use in the stream's unit."""

    month: Month
    actual: Figure
    model: Figure
    adjusted: Figure
    avoided: Figure
    cusum: Figure


class Totals(NamedTuple):
    """The months of a period that count, together.

    `senpi` is None where the adjusted baseline is not above zero; `uncertainty` is half the
    interval of `avoided` at the confidence, `fraction` its part of it. `expected` is what the
    options at work were to save, and `rate` what was realised of it.
    """

    period: Period
    months: tuple[Month, ...]
    actual: Figure
    adjusted: Figure
    avoided: Figure
    senpi: Figure | None
    uncertainty: Figure | None
    fraction: Figure | None
    saving: Figure | None
    co2e: Figure | None
    expected: Figure | None = None
    rate: Figure | None = None


class StreamResult(NamedTuple):
    """A stream: its model, its months and what they add up to, in all and by year."""

    stream: MonitoredStream
    unit: str
    model: Model
    months: tuple[MonthResult, ...]
    missing: tuple[Month, ...]
    total: Totals
    years: tuple[Totals, ...]


class PlantTotals(NamedTuple):
    """All streams together: energy in GJ, money, greenhouse gases; None where none has any."""

    period: Period
    actual: Figure | None
    adjusted: Figure | None
    energy: Figure | None
    senpi: Figure | None
    saving: Figure | None
    co2e: Figure | None


class Realised(NamedTuple):
    """What an option was to save of a stream in the reporting period, and what it did.

    `basis` tells how that is known: measured on the option itself, the stream's avoided use where
    no other option acts on it, a share of it, or the expected extra use.
    """

    expected: Figure
    realised: Figure | None
    rate: Figure | None
    basis: Literal["measured", "alone", "shared", "expected"] | None


class OptionResult(NamedTuple):
    """An option at work since a month; its months in the reporting period; by stream and in all.

    `expected` and `realised` are money at today's prices, of the streams of which both are known.
    """

    option: str
    since: Month | None
    months: int
    streams: Mapping[str, Realised]
    expected: Figure | None
    realised: Figure | None
    rate: Figure | None
    co2e: Figure | None


class MonitoringResult(NamedTuple):
    """What became of an audit's options: models, use and savings by stream, rates.

    `unattributed` is what a stream avoided in months in which no option acts on it.
    """

    assessment: Assessment
    section: Monitoring
    streams: Mapping[str, StreamResult]
    total: PlantTotals | None
    years: tuple[PlantTotals, ...]
    options: Mapping[str, OptionResult]
    unattributed: Mapping[str, Figure]
    implementation_rate: Figure | None
    realisation_rate: Figure | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def audit(self) -> Audit:
        return self.assessment.audit
