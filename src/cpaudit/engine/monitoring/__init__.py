"""Monitoring after implementation: use against a frozen baseline, savings against expectation."""

from .monitoring import monitoring_of
from .paths import monitoring_figures
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
    "monitoring_figures",
    "monitoring_of",
]
