"""Put packages, options or audits side by side, and say which is worth more."""

from __future__ import annotations

from collections.abc import Sequence

from ...diagnostics import Diagnostic
from ..results import Assessment
from .abatement import abatement_of
from .columns import base_of, columns_of, difference_of
from .incremental import choices_of
from .pareto import front_of_options, front_of_packages
from .results import Abatement, Compared, Comparison, Front
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
    if len(assessments) == 1:
        choices, more = choices_of(assessments[0])
        found += more
        abatement = _abatement(assessments[0], packages)
        fronts = {**_fronts(assessments[0], packages), **_packages_front(columns)}
    else:
        assert first is not None  # each file has a column
        choices, abatement, fronts = [], {}, _packages_front(columns)
        others = [one for one in assessments if one is not first.assessment]
        found += uneven(first.assessment, others)
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
        abatement=abatement,
        fronts=fronts,
        diagnostics=_in_order(assessments, found),
    )


def _abatement(assessment: Assessment, packages: Sequence[str]) -> dict[str, Abatement]:
    """Each option alone, and at its turn in the packages that are asked for."""
    audit = assessment.audit
    if not assessment.options:
        return {}
    within = {
        f"packages.{name}": abatement_of(audit, assessment.packages[name].options)
        for name in packages
        if name in assessment.packages
    }
    return {"options": abatement_of(audit, assessment.options), **within}


def _fronts(assessment: Assessment, packages: Sequence[str]) -> dict[str, Front]:
    audit = assessment.audit
    if not assessment.options:
        return {}
    within = {
        f"packages.{name}": front_of_options(audit, assessment.packages[name].options)
        for name in packages
        if name in assessment.packages
    }
    return {"options": front_of_options(audit, assessment.options), **within}


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
