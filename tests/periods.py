"""Two periods of one dyehouse, and their RECP indicators, for the tests of those."""

from __future__ import annotations

import io
from typing import Any

from rich.console import Console

from cpaudit.engine.recp import Recp, RecpChange, recp_change, recp_of
from cpaudit.language import Language
from cpaudit.report.renderers.terminal import render
from cpaudit.report.views.recp import recp_view
from reading import assessed

BASE = """\
cpaudit: 1
plant: {name: Mill, sector: textile, country: VN, currency: VND}
period: 2014
production:
  - {product: cloth, amount: 1000 t}
resources:
  electricity: {amount: 500 MWh, price: 1500 VND/kWh}
  water: {amount: 20000 m3, price: 4500 VND/m3}
  dye: {resource: chemical, amount: 30 t, price: 50 million VND/t}
  salt: {resource: material, amount: 20 t, price: 2 million VND/t}
discharges:
  wastewater: {amount: 16000 m3, COD: 400 mg/L}
  sludge: {kind: solid-waste, amount: 12 t}
  drums: {kind: hazardous-waste, amount: 3 t}
"""
# 20 % more cloth a year later
CURRENT = (
    BASE.replace("2014", "2015")
    .replace("1000 t", "1200 t")
    .replace("500 MWh", "540 MWh")
    .replace("20000 m3", "21600 m3")
    .replace("30 t,", "36 t,")
    .replace("20 t,", "18 t,")
    .replace("16000 m3", "17600 m3")
    .replace("12 t}", "15 t}")
)
OPTIONS = """\
options:
  - {id: motors, saves: {electricity: 10 %, sludge: 30 %}, investment: 50 million VND}
  - {id: reuse, saves: {water: 5000 m3, wastewater: 25 %, sludge: 100 %}, investment: 1 VND}
packages: {first: [motors], both: [motors, reuse]}
"""


STEAM = "\n  steam: {amount: 90 t, price: 1 million VND/t"
PARTIAL = BASE.replace("\n  dye", f"{STEAM}}}\n  dye")


def of(text: str, product: str | None = None) -> Recp:
    return recp_of(assessed(text), product)


def changes(base: str = BASE, current: str = CURRENT, product: str | None = None) -> RecpChange:
    return recp_change(of(base, product), of(current, product))


def values(figures: Any) -> dict[str, float | None]:
    return {name: None if one is None else one.value for name, one in figures.items()}


def said(change: Recp | RecpChange) -> list[str]:
    return [one.code.id for one in change.diagnostics if one.code.id.startswith("D")]


def printed(base: Recp, change: RecpChange | None, packages: Any = None, lang: str = "en") -> str:
    written = io.StringIO()
    render(recp_view(base, change, packages or {}, Language(lang)), Console(file=written, width=80))
    return "".join(f"{line.rstrip()}\n" for line in written.getvalue().splitlines())
