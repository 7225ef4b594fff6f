"""What a bank, a fund and an owner read of an option beside payback, NPV and IRR.

They are calculated when they are asked for: many audits are read for a few of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from ..diagnostics import Word
from ..domain import Audit, Finance, Option
from ..figure import Assumed, Figure, derive, derive_over, formula, total
from ..language import N_
from .annuities import (
    NIST,
    after_delay,
    annuity,
    cost_of_saved_energy,
    cost_of_value,
    marginal_abatement_cost,
)
from .cashflow import CashFlow, title_of, year_by_year
from .finance import discounted_payback_of, mirr_of, net_present_value, year_name
from .prices import nominal_rate, real_rate, steady_rate
from .results import PackageResult, Payback
from .worth import Result

_BREALEY = "Brealey, Myers & Allen, Principles of Corporate Finance"
# lines of a cash flow: what is invested, and what the years bring before tax
_INVESTED = ("investment", "working_capital", "replacement", "salvage")
_EARNED = ("savings", "operating_cost", "payments")
_COSTS = (*_INVESTED, "operating_cost")


@formula("(NPV + present value of the investment) / present value of the investment", _BREALEY)
def profitability_index(npv: float, investment: float) -> float:
    """Ratio: what one unit of money brings back at its present value; above 1 it pays."""
    return (npv + investment) / investment


@formula("present value of savings less running costs / present value of what is invested", NIST)
def savings_to_investment(savings: float, investment: float) -> float:
    """Ratio before tax; what is invested is investment, replacement, capital, less salvage."""
    return savings / investment


# told as 2.64, not as 264 %
RATIO = "ratio"


class Indicators(NamedTuple):
    """Figures of one option or package; None where nothing tells them or they mean nothing."""

    discounted_payback: Payback | None = None
    mirr: Figure | None = None
    profitability_index: Figure | None = None
    savings_to_investment: Figure | None = None
    annualised_cost: Figure | None = None
    saved_energy_cost: Figure | None = None
    abatement_cost: Figure | None = None


def indicators_of(audit: Audit, option: Option, result: Result) -> Indicators:
    """The indicators of an option, alone or at its turn in a package."""
    cash, rate = result.cash, audit.finance.discount_rate
    if cash is None or rate is None or option.lifetime is None:
        return Indicators()
    cost = _annuity_of(cash, (*_INVESTED, *_EARNED), option, audit)
    running = _annuity_of(cash, _COSTS, option, audit)
    return _of_flows(cash, audit.finance, audit.currency, result)._replace(
        annualised_cost=cost,
        saved_energy_cost=_per_energy(running, result),
        abatement_cost=_per_tonne(cost, result),
    )


def package_indicators(audit: Audit, package: PackageResult) -> Indicators:
    """The indicators of a package: its flows together; annualised costs summed over its options,
    for each has a lifetime of its own."""
    result, rate = package.total, audit.finance.discount_rate
    if result.cash is None or rate is None:
        return Indicators()
    yearly: dict[str, Figure] = {}
    running: dict[str, Figure] = {}
    for id, member in package.options.items():
        assert member.cash is not None  # the package has a cash flow
        yearly[id] = _annuity_of(member.cash, (*_INVESTED, *_EARNED), audit.options[id], audit)
        running[id] = _annuity_of(member.cash, _COSTS, audit.options[id], audit)
    cost = total(audit.currency, yearly.items())
    return _of_flows(result.cash, audit.finance, audit.currency, result)._replace(
        annualised_cost=cost,
        saved_energy_cost=_per_energy(total(audit.currency, running.items()), result),
        abatement_cost=_per_tonne(cost, result),
    )


def equivalent_rate(finance: Finance) -> tuple[str, Figure] | None:
    """The discount rate in the other basis, and that basis; None without rate or inflation."""
    rate, inflation = finance.discount_rate, finance.inflation
    if rate is None or inflation is None:
        return None
    if finance.basis == "nominal":
        return "real", derive(real_rate, "unit", nominal=rate, inflation=inflation)
    return "nominal", derive(nominal_rate, "unit", real=rate, inflation=inflation)


def _of_flows(cash: CashFlow, finance: Finance, currency: str, result: Result) -> Indicators:
    rate = finance.discount_rate
    assert rate is not None
    invested = _present_cost(cash, ("investment",), rate, currency)
    all_invested = _present_cost(cash, _INVESTED, rate, currency)
    earned = _present_value(cash, _EARNED, rate, currency)
    index = ratio = None
    if invested.value > 0 and result.npv is not None:
        index = derive(profitability_index, RATIO, npv=result.npv, investment=invested)
    if all_invested.value > 0:
        ratio = derive(savings_to_investment, RATIO, savings=earned, investment=all_invested)
    return Indicators(
        discounted_payback=discounted_payback_of(cash.flows, rate),
        mirr=mirr_of(cash.flows, rate, finance.reinvestment_rate or rate),
        profitability_index=index,
        savings_to_investment=ratio,
    )


def cycle_of(option: Option) -> Figure:
    """After how many years an option is replaced: delay and lifetime, yr. It must have a
    lifetime."""
    assert option.lifetime is not None
    if not option.delay:
        return option.lifetime
    parts = [(Word(N_("delay")), _wait(option)), (Word(N_("lifetime")), option.lifetime)]
    return total("yr", parts)


def _wait(option: Option) -> Figure:
    return Figure(float(option.delay), "yr", Assumed(N_("the years before savings begin")))


def _present_value(cash: CashFlow, keys: Iterable[str], rate: Figure, currency: str) -> Figure:
    """The present value of some lines of a cash flow."""
    rows = [(title_of(key), cash.line(key)) for key in keys]
    flows = year_by_year(rows, range(len(cash.flows)), partial(_sum, currency))
    terms: list[tuple[str, Figure]] = [(Word(N_("rate")), rate)]
    terms += [(year_name(year), one) for year, one in flows.items()]
    return derive_over(net_present_value, currency, terms)


def _sum(currency: str, parts: list[tuple[str, Figure]]) -> Figure:
    return parts[0][1] if len(parts) == 1 else total(currency, parts)


def _present_cost(cash: CashFlow, keys: Iterable[str], rate: Figure, currency: str) -> Figure:
    value = _present_value(cash, keys, rate, currency)
    return derive(cost_of_value, currency, value=value)


def _annuity_of(cash: CashFlow, keys: Iterable[str], option: Option, audit: Audit) -> Figure:
    """Costs less savings of some lines, before tax, as equal payments in the years in which the
    option works; in money of the start where inflation is known."""
    rate, steady = audit.finance.discount_rate, steady_rate(audit.finance)
    assert rate is not None
    assert steady is not None
    assert option.lifetime is not None
    cost = _present_cost(cash, keys, rate, audit.currency)
    if option.delay:
        inputs = {"present_value": cost, "rate": steady, "delay": _wait(option)}
        cost = derive(after_delay, audit.currency, **inputs)
    inputs = {"present_value": cost, "rate": steady, "years": option.lifetime}
    return derive(annuity, audit.currency, **inputs)


def _per_energy(cost: Figure, result: Result) -> Figure | None:
    energy = result.impacts["energy"]
    if energy is None or energy.value <= 0:
        return None
    return derive(cost_of_saved_energy, f"{cost.unit}/GJ", cost=cost, energy=energy)


def _per_tonne(cost: Figure, result: Result) -> Figure | None:
    co2e = result.impacts["co2e"]
    if co2e is None or co2e.value <= 0:
        return None
    return derive(marginal_abatement_cost, f"{cost.unit}/tCO2e", cost=cost, co2e=co2e)
