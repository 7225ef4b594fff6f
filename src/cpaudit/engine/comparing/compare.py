"""Put packages, options or audits side by side, and say which is worth more."""

from __future__ import annotations

from collections.abc import Sequence

from ...diagnostics import Diagnostic
from ..results import Assessment
from .abatement import abatement_of
from .columns import base_of, columns_of, difference_of
from .entries import ALONE, groups_of
from .incremental import choices_of
from .pareto import front_of_options, front_of_packages
from .results import Choice, Compared, Comparison, Front
from .uneven import uneven


def compare(
    assessments: Sequence[Assessment], base: str | None = None, packages: Sequence[str] = ()
) -> Comparison:
    """Of one audit its packages, of several one package each: the first of `packages` that it has,
    by default its last one. Raises ValueError without any audit.

    An unknown base or package is an error among the diagnostics (A007, A008).
    """
    if not assessments:
        raise ValueError("nothing to compare: give one assessment at least")
    columns, found = columns_of(assessments, packages)
    first, said = base_of(columns, base)
    found += said
    choices: list[Choice] = []
    if len(assessments) == 1:
        choices, more = choices_of(assessments[0])
    else:
        assert first is not None  # each file has a column
        others = [one for one in assessments if one is not first.assessment]
        more = uneven(first.assessment, others)
    groups, doubled = groups_of(assessments, columns, packages)
    return Comparison(
        assessments=tuple(assessments),
        columns=tuple(columns),
        base=first,
        differences={
            one.name: difference_of(one, first)
            for one in columns
            if first is not None and one is not first
        },
        choices=tuple(choices),
        options=groups.get(ALONE, {}),
        abatement={key: abatement_of(group) for key, group in groups.items()},
        fronts={
            **{key: front_of_options(group) for key, group in groups.items()},
            **_packages_front(columns),
        },
        diagnostics=_in_order(assessments, [*found, *more, *doubled]),
    )


def _packages_front(columns: Sequence[Compared]) -> dict[str, Front]:
    """Packages against each other, where there are two of one currency."""
    chosen = {
        one.name: (one.assessment, one.assessment.packages[one.package])
        for one in columns
        if one.package is not None
    }
    currencies = {assessment.audit.currency for assessment, _ in chosen.values()}
    if len(chosen) < 2 or len(currencies) > 1:
        return {}
    return {"packages": front_of_packages(chosen)}


def _in_order(
    assessments: Sequence[Assessment], found: Sequence[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """What each file says of itself comes after what the comparison says; nothing twice."""
    once: list[Diagnostic] = []
    for said in (*found, *(said for one in assessments for said in one.diagnostics)):
        if said not in once:
            once.append(said)
    return tuple(once)
