"""Values that stand apart: by the modified z-score, and by a power of ten.

The modified z-score of a value x is 0.6745 (x - median) / MAD, MAD the median of the distances from
the median. Iglewicz and Hoaglin call values beyond 3.5 potential outliers: How to Detect and Handle
Outliers, ASQC Basic References in Quality Control, vol. 16 (1993).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from ...diagnostics import Diagnostic
from ...diagnostics.codes import bills as codes
from ...figure import About, Assumed, Figure
from ...units.slips import slip_of
from .bill import Bill

LIMIT = 3.5
# in a steady series the score of a small change is high too
_LEAST_SHARE = 0.25
_NORMAL = 0.6745
# a median of fewer bills says little
FEWEST = 6


def modified_z_scores(values: Sequence[float]) -> list[float | None]:
    """The score of each value; None where more than half of them are equal."""
    middle = median(values)
    spread = median(abs(value - middle) for value in values)
    return [_NORMAL * (value - middle) / spread if spread else None for value in values]


def outliers_in(bills: Sequence[Bill]) -> Iterator[Diagnostic]:
    """A warning for each value a day that stands apart from those of the other bills.

    Of deliveries, which are on one day, the values themselves are compared. Credit notes are not.
    """
    unit = bills[0].quantity.unit
    values = [(bill, bill.quantity.to(unit)) for bill in bills if bill.quantity.value >= 0]
    daily = [(bill, value / bill.days.length) for bill, value in values if value is not None]
    yield from apart(daily, unit if bills[0].days.is_delivery else f"{unit}/day")


def apart(pairs: Sequence[tuple[Bill, float]], unit: str) -> Iterator[Diagnostic]:
    """A warning at each bill whose value, given beside it, stands apart from the others."""
    if len(pairs) < FEWEST:
        return
    bills, values = zip(*pairs, strict=True)
    middle = median(values)
    about = {"median": _about(middle, unit)}
    for bill, value, score in zip(bills, values, modified_z_scores(values), strict=True):
        power = slip_of(value / middle) if middle > 0 else None
        said = {"value": _about(value, unit), **about}
        if power is not None:
            code = codes.SLIP if power > 0 else codes.SLIP_BELOW
            yield code.at(bill.quantity.span, factor=10 ** abs(power), **said)
        elif score is not None and _is_odd(value, middle, score):
            yield codes.OUTLIER.at(bill.quantity.span, score=float(f"{score:.1f}"), **said)


def _is_odd(value: float, middle: float, score: float) -> bool:
    return abs(score) > LIMIT and abs(value - middle) > _LEAST_SHARE * abs(middle)


def _about(value: float, unit: str) -> About:
    return About(Figure(value, unit, Assumed("")))
