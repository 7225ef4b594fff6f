"""Can a figure that a report states come from the quantities of the audit?"""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from ..diagnostics import Diagnostic
from ..diagnostics.codes import figures as codes
from ..domain import Reported
from ..engine.nodes import Node
from ..engine.paths import tree_for
from ..engine.results import Assessment
from ..figure import About
from ..units.slips import slip_of
from .expectations import compared


def reported_outside(assessment: Assessment) -> list[Diagnostic]:
    """A warning for each reported figure outside the interval of what it is calculated from.

    Where the two differ by a power of ten, that is said instead.
    """
    reported = assessment.audit.reported
    tree = tree_for(assessment, [one.path for one in reported])
    found = (_check(one, tree) for one in reported)
    return [said for said in found if said is not None]


def _check(reported: Reported, tree: Mapping[str, Node]) -> Diagnostic | None:
    found = compared(reported, tree)
    if isinstance(found, Diagnostic):
        return found
    figure, ratio = found
    value, rounding = reported.value * ratio, reported.half_digit * ratio
    from ..engine.uncertainty import interval_of  # few audits report figures

    interval = interval_of(figure)
    # a sum that leaves something out is the least that it can be; a saving can be anything
    is_saving = reported.path.startswith(("options.", "packages."))
    low = -inf if figure.partial and is_saving else interval.low
    high = inf if figure.partial else interval.high
    if low - rounding <= value <= high + rounding:
        return None
    said = {"figure": reported.path, "reported": reported.text, "actual": About(figure)}
    power = slip_of(value / figure.value) if figure.value else None
    if power is not None:
        return codes.REPORTED_SLIP.at(reported.span, factor=10 ** abs(power), **said)
    return codes.REPORTED_OUTSIDE.at(
        reported.span,
        **said,
        low=About(figure._replace(value=interval.low)),
        high=About(figure._replace(value=interval.high)),
        ratio=value / figure.value if figure.value else "∞",
    )
