"""The yearly cash flow of an option or a package, after tax, before any financing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..diagnostics import Word
from ..domain import Finance, Option
from ..figure import Assumed, Figure, derive, formula, total
from ..language import N_

_UNEP = "UNEP, Profiting from Cleaner Production, Part 3: cash flow with tax and depreciation"


@formula("- investment", _UNEP)
def outlay(investment: float) -> float:
    """The payment at the start, money."""
    return -investment


@formula("saving · part of the year", _UNEP)
def pre_tax_flow(saving: float, part: float) -> float:
    """The saving of a year of which the option works only a part (its last one)."""
    return saving * part


@formula("saving · part - tax rate · (saving - investment / lifetime) · part", _UNEP)
def after_tax_flow(
    saving: float, part: float, tax_rate: float, investment: float, lifetime: float
) -> float:
    """The saving after income tax; straight-line depreciation over the lifetime, no salvage.

    Where the depreciation exceeds the saving the tax is negative: it lessens the plant's own.
    """
    return saving * part - tax_rate * (saving - investment / lifetime) * part


def cash_flow(
    option: Option, saving: Figure, finance: Finance, currency: str
) -> tuple[Figure, ...] | None:
    """Flow at the start and at the end of each year of life; None without a lifetime."""
    if option.lifetime is None:
        return None
    flows = [derive(outlay, currency, investment=option.investment)]
    life = option.lifetime.value
    whole = _year(option, saving, finance, currency, 1.0)
    flows += [whole] * int(life)
    rest = life - int(life)
    if rest > 1e-9:
        flows.append(_year(option, saving, finance, currency, rest))
    for year, payment in option.flows.items():
        flows[year] = total(
            currency, [(Word(N_("flow")), flows[year]), (Word(N_("payment")), payment)]
        )
    return tuple(flows)


def flows_together(
    parts: Iterable[tuple[str, Sequence[Figure] | None]], currency: str
) -> tuple[Figure, ...] | None:
    """The flows of a package: those of its options, year by year; None if one is not known."""
    known: list[tuple[str, Sequence[Figure]]] = []
    for id, flows in parts:
        if flows is None:
            return None
        known.append((id, flows))
    years = max((len(flows) for _, flows in known), default=0)
    return tuple(
        total(currency, [(id, flows[year]) for id, flows in known if year < len(flows)])
        for year in range(years)
    )


def _year(option: Option, saving: Figure, finance: Finance, currency: str, part: float) -> Figure:
    works = Figure(part, "unit", Assumed(N_("the part of the year that the option works")))
    if finance.tax_rate is None or option.lifetime is None:
        if part == 1.0:
            return saving
        return derive(pre_tax_flow, currency, saving=saving, part=works)
    return derive(
        after_tax_flow,
        currency,
        saving=saving,
        part=works,
        tax_rate=finance.tax_rate,
        investment=option.investment,
        lifetime=option.lifetime,
    )
