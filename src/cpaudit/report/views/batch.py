"""Rows of many audits as a table that fits a screen; the rest of the columns is for files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ...language import N_, Language
from ...portfolio.columns import Column as Source
from ...portfolio.columns import Row as Values
from ...portfolio.columns import Value
from ..blocks import EMPTY, Block, Cell, Column, Row, Table
from ..numbers import Numbers
from .cells import IRR_WORDS, PAYBACK_WORDS
from .options import CATEGORIES, STATUSES

_TITLES = {
    "plant": N_("Plant"),
    "sector": N_("Sector"),
    "province": N_("Province"),
    "country": N_("Country"),
    "year": N_("Year"),
    "currency": N_("Money"),
    "audits": N_("Audits"),
    "options": N_("Options"),
    "implemented": N_("Imple-\nmented"),
    "warnings": N_("Warnings"),
    "name": N_("Option"),
    "class": N_("Class"),
    "status": N_("Status"),
    "package": N_("Package"),
    "investment": N_("Investment"),
    "saving": N_("Saves\na year"),
    "payback_yr": N_("Payback"),
    "npv": N_("NPV"),
    "irr": N_("IRR"),
    "co2e_t": N_("t CO2e\navoided"),
    "package_saving": N_("Saves in\npackage"),
}
_WHAT = {"plant": N_("Plants"), "option": N_("Options"), "group": N_("Groups")}
_AT_TURN = "package_"
_DEFAULT = {
    "plant": ("plant", "sector", "year", "investment", "saving", "payback_yr", "co2e_t"),
    "option": ("plant", "name", "investment", "saving", "package_saving", "payback_yr"),
}
# what gives way to the currency, or to a second key
_LEAST = {"plant": "sector", "option": "saving", "group": "npv"}
_SUMS = ("investment", "saving", "payback_yr", "npv", "co2e_t")

_PARTIAL = N_("* without what is not counted: `cpaudit assess` of the audit tells what that is")


class Rows(NamedTuple):
    """Rows of columns that were `read`, of which some are `shown`; `whole` counts all there are."""

    kind: str
    read: Sequence[Source]
    shown: Sequence[Source]
    rows: Sequence[Values]
    totals: Sequence[Mapping[str, Value]]
    whole: int


def usual_columns(
    kind: str, per: str, keys: Sequence[str], every: Mapping[str, Source], has_currencies: bool
) -> list[Source]:
    """The columns that fit 80 characters; the currency among them where there are several."""
    if kind == "group":
        prefix = _AT_TURN if per == "option" else ""
        counted = "options" if per == "option" else "audits"
        names = [*keys, counted, *(f"{prefix}{name}" for name in _SUMS)]
    else:
        names = list(_DEFAULT[kind])
    is_tight = has_currencies or len(keys) > 1
    if has_currencies and "currency" not in names:
        first = next(at for at, name in enumerate(names) if name.endswith("investment"))
        names.insert(first, "currency")
    if is_tight:
        names = [name for name in names if name.removeprefix(_AT_TURN) != _LEAST[kind]]
    return [every[name] for name in dict.fromkeys(names)]


def batch_view(table: Rows, sectors: Mapping[str, str], language: Language) -> list[Block]:
    """The table with a sum for each currency, and what stands behind it."""
    numbers = Numbers(language)
    shown = _Shown(table, sectors, numbers)
    rows = [Row(shown.cells(values)) for values in shown.rows]
    if table.kind != "group" or len(table.rows) > 1:
        rows += [Row(shown.total_cells(sums), role="total") for sums in table.totals]
    columns = [
        Column(shown.title(one), numeric=_is_numeric(one), whole=one.name == "currency")
        for one in table.shown
    ]
    return [Table(language(_WHAT[table.kind]), columns, rows, shown.remarks(rows))]


def _is_numeric(column: Source) -> bool:
    return column.kind != "text"


class _Shown:
    """Values as cells, money in a scale for each currency."""

    def __init__(self, table: Rows, sectors: Mapping[str, str], numbers: Numbers) -> None:
        self.table = table
        self.sectors = sectors
        self.numbers = numbers
        names = [column.name for column in table.read]
        self.rows = [dict(zip(names, values, strict=True)) for values in table.rows]
        money: dict[str, list[float]] = {}
        for row in (*self.rows, *table.totals):
            amounts = [row.get(one.name) for one in table.shown if one.kind == "money"]
            known = [float(one) for one in amounts if one is not None]
            money.setdefault(str(row["currency"]), []).extend(known)
        self.scales = {
            currency: numbers.money_scale(values, currency) for currency, values in money.items()
        }

    def title(self, column: Source) -> str:
        """What the column is called; a rare one by its name."""
        name = column.name
        if self.table.kind == "group":
            name = name.removeprefix(_AT_TURN)
        return self.numbers.language(_TITLES[name]) if name in _TITLES else column.name

    def cells(self, row: Mapping[str, Value]) -> list[Cell]:
        """A cell for each column that is shown."""
        partial = str(row.get("partial") or "").split()
        cells = []
        for column in self.table.shown:
            cell = self._cell(column, row)
            cells.append(cell._replace(text=f"{cell.text} *") if column.name in partial else cell)
        return cells

    def total_cells(self, sums: Mapping[str, Value]) -> list[Cell]:
        """The sums of a currency, under a word for them."""
        every = {column.name: None for column in self.table.shown}
        cells = self.cells({**every, **sums})
        for at, column in enumerate(self.table.shown):
            if column.name not in sums:
                cells[at] = Cell("")
        return [Cell(self.numbers.language("Total")), *cells[1:]]

    def _cell(self, column: Source, row: Mapping[str, Value]) -> Cell:
        value, numbers = row[column.name], self.numbers
        if column.name.endswith("payback_yr"):
            return self._payback(value, row.get(column.name.removesuffix("_yr")))
        if column.name == "currency":
            return Cell(str(value)) if value else EMPTY
        if value is None:
            outcome = str(row.get("irr_outcome")) if column.name == "irr" else ""
            return Cell(numbers.language(IRR_WORDS[outcome])) if outcome in IRR_WORDS else EMPTY
        if isinstance(value, str):
            return Cell(self._word(column.name, value))
        if column.kind == "money":
            divisor = self.scales[str(row["currency"])][0]
            return Cell(numbers.plain(value / divisor), value, str(row["currency"]))
        if column.kind == "count":
            return Cell(str(value) if column.name == "year" else numbers.decimal(value, 0), value)
        text = numbers.percent(value) if column.unit == "unit" else numbers.plain(value)
        return Cell(text, value, column.unit)

    def _payback(self, years: Value, outcome: Value) -> Cell:
        if outcome in PAYBACK_WORDS:
            return Cell(self.numbers.language(PAYBACK_WORDS[str(outcome)]))
        if years is None:
            return EMPTY
        return Cell(self.numbers.duration(float(years)), float(years), "yr")

    def _word(self, name: str, value: str) -> str:
        """An id in words where there are any."""
        if name == "sector":
            return self.sectors.get(value, value)
        words = {"class": CATEGORIES, "status": STATUSES}.get(name, {})
        return self.numbers.language(words.get(value, value)) if value in words else value

    def remarks(self, rows: Sequence[Row]) -> list[str]:
        """The unit of money, how many rows are not shown, what a star means."""
        _, table = self.numbers.language, self.table
        remarks = []
        is_money = any(column.kind == "money" for column in table.shown)
        if not rows:
            return [_("There is no row to show.")]
        if is_money:
            units = ", ".join(unit for _, unit in self.scales.values())
            remarks.append(_("Money in {unit}.").format(unit=units))
        if table.whole > len(table.rows):
            left = self.numbers.decimal(table.whole - len(table.rows), 0)
            remarks.append(
                _("Rows that are not shown: {count}. The total counts them.").format(count=left)
            )
        if any(cell.text.endswith(" *") for row in rows for cell in row.cells):
            remarks.append(_(_PARTIAL))
        return remarks
