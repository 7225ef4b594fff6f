"""What makes two periods hard to compare."""

from __future__ import annotations

from ...diagnostics import Diagnostic, Word
from ...diagnostics.codes import recp as codes
from ...diagnostics.similar import listed
from ...figure import Figure, FromFactor
from ...language import N_
from .grid import effect_on, grid_factors
from .results import SUMMED, TYPES, WASTE, Recp

_COUNTED = ("energy", "co2e", "wastewater", *WASTE)


def uneven(base: Recp, current: Recp) -> list[Diagnostic]:
    """What makes two periods hard to compare; nothing for a package of the same period."""
    if base.assessment is current.assessment:
        return []
    before, now = base.assessment.audit, current.assessment.audit
    found = [
        codes.OTHER_PLANT.at(None, what=Word(what), base=one, current=other)
        for what, one, other in (
            (N_("plants"), before.plant, now.plant),
            (N_("sectors"), before.sector, now.sector),
        )
        if one != other
    ]
    if now.period.first <= before.period.last:
        found.append(codes.NOT_LATER.at(None, base=before.file, current=now.file))
    found += _other_output(base, current)
    found += [*_one_sided(base, current), *_one_sided(current, base)]
    found += _other_left_out(base, current)
    if before.gwp_set != now.gwp_set:
        found.append(codes.OTHER_GWP.at(None, base=before.gwp_set, current=now.gwp_set))
    return [*found, *_other_grid(base, current)]


def _other_output(base: Recp, current: Recp) -> list[Diagnostic]:
    """Outputs that are measured, made up or allocated differently."""
    if base.output is None or current.output is None:
        return []
    found = []
    if base.output.unit != current.output.unit:
        found.append(codes.OTHER_OUTPUT_UNIT.at(None, base=base.output, current=current.output))
    products = base.assessment.audit.products.keys() ^ current.assessment.audit.products.keys()
    if products and base.product is None:
        found.append(codes.OTHER_PRODUCTS.at(None, products=", ".join(sorted(products))))
    if (base.share is None) is not (current.share is None):
        found.append(codes.ONE_SHARE.at(None))
    return found


def _one_sided(one: Recp, other: Recp) -> list[Diagnostic]:
    """A note of the streams that count here and that the other file does not have."""
    audit, others = one.assessment.audit, other.assessment.audit.streams
    types = [type for each in TYPES.values() for type in each]
    only = [
        id
        for id, stream in audit.streams.items()
        if id not in others
        and (
            stream.type in types or any(name in one.assessment.intensities[id] for name in _COUNTED)
        )
    ]
    if not only:
        return []
    span = audit.streams[only[0]].span
    return [codes.ONE_SIDED.at(span, file=audit.file, streams=", ".join(only))]


def _other_left_out(base: Recp, current: Recp) -> list[Diagnostic]:
    return [
        codes.OTHER_LEFT_OUT.at(
            None,
            indicator=Word(word),
            base=listed(base.left_out[impact]),
            current=listed(current.left_out[impact]),
        )
        for impact, word in SUMMED.items()
        if base.left_out[impact] != current.left_out[impact]
        and base.absolute[impact] is not None
        and current.absolute[impact] is not None
    ]


def _other_grid(base: Recp, current: Recp) -> list[Diagnostic]:
    """What each other grid factor makes of the comparison, and whether it is of another kind."""
    found = []
    for id, (before, now) in grid_factors(base, current).items():
        span = current.assessment.audit.streams[id].span
        effect = effect_on(current, id, before, now).value
        found.append(codes.OTHER_GRID_FACTOR.at(span, base=before, current=now, effect=effect))
        series = _series(before), _series(now)
        if series[0] != series[1]:
            found.append(codes.OTHER_GRID_KIND.at(span, base=series[0], current=series[1]))
    return found


def _series(factor: Figure) -> str:
    """The series of the library that a grid factor is of, or that the file writes it."""
    if not isinstance(factor.derivation, FromFactor):
        return Word(N_("written in the file"))
    used = factor.derivation.factor
    return f"{used.id.rpartition('.')[0]} ({used.basis})" if used.basis else used.id
