"""Charges by law: what a plant pays in one state, and what an option saves of it.

A charge is not linear: small plants pay a fixed part only, and a power factor above the limit costs
nothing. So it is calculated before and after, and the saving is the difference, line by line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..diagnostics import Diagnostic
from ..diagnostics.codes import law as codes
from ..domain import Audit, Charge, ChargeClass
from ..figure import Assumed, Figure, derive, formula, total
from ..language import N_
from .balance import Baseline, impacts_of, open_loads, with_open_loads
from .reactive import REACTIVE, State, reactive_line, state_of
from .results import Intensities
from .rounding import ROUNDING

FIXED = "fixed"
DAYS = 365.0
# substances that few plants discharge: where nothing is written there is most likely none
_RARE = frozenset({"hg", "pb", "as", "cd"})

Lines = Mapping[str, Figure]


@formula("amount · rate", N_("definition of a charge by amount"))
def charge_by_amount(amount: float, rate: float) -> float:
    """Money a year from units a year and money per unit."""
    return amount * rate


@formula("volume a year / 365", N_("mean daily flow"))
def daily_flow(volume: float) -> float:
    """m3 a day from m3 a year."""
    return volume / DAYS


@formula("charge before - charge after", N_("definition of a saving"))
def charge_saved(before: float, after: float) -> float:
    """Money a year."""
    return before - after


def charges_in(audit: Audit, state: State, intensities: Intensities) -> dict[str, Lines]:
    """Every charge of the audit in a state, by charge and line, money a year."""
    if not audit.charges:
        return {}
    impacts = with_open_loads(audit, impacts_of(state.amounts, intensities))
    return {id: _lines(audit, one, state, impacts) for id, one in audit.charges.items()}


def _lines(
    audit: Audit, charge: Charge, state: State, impacts: Mapping[str, Figure | None]
) -> Lines:
    lines: dict[str, Figure] = {}
    paying = _class_of(charge, impacts.get("wastewater"))
    if paying is not None:
        if paying.fixed is not None:
            lines[FIXED] = paying.fixed
        for impact, rate in paying.rates.items():
            amount = impacts.get(impact)
            if amount is not None:
                lines[impact] = derive(charge_by_amount, audit.currency, amount=amount, rate=rate)
        for stream, rate in paying.stream_rates.items():
            amount = state.amounts[stream]
            lines[stream] = derive(charge_by_amount, audit.currency, amount=amount, rate=rate)
    reactive = reactive_line(audit, charge, state)
    if reactive is not None:
        lines[REACTIVE] = reactive
    return lines


def _class_of(charge: Charge, wastewater: Figure | None) -> ChargeClass | None:
    """The first class whose daily flow the plant reaches; classes without one are for all.

    None where the flow decides and nothing tells it.
    """
    flow = 0.0
    if wastewater is not None:
        flow = derive(daily_flow, "m3/day", volume=wastewater).value
    elif _is_by_flow(charge):
        return None
    least = flow * (1 + ROUNDING)
    return next((one for one in charge.classes if one.least is None or least >= one.least), None)


def _is_by_flow(charge: Charge) -> bool:
    return any(one.least is not None for one in charge.classes)


def charges_saved(
    audit: Audit,
    before: Mapping[str, Lines],
    after: Mapping[str, Lines],
    saved: Mapping[str, Figure],
    intensities: Intensities,
) -> dict[str, Lines]:
    """What falls away of each line of each charge; a line that begins counts as negative.

    What is not known of streams that the option leaves alone falls out of the difference: a saving
    is partial only where something is not known of what is `saved`.
    """
    nothing = Figure(0.0, audit.currency, Assumed(N_("nothing is charged")))
    left_open = _left_open(audit, saved, intensities)
    found: dict[str, Lines] = {}
    for id, lines in before.items():
        saved_lines = {}
        for line in dict.fromkeys((*lines, *after[id])):
            ends = lines.get(line, nothing), after[id].get(line, nothing)
            made = derive(charge_saved, audit.currency, before=ends[0], after=ends[1])
            is_open = line in left_open or (line == REACTIVE and made.partial and made.value != 0)
            saved_lines[line] = made._replace(partial=is_open)
        found[id] = saved_lines
    return found


def _left_open(audit: Audit, saved: Mapping[str, Figure], intensities: Intensities) -> set[str]:
    """The impacts that streams of which something is saved have by an amount that nothing tells."""
    changed = [id for id, figure in saved.items() if figure.value]
    untold = {
        impact for id in changed for impact, known in intensities[id].items() if known is None
    }
    return untold | open_loads(audit, changed)


def paid(audit: Audit, charges: Mapping[str, Lines]) -> list[tuple[str, Figure]]:
    """The lines that are money of their own, named; not those that prices hold already."""
    return [
        (f"{id}: {line}", figure)
        for id, lines in charges.items()
        if not audit.charges[id].in_prices
        for line, figure in lines.items()
    ]


def with_charges(baseline: Baseline, audit: Audit, intensities: Intensities) -> Baseline:
    """The baseline with what the plant pays by law."""
    if not audit.charges:
        return baseline
    charges = charges_in(audit, state_of(audit), intensities)
    lines = paid(audit, charges)
    if not lines:
        return replace(baseline, charges=charges)
    cost = total(audit.currency, [*baseline.costs.items(), *lines])
    return replace(baseline, charges=charges, cost=cost)


def said_of_charges(audit: Audit, baseline: Baseline) -> list[Diagnostic]:
    """Charges by something that the audit does not tell."""
    found = []
    wastewater = baseline.impacts["wastewater"]
    for id, charge in audit.charges.items():
        lines = baseline.charges[id]
        paying = _class_of(charge, wastewater)
        needed = set(paying.rates) if paying is not None else set()
        if wastewater is None and _is_by_flow(charge):
            needed = {"wastewater"}
        silent = sorted(needed - set(lines) - _RARE)
        if silent:
            bases = ", ".join(silent)
            found.append(codes.CHARGE_WITHOUT_BASE.at(None, id=id, bases=bases))
        elif paying is not None and not lines and charge.power_factor is None:
            found.append(codes.CHARGE_WITHOUT_FUEL.at(None, id=id))
    return found
