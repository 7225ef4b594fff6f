"""Cash flows for programs: as CSV, a row for each year, and as JSON with every figure's origin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...engine import Assessment, Result
from ...engine.cashflow import FINANCING_LINES, LINES, CashFlow
from ...engine.financing import financing_of
from ...engine.nodes import cash_figures
from ...figure import Formula
from ...language import Language
from .delimited import csv_text
from .json.figures import diagnostics_list, formula_json, head, node_json, text_of

_TOTAL = "total"


def cash_csv(assessment: Assessment, chosen: Mapping[str, Result]) -> str:
    """A row for each path, view and year; the columns are the lines, money of the audit."""
    lines = [*LINES, *FINANCING_LINES, _TOTAL]
    rows: list[list[str | float | None]] = []
    for path, result in chosen.items():
        for view, cash in _flows(assessment, result):
            rows += _rows(path, view, cash, lines, assessment.audit.currency)
    return csv_text(["path", "view", "currency", "year", *lines], rows)


def _flows(assessment: Assessment, result: Result) -> Iterator[tuple[str, CashFlow]]:
    """The project's flow, and the owner's where there is financing."""
    if result.cash is not None:
        yield "project", result.cash
    financing = financing_of(assessment, result)
    if financing is not None:
        yield "owner", financing.cash


def _rows(
    path: str, view: str, cash: CashFlow, lines: list[str], currency: str
) -> Iterator[list[str | float | None]]:
    by_line = {line.key: line.flows for line in cash.lines}
    by_line[_TOTAL] = dict(enumerate(cash.flows))
    for year in range(len(cash.flows)):
        figures = (by_line.get(key, {}).get(year) for key in lines)
        yield [path, view, currency, year, *(one.value + 0.0 if one else None for one in figures)]


def cash_json(assessment: Assessment, chosen: Mapping[str, Result], language: Language) -> str:
    """The lines of each path and view by year."""
    formulas: dict[str, Formula] = {}
    flows: dict[str, Any] = {
        path: {
            view: node_json(cash_figures(cash), formulas)
            for view, cash in _flows(assessment, result)
        }
        for path, result in chosen.items()
    }
    document = {
        **head("cashflow"),
        "currency": assessment.audit.currency,
        "basis": assessment.audit.finance.basis,
        "cash_flows": flows,
        "formulas": {id: formula_json(one) for id, one in sorted(formulas.items())},
        "diagnostics": diagnostics_list(assessment.diagnostics, language),
    }
    return text_of(document)
