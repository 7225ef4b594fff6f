"""Energy, system and waste of a centre: money of the period, or streams at their price."""

from __future__ import annotations

from collections.abc import Mapping

from ...diagnostics import Mistake, Word
from ...diagnostics.codes import flows as codes
from ...diagnostics.codes import plausibility
from ...diagnostics.similar import listed
from ...domain import Stream, StreamKind
from ...domain.material_flow import Cost, Purchase
from ...figure import Figure, derive, formula
from ...language import N_
from ...schema.given import Given
from ...schema.material_flow import ALONE, Costs
from ...source import Text
from ...units import dimension, money_of
from ..amounts import (
    per_year,
    refuse_negative,
    refuse_other_than_percent,
    unit_written,
    yearly_amount,
)
from ..bases import bases_of
from ..context import Context, entered
from ..conversions import wrong_dimension
from ..money import in_currency

KINDS: Mapping[StreamKind, str] = {"resource": N_("resource"), "discharge": N_("discharge")}
_MONEY = ("money", "money/period")


@formula("amount · share", N_("definition of a share"))
def share_of_amount(amount: float, share: float) -> float:
    """The part of a yearly amount that a centre uses, in the same unit."""
    return amount * share


def costs_of(
    context: Context,
    costs: Costs,
    streams: Mapping[str, Stream],
    kind: StreamKind | None,
    subject: str,
) -> dict[str, Cost]:
    """Every cost by its name; streams are those of a kind, none where only money is read.

    What is wrong with one of them is told, and the others go on.
    """
    found: dict[str, Cost] = {}
    for name, given in costs.items():
        try:
            if name == ALONE or kind is None or dimension(given.quantity.unit) in _MONEY:
                found[str(name)] = money_of_period(context, given, subject)
            elif name in streams or not is_declared(context, name):
                stream = stream_of(name, streams, kind)
                amount = amount_of_stream(context, given, stream)
                found[str(name)] = Purchase(amount, stream.price)
        except Mistake as mistake:
            context.say(mistake.diagnostic)
    return found


def money_of_period(context: Context, given: Given, subject: str) -> Figure:
    """Money of the audit's period as money a year; of a year where it says so. Raises Mistake."""
    written_in = money_of(given.quantity.unit)
    for suffix in ("", "/yr") if written_in is not None else ():
        value = given.quantity.to(f"{written_in}{suffix}")
        if value is not None and written_in is not None:
            money = entered(given, value, written_in)
            refuse_negative(money, given, Word(subject))
            figure = in_currency(context, given, money, written_in, "")
            return figure if suffix else per_year(context, figure)
    raise wrong_dimension(given, context.currency, subject)


def stream_of(name: Text, streams: Mapping[str, Stream], kind: StreamKind) -> Stream:
    """The stream of a kind that is meant. Raises Mistake."""
    stream = streams.get(name)
    if stream is not None and stream.kind == kind:
        return stream
    known = listed(id for id, one in streams.items() if one.kind == kind)
    raise Mistake(
        codes.UNKNOWN_STREAM.at(name.span, text=name, kind=Word(KINDS[kind]), known=known)
    )


def amount_of_stream(context: Context, given: Given, stream: Stream) -> Figure:
    """An amount a year of a stream, written as an amount or as a share. Raises Mistake."""
    quantity = given.quantity
    if dimension(unit_written(context, given)) != "ratio":
        bases = bases_of(stream.factors, stream.unit)
        return yearly_amount(context, given, stream.unit, bases, stream.id)
    refuse_other_than_percent(given)
    share = entered(given, quantity.to("unit") or 0.0, "unit")
    refuse_negative(share, given, stream.id)
    if share.value > 1:
        raise Mistake(plausibility.SHARE_OVER_100.at(given.span, text=quantity.text))
    return derive(share_of_amount, stream.unit, amount=stream.amount, share=share)


def is_declared(context: Context, name: Text) -> bool:
    """Whether a stream is in the file: what is wrong with it is told already."""
    return name in context.file.resources or name in context.file.discharges
