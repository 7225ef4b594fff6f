"""Audits of which the options are money alone, for the tests of comparisons."""

from __future__ import annotations

from typing import Any

from cpaudit.engine.comparing import Comparison, compare
from reading import assessed

HEAD = """\
cpaudit: 1
plant: {name: Mill, country: VN, currency: USD}
period: 2014
resources:
  water: {amount: 1000000 m3, price: 1 USD/m3}
"""


def money_audit(options: dict[str, tuple[float, float, float]], rate: str, more: str = "") -> str:
    """Options that all exclude each other: investment, saving a year in USD, lifetime."""
    ids = list(options)
    lines = [HEAD, "options:"]
    for index, (id, (investment, saving, life)) in enumerate(options.items()):
        excludes = ", ".join(ids[index + 1 :])
        lines.append(
            f"  - {{id: {id}, saves: {{water: {saving:.6f} m3}}, investment: {investment:.6f} USD, "
            f"lifetime: {life} yr, excludes: [{excludes}]{more if index else ''}}}"
        )
    lines.append(f"packages: {{first: [{ids[0]}]}}")
    lines.append(f"finance: {{discount_rate: {rate}, basis: nominal}}\n")
    return "\n".join(lines)


def of(*texts: str, **wanted: Any) -> Comparison:
    return compare([assessed(text) for text in texts], **wanted)


def said(comparison: Comparison) -> list[str]:
    return [one.code.id for one in comparison.diagnostics if one.code.id.startswith("A")]
