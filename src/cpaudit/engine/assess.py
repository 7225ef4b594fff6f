"""Assess an audit: baseline, every option alone, every package in its order."""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Diagnostic
from ..diagnostics.codes import plausibility
from ..domain import Audit, Option
from ..figure import Figure, total
from .balance import baseline_of, impacts_of
from .cashflow import cash_flow, flows_together
from .emissions import intensities_of
from .finance import irr_of, npv_of, payback_of
from .pollutants import counted_beside, not_counted
from .results import Assessment, Intensities, PackageResult, Result
from .savings import apply_after_required, apply_option, apply_package, money_saving
from .trace import factors_used, leaves_of, own_values, unconfirmed


def assess(audit: Audit) -> tuple[Assessment | None, list[Diagnostic]]:
    """Every figure of an audit; None, with the errors, where an option saves more than there is."""
    intensities = {
        id: intensities_of(stream, audit.constants) for id, stream in audit.streams.items()
    }
    start = {id: stream.amount for id, stream in audit.streams.items()}
    found: list[Diagnostic] = []
    options: dict[str, Result] = {}
    for option in audit.options.values():
        if option.rejected:
            continue
        turn = apply_option(audit, option, start)
        if turn.found and option.requires:
            turn = apply_after_required(audit, option, start)
        found += turn.found
        options[option.id] = _result(audit, option, turn.saved, intensities)
    packages: dict[str, PackageResult] = {}
    for package in audit.packages.values():
        turns, too_much = apply_package(audit, package)
        # what is wrong with an option alone is said once, not again in each of its packages
        told = {said.span for said in found}
        found += [said for said in too_much if said.span not in told]
        members = {
            id: _result(audit, audit.options[id], turn.saved, intensities)
            for id, turn in turns.items()
        }
        packages[package.id] = PackageResult(_together(audit, members, intensities), members)
    if found:
        return None, found
    baseline = baseline_of(audit, intensities)
    leaves = leaves_of(audit, intensities)
    factors = factors_used(leaves)
    own, unread = own_values(audit, leaves)
    assessment = Assessment(audit, intensities, baseline, options, packages, factors, own)
    found += [*unconfirmed(factors.values()), *unread]
    found += [*not_counted(audit, intensities), *counted_beside(audit, intensities)]
    found += _not_calculated(audit)
    found += _too_late(audit, options)
    for package in audit.packages.values():
        if packages[package.id].total.saving.value < 0:
            found.append(plausibility.NEVER_PAYS_BACK.at(package.span, option=package.id))
    return assessment, found


def _result(
    audit: Audit, option: Option, saved: Mapping[str, Figure], intensities: Intensities
) -> Result:
    saving = money_saving(audit, option, saved)
    flows = cash_flow(option, saving, audit.finance, audit.currency)
    return _with_finance(
        audit, saved, impacts_of(saved, intensities), saving, option.investment, flows
    )


def _together(audit: Audit, members: Mapping[str, Result], intensities: Intensities) -> Result:
    """A package's figures: the sums of its options' figures at their turns."""
    streams = dict.fromkeys(id for result in members.values() for id in result.resources)
    saved = {
        stream: total(
            audit.streams[stream].unit,
            [
                (id, result.resources[stream])
                for id, result in members.items()
                if stream in result.resources
            ],
        )
        for stream in streams
    }
    impacts = impacts_of(saved, intensities)
    saving = total(audit.currency, [(id, result.saving) for id, result in members.items()])
    investment = total(audit.currency, [(id, result.investment) for id, result in members.items()])
    flows = flows_together(
        [(id, result.flows or None) for id, result in members.items()], audit.currency
    )
    return _with_finance(audit, saved, impacts, saving, investment, flows)


def _with_finance(
    audit: Audit,
    saved: Mapping[str, Figure],
    impacts: Mapping[str, Figure | None],
    saving: Figure,
    investment: Figure,
    flows: tuple[Figure, ...] | None,
) -> Result:
    rate = audit.finance.discount_rate
    return Result(
        resources=saved,
        impacts=impacts,
        saving=saving,
        investment=investment,
        payback=payback_of(investment, saving),
        npv=npv_of(flows, rate, audit.currency) if flows and rate else None,
        irr=irr_of(flows) if flows else None,
        flows=flows or (),
    )


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
