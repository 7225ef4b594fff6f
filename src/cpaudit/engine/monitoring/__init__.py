"""Monitoring after implementation: use against a frozen baseline, savings against expectation."""

from .monitoring import monitoring_of
from .paths import monitoring_figures
from .regression import missing_for_regression
from .results import (
    BASE,
    Coefficient,
    Model,
    MonitoringResult,
    MonthResult,
    OptionResult,
    PlantTotals,
    Realised,
    StreamResult,
    Totals,
)

__all__ = [
    "BASE",
    "Coefficient",
    "Model",
    "MonitoringResult",
    "MonthResult",
    "OptionResult",
    "PlantTotals",
    "Realised",
    "StreamResult",
    "Totals",
    "missing_for_regression",
    "monitoring_figures",
    "monitoring_of",
]
