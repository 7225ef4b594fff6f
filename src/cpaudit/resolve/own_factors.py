"""`factors:` of the file: values that go before the library's, each under the library's own id."""

from __future__ import annotations

from ..diagnostics import Mistake
from ..diagnostics.codes import factors as codes
from ..diagnostics.codes import references
from ..diagnostics.similar import similar_to
from ..figure import Figure
from ..language import N_
from .context import Context
from .conversions import plain_figure


def resolve_own_factors(context: Context) -> None:
    """Put the file's own values into `context.own`, in the unit that the library's has."""
    written = context.file.factors
    if not written:
        return
    from ..factors.catalogue import every_entry  # the whole library: only who overrides needs it

    known = {entry.factor.id: entry.factor for entry in every_entry(context.library)}
    for id, given in written.items():
        factor = known.get(str(id))
        if factor is None:
            near = similar_to(id, known, cutoff=0.5)
            context.say(codes.UNKNOWN_FACTOR.at(id.span, text=id, known=near or "–"))
            continue
        try:
            example = factor.written
            value = plain_figure(given, factor.unit, N_("this factor"), example)
        except Mistake as mistake:
            context.say(mistake.diagnostic)
            continue
        context.own[str(id)] = value


def used_own_factors(context: Context) -> dict[str, Figure]:
    """The file's own values that the audit rests on; a warning for each that nothing uses."""
    for id in context.file.factors:
        if str(id) in context.own and str(id) not in context.own_used:
            context.say(references.FACTOR_NOT_USED.at(id.span, id=id))
    return {id: figure for id, figure in context.own.items() if id in context.own_used}
