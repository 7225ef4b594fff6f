"""`factors:` of the file: values that go before the library's, each under the library's own id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostics import Mistake
from ..diagnostics.codes import factors as codes
from ..diagnostics.codes import plausibility, references
from ..diagnostics.similar import similar_to
from ..figure import Figure
from ..language import N_
from ..schema.given import Given
from .amounts import refuse_negative
from .context import Context
from .conversions import plain_figure

if TYPE_CHECKING:
    from ..factors.catalogue import Entry

# groups and kinds of values that amounts are divided by
_DIVIDE = {"ncv", "ncv_volume", "gcv_dry", "density", "energy", "exchange"}


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
            context.own[str(id)] = _own_value(given, entry)
        except Mistake as mistake:
            context.say(mistake.diagnostic)


def _own_value(given: Given, entry: Entry) -> Figure:
    """The file's value in the library's unit. Raises Mistake for one that can't be."""
    factor = entry.factor
    value = plain_figure(given, factor.unit, N_("this factor"), factor.written)
    refuse_negative(value, given, factor.id)
    if not value.value and {entry.group, entry.kind} & _DIVIDE:
        raise Mistake(plausibility.NOT_POSITIVE.at(given.span, key=factor.id))
    return value


def used_own_factors(context: Context) -> dict[str, Figure]:
    """The file's own values that the audit rests on; a warning for each that nothing uses."""
    for id in context.file.factors:
        if str(id) in context.own and str(id) not in context.own_used:
            context.say(references.FACTOR_NOT_USED.at(id.span, id=id))
    return {id: figure for id, figure in context.own.items() if id in context.own_used}
