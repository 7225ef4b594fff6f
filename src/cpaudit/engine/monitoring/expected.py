"""What the options at work were expected to save in each month, at their turns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ...diagnostics import Diagnostic
from ...domain import Audit, Package
from ...domain.monitoring import FollowUp, Monitoring, Month
from ...figure import Figure, derive
from ..results import Assessment
from ..savings import apply_package
from . import formulas


class Turns(NamedTuple):
    """What each option at work saves a year at its turn, by option and stream."""

    saved: Mapping[str, Mapping[str, Figure]]
    relative: Mapping[str, frozenset[str]]


def turns_of(assessment: Assessment, section: Monitoring) -> tuple[Turns, list[Diagnostic]]:
    """The options at work as one package; with errors where one saves more than there is."""
    audit = assessment.audit
    ids = _in_order(audit, section.options)
    turns, found = apply_package(audit, Package("monitoring", ids, None))
    relative = {
        id: frozenset(one.stream for one in audit.options[id].savings if one.relative) for id in ids
    }
    return Turns({id: one.saved for id, one in turns.items()}, relative), found


def _in_order(audit: Audit, at_work: Mapping[str, FollowUp]) -> tuple[str, ...]:
    """The options in the order of the first package that holds them all, else of the file."""
    for package in audit.packages.values():
        if set(at_work) <= set(package.options):
            return tuple(id for id in package.options if id in at_work)
    return tuple(id for id in audit.options if id in at_work)


def is_at_work(follow_up: FollowUp, month: Month) -> bool:
    """Whether an option counts in a month: from the one it was implemented in."""
    return follow_up.since is None or follow_up.since <= month


def expected_in(
    audit: Audit, turns: Turns, option: str, stream: str, model: Figure | None
) -> Figure:
    """What an option is to save of a stream in a month.

    A share goes with `model`, the use of the month by the stream's model, where there is one; an
    amount is the same in every month.
    """
    saving, amount = turns.saved[option][stream], audit.streams[stream].amount
    if model is None or stream not in turns.relative[option] or not amount.value:
        return derive(formulas.expected_amount, saving.unit, saving=saving)
    inputs = {"saving": saving, "amount": amount, "model": model}
    return derive(formulas.expected_share, saving.unit, **inputs)
