"""Cash flows year by year: the project's, and the owner's after all financing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...engine import Assessment, Result
from ...engine.cashflow import FINANCING_LINES, LINES, NOT_PAID, CashFlow, Line
from ...engine.financing import financing_of
from ...engine.trace import remarks_on_money
from ...figure import Figure
from ...language import Language
from ..blocks import EMPTY, Block, Cell, Column, Row, Table
from ..numbers import Numbers
from .assessment import remarks_of
from .cells import legend, starred
from .financing import terms_of
from .headline import headline

TITLES = {**LINES, **FINANCING_LINES}
# as many lines of a cash flow as a narrow screen has room for
_MOST_LINES = 6


def cash_view(
    assessment: Assessment, chosen: Mapping[str, Result], language: Language
) -> list[Block]:
    """The headline and two tables for each option or package that is asked for, by its title."""
    numbers = Numbers(language)
    blocks: list[Block] = [headline(assessment, numbers)]
    for name, result in chosen.items():
        blocks += _tables(assessment, name, result, numbers)
    found = remarks_on_money(assessment)
    return [*blocks, remarks_of(found, language, verbose=False)] if found else blocks


def _tables(assessment: Assessment, name: str, result: Result, numbers: Numbers) -> list[Block]:
    _ = numbers.language
    if result.cash is None:
        title = _("{name}: no cash flow").format(name=name)
        return [Table(title, [Column("")], [], [_("An option without a lifetime is in it.")])]
    rate = assessment.audit.finance.discount_rate
    project = _("{name}: cash flow of the project").format(name=name)
    blocks: list[Block] = [*_table(project, result.cash, rate, assessment, numbers)]
    financing = financing_of(assessment, result)
    if financing is not None:
        owner = _("{name}: cash flow of the owner").format(name=name)
        blocks += _table(owner, financing.cash, rate, assessment, numbers)
        last = blocks[-1]
        if isinstance(last, Table):
            terms = terms_of(assessment.audit.finance, numbers)
            blocks[-1] = last._replace(remarks=[*last.remarks, *terms])
    return blocks


def _table(
    title: str, cash: CashFlow, rate: Figure | None, assessment: Assessment, numbers: Numbers
) -> list[Table]:
    """The lines, in several tables where there are many; the last has sums and present values."""
    _ = numbers.language
    currency = assessment.audit.currency
    values = [flow.value for line in cash.lines for flow in line.flows.values()]
    divisor, unit = numbers.money_scale(values, currency)
    amounts = _Amounts(numbers, values, divisor)
    finance = assessment.audit.finance
    remark = _("Money in {unit}, {basis}.").format(unit=unit, basis=_(finance.basis))
    groups = [
        cash.lines[start : start + _MOST_LINES] for start in range(0, len(cash.lines), _MOST_LINES)
    ]
    tables = []
    for group in groups:
        columns = [
            Column(_("Year")),
            *(Column(_broken(_(TITLES[line.key]))) for line in group),
        ]
        rows = [
            Row(
                [
                    Cell(str(year)),
                    *(amounts.figure(line.flows.get(year)) for line in group),
                ]
            )
            for year in range(len(cash.flows))
        ]
        rows.append(_sums(group, amounts, numbers))
        tables.append(Table(title, columns, rows, [remark, *legend(rows, numbers)]))
    return [*tables, _totals(title, cash, rate, amounts, remark, numbers)]


class _Amounts:
    """Money of one cash flow, all with the same decimal places, so that rows and sums add up."""

    def __init__(self, numbers: Numbers, values: Sequence[float], divisor: float) -> None:
        largest = max((abs(value) / divisor for value in values), default=0.0)
        self.places = max(0, min(2, 5 - len(str(int(largest)))))
        self.numbers = numbers
        self.divisor = divisor

    def figure(self, figure: Figure | None) -> Cell:
        if figure is None:
            return EMPTY
        return starred(self.numbers.decimal(figure.value / self.divisor, self.places), figure)

    def value(self, value: float, is_partial: bool = False) -> Cell:
        text = self.numbers.decimal(value / self.divisor, self.places)
        return Cell(f"{text} *" if is_partial else text, value)


def _sums(group: Sequence[Line], amounts: _Amounts, numbers: Numbers) -> Row:
    cells = [Cell(numbers.language("Sum"))]
    for line in group:
        flows = line.flows.values()
        is_partial = any(flow.partial for flow in flows)
        cells.append(amounts.value(sum(flow.value for flow in flows), is_partial))
    return Row(cells, "total")


def _totals(
    title: str,
    cash: CashFlow,
    rate: Figure | None,
    amounts: _Amounts,
    remark: str,
    numbers: Numbers,
) -> Table:
    """Flow, running sum, factor and present value: a reader can add them up."""
    _ = numbers.language
    rows, running, worth, is_partial = [], 0.0, 0.0, False
    for year, flow in enumerate(cash.flows):
        running += flow.value
        is_partial |= flow.partial
        cells = [Cell(str(year)), amounts.figure(flow), amounts.value(running, is_partial)]
        if rate is not None:
            factor = (1 + rate.value) ** -year
            present = flow.value * factor
            worth += present
            cells.append(Cell(numbers.decimal(factor, 4), factor))
            cells += [amounts.value(present, flow.partial), amounts.value(worth, is_partial)]
        rows.append(Row(cells))
    columns = [Column(_("Year")), Column(_("Flow")), Column(_("Running\nsum"))]
    remarks = [remark]
    if rate is not None:
        columns += [
            Column(_("Factor")),
            Column(_("Present\nvalue")),
            Column(_("Running\npresent value")),
        ]
        remarks.append(
            _("Present values at {rate} a year; the last one is the NPV.").format(
                rate=numbers.percent(rate.value)
            )
        )
    if any(line.key in NOT_PAID for line in cash.lines):
        remarks.append(_("Depreciation is not paid; it only lessens the tax."))
    remarks += legend(rows, numbers)
    return Table(_("{title}, in sum").format(title=title), columns, rows, remarks)


def _broken(title: str) -> str:
    """A title in two lines, so that a column of numbers stays narrow."""
    words = title.split(" ")
    if len(words) == 1:
        return title
    half = (len(words) + 1) // 2
    return "\n".join((" ".join(words[:half]), " ".join(words[half:])))
