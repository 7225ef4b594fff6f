"""What holds for every charge, and how charges are shown."""

from __future__ import annotations

import io
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from cpaudit.language import Language
from cpaudit.report.renderers.json import assessment_json
from cpaudit.report.renderers.terminal import render
from cpaudit.report.views.assessment import assessment_view
from reading import HEAD, assessed, value
from test_charges import LARGE, SMALLER, WASTEWATER, plant
from test_charges_energy import SUPPLY


@given(
    st.integers(1, 20_000),
    st.integers(0, 3000),
    st.integers(60, 100),
    st.integers(1, 100),
    st.data(),
)
@settings(max_examples=60, deadline=None, database=None)
def test_what_is_saved_is_what_another_plant_does_not_pay(
    volume: int, cod: int, power_factor: int, better: int, data: st.DataObject
) -> None:
    less, load = data.draw(st.integers(0, volume - 1)), volume * cod  # g of COD
    gone = data.draw(st.integers(0, load))
    style = HEAD.replace("VND}", "VND, number_style: plain}").replace("2014", "2022")

    def text(water: float, milligrams: float, power: int, share: int, rest: str) -> str:
        supply = SUPPLY.replace("1000 MWh", f"{power} MWh") % (share / 100)
        water_out = f"{{amount: {water} m3, COD: {milligrams:.9f} mg/L, treatment: 3000 VND/m3}}"
        return f"{style}{supply}discharges: {{wastewater: {water_out}}}\n{rest}"

    options = (
        f"options: [{{id: less, saves: {{wastewater: {less} m3, electricity: 40 MWh}}}}, "
        f"{{id: clean, saves: {{wastewater.COD: {gone} g}}, power_factor: {better / 100}}}]\n"
    )
    charges = "charges: [vn-wastewater, vn-power-factor]\n"
    before = text(volume, cod, 1000, power_factor, options)
    charged, free = assessed(before + charges), assessed(before)
    after = assessed(
        text(
            volume - less, (load - gone) / (volume - less), 960, max(power_factor, better), charges
        )
    )
    size = value(charged, "baseline.cost") * 1e-9 + 1
    total = charged.packages["all"].total
    for id, today in charged.baseline.charges.items():
        for line in {*today, *after.baseline.charges[id]}:
            now, then = (
                one.baseline.charges[id][line].value if line in one.baseline.charges[id] else 0
                for one in (charged, after)
            )
            assert total.charges[id][line].value == pytest.approx(now - then, rel=1e-6, abs=size)
    for id, result in (*charged.options.items(), ("all", total)):
        without = free.packages["all"].total if id == "all" else free.options[id]
        saved = sum(one.value for lines in result.charges.values() for one in lines.values())
        assert result.saving.value == pytest.approx(without.saving.value + saved, abs=size)
        assert (without.charges, free.baseline.charges) == ({}, {})
        for part in ("resources", "impacts"):
            one, other = (getattr(each, part).items() for each in (result, without))
            assert {k: v and v.value for k, v in one} == {k: v and v.value for k, v in other}


def test_the_document_and_another_currency() -> None:
    dollars = plant(2022, LARGE + SMALLER + "exchange_rates: {USD: 25000 VND}\n")
    dollars = dollars.replace("currency: VND", "currency: USD").replace("4500 VND", "0.18 USD")
    assessment = assessed(dollars)
    document = json.loads(assessment_json(assessment, Language("en")), parse_constant=pytest.fail)
    cod = document["baseline"]["charges"]["vn-wastewater"]["cod"]
    assert (cod["value"], cod["unit"]) == (pytest.approx(480, rel=1e-12), "USD")
    saved = document["packages"]["all"]["charges"]["vn-wastewater"]
    assert saved.keys() == {"fixed", "cod", "tss"}
    dry = document["packages"]["all"]["options"]["dry"]["charges"]["vn-wastewater"]
    assert {line: part["value"] for line, part in dry.items()} == dict.fromkeys(saved, 0)
    assert document["factors"]["charge.vn-wastewater.2021-01-01.1.COD"]["written"] == "2000 VND/kg"
    assert cod["from"] == {"kind": "computed", "formula": "charge_by_amount"}


def test_the_costs_of_the_baseline_add_up() -> None:
    view = assessment_view(assessed(plant(2022, LARGE)), Language("en"))
    table = next(one for one in view if getattr(one, "title", "").startswith("Baseline: use and"))
    (column,) = (i for i, one in enumerate(table.columns) if one.title.startswith("Cost"))
    costs = {row.role: 0.0 for row in table.rows}
    for row in table.rows:
        costs[row.role] += row.cells[column].value or 0
    # 4.05 million VND of water and 23.2 million of the charge
    assert costs.pop("total") == pytest.approx(27.25e6)
    assert sum(costs.values()) == pytest.approx(27.25e6)


def test_the_report_tells_each_line_and_what_a_package_saves_of_it() -> None:
    text = plant(2022, WASTEWATER % "8030 m3, COD: 100 mg/L" + SMALLER)
    written = io.StringIO()
    render(assessment_view(assessed(text), Language("en")), Console(file=written, width=80))
    told = written.getvalue().partition("Charges by law")[2]
    assert re.search(r"Wastewater charge \(2021-01-01 – 2025-12-31\)", told)
    assert re.search(r"fixed part +4.00 +1.00 *\n +COD +1.61 +1.61 *\n", told)
    assert "million VND a year" in told
