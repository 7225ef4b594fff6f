"""Every figure of an assessment with its interval by approach 1 and, if asked for, approach 2."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import isfinite
from typing import NamedTuple

from ...diagnostics import Diagnostic
from ...diagnostics.codes import plausibility
from ...diagnostics.codes import uncertainty as codes
from ...domain import Audit, Option
from ...figure import Entered, Figure
from ..evaluation import Graph, graph_of
from ..paths import figure_tree
from ..results import Assessment, Irr, Payback
from ..trace import remarks_on_factors
from .drawing import Drawn, drawn_figures
from .inputs import Input, inputs_of, key_of
from .outcomes import Quantity, quantities_in
from .propagation import Contribution, Interval, contributions_in, interval_from

SEED = 2006
PAYBACK_LIMITS = (2.0, 3.0, 5.0)


class Estimate(NamedTuple):
    """A figure, payback or rate of return, and how far it can be trusted.

    `interval` is that of approach 1, None where no uncertain input plays a part or where there is
    no number to start from; `drawn` that of approach 2, None also where nothing was drawn.
    `moved` says what each uncertain input does to it.
    """

    node: Figure | Payback | Irr
    interval: Interval | None
    drawn: Drawn | None
    moved: tuple[Contribution, ...]


class Uncertainty(NamedTuple):
    """The intervals of an assessment: estimates by path, the uncertain inputs, what was drawn.

    `limits` are the years under which a payback was to be counted; `counted` are these and the
    lifetimes of the options, in the order of `Drawn.below`.
    """

    assessment: Assessment
    estimates: Mapping[str, Estimate]
    inputs: tuple[Input, ...]
    draws: int | None
    seed: int
    limits: tuple[float, ...]
    counted: tuple[float, ...]
    diagnostics: tuple[Diagnostic, ...]


def uncertainty_of(
    assessment: Assessment,
    draws: int | None = None,
    seed: int = SEED,
    limits: Iterable[float] = PAYBACK_LIMITS,
    paths: Iterable[str] = (),
) -> Uncertainty:
    """The intervals of all figures; `draws` adds approach 2, which needs NumPy.

    `limits` are years; the part of draws in which a payback is below each of them, and below the
    lifetime of each option, is counted. `paths` that are asked for add what
    only they lead to, such as the technology gap.
    """
    options = [one for one in assessment.audit.options.values() if not one.rejected]
    quantities = list(quantities_in(figure_tree(assessment, paths)))
    figures = [one.figure for one in quantities if one.figure is not None]
    graph = graph_of(figures)
    times = _times(assessment.audit, options)
    inputs = inputs_of(graph, {key_of(one) for _, one in times})
    asked = tuple(dict.fromkeys(limits))
    lives = (one.lifetime.value for one in options if one.lifetime is not None)
    counted = tuple(dict.fromkeys((*asked, *lives)))
    drawn = drawn_figures(graph, inputs, figures, draws, seed, counted) if draws else {}
    found = [*_remarks(assessment), *_uncertain_times(times)]
    if not inputs:
        found.append(codes.NOTHING_UNCERTAIN.at(None))
    return Uncertainty(
        assessment=assessment,
        estimates=_estimates(graph, inputs, quantities, drawn),
        inputs=tuple(inputs),
        draws=draws,
        seed=seed,
        limits=asked,
        counted=counted,
        diagnostics=tuple(found),
    )


def _remarks(assessment: Assessment) -> list[Diagnostic]:
    """What `assess` says of the factors behind the figures, and of what they leave out."""
    bearing = remarks_on_factors(assessment)
    wanted = (plausibility.NOT_COUNTED, plausibility.UNCONFIRMED)
    return [one for one in assessment.diagnostics if one in bearing or one.code in wanted]


def missing_for_draws() -> Diagnostic | None:
    """What keeps approach 2 from being calculated: the extra that it needs is not installed."""
    try:
        import numpy  # noqa: F401
    except ImportError:
        return codes.NUMPY_MISSING.at(None)
    return None


def _estimates(
    graph: Graph,
    inputs: Sequence[Input],
    quantities: Sequence[Quantity],
    drawn: Mapping[int, Drawn],
) -> dict[str, Estimate]:
    """One estimate for each path; what has no figure has no interval either."""
    figures = [one.figure for one in quantities if one.figure is not None]
    moved = iter(contributions_in(graph, inputs, figures))
    made = {}
    for path, node, figure in quantities:
        if figure is None:
            made[path] = Estimate(node, None, None, ())
            continue
        parts = tuple(next(moved))
        is_told = bool(parts) and isfinite(figure.value)
        interval = interval_from(figure, parts) if is_told else None
        made[path] = Estimate(node, interval, drawn.get(graph.place(figure)), parts)
    return made


def _times(audit: Audit, options: Iterable[Option]) -> list[tuple[str, Figure]]:
    """Times by what they are of: how many years there are is the shape of the calculation, not an
    input."""
    finance, loan = audit.finance, audit.finance.loan
    found = [(one.id, one.lifetime) for one in options]
    ways = [("finance", finance.depreciation), *((one.id, one.depreciation) for one in options)]
    found += [(id, way.years) for id, way in ways if way is not None]
    found += [("loan", loan.term), ("loan", loan.grace)] if loan is not None else []
    return [(id, time) for id, time in found if time is not None]


def _uncertain_times(times: Iterable[tuple[str, Figure]]) -> Iterable[Diagnostic]:
    for id, time in times:
        origin = time.derivation
        if isinstance(origin, Entered) and origin.uncertainty:
            yield codes.LIFETIME_NOT_DRAWN.at(origin.span, option=id)
