"""Assess an audit: baseline, every option alone, every package in its order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic
from ..diagnostics.codes import plausibility
from ..domain import Audit
from ..figure import Figure
from .balance import baseline_of
from .cdm import cdm_inputs, cdm_of
from .charges import said_of_charges, with_charges
from .effects import option_result, package_result
from .emissions import intensities_of
from .financing import financing_inputs, said_of_financing
from .law import duties_of
from .pollutants import counted_beside, not_counted
from .reactive import idle_power_factors, state_of
from .results import Assessment, Intensities, PackageResult, Result
from .savings import apply_after_required, apply_option
from .trace import factors_used, leaves_of, own_values, unconfirmed

if TYPE_CHECKING:
    from .design import DesignResult
    from .material_flow import MaterialFlow


def assess(audit: Audit) -> tuple[Assessment | None, list[Diagnostic]]:
    """Every figure of an audit; None, with the errors, where an option saves more than there is."""
    intensities = {
        id: intensities_of(stream, audit.constants) for id, stream in audit.streams.items()
    }
    start = state_of(audit)
    found: list[Diagnostic] = []
    options: dict[str, Result] = {}
    for option in audit.options.values():
        if option.rejected:
            continue
        turn = apply_option(audit, option, start)
        if turn.found and option.requires:
            turn = apply_after_required(audit, option, start)
        found += turn.found
        options[option.id] = option_result(audit, option, turn, intensities)
    packages: dict[str, PackageResult] = {}
    for package in audit.packages.values():
        packages[package.id], too_much = package_result(audit, package, intensities)
        # what is wrong with an option alone is said once, not again in each of its packages
        told = {said.span for said in found}
        found += [said for said in too_much if said.span not in told]
    flow, unbalanced = _material_flow(audit)
    found += unbalanced
    if found:
        return None, found
    designs = _designs(audit, intensities)
    baseline = with_charges(baseline_of(audit, intensities), audit, intensities)
    totals = [one.total for one in packages.values()]
    charged = [one.charges for one in (*options.values(), *totals)]
    lines = [
        line
        for charges in (baseline.charges, *charged)
        for parts in charges.values()
        for line in parts.values()
    ]
    if audit.cdm is not None:
        lines += cdm_inputs(audit.cdm).values()
    lines += financing_inputs(audit.finance)
    lines += [*_inputs_of_flow(flow), *_inputs_of_designs(audit)]
    leaves = leaves_of(audit, intensities, lines)
    factors = factors_used(leaves)
    own, unread = own_values(audit, leaves)
    assessment = Assessment(
        audit=audit,
        intensities=intensities,
        baseline=baseline,
        options=options,
        packages=packages,
        factors=factors,
        own_values=own,
        duties=duties_of(audit, baseline, packages),
        material_flow=flow,
        designs=designs,
    )
    cdm = cdm_of(assessment)
    if cdm is not None:
        assessment = assessment._replace(cdm=cdm)
        found += cdm.diagnostics
    found += flow.diagnostics if flow is not None else ()
    found += [said for one in designs.values() for said in one.diagnostics]
    found += said_of_charges(audit, baseline) + idle_power_factors(audit)
    found += [*unconfirmed(factors.values()), *unread]
    found += [*not_counted(audit, intensities), *counted_beside(audit, intensities)]
    found += _not_calculated(audit)
    found += _too_late(audit, options)
    if audit.finance.loan is not None:
        found += said_of_financing(assessment)
    for package in audit.packages.values():
        if packages[package.id].total.saving.value < 0:
            found.append(plausibility.NEVER_PAYS_BACK.at(package.span, option=package.id))
    return assessment, found


def _material_flow(audit: Audit) -> tuple[MaterialFlow | None, list[Diagnostic]]:
    if not audit.centres:
        return None, []
    from .material_flow import material_flow_of  # few audits have the section

    return material_flow_of(audit)


def _designs(audit: Audit, intensities: Intensities) -> Mapping[str, DesignResult]:
    if not audit.designs:
        return {}
    from .design import design_of  # few audits have the section

    return {id: design_of(audit, one, intensities) for id, one in audit.designs.items()}


def _inputs_of_flow(flow: MaterialFlow | None) -> list[Figure]:
    """What rests on everything that the section states."""
    return [flow.totals.cost, flow.input] if flow is not None else []


def _inputs_of_designs(audit: Audit) -> list[Figure]:
    """Money of the section, which may rest on a rate of exchange."""
    states = [state for one in audit.designs.values() for state in (one.today, one.redesign)]
    return [state.other_cost for state in states if state.other_cost is not None]


def _not_calculated(audit: Audit) -> list[Diagnostic]:
    counted = [option for option in audit.options.values() if not option.rejected]
    found = [
        plausibility.NO_LIFETIME.at(option.span, option=option.id)
        for option in counted
        if option.lifetime is None
    ]
    if audit.finance.discount_rate is None and counted:
        found.append(plausibility.NO_DISCOUNT_RATE.at(None))
    return found


def _too_late(audit: Audit, options: Mapping[str, Result]) -> list[Diagnostic]:
    """Options that never pay back, or only beyond their own lifetime."""
    found = []
    for id, result in options.items():
        if result.payback.outcome == "never" and result.saving.value < 0:
            found.append(plausibility.NEVER_PAYS_BACK.at(audit.options[id].span, option=id))
        lifetime, time = audit.options[id].lifetime, result.payback.time
        if lifetime is not None and time is not None and time.value > lifetime.value:
            found.append(
                plausibility.PAYS_BACK_TOO_LATE.at(
                    audit.options[id].span, option=id, payback=time.value, lifetime=lifetime.value
                )
            )
    return found
