"""Material flows and designs as tables, as JSON, by path, and from files that are wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cpaudit.language import Language
from cpaudit.report.renderers.json import assessment_json
from flows import CUTTING, PLANT, centres, printed
from reading import WATER, assessed, run_text
from test_design import design
from test_never_raises import NASTY, check_is_answered, mutants, text_of

PRESSING = "{id: pressing, name: Press, from: {cutting: 80 %}, system: 100 VND, loss: 7 kg}"


def words(text: str) -> str:
    return " ".join(text.split())


def test_a_table_that_adds_up() -> None:
    text = printed(assessed(centres(CUTTING)))
    assert max(map(len, text.splitlines())) <= 80
    told = words(text)
    for row in (
        "Material 1,000 700 300",
        "Energy 50 35 15",
        "System 800 560 240",
        "Waste treatment 80 0 80",
        "Total 1,930 1,295 635",
    ):
        assert row in told
    assert "100.000 kg in, 70.000 kg product (70.0 %), 30.000 kg loss." in told
    assert "where the loss is made" not in told
    assert "a cost of the present, not yet a saving" in told


def test_tables_of_several_centres() -> None:
    told = words(printed(assessed(centres(CUTTING, PRESSING))))
    # 80 % of 700, 35 and 560; 7 of 56 kg are lost: 12.5 %
    assert "Material 560 0 560 490 70" in told
    assert "System 448 100 548 480 69" in told
    # 635 and 0.125 x (560 + 28 + 548) = 142; new 1930 + 100
    assert "Press 100 142 18.3 %" in told
    assert "Total 2,030 777 100.0 %" in told
    # product: 20 % of 1295 = 259 and 0.875 x 1136 = 994
    assert "Total 2,030 1,253 777" in told


def test_a_table_of_a_design() -> None:
    text = printed(assessed(design(more=", per_year: 50000")))
    assert max(map(len, text.splitlines())) <= 80
    told = words(text)
    assert "Electricity, kWh 3.20 3.00 -0.200 -6.3 -10.0 MWh" in told
    assert "Cost, VND 4,848 5,857 +1,009 +20.8 +50.5 million VND" in told
    assert "The redesign needs more: Cost." in told


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_json(lang: str) -> None:
    text = centres(CUTTING) + design().removeprefix(PLANT)
    document = json.loads(assessment_json(assessed(text), Language(lang)))
    flow = document["material_flow"]
    assert flow["cutting"]["material"]["loss"]["value"] == pytest.approx(300)
    assert flow["loss_cost"]["value"] == pytest.approx(635)
    basket = document["design"]["basket"]
    assert basket["functional_unit"] == "five years"
    assert basket["today"]["cost"]["value"] == pytest.approx(4848)
    assert {"cost_in_loss", "per_functional_unit"} <= set(document["formulas"])
    other = json.loads(assessment_json(assessed(WATER), Language(lang)))
    assert not {"material_flow", "design"} & set(other)


def test_expectations_know_the_paths() -> None:
    expect = "{figure: material_flow.cutting.loss_cost, value: 635 VND}"
    assert not [
        one
        for one in run_text(f"{centres(CUTTING)}expect: [{expect}]\n")[2]
        if one.code.id[0] == "X"
    ]
    wrong = expect.replace("635", "636")
    found = run_text(f"{centres(CUTTING)}expect: [{wrong}]\n")[2]
    assert [one.code.id for one in found if one.code.id[0] == "X"] == ["X001"]


def test_a_rate_of_the_library_is_among_the_factors() -> None:
    text = centres(CUTTING.replace("800 VND", "1 USD"))
    assert any("USD" in id or "exchange" in id for id in assessed(text).factors)


def test_the_rooms_are_not_loaded_for_an_audit_without_the_sections() -> None:
    code = (
        "import sys; from reading import assessed, WATER; from flows import printed;"
        "printed(assessed(WATER));"
        "print([one for one in sys.modules if 'material_flow' in one or '.design' in one])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parent,
    )
    assert done.stdout.strip() == "[]"


AUDIT = {
    "cpaudit": "1",
    "plant": {"name": "Mill", "country": "VN", "currency": "VND"},
    "period": "2014",
    "resources": {
        "electricity": {"amount": "1000 MWh", "price": "1500 VND/kWh"},
        "steel": {"resource": "material", "amount": "900 t"},
    },
    "material_flow": [
        {
            "id": "a",
            "materials": {
                "steel": "90 %",
                "dye": {"amount": "5 t", "price": "7 VND/t", "in_product": "50 %", "mass": "4 t"},
                "oil": {"amount": "5 l", "cost": "7 VND", "operating": "true"},
            },
            "energy": {"electricity": "30 %"},
            "system": {"wages": "5 VND"},
            "product": "700 t",
        },
        {"id": "b", "from": {"a": "60 %"}, "waste": "5 VND", "loss": "1 t"},
    ],
    "design": [
        {
            "id": "d",
            "functional_unit": "x",
            "per_year": "5",
            "today": {"uses": {"steel": "5 kg"}, "units": "2", "other_cost": "5 VND"},
            "redesign": {"uses": {"electricity": "5 kWh"}, "other_co2e": "5 kg"},
        }
    ],
}


@pytest.mark.parametrize("nasty", [None, *NASTY.replace("\n", "").split("|")])
def test_mutated_sections_are_answered(nasty: str | None) -> None:
    for section in ("material_flow", "design"):
        for mutant in mutants(AUDIT[section], nasty):
            check_is_answered(text_of({**AUDIT, section: mutant}))


def test_the_audit_that_is_mutated_is_valid() -> None:
    assert assessed(text_of(AUDIT))
