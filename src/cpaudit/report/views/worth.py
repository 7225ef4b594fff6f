"""What options and packages are worth beside payback, NPV and IRR, as a bank and a fund read it."""

from __future__ import annotations

from ...engine import Assessment
from ...engine.indicators import Indicators, equivalent_rate, indicators_of, package_indicators
from ...figure import Figure
from ...language import N_
from ..blocks import EMPTY, Block, Cell, Column, Row, Table
from ..numbers import Numbers
from .cells import legend, money_cell, payback_cell, starred

_ABATEMENT = N_(
    "Cost per t CO2e: annualised cost over the tonnes avoided in a year. Annualised cost: "
    "investment, replacement and running costs less savings, as equal payments over the lifetime "
    "at the discount rate, before tax and financing; negative: it earns money. Then compare by NPV."
)
_SAVED_ENERGY = N_("Cost per GJ: the same without savings, over the energy saved in a year.")
_MIRR = N_("MIRR: what comes in is taken as reinvested at {rate}.")
_RATIOS = N_(
    "PI: profitability index, after tax. SIR: savings-to-investment ratio, before tax. Both pay "
    "above 1."
)


def worth_blocks(assessment: Assessment, numbers: Numbers) -> list[Block]:
    """One table; none where no discount rate or no lifetime is known."""
    _, audit = numbers.language, assessment.audit
    worth = [
        (audit.options[id].name, indicators_of(audit, audit.options[id], result))
        for id, result in assessment.options.items()
    ]
    worth += [
        (_("Package “{name}”").format(name=name), package_indicators(audit, package))
        for name, package in assessment.packages.items()
    ]
    if all(one == Indicators() for _name, one in worth):
        return []
    yearly = [one.annualised_cost.value for _name, one in worth if one.annualised_cost]
    divisor, unit = numbers.money_scale(yearly, audit.currency)
    rows = [_row(name, one, divisor, numbers) for name, one in worth]
    remarks = _remarks(assessment, rows, unit, numbers)
    return [Table(_("What options are worth"), _columns(numbers), rows, remarks)]


def _columns(numbers: Numbers) -> list[Column]:
    _ = numbers.language
    return [
        Column(_("Option alone,\nor package"), numeric=False),
        Column(_("Discounted\npayback")),
        Column(_("MIRR")),
        Column(_("PI")),
        Column(_("SIR")),
        Column(_("Cost\na year")),
        Column(_("Cost\nper GJ")),
        Column(_("Cost per\nt CO2e")),
    ]


def _row(name: str, worth: Indicators, divisor: float, numbers: Numbers) -> Row:
    payback = worth.discounted_payback
    cells = [
        Cell(name),
        EMPTY if payback is None else payback_cell(payback, numbers),
        EMPTY if worth.mirr is None else starred(numbers.percent(worth.mirr.value), worth.mirr),
        _ratio(worth.profitability_index, numbers),
        _ratio(worth.savings_to_investment, numbers),
        money_cell(worth.annualised_cost, numbers, divisor),
        _scaled(worth.saved_energy_cost, numbers),
        _scaled(worth.abatement_cost, numbers),
    ]
    return Row(cells)


def _ratio(figure: Figure | None, numbers: Numbers) -> Cell:
    return EMPTY if figure is None else starred(numbers.decimal(figure.value, 2), figure)


def _scaled(figure: Figure | None, numbers: Numbers) -> Cell:
    """Money per GJ or t in the scale of the currency."""
    if figure is None:
        return EMPTY
    divisor, _ = numbers.price_scale(figure.unit.partition("/")[0])
    return money_cell(figure, numbers, divisor)


def _remarks(assessment: Assessment, rows: list[Row], unit: str, numbers: Numbers) -> list[str]:
    _, finance = numbers.language, assessment.audit.finance
    currency = assessment.audit.currency
    _divisor, specific = numbers.price_scale(currency)
    remarks = [
        _("Cost a year in {unit}, per GJ and per t in {specific}.").format(
            unit=unit, specific=specific
        ),
        _(_ABATEMENT),
        _(_SAVED_ENERGY),
        _(_RATIOS),
    ]
    rate = finance.reinvestment_rate or finance.discount_rate
    if rate is not None:
        remarks.append(_(_MIRR).format(rate=numbers.percent(rate.value)))
    other = equivalent_rate(finance)
    if other is not None and finance.discount_rate is not None:
        basis, figure = other
        sentence = _("A discount rate of {rate} {basis} is {other} {other_basis}.")
        remarks.append(
            sentence.format(
                rate=numbers.percent(finance.discount_rate.value),
                basis=_(finance.basis),
                other=numbers.percent(figure.value),
                other_basis=_(basis),
            )
        )
    return [*remarks, *legend(rows, numbers)]
