"""A redesigned product against today's: every expected figure is computed by hand."""

from __future__ import annotations

import pytest

from cpaudit.engine.paths import figure_tree, look_up
from flows import PLANT, codes
from reading import assessed, value

TODAY = "{uses: {steel: 2.4 kg, electricity: 3.2 kWh}}"
REDESIGN = "{uses: {steel: 1.8 kg, electricity: 4.5 kWh}, units: 1.5, other_cost: 2000 VND}"


def design(today: str = TODAY, redesign: str = REDESIGN, more: str = "", plant: str = PLANT) -> str:
    entry = f"id: basket, functional_unit: five years, today: {today}, redesign: {redesign}{more}"
    return f"{plant}design: [{{{entry}}}]\n"


def test_per_functional_unit() -> None:
    assessment = assessed(design())
    # 2.4 x 20 + 3.2 x 1500; (1.8 x 20 + 4.5 x 1500 + 2000) / 1.5
    assert value(assessment, "design.basket.today.cost") == pytest.approx(4848, rel=1e-12)
    assert value(assessment, "design.basket.redesign.cost") == pytest.approx(
        5857.333333333, rel=1e-9
    )
    # 4.5 / 1.5 = 3 kWh in place of 3.2, 1.2 kg of steel in place of 2.4
    electricity = value(assessment, "design.basket.redesign.resources.electricity")
    assert electricity == pytest.approx(0.003, rel=1e-12)
    relative = value(assessment, "design.basket.relative.resources.steel")
    assert relative == pytest.approx(-0.5, rel=1e-12)
    # -0.2 kWh at 3.6 MJ and at 0.6612 kg, the grid of 2014
    assert value(assessment, "design.basket.change.energy") == pytest.approx(-0.00072, rel=1e-9)
    assert value(assessment, "design.basket.change.co2e") == pytest.approx(-0.00013224, rel=1e-9)
    assert "yearly" not in figure_tree(assessment)["design"]["basket"]


@pytest.mark.parametrize("number", ["50000", "{value: 50000, source: sales}"])
def test_a_year(number: str) -> None:
    assessment = assessed(design(more=f", per_year: {number}"))
    assert value(assessment, "design.basket.yearly.co2e") == pytest.approx(-6.612, rel=1e-9)
    assert value(assessment, "design.basket.yearly.resources.steel") == pytest.approx(
        -60, rel=1e-12
    )


def test_numbers_of_the_country() -> None:
    plant = PLANT.replace("VND}", "VND, number_style: vi}")
    plant = plant.replace("1500 VND", "1.500 VND")
    text = design(
        "{uses: {steel: '2,4 kg'}}",
        "{uses: {steel: '1,8 kg'}, units: '1,5', other_cost: '0,03 USD'}",
        ", per_year: 50.000",
        plant + "exchange_rates: {USD: 20.000 VND}\n",
    )
    # 1.2 kg x 20 + 600 / 1.5 against 2.4 kg x 20
    assert value(assessed(text), "design.basket.change.cost") == pytest.approx(376, rel=1e-12)
    assert value(assessed(text), "design.basket.yearly.cost") == pytest.approx(18.8e6, rel=1e-12)


def test_discharges_and_their_loads_count() -> None:
    text = design("{uses: {wastewater: 10 l, wastewater.COD: 3 g}}", "{uses: {sludge: 1 kg}}")
    assessment = assessed(text)
    assert value(assessment, "design.basket.today.cost") == pytest.approx(30, rel=1e-12)
    assert value(assessment, "design.basket.change.cod") == pytest.approx(-3e-6, rel=1e-12)
    assert value(assessment, "design.basket.change.solid_waste") == pytest.approx(1e-3, rel=1e-12)
    assert value(assessment, "design.basket.redesign.cost") is None
    assert value(assessment, "design.basket.relative.resources.sludge") is None


def test_what_suppliers_emit() -> None:
    text = design(
        "{uses: {steel: 2 kg}, other_co2e: 4 kgCO2e}", "{uses: {steel: 1 kg}, other_co2e: 3 kg}"
    )
    assert value(assessed(text), "design.basket.change.co2e") == pytest.approx(-0.001, rel=1e-12)
    assert "M024" not in codes(text)


def test_a_part_without_price_is_told() -> None:
    text = design("{uses: {tin: 1 kg, electricity: 1 kWh}}", "{uses: {tin: 2 kg}}")
    tree = figure_tree(assessed(text))
    today = look_up(tree, "design.basket.today.cost")
    assert (today.value, today.partial) == (pytest.approx(1500), True)
    assert look_up(tree, "design.basket.redesign.cost") is None
    assert codes(text) >= {"M023", "M024"}


@pytest.mark.parametrize(
    ("today", "redesign", "said"),
    [
        ("{uses: {electricity: 1 kWh}}", "{uses: {electricity: 1 kWh}}", set()),
        ("{uses: {electricity: 1 kWh}}", "{uses: {electricity: 2 kWh}, units: 2}", set()),
        ("{uses: {electricity: 1 kWh}}", "{uses: {electricity: 2 kWh}}", set()),
        # 3 kWh cost 4500 VND, 1 kWh and 9000 VND more
        (
            "{uses: {electricity: 3 kWh}}",
            "{uses: {electricity: 1 kWh}, other_cost: 9000 VND}",
            {"M022"},
        ),
        (
            "{uses: {electricity: 1 kWh}, other_cost: 9000 VND}",
            "{uses: {electricity: 3 kWh}}",
            {"M021"},
        ),
        # the tin has no price: which is cheaper can't be told
        (
            "{uses: {electricity: 1 kWh, tin: 1 kg}, other_cost: 9000 VND}",
            "{uses: {electricity: 3 kWh}}",
            {"M023", "M024"},
        ),
    ],
)
def test_what_gets_better_while_another_gets_worse(
    today: str, redesign: str, said: set[str]
) -> None:
    assert codes(design(today, redesign)) == said


def test_an_audit_without_the_section_has_no_figures_of_it() -> None:
    assert "design" not in figure_tree(assessed(PLANT))
