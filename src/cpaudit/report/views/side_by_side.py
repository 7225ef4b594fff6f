"""The tables of a comparison: its columns beside each other, and what they differ by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from textwrap import wrap
from typing import NamedTuple

from ...engine import Irr, Payback
from ...engine.comparing import Compared, Comparison
from ...engine.comparing.columns import baseline_of
from ...engine.emissions import IMPACTS
from ...engine.nodes import Node
from ...figure import Figure
from ...language import N_
from ..blocks import EMPTY, Cell, Column, Row, Table
from ..numbers import Numbers
from .baseline import EMISSIONS
from .cells import irr_cell, legend, money_cell, number_cell, payback_cell, starred
from .headline import span_of

_TITLE_WIDTH = 13
_IMPACT_TITLES = {**dict(EMISSIONS), "energy": N_("Energy"), "co2e": N_("Greenhouse gases")}
# told by another row already
_TOLD = ("toe", "co2")
# always there, whether the columns differ in them or not
_ALWAYS = ("energy", "co2e")
_SIGNS = N_("Saved, avoided or paid a year; a minus: more is used, emitted or paid.")
_VIEW = N_("NPV, IRR, MIRR and PI are those of the project, after tax, before any financing.")
_OWNER = N_("The owner's NPV and IRR are after loan, grant and the rest of the financing.")
_EXTRA = N_("IRR of the extra: that of the money in which the two differ, year by year.")


class _Money(NamedTuple):
    """A scale for each currency, so that columns of one can be compared."""

    scales: Mapping[str, tuple[float, str]]

    @property
    def is_one(self) -> bool:
        return len(self.scales) == 1


def columns_table(comparison: Comparison, columns: Sequence[Compared], numbers: Numbers) -> Table:
    """Packages of one file, or files with their baselines and a package each."""
    _ = numbers.language
    money = _money(comparison, numbers)
    has_files = len(comparison.assessments) > 1
    rows: list[Row] = []
    if has_files:
        rows += _baseline_rows(columns, money, numbers)
        rows.append(Row([Cell(_("Package")), *[Cell("")] * len(columns)], "heading"))
    rows += _package_rows(comparison, columns, money, numbers)
    titles = [Column(_column_title(comparison, one, money)) for one in columns]
    remarks = [_(_SIGNS), _(_VIEW)]
    if any("equity" in one.figures for one in columns):
        remarks.append(_(_OWNER))
    if money.is_one:
        remarks.insert(0, _("Money in {unit}.").format(unit=_unit_of(comparison, money)))
    title = _("Files side by side") if has_files else _("Packages side by side")
    return Table(
        title, [Column("", numeric=False), *titles], rows, [*remarks, *legend(rows, numbers)]
    )


def differences_table(
    comparison: Comparison, columns: Sequence[Compared], numbers: Numbers
) -> Table:
    """What each column has more or less than the base."""
    _, base = numbers.language, comparison.base
    assert base is not None  # there are differences
    money = _money(comparison, numbers)
    differences = [comparison.differences[one.name] for one in columns]
    currencies = [one.assessment.audit.currency for one in columns]
    rows: list[Row] = []
    if len(comparison.assessments) > 1:
        figures = [one.baseline for one in differences]
        for name, title in (("cost", _("Cost of the baseline")), *_amounts(_ALWAYS, numbers)):
            rows.append(_figures_row(title, name, figures, currencies, money, numbers))
        rows.append(Row([Cell(_("Package")), *[Cell("")] * len(columns)], "heading"))
    of_packages = [one.figures for one in differences]
    shown = _amounts(_shown(comparison), numbers)
    for name, title in (
        ("saving", _("Saving a year")),
        *shown,
        ("investment", _("Investment")),
        ("npv", _("NPV")),
    ):
        rows.append(_figures_row(title, name, of_packages, currencies, money, numbers))
    remarks = []
    if money.is_one:
        remarks.append(_("Money in {unit}.").format(unit=_unit_of(comparison, money)))
    if any(one.irr for one in differences):
        cells = [irr_cell(one.irr, numbers) for one in differences]
        rows.append(Row([Cell(_("IRR of the extra")), *cells]))
        remarks.append(_(_EXTRA))
    titles = [Column(_column_title(comparison, one, money)) for one in columns]
    title = _("Difference from “{name}”").format(name=name_of_column(comparison, base))
    return Table(
        title, [Column("", numeric=False), *titles], rows, [*remarks, *legend(rows, numbers)]
    )


def _money(comparison: Comparison, numbers: Numbers) -> _Money:
    values: dict[str, list[float]] = {}
    for one in comparison.columns:
        found = values.setdefault(one.assessment.audit.currency, [])
        if len(comparison.assessments) > 1 and one.assessment.baseline.cost is not None:
            found.append(one.assessment.baseline.cost.value)
        if one.result is not None:
            found += [one.result.saving.value, one.result.investment.value]
    return _Money({name: numbers.money_scale(found, name) for name, found in values.items()})


def _unit_of(comparison: Comparison, money: _Money) -> str:
    return money.scales[comparison.columns[0].assessment.audit.currency][1]


def _short(comparison: Comparison, column: Compared) -> str:
    """A package, or a file without its folder and ending and its package below."""
    if len(comparison.assessments) == 1:
        return column.name
    files = [one.audit.file for one in comparison.assessments]
    stems = [PurePath(one).stem for one in files]
    file = column.assessment.audit.file
    stem = PurePath(file).stem
    name = stem if stems.count(stem) == 1 else file
    return name if column.package is None else f"{name}\n{column.package}"


def name_of_column(comparison: Comparison, column: Compared) -> str:
    """A package, or a file with its package, in one line."""
    return _short(comparison, column).replace("\n", ": ")


def _column_title(comparison: Comparison, column: Compared, money: _Money) -> str:
    """Its name in lines that are narrow enough, and the currency where there are several."""
    lines = [
        line for part in _short(comparison, column).split("\n") for line in wrap(part, _TITLE_WIDTH)
    ]
    if not money.is_one:
        lines += wrap(money.scales[column.assessment.audit.currency][1], _TITLE_WIDTH)
    return "\n".join(lines)


def _amounts(names: Sequence[str], numbers: Numbers) -> list[tuple[str, str]]:
    """Impacts with their titles and units."""
    _ = numbers.language
    return [(name, f"{_(_IMPACT_TITLES[name])}, {numbers.unit(IMPACTS[name])}") for name in names]


def _shown(comparison: Comparison) -> list[str]:
    """Impacts in which some columns differ; of one column those that it has."""
    results = [one.result for one in comparison.columns if one.result is not None]
    shown = []
    for name in IMPACTS:
        found = [one.impacts[name] for one in results]
        values = [None if one is None else one.value for one in found]
        is_something = any(values) and (len(values) == 1 or len(set(values)) > 1)
        if name in _ALWAYS or (name not in _TOLD and is_something):
            shown.append(name)
    return shown


def _baseline_rows(columns: Sequence[Compared], money: _Money, numbers: Numbers) -> list[Row]:
    _ = numbers.language
    figures = [baseline_of(one.assessment) for one in columns]
    currencies = [one.assessment.audit.currency for one in columns]
    audits = [one.assessment.audit for one in columns]
    rows = [Row([Cell(_("Baseline")), *[Cell("")] * len(columns)], "heading")]
    periods = [Cell(span_of(one.period, numbers).split(" ")[0]) for one in audits]
    rows.append(Row([Cell(_("Period")), *periods]))
    for name, title in (("cost", _("Cost a year")), *_amounts(_ALWAYS, numbers)):
        rows.append(_figures_row(title, name, figures, currencies, money, numbers))
    return rows


def _figures_row(
    title: str,
    name: str,
    figures: Sequence[Mapping[str, Figure | None]],
    currencies: Sequence[str],
    money: _Money,
    numbers: Numbers,
) -> Row:
    cells = []
    for one, currency in zip(figures, currencies, strict=True):
        figure = one.get(name)
        if figure is not None and figure.unit == currency:
            cells.append(money_cell(figure, numbers, money.scales[currency][0]))
        else:
            cells.append(number_cell(figure, numbers))
    return Row([Cell(title), *cells])


def _package_rows(
    comparison: Comparison, columns: Sequence[Compared], money: _Money, numbers: Numbers
) -> list[Row]:
    _ = numbers.language
    per_tonne = _per_tonne_scale(comparison, money, numbers)
    keys = [
        ("saving", _("Saving a year")),
        *_amounts(_shown(comparison), numbers),
        ("investment", _("Investment")),
        ("payback", _("Payback")),
        ("discounted_payback", _("Discounted payback")),
        ("npv", _("NPV")),
        ("irr", _("IRR")),
        ("mirr", _("MIRR")),
        ("profitability_index", _("PI")),
        ("abatement_cost", _("Cost per t CO2e") + (f", {per_tonne[1]}" if per_tonne[1] else "")),
    ]
    rows = []
    for key, title in keys:
        nodes = [(one, one.figures.get(key)) for one in columns]
        cells = [_cell(key, one, node, money, per_tonne[0], numbers) for one, node in nodes]
        rows.append(Row([Cell(title), *cells]))
    if any("equity" in one.figures for one in comparison.columns):
        for key, title in (("npv", _("The owner's NPV")), ("irr", _("The owner's IRR"))):
            owned = [(one, _equity(one, key)) for one in columns]
            cells = [_cell(key, one, node, money, per_tonne[0], numbers) for one, node in owned]
            rows.append(Row([Cell(title), *cells]))
    return rows


def _per_tonne_scale(
    comparison: Comparison, money: _Money, numbers: Numbers
) -> tuple[float | None, str]:
    """The scale of money per tonne, and its unit; none where there are several currencies."""
    if not money.is_one:
        return None, ""
    nodes = [one.figures.get("abatement_cost") for one in comparison.columns]
    values = [one.value for one in nodes if isinstance(one, Figure)]
    return numbers.money_scale(values, comparison.assessments[0].audit.currency)


def _equity(column: Compared, key: str) -> Node:
    equity = column.figures.get("equity")
    return equity.get(key) if isinstance(equity, Mapping) else None


def _cell(
    key: str,
    column: Compared,
    node: Node,
    money: _Money,
    per_tonne: float | None,
    numbers: Numbers,
) -> Cell:
    """A node in the form of its kind."""
    if isinstance(node, Payback):
        return payback_cell(node, numbers)
    if isinstance(node, Irr):
        return irr_cell(node, numbers)
    if not isinstance(node, Figure):
        return EMPTY
    currency = column.assessment.audit.currency
    if key == "mirr":
        return starred(numbers.percent(node.value), node)
    if key == "profitability_index":
        return starred(numbers.decimal(node.value, 2), node)
    if key == "abatement_cost":
        if per_tonne is None:
            return starred(numbers.money(node.value, currency), node)
        return money_cell(node, numbers, per_tonne)
    if node.unit == currency:
        return money_cell(node, numbers, money.scales[currency][0])
    return number_cell(node, numbers)
