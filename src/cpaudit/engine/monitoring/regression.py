"""Ordinary least squares by statsmodels, and Student's t by SciPy: the one place that asks them.

statsmodels is an extra. It is imported where a model is fitted, so that all else does without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import isfinite
from typing import NamedTuple

from ...diagnostics import Diagnostic
from ...diagnostics.codes import regression as codes

Column = tuple[float, ...]
_NOISE = 1e-12


class Fit(NamedTuple):
    """A fitted line: first the value at zero of all drivers, then a coefficient for each of them.

    A statistic that is not defined, such as R2 of a use that never changes, is None. `rmse` is the
    root of the squared residuals over months less coefficients, in the unit of the use.
    """

    coefficients: tuple[float, ...]
    errors: tuple[float | None, ...]
    t_values: tuple[float | None, ...]
    p_values: tuple[float | None, ...]
    r2: float | None
    adjusted_r2: float | None
    rmse: float
    residuals: tuple[float, ...]


@lru_cache(maxsize=512)
def least_squares(use: Column, drivers: tuple[Column, ...]) -> Fit:
    """The use of each month by its drivers, a column for each; more months than coefficients."""
    import numpy
    from statsmodels.regression.linear_model import OLS

    design = numpy.column_stack([numpy.ones(len(use)), *drivers])
    with numpy.errstate(all="ignore"):
        # by QR, which keeps more digits than normal equations where drivers are nearly alike
        fitted = OLS(numpy.array(use, dtype=float), design).fit(method="qr")
        is_varied = bool(drivers) and max(use) > min(use)
        # what rounding leaves of a perfect fit would look like a pattern
        is_perfect = float(abs(fitted.resid).max()) <= _NOISE * max(map(abs, use))
        return Fit(
            coefficients=tuple(fitted.params.tolist()),
            errors=_told(fitted.bse),
            t_values=_told(fitted.tvalues),
            p_values=_told(fitted.pvalues),
            r2=float(fitted.rsquared) if is_varied else None,
            adjusted_r2=float(fitted.rsquared_adj) if is_varied else None,
            rmse=0.0 if is_perfect else float(fitted.mse_resid) ** 0.5,
            residuals=(0.0,) * len(use) if is_perfect else tuple(fitted.resid.tolist()),
        )


def _told(values: Sequence[float]) -> tuple[float | None, ...]:
    return tuple(float(one) if isfinite(one) else None for one in values)


def independent(columns: Sequence[Column]) -> int:
    """How many of the columns, a constant one before them, are independent of one another."""
    import numpy

    every = numpy.column_stack([numpy.ones(len(columns[0])), *columns])
    return int(numpy.linalg.matrix_rank(every / numpy.linalg.norm(every, axis=0)))


def student_t(confidence: float, freedom: float) -> float:
    """The t that a two-sided interval of the confidence reaches, with degrees of freedom."""
    from scipy.stats import t

    return float(t.ppf((1 + confidence) / 2, freedom))


def missing_for_regression() -> Diagnostic | None:
    """What keeps models from being fitted: the extra that they need is not installed."""
    try:
        import statsmodels.regression.linear_model  # noqa: F401
    except ImportError:
        return codes.STATSMODELS_MISSING.at(None)
    return None
