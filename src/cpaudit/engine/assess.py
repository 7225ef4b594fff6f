"""Assess an audit: baseline, every option alone, every package in its order."""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Diagnostic
from ..diagnostics.codes import plausibility
from ..domain import Audit
from .balance import baseline_of
from .cdm import cdm_inputs, cdm_of
from .charges import said_of_charges, with_charges
from .effects import package_result, result_alone
from .emissions import intensities_of
from .financing import said_of_financing
from .law import duties_of
from .pollutants import counted_beside, not_counted
from .reactive import idle_power_factors
from .results import Assessment, PackageResult, Result
from .trace import factors_used, leaves_of, own_values, unconfirmed


def assess(audit: Audit) -> tuple[Assessment | None, list[Diagnostic]]:
    """Every figure of an audit; None, with the errors, where an option saves more than there is."""
    intensities = {
        id: intensities_of(stream, audit.constants) for id, stream in audit.streams.items()
    }
    found: list[Diagnostic] = []
    options: dict[str, Result] = {}
    for option in audit.options.values():
        if option.rejected:
            continue
        options[option.id], too_much = result_alone(audit, option, intensities)
        found += too_much
    packages: dict[str, PackageResult] = {}
    for package in audit.packages.values():
        packages[package.id], too_much = package_result(audit, package, intensities)
        # what is wrong with an option alone is said once, not again in each of its packages
        told = {said.span for said in found}
        found += [said for said in too_much if said.span not in told]
    if found:
        return None, found
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
    )
    cdm = cdm_of(assessment)
    if cdm is not None:
        assessment = assessment._replace(cdm=cdm)
        found += cdm.diagnostics
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
