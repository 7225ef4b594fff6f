"""The tables of a comparison: its columns beside each other, and what they differ by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...engine.comparing import Compared, Comparison
from ...engine.comparing.columns import baseline_of
from ...engine.emissions import IMPACTS
from ...figure import Figure
from ...language import N_
from ..blocks import Cell, Column, Row, Table
from ..numbers import Numbers
from .baseline import EMISSIONS
from .cells import irr_cell, legend, money_cell, number_cell
from .columns import (
    Money,
    column_title,
    money_of,
    name_of_column,
    node_cell,
    of_owner,
    per_tonne_scale,
    unit_of,
)
from .headline import span_of

_IMPACT_TITLES = {**dict(EMISSIONS), "energy": N_("Energy"), "co2e": N_("Greenhouse gases")}
# told by another row already
_TOLD = ("toe", "co2")
# always there, whether the columns differ in them or not
_ALWAYS = ("energy", "co2e")
_SIGNS = N_("Saved, avoided or paid a year; a minus: more is used, emitted or paid.")
_VIEW = N_("NPV, IRR, MIRR and PI are those of the project, after tax, before any financing.")
_OWNER = N_("The owner's NPV and IRR are after loan, grant and the rest of the financing.")
_EXTRA = N_("IRR of the extra: that of the money in which the two differ, year by year.")


def columns_table(comparison: Comparison, columns: Sequence[Compared], numbers: Numbers) -> Table:
    """Packages of one file, or files with their baselines and a package each."""
    _ = numbers.language
    money = money_of(comparison, numbers)
    has_files = len(comparison.assessments) > 1
    rows: list[Row] = []
    if has_files:
        rows += _baseline_rows(columns, money, numbers)
        rows.append(Row([Cell(_("Package")), *[Cell("")] * len(columns)], "heading"))
    rows += _package_rows(comparison, columns, money, numbers)
    titles = [Column(column_title(comparison, one, money)) for one in columns]
    remarks = [_(_SIGNS), _(_VIEW)]
    if any("equity" in one.figures for one in columns):
        remarks.append(_(_OWNER))
    if money.is_one:
        remarks.insert(0, _("Money in {unit}.").format(unit=unit_of(comparison, money)))
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
    money = money_of(comparison, numbers)
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
        remarks.append(_("Money in {unit}.").format(unit=unit_of(comparison, money)))
    if any(one.irr for one in differences):
        cells = [irr_cell(one.irr, numbers) for one in differences]
        rows.append(Row([Cell(_("IRR of the extra")), *cells]))
        remarks.append(_(_EXTRA))
    titles = [Column(column_title(comparison, one, money)) for one in columns]
    title = _("Difference from “{name}”").format(name=name_of_column(comparison, base))
    return Table(
        title, [Column("", numeric=False), *titles], rows, [*remarks, *legend(rows, numbers)]
    )


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


def _baseline_rows(columns: Sequence[Compared], money: Money, numbers: Numbers) -> list[Row]:
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
    money: Money,
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
    comparison: Comparison, columns: Sequence[Compared], money: Money, numbers: Numbers
) -> list[Row]:
    _ = numbers.language
    per_tonne = per_tonne_scale(comparison, money, numbers)
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
        cells = [node_cell(key, one, node, money, per_tonne[0], numbers) for one, node in nodes]
        rows.append(Row([Cell(title), *cells]))
    if any("equity" in one.figures for one in comparison.columns):
        for key, title in (("npv", _("The owner's NPV")), ("irr", _("The owner's IRR"))):
            owned = [(one, of_owner(one, key)) for one in columns]
            cells = [node_cell(key, one, node, money, per_tonne[0], numbers) for one, node in owned]
            rows.append(Row([Cell(title), *cells]))
    return rows
