"""The formulas of months, savings and rates, on floats."""

from __future__ import annotations

from ...figure import formula
from ...language import N_
from .statistics import REDDY

_SEP = N_("U.S. DOE, Superior Energy Performance M&V Protocol for Industry: forecast adjustment")
_IPMVP = "IPMVP Core Concepts (EVO 10000-1)"


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


@formula("1.26 · t · CV(RMSE) · √(n / n' · (1 + 2 / n') / m) · adjusted baseline", REDDY)
def savings_uncertainty(
    t: float, cv: float, months: float, effective: float, reported: float, adjusted: float
) -> float:
    """Half the interval of the avoided use of m months, in its unit; n' effective months of n."""
    noise: float = (months / effective * (1 + 2 / effective) / reported) ** 0.5
    return 1.26 * t * cv * noise * adjusted


@formula("uncertainty / |avoided use|", REDDY)
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
