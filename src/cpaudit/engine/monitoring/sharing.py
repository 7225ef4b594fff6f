"""Which option has saved what of a stream's avoided use, month by month.

What was measured on an option is its own. Of the others, one that uses more of the stream is taken
to use what was expected; the rest is shared in proportion to what was expected of each.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from ...domain.monitoring import FollowUp, Month
from ...figure import Figure, derive, total
from . import formulas
from .model import counted
from .results import MonthResult

ByMonth = Mapping[Month, Figure]


class Shared(NamedTuple):
    """What an option has saved of a stream by month, and on how it is known."""

    months: dict[Month, Figure]
    basis: Literal["alone", "shared", "expected"]


def shares_of(
    stream: str,
    unit: str,
    months: Mapping[Month, MonthResult],
    expected: Mapping[str, ByMonth],
    follow_ups: Mapping[str, FollowUp],
) -> dict[str, Shared]:
    """The parts of the options that act on a stream and were not measured on it themselves."""
    measured = {id for id in expected if stream in follow_ups[id].measured}
    extra = _extra_users(expected, measured)
    found: dict[str, Shared] = {
        id: Shared({}, "expected" if id in extra else "alone")
        for id in expected
        if id not in measured
    }
    for month, row in months.items():
        at_work = {id: by_month[month] for id, by_month in expected.items() if month in by_month}
        known = [
            (id, _a_month(follow_ups[id].measured[stream])) for id in at_work if id in measured
        ]
        known += [(id, one) for id, one in at_work.items() if id in extra]
        for id in extra & at_work.keys():
            found[id].months[month] = at_work[id]
        sharing = {id: one for id, one in at_work.items() if id not in measured | extra}
        together = total(unit, sharing.items())
        if not together.value:
            continue  # nothing is expected of anybody: the month stays unattributed
        for id, one in sharing.items():
            inputs = {"known": total(unit, known), "expected": one, "together": together}
            part = derive(formulas.shared_saving, unit, avoided=row.avoided, **inputs)
            found[id].months[month] = part
            if len(sharing) > 1 or known:
                found[id] = found[id]._replace(basis="shared")
    return found


def _extra_users(expected: Mapping[str, ByMonth], measured: set[str]) -> set[str]:
    """Options that are to use more of the stream, unless only such ones act on it."""
    sums = {id: sum(one.value for one in by_month.values()) for id, by_month in expected.items()}
    extra = {id for id, together in sums.items() if together < 0 and id not in measured}
    return set() if extra == set(expected) else extra


def _a_month(measured: Figure) -> Figure:
    return derive(formulas.measured_saving, measured.unit, measured=measured, months=counted(1))
