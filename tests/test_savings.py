"""What options save, alone and one after another: every expected figure is computed by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

import cpaudit
from reading import HEAD, assessed, errors, run_text, value

EXAMPLES = Path(__file__).parents[1] / "examples"
PLANT = (
    HEAD
    + """\
resources:
  water: {amount: 1000 m3, price: 100 VND/m3}
  electricity: {amount: 500 MWh, price: 2000 VND/MWh}
discharges:
  wastewater: {amount: 800 m3, COD: 500 mg/L, treatment: 50 VND/m3}
"""
)
SHARES = ", ".join(
    f"{{id: {id}, saves: {{water: {share} %}}}}" for id, share in (("a", 20), ("b", 15), ("c", 10))
)


def plant(options: str, packages: str = "") -> str:
    """The plant with options, and with packages if there are any."""
    text = PLANT + f"options: [{options}]\n"
    return text + f"packages: {{{packages}}}\n" if packages else text


def water(text: str) -> list[float]:
    """Water saved by the package `p` as a whole, then by each of its options at its turn."""
    assessment = assessed(text)
    members = assessment.packages["p"].options
    paths = ["packages.p", *(f"packages.p.options.{id}" for id in members)]
    return [value(assessment, f"{path}.resources.water") for path in paths]


def test_shares_are_of_what_is_left() -> None:
    # 1000 x 20 % = 200; 800 x 15 % = 120; 680 x 10 % = 68; 612 are left
    assert water(plant(SHARES, "p: [a, b, c]")) == pytest.approx([388, 200, 120, 68], rel=1e-12)


def test_alone_each_share_is_of_the_whole() -> None:
    assessment = assessed(plant(SHARES, "p: [a, b, c]"))
    alone = [value(assessment, f"options.{id}.resources.water") for id in "abc"]
    assert alone == pytest.approx([200, 150, 100], rel=1e-12)
    assert value(assessment, "options.b.saving") == pytest.approx(15_000, rel=1e-12)


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        # 100 first, then 10 % of 900
        ("amount, share", [190, 100, 90]),
        # 10 % of 1000 first, then 100
        ("share, amount", [200, 100, 100]),
    ],
)
def test_an_amount_and_a_share_in_both_orders(order: str, wanted: list[float]) -> None:
    options = "{id: amount, saves: {water: 100 m3}}, {id: share, saves: {water: 10 %}}"
    assert water(plant(options, f"p: [{order}]")) == pytest.approx(wanted, rel=1e-12)


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        # 50 more make 1050, of which 10 % are 105
        ("-50 m3", [55, -50, 105]),
        # 5 % more make 1050 as well
        ("-5 %", [55, -50, 105]),
        # 200 % more: a negative share has no bound
        ("-200 %", [-1700, -2000, 300]),
    ],
)
def test_a_negative_saving_uses_more(more: str, wanted: list[float]) -> None:
    options = f"{{id: a, saves: {{water: {more}}}}}, {{id: b, saves: {{water: 10 %}}}}"
    assert water(plant(options, "p: [a, b]")) == pytest.approx(wanted, rel=1e-12)


def test_money_is_savings_at_their_prices_less_the_operating_cost() -> None:
    # 200 m3 x 100 - 5 MWh x 2000 + 400 m3 x 50 - 3000 = 20000 - 10000 + 20000 - 3000
    saves = "{water: 200 m3, electricity: -5 MWh, wastewater: 50 %}"
    assessment = assessed(plant(f"{{id: a, saves: {saves}, operating_cost: 3000 VND}}"))
    assert value(assessment, "options.a.saving") == pytest.approx(27_000, rel=1e-12)
    # the year's cost: 1000 x 100 + 500 x 2000 + 800 x 50
    assert value(assessment, "baseline.cost") == pytest.approx(1_140_000, rel=1e-12)


def test_a_negative_operating_cost_is_a_further_saving() -> None:
    assessment = assessed(plant("{id: a, saves: {water: 1 %}, operating_cost: -500 VND/yr}"))
    assert value(assessment, "options.a.saving") == pytest.approx(1000 + 500, rel=1e-12)


def test_less_wastewater_carries_the_same_load() -> None:
    # 800 m3 at 500 g/m3 carry 0.4 t of COD; a quarter less water leaves the dirt where it was
    assessment = assessed(plant("{id: a, saves: {wastewater: 25 %}}"))
    assert value(assessment, "baseline.cod") == pytest.approx(0.4, rel=1e-12)
    assert value(assessment, "options.a.wastewater") == pytest.approx(200, rel=1e-12)
    assert value(assessment, "options.a.cod") == 0
    assert value(assessment, "options.a.saving") == pytest.approx(200 * 50, rel=1e-12)


def test_a_load_is_saved_of_its_own() -> None:
    options = "{id: a, saves: {wastewater.COD: 40 %}}, {id: b, saves: {wastewater.COD: 60 kg}}"
    assessment = assessed(plant(options, "p: [a, b]"))
    # 40 % of 0.4 t, then 0.06 t
    assert value(assessment, "packages.p.cod") == pytest.approx(0.16 + 0.06, rel=1e-12)
    assert value(assessment, "packages.p.resources.wastewater.COD") == pytest.approx(0.22)
    assert value(assessment, "packages.p.wastewater") == 0
    assert value(assessment, "packages.p.saving") == 0


@pytest.mark.parametrize(
    ("packages", "codes"),
    [
        ("p: [a, b]", []),
        ("p: [b, a]", []),
        ("p: [a], q: [c]", []),
        ("p: [b]", ["R010"]),
        ("p: [a, c]", ["R008"]),
        ("p: [c, a]", ["R008"]),
        ("p: [b, c]", ["R010"]),
    ],
)
def test_requires_and_excludes_hold_inside_a_package(packages: str, codes: list[str]) -> None:
    options = "{id: a, saves: {water: 9 %}}, {id: b, saves: {water: 9 %}, requires: [a]}, "
    options += "{id: c, saves: {water: 9 %}, excludes: [a]}"
    assert [code for code, _, _ in errors(run_text(plant(options, packages))[2])] == codes


def test_without_packages_all_options_that_are_not_rejected_are_one() -> None:
    options = "{id: a, saves: {water: 20 %}}, {id: dear, status: rejected, saves: {water: 50 %}}, "
    assessment = assessed(plant(options + "{id: b, saves: {water: 10 %}}"))
    assert list(assessment.packages) == ["all"]
    assert list(assessment.packages["all"].options) == ["a", "b"]
    # 200 + 10 % of 800
    assert value(assessment, "packages.all.resources.water") == pytest.approx(280, rel=1e-12)


def test_a_rejected_option_is_listed_and_never_counted() -> None:
    options = "{id: a, saves: {water: 20 %}}, {id: dear, status: rejected, saves: {water: 50 %}}"
    audit, assessment, found = run_text(plant(options, "p: [dear, a]"))
    assert list(audit.options) == ["a", "dear"]
    assert list(assessment.options) == ["a"]
    assert value(assessment, "packages.p.resources.water") == pytest.approx(200, rel=1e-12)
    assert "R012" in {said.code.id for said in found}


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("100 %", "5 %", []),
        ("1000 m3", "0 m3", []),
        ("600 m3", "400 m3", []),
        ("600 m3", "401 m3", ["P003"]),
        ("50 %", "501 m3", ["P003"]),
        ("1001 m3", "5 %", ["P002"]),
    ],
)
def test_no_more_is_saved_than_is_left(first: str, second: str, codes: list[str]) -> None:
    options = f"{{id: a, saves: {{water: {first}}}}}, {{id: b, saves: {{water: {second}}}}}"
    found = run_text(plant(options, "p: [a, b]"))[2]
    assert [code for code, _, _ in errors(found)] == codes


def test_dyehouse_saves_exactly_what_the_hand_computation_says() -> None:
    assessment = cpaudit.assess(cpaudit.load(EXAMPLES / "textile-dyehouse.yaml"))
    # electricity (-15 + 10 % of 7069) MWh, coal 8 % of 1933 t, fuel oil 20 % of 656 t,
    # water 12000 + 35 % of 1045242 m3, caustic 15 % of 320 t, wastewater 35 % of 950000 m3
    parts = [619_250_500, 193_300_000, 1_075_840_000, 1_700_256_150, 360_000_000, 1_064_000_000]
    assert sum(parts) - 20_000_000 == 4_992_646_650
    saving = value(assessment, "packages.full.saving")
    assert saving == pytest.approx(4_992_646_650, abs=0.01)
    assert value(assessment, "packages.quick.saving") == pytest.approx(213_875_000, abs=0.01)
