"""Audits with bills beside them, for the tests of those."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from cpaudit.api import assess_audit
from cpaudit.diagnostics import Diagnostic
from cpaudit.steps import read_audit
from reading import said_in_full, value

HEAD = """\
cpaudit: 1
plant: {name: Mill, country: VN, currency: VND}
period: 2014
"""
AMOUNT = "{csv: bills.csv, column: kWh, unit: kWh}"
PRICE = "{csv: bills.csv, column: VND, unit: VND}"


def electricity(amount: str = AMOUNT, price: str = "1500 VND/kWh", head: str = HEAD) -> str:
    """An audit of electricity alone."""
    return f"{head}resources:\n  electricity:\n    amount: {amount}\n    price: {price}\n"


def months(values: Iterable[object], year: int = 2014, header: str = "month,kWh") -> str:
    """A table with a row a month from January on."""
    rows = [f"{year}-{number:02},{one}" for number, one in enumerate(values, 1)]
    return "\n".join([header, *rows, ""])


def outcome(folder: Path, text: str, table: str, name: str = "bills.csv") -> Any:
    """(assessment or None, diagnostics) of an audit with a table beside it."""
    (folder / name).write_text(table, encoding="utf-8")
    (folder / "plant.yaml").write_text(text, encoding="utf-8")
    audit, found = read_audit(folder / "plant.yaml")
    assessment = None
    if audit is not None:
        assessment, found = assess_audit(audit)
    assert all(said_in_full(said) for said in found)
    return assessment, found


def bills_of(found: Iterable[Diagnostic]) -> list[tuple[str, int, int]]:
    """(code, line, column) of what is said of tables."""
    return [
        (said.code.id, said.span.line, said.span.column)
        for said in found
        if said.code.id.startswith("W") and said.span is not None
    ]


def amount(folder: Path, table: str, given: str = AMOUNT, head: str = HEAD) -> float:
    """MWh of electricity a year out of bills without a mistake."""
    assessment, found = outcome(folder, electricity(given, head=head), table)
    assert assessment is not None, [said_in_full(said) for said in found if said.is_error]
    made: float = value(assessment, "baseline.resources.electricity.amount")
    return made
