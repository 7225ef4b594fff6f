"""Zeros that amounts would be divided by are refused where they stand, and nothing breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from cpaudit.factors import default_library
from cpaudit.factors.check import check_library
from reading import HEAD, errors, run_text

SHIPPED = default_library().files.root
SOURCED = "source: si, confirmed: true, seen: x"
FOLDERS = {
    "density": ("fuels/diesel.yaml", f"density: {{value: 0 kg/l, {SOURCED}}}"),
    "ncv": ("fuels/anthracite.yaml", f"ncv: {{value: 0 GJ/t, {SOURCED}}}"),
    "toe": ("energy.yaml", f"constants: {{toe: {{value: 0 GJ/TOE, {SOURCED}}}}}"),
    "rate": ("exchange_rates/VND.yaml", f"years: {{2022: {{value: 0 VND/USD, {SOURCED}}}}}"),
    "rule": ("cdm.yaml", f"rules: {{electric_equivalent: {{value: 0 unit, {SOURCED}}}}}"),
}


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_with_a_zero_that_divides_is_refused(name: str, tmp_path: Path) -> None:
    path, text = FOLDERS[name]
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_text(f"{text}\n", encoding="utf-8")
    (said,) = check_library(SHIPPED, tmp_path)
    assert said.code.id == "P005"
    assert said.span is not None
    assert said.span.source.name.endswith(path)


@pytest.mark.parametrize(
    ("currency", "rates"), [("USD", "USD: 0 VND"), ("VND", "VND: 0 USD"), ("VND", "USD: 0 VND")]
)
def test_a_rate_of_nothing_is_refused(currency: str, rates: str) -> None:
    other = {"USD": "VND", "VND": "USD"}[currency]
    text = HEAD.replace("VND}", f"{currency}}}")
    text += f"resources: {{water: {{amount: 9 m3, price: 9 {other}/m3}}}}\n"
    _, assessment, found = run_text(f"{text}exchange_rates: {{{rates}}}\n")
    assert assessment is None
    assert [code for code, _, _ in errors(found)] == ["P005"]


def test_a_rate_below_nothing_leads_to_no_other_mistake() -> None:
    text = f"{HEAD}resources: {{water: {{amount: 9 m3}}}}\ncarbon_price: 9 USD/tCO2e\n"
    found = run_text(f"{text}exchange_rates: {{USD: -5 VND}}\n")[2]
    assert [code for code, _, _ in errors(found)] == ["P005"]
