"""Ways that exclude each other: options by `excludes`, and those of them that go together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from ...diagnostics import Diagnostic
from ...diagnostics.codes import comparing as codes
from ...domain import Audit, Option, Package
from ...figure import Figure, derive, total
from ..annuities import annuity
from ..effects import package_result
from ..indicators import cycle_of
from ..order import required_first
from ..prices import steady_rate
from ..results import Assessment
from ..worth import Result
from .pareto import NO_LIFETIME
from .results import Alternative

# a set of options that exclude each other in pairs may go together in very many ways
MOST_SETS = 60


def exclusive_sets(audit: Audit) -> list[tuple[str, ...]]:
    """Options that are tied together by `excludes`, in the order of the file; not rejected ones."""
    options = {id: one for id, one in audit.options.items() if not one.rejected}
    against = _against(options)
    found: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for id in options:
        if id in seen or not against[id]:
            continue
        reached, pending = {id}, [id]
        while pending:
            for other in against[pending.pop()] - reached:
                reached.add(other)
                pending.append(other)
        seen |= reached
        found.append(tuple(one for one in options if one in reached))
    return found


def _against(options: Mapping[str, Option]) -> dict[str, set[str]]:
    """Whom each option excludes or is excluded by; one direction is enough in a file."""
    against: dict[str, set[str]] = {id: set() for id in options}
    for id, option in options.items():
        for other in option.excludes:
            if other in options and other != id:
                against[id].add(other)
                against[other].add(id)
    return against


def alternatives_of(
    assessment: Assessment, group: Sequence[str]
) -> tuple[list[Alternative], dict[str, str], list[Diagnostic]]:
    """Every way that a set of options leaves open, by investment; options without NPV; remarks."""
    audit, found = assessment.audit, list[Diagnostic]()
    left_out = {id: NO_LIFETIME for id in group if assessment.options[id].npv is None}
    known = [id for id in group if id not in left_out]
    ways = list(islice(_ways(audit, known), MOST_SETS + 1))
    if len(ways) > MOST_SETS:
        span = audit.options[group[0]].span
        found.append(codes.TOO_MANY_WAYS.at(span, options=", ".join(group), most=MOST_SETS))
        ways = [(id,) for id in known]
    options = {id: audit.options[id] for id in known}
    ways = [way for way in ways if _is_whole(options, way)]
    made: list[Alternative] = []
    for way in ways:
        one = _alternative(assessment, way)
        if one is None:
            span = audit.options[way[-1]].span
            found.append(codes.TOO_MUCH_TOGETHER.at(span, options=", ".join(way)))
        else:
            made.append(one)
    made.sort(key=lambda one: (one.result.investment.value, one.npv.value))
    return made, left_out, found


def _ways(audit: Audit, group: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Options of a set that go together, each alone first."""
    against = _against({id: audit.options[id] for id in group})
    layer: list[tuple[str, ...]] = [(id,) for id in group]
    place = {id: index for index, id in enumerate(group)}
    while layer:
        yield from layer
        layer = [
            (*way, id)
            for way in layer
            for id in group[place[way[-1]] + 1 :]
            if not against[id] & set(way)
        ]


def _is_whole(options: Mapping[str, Option], way: Sequence[str]) -> bool:
    """Whether all is there that its options require of the set."""
    return all(other in way or other not in options for id in way for other in options[id].requires)


def _alternative(assessment: Assessment, way: tuple[str, ...]) -> Alternative | None:
    """An option alone, or several as a package; None where together they save too much."""
    audit, members = assessment.audit, {way[0]: assessment.options[way[0]]}
    result = members[way[0]]
    if len(way) > 1:
        package = Package(" + ".join(way), _in_order(audit, way), None)
        made, too_much = package_result(audit, package, assessment.intensities)
        if too_much:
            return None
        result, members = made.total, dict(made.options)
    npv, irr = result.npv, result.irr
    assert npv is not None  # options without NPV are left out before
    assert irr is not None
    return Alternative(" + ".join(way), way, result, npv, irr, _annual_value(audit, members))


def _in_order(audit: Audit, way: Sequence[str]) -> tuple[str, ...]:
    """What an option requires comes before it; what is not in the way stays out."""
    return tuple(id for id in required_first(audit, way) if id in way)


def _annual_value(audit: Audit, members: Mapping[str, Result]) -> Figure:
    """NPVs as equal yearly payments; at the real rate where it is known, for what replaces an
    option costs what it costs then."""
    rate = steady_rate(audit.finance)
    assert rate is not None  # there are NPVs
    yearly = [
        (
            id,
            derive(
                annuity,
                audit.currency,
                present_value=one.npv,
                rate=rate,
                years=cycle_of(audit.options[id]),
            ),
        )
        for id, one in members.items()
        if one.npv is not None
    ]
    return yearly[0][1] if len(yearly) == 1 else total(audit.currency, yearly)
