"""What a reader must know beside the figures of an assessment: warnings and notes, in order."""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Diagnostic
from ..diagnostics.codes import plausibility
from ..domain import Audit
from .charges import said_of_charges
from .financing import said_of_financing
from .pollutants import counted_beside, not_counted
from .reactive import idle_power_factors
from .results import Assessment
from .trace import unconfirmed
from .worth import Result


def remarks_on(assessment: Assessment, unread: list[Diagnostic]) -> list[Diagnostic]:
    """Everything to be said of an assessment; `unread` are values of the file that nothing used."""
    audit, intensities, flow = assessment.audit, assessment.intensities, assessment.material_flow
    found: list[Diagnostic] = []
    found += assessment.cdm.diagnostics if assessment.cdm is not None else ()
    found += flow.diagnostics if flow is not None else ()
    found += [said for one in assessment.designs.values() for said in one.diagnostics]
    found += said_of_charges(audit, assessment.baseline) + idle_power_factors(audit)
    found += [*unconfirmed(assessment.factors.values()), *unread]
    found += [*not_counted(audit, intensities), *counted_beside(audit, intensities)]
    found += _not_calculated(audit)
    found += _too_late(audit, assessment.options)
    found += said_of_financing(assessment)
    for package in audit.packages.values():
        if assessment.packages[package.id].total.saving.value < 0:
            found.append(plausibility.NEVER_PAYS_BACK.at(package.span, option=package.id))
    return found


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
