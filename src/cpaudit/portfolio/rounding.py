"""As few digits of a figure as pass what is expected of it, with room to spare."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, localcontext
from math import isfinite

from ..checks.expectations import is_met
from ..domain import Expectation
from ..figure import Figure
from ..units.writing import NumberForm

# shares of the tolerance that rounding may use up: a change in the last digits of a figure, as
# another order of a sum gives it, must not fail the next check
_ROOMS = (0.1, 1.0)
# a tolerance up to this asks for the figure itself: every digit that is sure in binary arithmetic
_AS_IT_IS = 1e-9
_SURE_DIGITS, _ALL_DIGITS = 15, 17
_PRECISION = 60


def text_within(
    form: NumberForm, expectation: Expectation, figure: Figure, ratio: float
) -> str | None:
    """The text of an expectation with a number that its figure passes; None where there is none.

    `ratio` is how many units of the figure make one of the expectation. The number has as many
    significant digits as the old one at least.
    """
    value = figure.value / ratio
    if not isfinite(value):
        return None
    with localcontext(prec=_PRECISION):
        target = Decimal(repr(value)) / form.scale
        is_exact = expectation.relative and expectation.tolerance <= _AS_IT_IS
        numbers = list(_roundings(target, form.significant, is_exact))
        for room in _ROOMS:
            for number in numbers:
                made = expectation._replace(value=float(number * form.scale))
                text = form.with_number(number) if is_met(made, figure, ratio, room) else None
                if text is not None:
                    return text
    return None


def _roundings(target: Decimal, significant: int, is_exact: bool) -> Iterator[Decimal]:
    """A number with more and more decimals, until every digit is there."""
    if not target:
        yield Decimal(0)
        return
    ahead = target.adjusted() + 1  # digits before the decimal mark, less than 0 for 0.01
    # rounding may bring one more, as 0.99 to 1.0 does
    least = max(0, significant - ahead - 1)
    if is_exact:
        sure = round(target, _SURE_DIGITS - ahead).normalize()
        exponent = sure.as_tuple().exponent
        assert isinstance(exponent, int)  # it is finite
        least = max(least, -exponent)
    most = max(least, max(significant, _ALL_DIGITS) - ahead)
    for places in range(least, most + 1):
        number = round(target, places)
        if number and number.adjusted() + 1 + places >= significant:
            yield number
