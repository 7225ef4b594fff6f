"""Assess an audit: baseline, every option alone, every package in its order."""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Diagnostic
from ..domain import Audit
from ..figure import Figure
from .balance import Baseline, baseline_of
from .cdm import cdm_inputs, cdm_of
from .charges import with_charges
from .effects import Known, package_result, result_alone
from .emissions import intensities_of
from .financing import financing_inputs
from .remarks import remarks_on
from .results import Assessment, Intensities, PackageResult
from .sections import designs_in, inputs_of_sections, material_flow_in
from .trace import factors_used, leaves_of, own_values
from .worth import Result


def assess(audit: Audit) -> tuple[Assessment | None, list[Diagnostic]]:
    """Every figure of an audit; None, with the errors, where an option saves more than there is."""
    intensities = {
        id: intensities_of(stream, audit.constants) for id, stream in audit.streams.items()
    }
    options, found = _options(audit, intensities)
    packages: dict[str, PackageResult] = {}
    known: Known = {}
    for package in audit.packages.values():
        packages[package.id], too_much = package_result(audit, package, intensities, known)
        # what is wrong with an option alone is said once, not again in each of its packages
        told = {said.span for said in found}
        found += [said for said in too_much if said.span not in told]
    flow, unbalanced = material_flow_in(audit)
    found += unbalanced
    if found:
        return None, found
    designs = designs_in(audit, intensities)
    baseline = with_charges(baseline_of(audit, intensities), audit, intensities)
    lines = _charges(audit, baseline, options, packages)
    lines += cdm_inputs(audit.cdm).values() if audit.cdm is not None else ()
    lines += [*financing_inputs(audit.finance), *inputs_of_sections(audit, flow)]
    leaves = leaves_of(audit, intensities, lines)
    own, unread = own_values(audit, leaves)
    assessment = Assessment(
        audit=audit,
        intensities=intensities,
        baseline=baseline,
        options=options,
        packages=packages,
        factors=factors_used(leaves),
        own_values=own,
        material_flow=flow,
        designs=designs,
    )
    assessment = assessment._replace(cdm=cdm_of(assessment))
    return assessment, remarks_on(assessment, unread)


def _charges(
    audit: Audit,
    baseline: Baseline,
    options: Mapping[str, Result],
    packages: Mapping[str, PackageResult],
) -> list[Figure]:
    """Every line of every charge, today and saved."""
    if not audit.charges:
        return []
    charged = [baseline.charges, *(one.charges for one in options.values())]
    charged += [one.total.charges for one in packages.values()]
    return [line for charges in charged for parts in charges.values() for line in parts.values()]


def _options(audit: Audit, intensities: Intensities) -> tuple[dict[str, Result], list[Diagnostic]]:
    """Every option that is not rejected, alone; with errors where one saves too much."""
    options: dict[str, Result] = {}
    found: list[Diagnostic] = []
    for option in audit.options.values():
        if not option.rejected:
            options[option.id], too_much = result_alone(audit, option, intensities)
            found += too_much
    return options, found
