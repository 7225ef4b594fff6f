"""An audit as a spreadsheet with live formulas, as a consultant would set it up by hand.

Inputs are amounts, prices, factors, shares, money and lifetimes; all else is formulas: cost, energy
and CO2e of the baseline, each option alone and at its turn in each package, payback, yearly cash
flow after tax, NPV and IRR. It holds less than cpaudit works out (no TOE, SO2, dust, warnings).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name as letter
from xlsxwriter.utility import xl_rowcol_to_cell as at

from cpaudit import Assessment

FIGURES = ("cost", "energy", "baseline co2e", "saving", "co2e", "investment", "npv", "irr")
YEARS = 16  # the longest lifetime is 15 years


class Workbook:
    """The sheet of one audit: streams at the top, below it the options alone, then the packages."""

    def __init__(self, path: Path, assessment: Assessment) -> None:
        self.assessment, self.audit = assessment, assessment.audit
        self.book = xlsxwriter.Workbook(str(path))
        exact = self.book.add_format({"num_format": "0.0000000000000000E+00"})
        summary = self.book.add_worksheet("summary")
        self.sheet = self.book.add_worksheet("audit")
        self.streams = [one for one in self.audit.streams if "." not in one]
        self.first, self.last = 2, 1 + len(self.streams)
        self.row = self._streams() + 2
        self.inputs = self.row + 1
        self._options()
        totals = [self._package(name) for name in self.audit.packages]
        for column, (name, cell) in enumerate(zip(FIGURES, self._figures(totals[-1]), strict=True)):
            summary.write(0, column, name)
            summary.write_formula(1, column, f"=audit!{cell}", exact)
        self.book.close()

    def _streams(self) -> int:
        """Amount, price, energy and CO2e per unit; cost, energy and CO2e, and their sums."""
        sheet, finance = self.sheet, self.audit.finance
        sheet.write_row(0, 0, ["discount rate", finance.discount_rate.value])
        sheet.write_row(0, 2, ["tax rate", finance.tax_rate.value])
        for row, id in enumerate(self.streams, self.first):
            stream, factors = self.audit.streams[id], self.assessment.intensities[id]
            price = stream.price.value if stream.price else 0.0
            per_unit = [
                factors[name].value if factors.get(name) else 0.0 for name in ("energy", "co2e")
            ]
            sheet.write_row(row, 0, [id, stream.amount.value, price, *per_unit])
            for column, factor in zip("FGH", "CDE", strict=True):
                sheet.write_formula(f"{column}{row + 1}", f"=B{row + 1}*{factor}{row + 1}")
        end = self.last + 1
        for column in "FGH":
            sheet.write_formula(
                f"{column}{end + 1}", f"=SUM({column}{self.first + 1}:{column}{end})"
            )
        self.totals = [f"{column}{end + 1}" for column in "FGH"]
        return end

    def _options(self) -> None:
        """Each option alone: shares and money as they are given, saving, CO2e, finance."""
        width = len(self.streams)
        self.money = 1 + width
        self.result = self.money + 3
        for row, option in enumerate(self.audit.options.values(), self.inputs):
            shares = {one.stream: one.size.value for one in option.savings}
            self.sheet.write_row(row, 0, [option.id, *(shares.get(id, 0.0) for id in self.streams)])
            costs = [option.investment, option.operating_cost, option.lifetime]
            self.sheet.write_row(row, self.money, [one.value for one in costs])
            given = f"{at(row, 1)}:{at(row, width)}"
            self._results(row, row, given)
        self.row = self.inputs + len(self.audit.options) + 2

    def _results(self, row: int, option: int, shares: str) -> None:
        """Saving, CO2e, payback, cash flow, NPV and IRR of what shares of the baseline save."""
        sheet, column = self.sheet, self.result
        investment, running, life = (at(option, self.money + one, True, True) for one in range(3))

        def saved(column: str) -> str:
            rows = f"${column}${self.first + 1}:${column}${self.last + 1}"
            return f"SUMPRODUCT(TRANSPOSE({shares}),{rows})"

        sheet.write_array_formula(row, column, row, column, f"{{={saved('F')}-{running}}}")
        sheet.write_array_formula(row, column + 1, row, column + 1, f"{{={saved('H')}}}")
        saving = at(row, column, False, True)
        sheet.write_formula(row, column + 2, f"=IF({saving}>0,{investment}/{saving},-1)")
        flows = column + 5
        sheet.write_formula(row, flows, f"=-{investment}")
        for year in range(1, YEARS):
            working = f"{saving}-$D$1*({saving}-{investment}/{life})"
            sheet.write_formula(row, flows + year, f"=IF({year}<={life},{working},0)")
        self._worth(row, flows)

    def _worth(self, row: int, flows: int) -> None:
        later = f"{at(row, flows + 1)}:{at(row, flows + YEARS - 1)}"
        self.sheet.write_formula(row, flows - 2, f"=NPV($B$1,{later})+{at(row, flows)}")
        every = f"{at(row, flows)}:{at(row, flows + YEARS - 1)}"
        self.sheet.write_formula(row, flows - 1, f'=IFERROR(IRR({every}),"none")')

    def _package(self, name: str) -> int:
        """A package: what each option saves at its turn and leaves; the row of the sums."""
        sheet, members = self.sheet, self.audit.packages[name].options
        ids = list(self.audit.options)
        width, start = len(self.streams), self.row
        left = self.result + 5 + YEARS + 1
        sheet.write_row(start, left, [1.0] * width)
        for row, id in enumerate(members, start + 1):
            option = self.inputs + ids.index(id)
            for column in range(width):
                before, share = at(row - 1, left + column), at(option, 1 + column)
                sheet.write_formula(row, 1 + column, f"={before}*{share}")
                sheet.write_formula(row, left + column, f"={before}-{at(row, 1 + column)}")
            self._results(row, option, f"{at(row, 1)}:{at(row, width)}")
        end, total = start + len(members), start + len(members) + 1
        flows = self.result + 5
        summed = [self.result, self.result + 1, *range(flows, flows + YEARS)]
        for column in summed:
            name = letter(column)
            sheet.write_formula(total, column, f"=SUM({name}{start + 2}:{name}{end + 1})")
        chosen = ",".join(at(self.inputs + ids.index(id), self.money) for id in members)
        sheet.write_formula(total, self.money, f"=SUM({chosen})")
        self._worth(total, flows)
        self.row = total + 2
        return total

    def _figures(self, total: int) -> Sequence[str]:
        """The cells of the figures of a package, and of the baseline before them."""
        flows = self.result + 5
        columns = [self.result, self.result + 1, self.money, flows - 2, flows - 1]
        return [*self.totals, *(at(total, column) for column in columns)]
