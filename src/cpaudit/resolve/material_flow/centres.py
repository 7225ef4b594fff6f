"""Quantity centres: what goes into each, what it costs, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping

from ...diagnostics import Diagnostic
from ...diagnostics.codes import flows as codes
from ...diagnostics.codes import keys
from ...domain import Stream
from ...domain.material_flow import FlowMaterial, QuantityCentre
from ...figure import Figure
from ...language import N_
from ...schema.given import Given
from ...schema.material_flow import QuantityCentre as Entry
from ...units import dimension
from ..amounts import yearly_amount
from ..context import Context
from ..fields import share, tried
from .costs import costs_of
from .materials import materials_of
from .order import check_shares, in_order, sources_of

# figures of all centres together, which stand beside the centres in a path
FIGURES = (
    *("cost", "product_cost", "loss_cost", "loss_share", "mass"),
    *("material", "energy", "system", "waste"),
)


def resolve_material_flow(
    context: Context, streams: Mapping[str, Stream]
) -> dict[str, QuantityCentre]:
    """Every centre by id, each after those that it takes from; what is wrong is told."""
    entries = list(_named(context))
    known = [str(entry.id) for entry in entries]
    sources = {str(entry.id): sources_of(context, entry, known) for entry in entries}
    check_shares(context, entries, sources)
    made: dict[str, QuantityCentre] = {}
    for entry in entries:
        centre = _centre(context, entry, sources[entry.id], streams)
        if centre is not None:
            made[centre.id] = centre
    return {id: made[id] for id in in_order(context, entries, sources) if id in made}


def _named(context: Context) -> list[Entry]:
    """The entries with an id of their own."""
    found: dict[str, Entry] = {}
    for entry in context.file.material_flow:
        if entry.id in FIGURES:
            context.say(codes.ID_OF_A_FIGURE.at(entry.id.span, text=entry.id))
        elif entry.id in found:
            first = found[entry.id].id.span
            line = str(first.line)
            context.say(keys.DUPLICATE_ID.related(entry.id.span, first, id=entry.id, line=line))
        else:
            found[entry.id] = entry
    return list(found.values())


def _centre(
    context: Context, entry: Entry, sources: Mapping[str, Figure], streams: Mapping[str, Stream]
) -> QuantityCentre | None:
    """None where something in it is wrong: a balance of a part would only mislead."""
    said_before = len(context.found)
    materials = materials_of(context, entry.materials, streams)
    costs = {
        "energy": costs_of(context, entry.energy, streams, "resource", N_("the energy cost")),
        "system": costs_of(context, entry.system, streams, None, N_("the system cost")),
        "waste": costs_of(context, entry.waste, streams, "discharge", N_("the waste cost")),
    }
    product = tried(context, lambda: _output(context, entry.product, "product"))
    loss = tried(context, lambda: _output(context, entry.loss, "loss"))
    whole = len(materials) == len(entry.materials) and len(sources) == len(entry.from_)
    if not whole or any(said.is_error for said in context.found[said_before:]):
        return None
    wrong = _not_told(entry, materials)
    if wrong is not None:
        context.say(wrong)
        return None
    written = entry.product or entry.loss
    return QuantityCentre(
        id=str(entry.id),
        name=str(entry.name or entry.id),
        sources=sources,
        materials=materials,
        **costs,
        product=product,
        loss=loss,
        span=entry.id.span,
        mass_span=written.span if written is not None else entry.id.span,
    )


def _output(context: Context, given: Given | None, key: str) -> Figure | None:
    """t a year, or a share of what goes in. Raises Mistake."""
    if given is None:
        return None
    if dimension(given.quantity.unit) == "ratio":
        return share(given, key, N_("the product or the loss"), "70 %")
    return yearly_amount(context, given, "t", {}, key)


def _not_told(entry: Entry, materials: Mapping[str, FlowMaterial]) -> Diagnostic | None:
    """What keeps the product of a centre from being known, if anything does."""
    masses = [one for one in materials.values() if one.mass is not None]
    written = [given for given in (entry.product, entry.loss) if given is not None]
    if not masses and not entry.from_:
        return codes.NOTHING_GOES_IN.at(entry.id.span, centre=entry.id)
    if not entry.from_ and all(one.in_product is not None for one in masses):
        if written:
            return codes.TOLD_BY_THE_MATERIALS.at(written[0].span, centre=entry.id)
        return None
    if len(written) != 1:
        place = written[1].span if written else entry.id.span
        return codes.PRODUCT_OR_LOSS.at(place, centre=entry.id)
    return None
