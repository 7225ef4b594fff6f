"""Costs of material flows: every expected figure is computed by hand."""

from __future__ import annotations

from typing import Any

import pytest

from cpaudit.engine.paths import figure_tree, look_up
from flows import CUTTING, PLANT, SHEET, centres, codes
from reading import assessed, errors, run_text, value


def at(text: str, *paths: str) -> list[Any]:
    assessment = assessed(text)
    return [value(assessment, f"material_flow.{path}") for path in paths]


def test_one_centre() -> None:
    # 1000 x 0.7 + 50 x 0.7 + 800 x 0.7 = 700 + 35 + 560; 300 + 15 + 240 + 80
    figures = at(centres(CUTTING), "cutting.product_cost", "cutting.loss_cost", "cutting.cost")
    assert figures == pytest.approx([1295, 635, 1930], rel=1e-12)
    whole = at(centres(CUTTING), "product_cost", "loss_cost", "cost", "loss_share")
    assert whole == pytest.approx([1295, 635, 1930, 635 / 1930], rel=1e-12)
    rows = [f"cutting.{kind}.loss" for kind in ("material", "energy", "system", "waste")]
    assert at(centres(CUTTING), *rows) == pytest.approx([300, 15, 240, 80], rel=1e-12)
    # 1295 VND for 0.07 t
    assert at(centres(CUTTING), "cutting.unit_cost") == pytest.approx([18500], rel=1e-12)


@pytest.mark.parametrize("output", ["loss: 30 kg", "product: 70 %", "loss: 30 %"])
def test_product_or_loss_as_mass_or_share(output: str) -> None:
    text = centres(CUTTING.replace("product: 70 kg", output))
    masses = at(text, "cutting.mass.product", "cutting.mass.loss", "loss_cost")
    assert masses == pytest.approx([0.07, 0.03, 635], rel=1e-12)


def test_costs_that_are_carried_over_stay_apart() -> None:
    pressing = "{id: pressing, from: cutting, system: 100 VND, waste: 7 VND, product: 63 kg}"
    text = centres(CUTTING, pressing)
    # 700, 35 and 560 come over, the waste treatment does not; 90 % of 700, 35 and 660 stay
    kinds = ("material", "energy", "system", "waste")
    carried = at(text, *(f"pressing.{kind}.carried" for kind in kinds))
    assert carried == pytest.approx([700, 35, 560, 0], rel=1e-12)
    product = at(text, *(f"pressing.{kind}.product" for kind in kinds))
    assert product == pytest.approx([630, 31.5, 594, 0], rel=1e-12)
    # 1930 + 107 are spent; 635 and 70 + 3.5 + 66 + 7 lost; the rest is product
    whole = at(text, "cost", "loss_cost", "product_cost", "mass.product", "mass.loss")
    assert whole == pytest.approx([2037, 781.5, 1255.5, 0.063, 0.037], rel=1e-12)


def test_a_part_of_a_product_goes_on() -> None:
    pressing = "{id: pressing, from: {cutting: 40 %}, product: 50 %}"
    text = centres(CUTTING, pressing)
    # 518 of 1295 go on, half of it is lost; 777 + 259 remain
    figures = at(text, "pressing.cost", "loss_cost", "product_cost", "mass.product")
    # 60 % of 70 kg and half of 28 kg
    assert figures == pytest.approx([518, 635 + 259, 777 + 259, 0.056], rel=1e-12)


def test_a_centre_takes_from_two_and_may_stand_before_them() -> None:
    rolling = f"{{id: rolling, materials: {{{SHEET}}}, product: 100 %}}"
    joining = "{id: joining, from: [cutting, rolling], energy: 17 VND, loss: 17 kg}"
    # 70 and 100 kg go in, 10 % are lost: of 700 + 1000, 35 + 17, 560
    text = centres(joining, CUTTING, rolling)
    rows = [f"joining.{kind}.loss" for kind in ("material", "energy", "system")]
    assert at(text, *rows) == pytest.approx([170, 5.2, 56], rel=1e-12)
    assert at(text, "joining.sources.rolling.product") == pytest.approx([900], rel=1e-12)


def test_operating_materials_are_wholly_loss_and_weigh_nothing() -> None:
    oil = "oil: {amount: 5 l, cost: 60 VND, operating: true}"
    text = centres(CUTTING.replace(SHEET, f"{SHEET}, {oil}"))
    figures = at(text, "cutting.loss_cost", "cutting.materials.oil.loss", "cutting.mass.input")
    assert figures == pytest.approx([695, 60, 0.1], rel=1e-12)


def test_a_share_of_its_own() -> None:
    dye = "dye: {amount: 20 kg, price: 50 VND/kg, in_product: 50 %}"
    text = centres(CUTTING.replace(SHEET, f"{SHEET}, {dye}"))
    # 10 of 70 kg are dye, 60 of 100 kg sheet; system and energy by 70 of 120 kg
    figures = at(text, "cutting.materials.sheet.product", "cutting.materials.dye.product")
    assert figures == pytest.approx([600, 500], rel=1e-12)
    assert at(text, "cutting.system.product") == pytest.approx([800 * 70 / 120], rel=1e-12)


def test_the_materials_alone_may_tell_the_product() -> None:
    sheet = SHEET.replace("}", ", in_product: 70 %}")
    text = centres(CUTTING.replace(SHEET, sheet).replace(", product: 70 kg", ""))
    assert at(text, "product_cost", "loss_cost") == pytest.approx([1295, 635], rel=1e-12)


def test_streams_of_the_audit_at_their_price() -> None:
    centre = """{id: a, materials: {steel: 100 t, water: {amount: 50 %, operating: true}},
      energy: {electricity: 30 %, diesel: 1000 kg, heat: 5 million VND},
      waste: {wastewater: 25 %}, product: 80 t}"""
    # steel 100 x 20000 = 2 million, water 4500 x 4000 = 18 million; energy 300 MWh x 1.5 million
    # = 450, diesel 1 t at 20, heat 5; waste 2000 x 3000 = 6 million
    rows = at(centres(centre), *(f"a.{kind}.cost" for kind in ("material", "energy", "waste")))
    assert rows == pytest.approx([20e6, 475e6, 6e6], rel=1e-12)
    # 20 % of 2 and of 475 million, water, waste
    assert at(centres(centre), "loss_cost") == pytest.approx([0.4e6 + 95e6 + 18e6 + 6e6], rel=1e-12)


def test_amounts_and_money_are_those_of_the_period() -> None:
    plant = PLANT.replace("period: 2014", "period: {from: 2014-01, to: 2014-06}")
    text = centres(
        CUTTING.replace("800 VND", "{wages: 400 VND, machines: 800 VND/yr}"), plant=plant
    )
    # half a year: twice 1000, 50 and 80; wages twice 400, machines as they stand
    rows = at(text, *(f"cutting.{kind}.cost" for kind in ("material", "energy", "system", "waste")))
    assert rows == pytest.approx([2000, 100, 1600, 160], rel=1e-12)
    assert at(text, "cutting.mass.product") == pytest.approx([0.14], rel=1e-12)


def test_other_currencies_and_numbers_of_the_country() -> None:
    plant = PLANT.replace("VND}", "VND, number_style: vi}") + "exchange_rates: {USD: 20.000 VND}\n"
    text = centres(
        CUTTING.replace("800 VND", '"0,5 USD"').replace("10 VND/kg", "1.000 VND/kg"), plant=plant
    )
    assert at(text, "system.cost", "material.cost") == pytest.approx([10_000, 100_000], rel=1e-12)


@pytest.mark.parametrize(
    ("output", "product", "loss", "unit_cost"),
    [("product: 0 kg", 0, 1930, None), ("product: 100 kg", 1850, 80, 18500.0)],
)
def test_nothing_good_and_all_good(
    output: str, product: float, loss: float, unit_cost: float | None
) -> None:
    text = centres(CUTTING.replace("product: 70 kg", output))
    assert at(text, "product_cost", "loss_cost", "cutting.unit_cost") == [product, loss, unit_cost]
    assert ("M014" in codes(text)) == (product > 0)


def test_what_takes_from_nothing_loses_all_that_it_spends() -> None:
    text = centres(
        CUTTING.replace("product: 70 kg", "loss: 100 %"),
        "{id: b, from: cutting, system: 9 VND, product: 0 kg}",
    )
    assert at(text, "b.loss_cost", "cost", "product_cost") == [9, 1939, 0]


def test_what_has_no_price_is_left_out_and_told() -> None:
    text = centres("{id: a, materials: {steel: 1 t, tin: 1 t}, product: 1 t, waste: {sludge: 1 t}}")
    assessment = assessed(text)
    look = figure_tree(assessment)
    cost = look_up(look, "material_flow.loss_cost")
    assert cost.partial
    assert cost.value == pytest.approx(10_000)  # half of 20000
    assert look_up(look, "material_flow.a.materials.tin.cost") is None
    assert look_up(look, "material_flow.waste.cost") is None
    assert {"M013"} <= codes(text)
    later = centres("{id: a, materials: {tin: 1 t}, product: 1 t}", "{id: b, from: a, loss: 0 %}")
    assert look_up(figure_tree(assessed(later)), "material_flow.b.cost").partial


@pytest.mark.parametrize(("amount", "code"), [("5 tt", "N011"), ("5 m3", "N012")])
def test_a_mistake_of_one_part_brings_no_second_one(amount: str, code: str) -> None:
    first = f"{{id: a, materials: {{steel: {amount}}}, product: 5 t}}"
    found = errors(run_text(centres(first, "{id: b, from: a, loss: 1 t}"))[2])
    assert [one for one, _, _ in found] == [code]


def test_an_audit_without_the_section_has_no_figures_of_it() -> None:
    assert assessed(PLANT).material_flow is None
    assert "material_flow" not in figure_tree(assessed(PLANT))
