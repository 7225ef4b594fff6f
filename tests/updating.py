"""What the tests of `cpaudit check --update` share: an audit with an expectation, and updates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cpaudit
from cpaudit.portfolio.checked import Change, Checked
from reading import HEAD

# 900 m3 · 4500 VND/m3 = 4050000 VND
COST = 4050000
WATER = "resources:\n  water: {amount: 900 m3, price: 4500 VND/m3}\n"


def audit(expect: str, style: str | None = None) -> str:
    """An audit with a text under `expect:` as it stands; its numbers may be of a declared style."""
    head = HEAD.replace("VND}", f"VND, number_style: {style}}}") if style else HEAD
    return f"{head}{WATER}expect:\n{expect}"


def stating(value: str, figure: str = "baseline.cost", within: str = "") -> str:
    """An audit in which one value is expected, in a block."""
    tolerance = f"    within: {within}\n" if within else ""
    return audit(f"  - figure: {figure}\n    value: {value}\n{tolerance}")


def updated(folder: Path, text: str | bytes) -> tuple[bytes, Checked]:
    """The bytes of an audit after its update, and what was said; another update changes nothing."""
    path = folder / "audit.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    (checked,) = cpaudit.update_expectations([path])
    data = path.read_bytes()
    (again,) = cpaudit.update_expectations([path])
    assert (again.changes, path.read_bytes()) == ((), data)
    assert [one.name for one in folder.iterdir() if one.name.startswith(".")] == []
    return data, checked


def value_after(folder: Path, value: str, **stated: str) -> str:
    """What stands in the place of a value that was expected, in a block; the check then passes."""
    before = stating(value, **stated)
    data, checked = updated(folder, before)
    start, end = before.split(f" {value}")
    start += " "
    text = data.decode()
    assert text.startswith(start)
    assert text.endswith(end)
    assert not codes(checked), codes(checked)
    return text[len(start) : len(text) - len(end)]


def codes(checked: Checked) -> list[tuple[str, int, int]]:
    """(code, line, column) of the errors and warnings."""
    return [
        (said.code.id, said.span.line, said.span.column)
        for said in checked.findings
        if said.span is not None and said.level != "note"
    ]


def told(change: Change) -> tuple[Any, ...]:
    return change.figure, change.line, change.old, change.new
