"""The formulas of monitoring, on floats.

Those of a regression take the number of its drivers, then month by month the use and the drivers.
"""

from __future__ import annotations

from itertools import pairwise

from ...figure import formula
from ...language import N_
from ..elementwise import larger
from .regression import Fit, least_squares, student_t

_OLS = N_("ordinary least squares, by statsmodels; IPMVP Core Concepts (EVO 10000-1), option C")
_G14 = "ASHRAE Guideline 14-2014"
_REDDY = (
    "ASHRAE Guideline 14-2014; Reddy & Claridge, Uncertainty of “measured” energy savings from "
    "statistical baseline models, HVAC&R Research 6 (2000)"
)
_SEP = N_("U.S. DOE, Superior Energy Performance M&V Protocol for Industry: forecast adjustment")
_IPMVP = "IPMVP Core Concepts (EVO 10000-1)"


def _fit(drivers: float, months: tuple[float, ...]) -> Fit:
    width = int(drivers) + 1
    columns = tuple(months[start::width] for start in range(width))
    return least_squares(columns[0], columns[1:])


def _known(value: float | None) -> float:
    if value is None:
        raise ValueError("not defined")
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


@formula("b(0) + Σ b(k) · driver(k)", N_("ISO 50006:2014, energy baseline by a model"))
def model_use(base: float, *pairs: float) -> float:
    """Use of a month by the baseline's model; coefficients and drivers alternate."""
    terms = zip(pairs[::2], pairs[1::2], strict=True)
    return base + sum((coefficient * driver for coefficient, driver in terms), 0.0)


@formula("model + Σ non-routine adjustments", _IPMVP)
def adjusted_use(model: float, *adjustments: float) -> float:
    """Use of a month as it would have been without the options."""
    return model + sum(adjustments, 0.0)


@formula("adjusted baseline - actual use", _IPMVP)
def avoided_use(adjusted: float, actual: float) -> float:
    """Use of a month that was avoided; negative where more was used."""
    return adjusted - actual


@formula(
    "CUSUM of the month before + actual use - adjusted baseline",
    "Carbon Trust, Monitoring and targeting (CTG008): cumulative sum of differences",
)
def cusum_of(before: float, actual: float, adjusted: float) -> float:
    """What was used more since the reporting began; negative is a saving."""
    return before + actual - adjusted


@formula("actual use / adjusted baseline", _SEP)
def senpi_of(actual: float, adjusted: float) -> float:
    """The SEnPI; below 1 less is used than by the baseline."""
    return actual / adjusted


@formula("t by which |t| of a distribution with n - p degrees stays below", N_("Student, 1908"))
def t_of(confidence: float, months: float, coefficients: float) -> float:
    """The two-sided quantile of Student's t."""
    return student_t(confidence, months - coefficients)


@formula("n · (1 - ρ) / (1 + ρ)", _REDDY)
def effective_months(months: float, autocorrelation: float) -> float:
    """Months that independent residuals would need to tell as much; ρ below zero counts as zero."""
    rho = larger(autocorrelation, 0.0)
    return months * (1 - rho) / (1 + rho)


@formula("1.26 · t · CV(RMSE) · √(n / n' · (1 + 2 / n') / m) · adjusted baseline", _REDDY)
def savings_uncertainty(
    t: float, cv: float, months: float, effective: float, reported: float, adjusted: float
) -> float:
    """Half the interval of the avoided use of m months, in its unit; n' effective months of n."""
    noise: float = (months / effective * (1 + 2 / effective) / reported) ** 0.5
    return 1.26 * t * cv * noise * adjusted


@formula("uncertainty / |avoided use|", _REDDY)
def fractional_uncertainty(uncertainty: float, avoided: float) -> float:
    """The fractional savings uncertainty."""
    return uncertainty / abs(avoided)


@formula("saving a year / 12", N_("definition of a month as the twelfth part of a year"))
def expected_amount(saving: float) -> float:
    """What an option is expected to save in a month, of a saving that is an amount."""
    return saving / 12


@formula(
    "saving a year / use a year · model of the month",
    N_("a share is of what would have been used: it goes with production"),
)
def expected_share(saving: float, amount: float, model: float) -> float:
    """What an option is expected to save in a month, of a saving that is a share."""
    return saving / amount * model


@formula(
    "(avoided - measured and extra use) · expected / Σ expected",
    N_("assumption: options on one stream fall short of, or exceed, what is expected alike"),
)
def shared_saving(avoided: float, known: float, expected: float, together: float) -> float:
    """An option's part of what a stream has avoided in a month."""
    return (avoided - known) * expected / together


@formula("realised / expected", N_("definition of the realisation rate"))
def realisation_rate(realised: float, expected: float) -> float:
    """The part of what was expected that was realised."""
    return realised / expected


@formula("options implemented / options proposed", N_("definition of the implementation rate"))
def implementation_rate(implemented: float, proposed: float) -> float:
    """The part of the options that was carried out; rejected ones were not proposed."""
    return implemented / proposed


@formula("measured a year · months / 12", N_("definition of an amount a year"))
def measured_saving(measured: float, months: float) -> float:
    """What a measured option has saved in its months at work."""
    return measured * months / 12
