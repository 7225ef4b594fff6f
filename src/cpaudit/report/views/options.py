"""Options alone and in their packages: money, pollution, physical units."""

from __future__ import annotations

from ...engine import Assessment, PackageResult, Result
from ...engine.prices import is_growing
from ...figure import total
from ...language import N_
from ..blocks import EMPTY, Block, Cell, Column, Row, Table
from ..numbers import Numbers
from .cells import irr_cell, legend, money_cell, payback_cell
from .savings import saving_blocks

CATEGORIES = {
    "good-housekeeping": N_("good housekeeping"),
    "process-control": N_("process control"),
    "input-substitution": N_("input substitution"),
    "equipment-modification": N_("equipment modification"),
    "technology-change": N_("technology change"),
    "recycling": N_("recycling"),
    "by-product": N_("by-product"),
    "product-modification": N_("product modification"),
    "energy-efficiency": N_("energy efficiency"),
    "maintenance": N_("maintenance"),
}
STATUSES = {
    "proposed": N_("proposed"),
    "studying": N_("being studied"),
    "rejected": N_("rejected"),
    "planned": N_("planned"),
    "implemented": N_("implemented"),
    "verified": N_("verified"),
}


def option_blocks(assessment: Assessment, numbers: Numbers) -> list[Block]:
    """The tables of options and packages; none where the audit has no options."""
    if not assessment.audit.options:
        return []
    blocks: list[Block] = [_options_alone(assessment, numbers)]
    for name, package in assessment.packages.items():
        blocks.append(_package(assessment, name, package, numbers))
    return [*blocks, *saving_blocks(assessment, numbers)]


def _scale(assessment: Assessment, numbers: Numbers) -> tuple[float, str]:
    """One scale of money for all tables of options, so that they can be compared."""
    results = [*assessment.options.values(), *(one.total for one in assessment.packages.values())]
    values = [value for one in results for value in (one.saving.value, one.investment.value)]
    return numbers.money_scale(values, assessment.audit.currency)


def _option_cell(assessment: Assessment, id: str, numbers: Numbers) -> Cell:
    option = assessment.audit.options[id]
    words = (CATEGORIES.get(option.category, ""), STATUSES[option.status])
    detail = ", ".join(numbers.language(word) for word in words if word)
    return Cell(option.name, detail=f"{detail}: {option.note}" if option.note else detail)


def _options_alone(assessment: Assessment, numbers: Numbers) -> Table:
    _ = numbers.language
    divisor, money = _scale(assessment, numbers)
    rows = [
        Row([_option_cell(assessment, id, numbers), *_money_cells(result, numbers, divisor)])
        for id, result in assessment.options.items()
    ]
    rejected = [option for option in assessment.audit.options.values() if option.rejected]
    rows += [Row([_option_cell(assessment, one.id, numbers), *[EMPTY] * 5]) for one in rejected]
    columns = [
        Column(_("Option"), numeric=False),
        Column(_("Saves\na year")),
        Column(_("Investment")),
        Column(_("Payback")),
        Column(_("NPV")),
        Column(_("IRR")),
    ]
    remarks = [_("Money in {unit}.").format(unit=money), *_finance_remarks(assessment, numbers)]
    if rejected:
        remarks.append(_("Rejected options are listed, not counted."))
    return Table(_("Options, each alone"), columns, rows, [*remarks, *legend(rows, numbers)])


def _finance_remarks(assessment: Assessment, numbers: Numbers) -> list[str]:
    _, finance = numbers.language, assessment.audit.finance
    rate = finance.discount_rate
    tax = finance.tax_rate
    remarks = []
    if any(one.lifetime for one in assessment.audit.options.values()):
        remarks.append(_prices_over_time(assessment, numbers))
    if rate is not None:
        remarks.append(_("NPV at {rate} a year.").format(rate=numbers.percent(rate.value)))
    if tax is not None:
        remarks.append(
            _(
                "NPV and IRR after {tax} income tax, depreciation over {time}; payback before tax."
            ).format(tax=numbers.percent(tax.value), time=_depreciation(assessment, numbers))
        )
    return remarks


def _depreciation(assessment: Assessment, numbers: Numbers) -> str:
    """Over which time the options are depreciated, in words."""
    _, audit = numbers.language, assessment.audit
    way = audit.finance.depreciation
    if any(one.depreciation for one in audit.options.values()) or way.shares:
        return _("the time that the file gives")
    if way.years is not None:
        return numbers.duration(way.years.value)
    return _("the lifetime, straight-line")


def _prices_over_time(assessment: Assessment, numbers: Numbers) -> str:
    _, options = numbers.language, assessment.audit.options.values()
    finance = assessment.audit.finance
    basis = _(finance.basis)
    if is_growing(finance):
        remark = _("Prices rise as the file says; sums and rates are {basis}.").format(basis=basis)
    else:
        remark = _("Prices stay as they are for all years; the discount rate is {basis}.").format(
            basis=basis
        )
    if any(one.flows for one in options):
        remark += " " + _("Single payments are neither taxed nor depreciated.")
    if any(one.lifetime and one.lifetime.value % 1 for one in options):
        remark += " " + _("The part of a last year counts at the end of that year.")
    return remark


# the values of finance.basis, for the catalogues
BASES = (N_("nominal"), N_("real"))


def _money_cells(result: Result, numbers: Numbers, divisor: float) -> list[Cell]:
    return [
        money_cell(result.saving, numbers, divisor),
        money_cell(result.investment, numbers, divisor),
        payback_cell(result.payback, numbers),
        money_cell(result.npv, numbers, divisor),
        irr_cell(result.irr, numbers),
    ]


def _package(assessment: Assessment, name: str, package: PackageResult, numbers: Numbers) -> Table:
    _ = numbers.language
    divisor, money = _scale(assessment, numbers)
    rows = []
    for id, result in package.options.items():
        alone = assessment.options[id]
        cells = [
            Cell(assessment.audit.options[id].name),
            money_cell(alone.saving, numbers, divisor),
            *_money_cells(result, numbers, divisor),
        ]
        rows.append(Row(cells))
    alone_savings = [(id, assessment.options[id].saving) for id in package.options]
    total_cells = [
        Cell(_("Together")),
        money_cell(total(assessment.audit.currency, alone_savings), numbers, divisor),
        *_money_cells(package.total, numbers, divisor),
    ]
    rows.append(Row(total_cells, "total"))
    columns = [
        Column(_("Option, in this order"), numeric=False),
        Column(_("Saves\nalone")),
        Column(_("Saves in\npackage")),
        Column(_("Investment")),
        Column(_("Payback")),
        Column(_("NPV")),
        Column(_("IRR")),
    ]
    remarks = [_("Money in {unit}.").format(unit=money), *legend(rows, numbers)]
    return Table(_("Package “{name}”").format(name=name), columns, rows, remarks)
