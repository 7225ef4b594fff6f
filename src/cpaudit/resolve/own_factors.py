"""`factors:` of the file: values that go before the library's, each under the library's own id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics import Mistake
from ..diagnostics.codes import factors as codes
from ..diagnostics.codes import plausibility, references
from ..diagnostics.similar import similar_to
from ..factors.values import must_be_positive
from ..figure import Factor, Figure
from ..language import N_
from ..schema.given import Given
from .amounts import refuse_negative
from .context import Context
from .conversions import plain_figure

if TYPE_CHECKING:
    from ..factors.catalogue import Entry


def resolve_own_factors(context: Context) -> None:
    """Put the file's own values into `context.own`, in the unit that the library's has."""
    written = context.file.factors
    if not written:
        return
    from ..factors.catalogue import every_entry  # the whole library: only who overrides needs it

    known = {entry.factor.id: entry for entry in every_entry(context.library)}
    for id, given in written.items():
        entry = known.get(str(id))
        if entry is None:
            near = similar_to(id, known, cutoff=0.5)
            context.say(codes.UNKNOWN_FACTOR.at(id.span, text=id, known=near or "–"))
            continue
        try:
            value = context.own[str(id)] = _own_value(given, entry)
            _say_if_outside(context, given, value, entry.factor)
        except Mistake as mistake:
            context.say(mistake.diagnostic)


def _own_value(given: Given, entry: Entry) -> Figure:
    """The file's value in the library's unit. Raises Mistake for one that can't be."""
    factor = entry.factor
    value = plain_figure(given, factor.unit, N_("this factor"), factor.written)
    refuse_negative(value, given, factor.id)
    if not value.value and (must_be_positive(entry.group) or must_be_positive(entry.kind)):
        raise Mistake(plausibility.NOT_POSITIVE.at(given.span, key=factor.id))
    return value


def _say_if_outside(context: Context, given: Given, value: Figure, factor: Factor) -> None:
    """A warning where a value lies beyond all that the library holds possible."""
    low, high = factor.low, factor.high
    if low is None or high is None or factor.is_range or low <= value.value <= high:
        return
    ends = {"low": value._replace(value=low), "high": value._replace(value=high)}
    context.say(references.FACTOR_OUTSIDE.at(given.span, id=factor.id, **ends))


def used_own_factors(context: Context) -> dict[str, Figure]:
    """The file's own values that the audit rests on; a warning for each that nothing uses."""
    for id in context.file.factors:
        if str(id) in context.own and str(id) not in context.own_used:
            context.say(references.FACTOR_NOT_USED.at(id.span, id=id))
    return {id: figure for id, figure in context.own.items() if id in context.own_used}
