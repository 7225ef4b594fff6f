"""The formulas of a regression, on floats.

They take the number of its drivers, then month by month the use and the drivers.
"""

from __future__ import annotations

from itertools import pairwise

from ...figure import formula
from ...language import N_
from ..elementwise import larger
from .regression import Fit, least_squares, student_t

_OLS = N_("ordinary least squares, by statsmodels; IPMVP Core Concepts (EVO 10000-1), option C")
_G14 = "ASHRAE Guideline 14-2014"
REDDY = (
    "ASHRAE Guideline 14-2014; Reddy & Claridge, Uncertainty of “measured” energy savings from "
    "statistical baseline models, HVAC&R Research 6 (2000)"
)


def _fit(drivers: float, months: tuple[float, ...]) -> Fit:
    width = int(drivers) + 1
    columns = tuple(months[start::width] for start in range(width))
    return least_squares(columns[0], columns[1:])


def _known(value: float | None) -> float:
    if value is None:
        raise ArithmeticError("not defined")
    return value


@formula("b of use = b(0) + Σ b(k) · driver(k) with the least Σ (use - model)^2", _OLS)
def ols_coefficient(number: float, drivers: float, *months: float) -> float:
    """The coefficient of a driver, from 1; of number 0 the use where all drivers are zero."""
    return _fit(drivers, months).coefficients[int(number)]


@formula("standard error of b", _OLS)
def ols_error(number: float, drivers: float, *months: float) -> float:
    """The standard error of a coefficient, in its unit."""
    return _known(_fit(drivers, months).errors[int(number)])


@formula("b / standard error", _OLS)
def ols_t(number: float, drivers: float, *months: float) -> float:
    """The t value of a coefficient."""
    return _known(_fit(drivers, months).t_values[int(number)])


@formula("probability of a larger |t| by chance", _OLS)
def ols_p(number: float, drivers: float, *months: float) -> float:
    """The p value of a coefficient, two-sided."""
    return _known(_fit(drivers, months).p_values[int(number)])


@formula("R2 = 1 - Σ (use - model)^2 / Σ (use - mean)^2", _OLS)
def ols_r2(drivers: float, *months: float) -> float:
    """The share of the variation that the model explains."""
    return _known(_fit(drivers, months).r2)


@formula("1 - (1 - R2) · (n - 1) / (n - p)", _OLS)
def ols_adjusted_r2(drivers: float, *months: float) -> float:
    """R2 that does not grow by drivers that explain nothing."""
    return _known(_fit(drivers, months).adjusted_r2)


@formula("√(Σ (use - model)^2 / (n - p))", _OLS)
def ols_rmse(drivers: float, *months: float) -> float:
    """The standard error of the model, in the unit of the use; p coefficients, n months."""
    return _fit(drivers, months).rmse


@formula("Σ (use - model) / (n - p)", _G14)
def ols_bias(drivers: float, *months: float) -> float:
    """The mean of what the model leaves over; zero but for rounding in the months of the fit."""
    residuals = _fit(drivers, months).residuals
    return sum(residuals) / (len(residuals) - int(drivers) - 1)


@formula(
    "Σ e(i) · e(i-1) / Σ e(i)^2",
    N_("definition of the autocorrelation at lag 1; e: use - model, month after month"),
)
def lag_one_autocorrelation(drivers: float, *months: float) -> float:
    """How much the residual of a month is like that of the month before, from -1 to 1."""
    residuals = _fit(drivers, months).residuals
    squares = sum(one * one for one in residuals)
    products = sum(one * other for one, other in pairwise(residuals))
    return products / squares if squares else 0.0


@formula("Σ use / n", N_("definition of a mean"))
def mean_use(months: float, *use: float) -> float:
    """Use a month, mean of the baseline."""
    return sum(use, 0.0) / months


@formula("√(Σ (use - model)^2 / (n - p)) / mean use", _G14)
def cv_rmse(rmse: float, mean: float) -> float:
    """The standard error of the model as a share of the mean use."""
    return rmse / mean


@formula("Σ (use - model) / ((n - p) · mean use)", _G14)
def nmbe(bias: float, mean: float) -> float:
    """The mean bias as a share of the mean use."""
    return bias / mean


@formula("t by which |t| of a distribution with n - p degrees stays below", N_("Student, 1908"))
def t_of(confidence: float, months: float, coefficients: float) -> float:
    """The two-sided quantile of Student's t."""
    return student_t(confidence, months - coefficients)


@formula("n · (1 - ρ) / (1 + ρ)", REDDY)
def effective_months(months: float, autocorrelation: float) -> float:
    """Months that independent residuals would need to tell as much; ρ below zero counts as zero."""
    rho = larger(autocorrelation, 0.0)
    return months * (1 - rho) / (1 + rho)
