"""What reactive power costs: the power factors of supplies, and what options make of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..diagnostics import Diagnostic
from ..diagnostics.codes import law as codes
from ..domain import Audit, Charge, Option
from ..figure import Figure, derive, formula, total
from .balance import cost_of
from .elementwise import larger

REACTIVE = "power_factor"
# the tables of k end with one row for everything below 0.60, and that row is 0.59
_TABLE_ENDS, _LAST_ROW = 0.60, 0.59


@formula(
    "bill · (limit / cos φ - 1), nothing from the limit on, cos φ below 0.60 counted as 0.59",
    "Viet Nam, Circular 15/2014/TT-BCT, Art. 3 and its table of k (before: 07/2006/TT-BCN)",
)
def reactive_charge(bill: float, limit: float, power_factor: float) -> float:
    """Money a year from the bill for active energy without tax, and two power factors."""
    counted = power_factor if power_factor >= _TABLE_ENDS else _LAST_ROW
    return bill * larger(0.0, limit / counted - 1)


class State(NamedTuple):
    """A plant before or after options: amounts of its streams, power factors of its supplies."""

    amounts: Mapping[str, Figure]
    power_factors: Mapping[str, Figure]


def state_of(audit: Audit) -> State:
    """The plant as it is."""
    streams = audit.streams.values()
    return State(
        {one.id: one.amount for one in streams},
        {one.id: one.power_factor for one in streams if one.power_factor is not None},
    )


def with_power_factor(state: State, option: Option) -> State:
    """The state in which an option keeps the power factor at its own, where that is higher."""
    better = option.power_factor
    if better is None:
        return state
    raised = {
        id: better if better.value > known.value else known
        for id, known in state.power_factors.items()
    }
    return state._replace(power_factors=raised)


def reactive_line(audit: Audit, charge: Charge, state: State) -> Figure | None:
    """What a charge for reactive power takes a year; None where it is not one or counts nothing.

    Partial where a supply has no price.
    """
    if charge.power_factor is None:
        return None
    parts = []
    is_open = any(audit.streams[id].price is None for id in state.power_factors)
    for id, known in state.power_factors.items():
        price = audit.streams[id].price
        if price is None:
            continue
        bill = derive(cost_of, audit.currency, amount=state.amounts[id], price=price)
        made = derive(
            reactive_charge,
            audit.currency,
            bill=bill,
            limit=charge.power_factor,
            power_factor=known,
        )
        parts.append((id, made))
    return total(audit.currency, parts)._replace(partial=is_open) if parts else None


def idle_power_factors(audit: Audit) -> list[Diagnostic]:
    """Options whose power factor changes nothing: no such charge, or no supply that is lower."""
    charged = any(one.power_factor is not None for one in audit.charges.values())
    known = [one.power_factor for one in audit.streams.values() if one.power_factor is not None]
    found = []
    for option in audit.options.values():
        better = option.power_factor
        if better is None or option.rejected:
            continue
        if not charged or all(figure.value >= better.value for figure in known):
            found.append(codes.POWER_FACTOR_NOT_USED.at(option.span, option=option.id))
    return found
