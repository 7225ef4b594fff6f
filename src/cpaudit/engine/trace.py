"""What the figures of an assessment rest on: factors of the library, values of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics import Diagnostic
from ..diagnostics.codes import plausibility, references
from ..domain import Audit
from ..figure import Computed, Entered, Figure, FromFactor
from .results import Assessment, Intensities

# a reader of indicators and gaps must know these too
_BEARING = (
    references.KIND_ASSUMED,
    references.NO_GRID,
    references.EARLIER_GRID_YEAR,
    references.OLD_GRID_YEAR,
    references.NO_CARRIER_FACTOR,
    references.RATE_FROM_LIBRARY,
    plausibility.TAKEN_AS_NET,
    plausibility.SEVERAL_PRODUCTS,
)


def leaves_of(
    audit: Audit, intensities: Intensities, results: Iterable[Figure] = ()
) -> list[Figure]:
    """Every figure at the root of amounts, prices, intensities and savings, once, in order.

    `results` are further figures that rest on something of their own, such as charges.
    """
    return leaves_below([*_figures(audit, intensities), *results])


def leaves_below(figures: Iterable[Figure]) -> list[Figure]:
    """Every figure at the root of others, once, in order."""
    leaves: list[Figure] = []
    seen: set[int] = set()
    pending = list(reversed(list(figures)))
    while pending:
        figure = pending.pop()
        if id(figure) in seen:
            continue
        seen.add(id(figure))
        if isinstance(figure.derivation, Computed):
            pending += [part for _, part in reversed(figure.derivation.inputs)]
        else:
            leaves.append(figure)
    return leaves


def factors_used(leaves: Iterable[Figure]) -> dict[str, FromFactor]:
    """The library's factors among the leaves, by id."""
    used: dict[str, FromFactor] = {}
    for figure in leaves:
        if isinstance(figure.derivation, FromFactor):
            used.setdefault(figure.derivation.factor.id, figure.derivation)
    return used


def own_values(
    audit: Audit, leaves: Iterable[Figure]
) -> tuple[dict[str, Figure], list[Diagnostic]]:
    """What the file says in place of the library, as `coal.ash`; warnings for what nothing used."""
    used = {id(figure) for figure in leaves}
    own: dict[str, Figure] = dict(audit.own_factors)
    replaced = {id(figure) for figure in own.values()}
    unread: list[Diagnostic] = []
    for stream in audit.streams.values():
        for name, figure in stream.factors.items():
            if not isinstance(figure.derivation, Entered) or id(figure) in replaced:
                continue
            if id(figure) in used:
                own.setdefault(f"{stream.id}.{OWN_NAMES.get(name, name)}", figure)
            elif name not in OWN_NAMES:
                span = figure.derivation.span
                unread.append(references.NOT_USED.at(span, key=name, stream=stream.id))
    return own, unread


# names of factors that the file writes under another key
OWN_NAMES = {
    "energy_per_unit": "ncv",
    "ncv_volume": "ncv",
    "dust_constant": "dust",
    "grid": "emission_factor",
    "grid_co2e": "emission_factor",
}


def unconfirmed(factors: Iterable[FromFactor]) -> list[Diagnostic]:
    """A warning that names the factors whose source nobody has seen; empty if there are none."""
    names = [used.factor.id for used in factors if not used.factor.confirmed]
    if not names:
        return []
    return [plausibility.UNCONFIRMED.at(None, factors=", ".join(names))]


def _figures(audit: Audit, intensities: Intensities) -> Iterator[Figure]:
    for id, stream in audit.streams.items():
        yield stream.amount
        yield from (one for one in intensities[id].values() if one is not None)
        if stream.price is not None:
            yield stream.price
    for option in audit.options.values():
        if not option.rejected:
            yield from (saving.size for saving in option.savings)
    yield from (threshold.limit for threshold in audit.thresholds)


def remarks_on_factors(assessment: Assessment) -> list[Diagnostic]:
    """What `assess` says of a factor or a quantity and every comparison of use rests on."""
    return [said for said in assessment.diagnostics if said.code in _BEARING]


def remarks_on_project(assessment: Assessment) -> list[Diagnostic]:
    """What `assess` says of the project idea and of the factors behind it."""
    bearing = remarks_on_factors(assessment)
    return [one for one in assessment.diagnostics if one.code.id[0] == "C" or one in bearing]


# what else bears on money over time, beside the codes of finance themselves
_MONEY = (
    plausibility.UNCONFIRMED,
    plausibility.NO_PRICE,
    plausibility.NOT_COUNTED,
    plausibility.NO_LIFETIME,
    plausibility.NO_DISCOUNT_RATE,
    plausibility.FLOWS_WITHOUT_LIFE,
    plausibility.PAYS_BACK_TOO_LATE,
    plausibility.NEVER_PAYS_BACK,
    references.RATE_FROM_LIBRARY,
)


def remarks_on_money(assessment: Assessment) -> list[Diagnostic]:
    """What `assess` says of prices, rates, lives and financing."""
    known = (*_MONEY, *_BEARING)
    return [one for one in assessment.diagnostics if one.code.id[0] == "E" or one.code in known]
