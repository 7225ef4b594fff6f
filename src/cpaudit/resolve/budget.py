"""The budget of a selection, and the plants' money in its currency."""

from __future__ import annotations

from collections.abc import Sequence

from ..diagnostics import Diagnostic, Mistake, Source, Span
from ..diagnostics.codes import selection as codes
from ..engine.results import Assessment
from ..engine.selection import Plant, is_solver_there
from ..factors import Library
from ..figure import Entered, Figure
from ..units import money_of, parse_quantity
from .money import rate_in

_EXAMPLE = "2 billion VND"


def budget_of(text: str) -> Figure:
    """An amount of money as one writes it. Raises Mistake for anything else."""
    source = Source("--budget", text)
    quantity = parse_quantity(text, None, Span(source, 1, 1, len(text)), _EXAMPLE)
    currency = money_of(quantity.unit)
    value = None if currency is None else quantity.to(currency)
    if currency is None or value is None:
        raise Mistake(codes.NOT_MONEY.at(quantity.span, text=text))
    if value < 0:
        raise Mistake(codes.NEGATIVE_BUDGET.at(quantity.span, text=text))
    return Figure(value, currency, Entered(quantity.span, text))


def plants_for(
    assessments: Sequence[Assessment], currency: str, library: Library
) -> tuple[list[Plant], list[Diagnostic]]:
    """The plants with the rates to a currency; errors for those without, and without a solver."""
    plants: list[Plant] = []
    found: list[Diagnostic] = [] if is_solver_there() else [codes.NO_SOLVER.at(None)]
    for one in assessments:
        audit = one.audit
        rate = None
        if audit.currency != currency:
            rate = rate_in(audit, currency, library)
            values = {"file": audit.file, "currency": audit.currency, "target": currency}
            if rate is None:
                found.append(codes.NO_RATE.at(None, **values, year=str(audit.period.year)))
                continue
            if currency not in audit.rates:
                said = codes.RATE_USED.at(None, file=audit.file, target=currency, rate=rate)
                found.append(said)
        plants.append(Plant(one, rate))
    return plants, found
