"""What an option at its turn and a package as a whole save, cost and avoid."""

from __future__ import annotations

from collections.abc import Mapping

from ..diagnostics import Diagnostic, Word
from ..domain import Audit, Option, Package
from ..figure import Figure, total
from ..language import N_
from .balance import impacts_of
from .cashflow import CashFlow, cash_together
from .charges import charges_in, charges_saved, paid
from .finance import irr_of, npv_of, payback_of
from .option_cash import cash_flow
from .results import Intensities, PackageResult, Result
from .savings import Turn, apply_alone, apply_package, income_of, money_saving


def package_result(
    audit: Audit, package: Package, intensities: Intensities
) -> tuple[PackageResult, list[Diagnostic]]:
    """A package's options at their turns and together; with errors where one saves too much."""
    turns, found = apply_package(audit, package)
    members = {
        id: option_result(audit, audit.options[id], turn, intensities) for id, turn in turns.items()
    }
    return PackageResult(_together(audit, members, intensities), members), found


def result_alone(
    audit: Audit, option: Option, intensities: Intensities
) -> tuple[Result, list[Diagnostic]]:
    """What an option does to the plant as it is; with errors where it saves too much."""
    turn = apply_alone(audit, option)
    return option_result(audit, option, turn, intensities), turn.found


def option_result(audit: Audit, option: Option, turn: Turn, intensities: Intensities) -> Result:
    """What an option does at its turn; its cost, payback and rates of return."""
    saving = money_saving(audit, option, turn.saved)
    charges = charges_saved(
        audit,
        charges_in(audit, turn.before, intensities),
        charges_in(audit, turn.after, intensities),
        turn.saved,
        intensities,
    )
    falling = paid(audit, charges)
    if falling:
        own = (Word(N_("resources less operating cost")), saving)
        saving = total(audit.currency, [own, *falling])
    income = income_of(audit, option, turn.saved, falling)
    cash = cash_flow(option, income, audit.finance, audit.currency)
    impacts = impacts_of(turn.saved, intensities)
    result = _with_finance(audit, turn.saved, impacts, saving, option.investment, cash)
    return result._replace(charges=charges)


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
    cash = cash_together({id: result.cash for id, result in members.items()}, audit.currency)
    charges = {
        charge: {
            line: total(
                audit.currency,
                [
                    (id, result.charges[charge][line])
                    for id, result in members.items()
                    if line in result.charges[charge]
                ],
            )
            for line in dict.fromkeys(
                line for result in members.values() for line in result.charges[charge]
            )
        }
        for charge in audit.charges
    }
    made = _with_finance(audit, saved, impacts, saving, investment, cash)
    return made._replace(charges=charges)


def _with_finance(
    audit: Audit,
    saved: Mapping[str, Figure],
    impacts: Mapping[str, Figure | None],
    saving: Figure,
    investment: Figure,
    cash: CashFlow | None,
) -> Result:
    rate = audit.finance.discount_rate
    flows = cash.flows if cash else ()
    return Result(
        resources=saved,
        impacts=impacts,
        saving=saving,
        investment=investment,
        payback=payback_of(investment, saving),
        npv=npv_of(flows, rate, audit.currency) if flows and rate else None,
        irr=irr_of(flows) if flows else None,
        flows=flows,
        cash=cash,
    )
