"""What may be set off against income tax in each year of an option's life."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import floor

from ..diagnostics import Word
from ..domain import Depreciation, Finance, Option
from ..figure import Assumed, Figure, derive, derive_over, formula, total
from ..language import N_
from .prices import fixed, loses_value
from .rounding import ROUNDING

UNEP = "UNEP, Profiting from Cleaner Production, Part 3: cash flow with tax and depreciation"


@formula("- investment / years · part of the year", UNEP)
def straight_line(investment: float, years: float, part: float) -> float:
    """Depreciation of a year, money; negative, as it lessens the income that is taxed."""
    return -investment / years * part


@formula("- investment · share", UNEP)
def depreciation_by_share(investment: float, share: float) -> float:
    """Depreciation of a year by its share of the investment, money; negative."""
    return -investment * share


@formula("lifetime - years before", N_("definition of a remaining life"))
def remaining_life(lifetime: float, before: float) -> float:
    """Years over which something bought later can be used."""
    return lifetime - before


@formula("- (investment + Σ depreciation)", UNEP)
def written_off(investment: float, *depreciation: float) -> float:
    """What is not depreciated when the option ends, money; negative."""
    return -(investment + sum(depreciation))


def part_figure(part: float) -> Figure:
    """A part of a year; the same figure for each whole one."""
    return _WHOLE if part == 1.0 else Figure(part, "unit", Assumed(PART))


PART = N_("the part of the year that the option works")
_WHOLE = Figure(1.0, "unit", Assumed(PART))


def depreciation_of(
    option: Option, payments: Mapping[int, Figure], finance: Finance, end: int
) -> dict[int, Figure]:
    """Depreciation of payments by year up to `end`, negative, in money of the basis.

    What is paid in one year is depreciated from the next on, or from when the option works;
    what is left at the end of its life is written off. The books keep the sum that was paid: with a
    real basis it loses value from its payment on.
    """
    way = option.depreciation or finance.depreciation
    assets = [
        _in_basis(_asset(option, way, paid, amount, end), paid, finance)
        for paid, amount in payments.items()
        if amount.value
    ]
    if len(assets) <= 1:
        return assets[0] if assets else {}
    years = sorted({year for asset in assets for year in asset})
    parts = ((year, [asset[year] for asset in assets if year in asset]) for year in years)
    return {year: here[0] if len(here) == 1 else _sum(here) for year, here in parts}


def _in_basis(yearly: dict[int, Figure], paid: int, finance: Finance) -> dict[int, Figure]:
    """Depreciation in money of the year of payment, in money of the basis."""
    if not loses_value(finance):
        return yearly
    return {year: fixed(figure, year - paid, finance) for year, figure in yearly.items()}


def _sum(parts: list[Figure]) -> Figure:
    return total(parts[0].unit, [(str(number), one) for number, one in enumerate(parts, 1)])


def _asset(
    option: Option, way: Depreciation, paid: int, amount: Figure, end: int
) -> dict[int, Figure]:
    """Depreciation of one payment, year by year."""
    first = min(max(paid, option.delay) + 1, end)
    if way.shares:
        yearly = dict(_by_share(way, amount, first, end))
    else:
        yearly = _straight(option, way, amount, first, end)
    left = amount.value + sum([one.value for one in yearly.values()])
    if left > ROUNDING * amount.value:
        rest = _rest(amount, list(yearly.values()))
        yearly[end] = _sum([yearly[end], rest]) if end in yearly else rest
    return yearly


def _rest(amount: Figure, parts: list[Figure]) -> Figure:
    """What is left of a payment after some years' depreciation, to be written off."""
    terms = [(Word(N_("investment")), amount), *((str(i), one) for i, one in enumerate(parts, 1))]
    return derive_over(written_off, amount.unit, terms)


def _by_share(
    way: Depreciation, amount: Figure, first: int, end: int
) -> Iterator[tuple[int, Figure]]:
    for number, share in way.shares.items():
        if first + number - 1 <= end:
            inputs = {"investment": amount, "share": share}
            yield first + number - 1, derive(depreciation_by_share, amount.unit, **inputs)


def _straight(
    option: Option, way: Depreciation, amount: Figure, first: int, end: int
) -> dict[int, Figure]:
    """The same sum in each whole year, and a part of it in a last one that is not whole."""
    years = way.years or _life_left(option, first)
    inputs = {"investment": amount, "years": years}
    whole = derive(straight_line, amount.unit, **inputs, part=_WHOLE)
    last = min(first - 1 + floor(years.value + ROUNDING), end)
    yearly = dict.fromkeys(range(first, last + 1), whole)
    part = years.value - (last + 1 - first)
    if last < end and part > ROUNDING:
        yearly[last + 1] = derive(straight_line, amount.unit, **inputs, part=part_figure(part))
    return yearly


def _life_left(option: Option, first: int) -> Figure:
    """The years from `first` to the end of the option's life."""
    assert option.lifetime is not None  # without one there is no cash flow
    before = first - 1 - option.delay
    if before <= 0:
        return option.lifetime
    past = Figure(float(before), "yr", Assumed(N_("the years before it was paid")))
    return derive(remaining_life, "yr", lifetime=option.lifetime, before=past)
