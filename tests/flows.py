"""A plant with quantity centres and products, for the tests of material flows and designs."""

from __future__ import annotations

from io import StringIO
from typing import Any

from rich.console import Console

from cpaudit.language import Language
from cpaudit.report.renderers.terminal import render
from cpaudit.report.views.assessment import assessment_view
from reading import run_text

PLANT = """\
cpaudit: 1
plant: {name: Mill, country: VN, currency: VND}
period: 2014
resources:
  electricity: {amount: 1000 MWh, price: 1500 VND/kWh}
  diesel: {amount: 10 t, price: 20 million VND/t}
  steel: {resource: material, amount: 900 t, price: 20 VND/kg}
  water: {amount: 9000 m3, price: 4000 VND/m3}
  tin: {resource: material, amount: 50 t}
discharges:
  wastewater: {amount: 8000 m3, COD: 100 mg/L, treatment: 3000 VND/m3}
  sludge: {kind: solid-waste, amount: 10 t}
"""
# ISO 14051's way by hand: 70 of 100 kg are good
SHEET = "sheet: {amount: 100 kg, price: 10 VND/kg}"
CUTTING = (
    f"{{id: cutting, materials: {{{SHEET}}}, energy: 50 VND, system: 800 VND, waste: 80 VND, "
    "product: 70 kg}"
)


def centres(*entries: str, plant: str = PLANT) -> str:
    """A plant with quantity centres."""
    return f"{plant}material_flow: [{', '.join(entries)}]\n"


def codes(text: str) -> set[str]:
    """The codes of flows and designs that are said of a text."""
    return {said.code.id for said in run_text(text)[2] if said.code.id[0] == "M"}


def printed(assessment: Any, lang: str = "en", width: int = 80) -> str:
    """The whole report as it goes into a pipe."""
    written = StringIO()
    render(assessment_view(assessment, Language(lang)), Console(file=written, width=width))
    return written.getvalue()
