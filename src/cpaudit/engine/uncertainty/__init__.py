"""Intervals of results by IPCC 2006 Guidelines, Vol. 1, Ch. 3: approach 1 and approach 2."""

from .drawing import Drawn
from .inputs import Bounds, Input
from .propagation import Contribution, Interval, interval_of, shares_of_variance
from .results import PAYBACK_LIMITS, SEED, Estimate, Uncertainty, missing_for_draws, uncertainty_of

__all__ = [
    "PAYBACK_LIMITS",
    "SEED",
    "Bounds",
    "Contribution",
    "Drawn",
    "Estimate",
    "Input",
    "Interval",
    "Uncertainty",
    "interval_of",
    "missing_for_draws",
    "shares_of_variance",
    "uncertainty_of",
]
