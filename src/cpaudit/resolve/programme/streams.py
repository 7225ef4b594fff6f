"""An amount that a row of a programme saves as a stream, the way that an audit goes.

It has the factors of the row's country and year, of the kind that the row or the file tells.
"""

from __future__ import annotations

from ...diagnostics import Diagnostic, Mistake, Word
from ...diagnostics.codes import plausibility, references
from ...diagnostics.codes import programme as codes
from ...domain import Period, Stream
from ...domain.discharges import DISCHARGES, LOADS
from ...language import N_
from ...schema import AuditFile
from ...schema.audit import Discharge, Plant, Resource
from ...schema.given import Given
from ...schema.period import PeriodGiven
from ...schema.programme.file import ResourceDetail, Saved
from ...source import Text
from ..context import Context, entered
from ..discharges import discharge_streams
from ..streams import resolve_streams
from .gathering import Gathering

# what keeps a fuel's emissions from being known, but not its amount
_WITHOUT_EMISSIONS = {
    references.KIND_MISSING: ("kind", N_("its kind is not told")),
    references.NO_CONVERSION: ("density", N_("its density is not told")),
}
# what is said of whole audits only
_NOT_SAID = (plausibility.NO_PRICE, references.FIRING_ASSUMED)


def stream_of(
    gathering: Gathering, context: Context, id: Text, given: Given, detail: ResourceDetail | None
) -> Stream | None:
    """The stream that a saving is of; None, with the reason in the context, if there is none."""
    size = given._replace(quantity=given.quantity._replace(value=abs(given.quantity.value)))
    name = str(id)
    kind = name.replace("_", "-")
    load = name.rpartition(".")[2]
    if name.startswith("wastewater.") and load in LOADS:
        names = {code: f"{one}: {load}" for code, one in DISCHARGES["wastewater"].names.items()}
        amount = entered(given, 1.0, "t")
        return Stream(name, "discharge", load, names, "t", amount, None, {}, span=id.span)
    found: dict[str, Stream] = {}
    if kind in DISCHARGES:
        entry = Discharge.model_construct(amount=size, kind=Text(kind))
        try:
            found = {name: discharge_streams(context, id, entry)[0]}
        except Mistake as mistake:
            context.say(mistake.diagnostic)
    elif name in gathering.library.resources:
        told = {} if detail is None else dict(detail)
        made = Resource.model_construct(**{"amount": size, **told})
        context.file = context.file.model_copy(update={"resources": {id: made}})
        found = resolve_streams(context)
    else:
        known = ", ".join([*gathering.library.resources, *DISCHARGES, "wastewater.COD"])
        context.say(codes.UNKNOWN_SAVED.at(id.span, text=id, known=known))
    return found.get(name)


def pass_on(gathering: Gathering, context: Context, id: Text) -> bool:
    """Tell what resolving a stream has found; whether only its emissions can't be known."""
    is_open = False
    for said in context.found:
        if said.code in _WITHOUT_EMISSIONS:
            key, reason = _WITHOUT_EMISSIONS[said.code]
            told = codes.NO_EMISSIONS.at(said.span, stream=id, key=key, reason=Word(reason))
            gathering.say_once((codes.NO_EMISSIONS.id, str(id)), told)
            is_open = True
        elif said.code not in _NOT_SAID:
            gathering.say_once(_subject(said), said)
    context.found.clear()
    return is_open


def _subject(said: Diagnostic) -> object:
    """Errors are told at each place; what is assumed of a resource once."""
    if said.is_error:
        return (said.code.id, said.span)
    return (said.code.id, *(str(one) for one in said.values.values()))


def empty_plant(gathering: Gathering, row: Saved, year: int) -> Context:
    """A year of a plant without anything in it, as the steps of an audit want to have it."""
    file = gathering.file
    span = file.programme.span
    plant = Plant.model_construct(
        name=file.name, country=row.country or file.country, currency=file.currency
    )
    period = PeriodGiven((year, 1), (year, 12), span)
    audit = AuditFile.model_construct(
        cpaudit=Text("1"), plant=plant, period=period, gwp=file.gwp, resources={}
    )
    return Context(audit, gathering.library, Period(period.first, period.last))
