"""The figures of monitoring by path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...domain import Period
from ...domain.monitoring import written
from .results import Model, MonitoringResult, OptionResult, PlantTotals, StreamResult, Totals

if TYPE_CHECKING:
    from ..nodes import Node


def monitoring_figures(result: MonitoringResult) -> dict[str, Node]:
    """As in `monitoring.streams.electricity.years.2009.avoided`, `monitoring.realisation_rate`."""
    tree: dict[str, Node] = {
        "implementation_rate": result.implementation_rate,
        "realisation_rate": result.realisation_rate,
        "streams": {id: _stream(one) for id, one in result.streams.items()},
        "options": {id: _option(one) for id, one in result.options.items()},
        "unattributed": dict(result.unattributed),
        "years": {year_key(one.period): _plant(one) for one in result.years},
    }
    return {**tree, **_plant(result.total)} if result.total is not None else tree


def year_key(period: Period) -> str:
    """`2009` of a year from January on, `2008-04` of one that begins in another month."""
    return str(period.first[0]) if period.first[1] == 1 else written(period.first)


def _plant(totals: PlantTotals) -> dict[str, Node]:
    return {
        "actual": totals.actual,
        "adjusted": totals.adjusted,
        "energy": totals.energy,
        "senpi": totals.senpi,
        "saving": totals.saving,
        "co2e": totals.co2e,
    }


def _stream(result: StreamResult) -> dict[str, Node]:
    return {
        "model": model_figures(result.model),
        **totals_figures(result.total),
        "years": {year_key(one.period): totals_figures(one) for one in result.years},
        "months": {
            written(one.month): {
                "actual": one.actual,
                "model": one.model,
                "adjusted": one.adjusted,
                "avoided": one.avoided,
                "cusum": one.cusum,
            }
            for one in result.months
        },
    }


def model_figures(model: Model) -> dict[str, Node]:
    """The coefficients and how well the model fits."""
    return {
        "coefficients": {
            id: {"value": one.value, "error": one.error, "t": one.t, "p": one.p}
            for id, one in model.coefficients.items()
        },
        "r2": model.r2,
        "adjusted_r2": model.adjusted_r2,
        "rmse": model.rmse,
        "cv_rmse": model.cv_rmse,
        "nmbe": model.bias,
        "autocorrelation": model.autocorrelation,
        "effective_months": model.effective,
    }


def totals_figures(totals: Totals) -> dict[str, Node]:
    """The sums of a period."""
    return {
        "actual": totals.actual,
        "adjusted": totals.adjusted,
        "avoided": totals.avoided,
        "uncertainty": totals.uncertainty,
        "fractional_uncertainty": totals.fraction,
        "senpi": totals.senpi,
        "saving": totals.saving,
        "co2e": totals.co2e,
        "expected": totals.expected,
        "realisation_rate": totals.rate,
    }


def _option(result: OptionResult) -> dict[str, Node]:
    return {
        "expected": result.expected,
        "realised": result.realised,
        "realisation_rate": result.rate,
        "co2e": result.co2e,
        "streams": {
            id: {
                "expected": one.expected,
                "realised": one.realised,
                "realisation_rate": one.rate,
            }
            for id, one in result.streams.items()
        },
    }
