"""Verdicts on norms that what is known does not decide, and what packages make of a verdict."""

from __future__ import annotations

import json

import pytest

from brewery import gap
from cpaudit.engine.comparison import Comparison
from cpaudit.language import Language
from cpaudit.report.renderers.json import gap_json
from cpaudit.report.views.gap import gap_view
from reading import HEAD


def plant(sector: str, year: int, rest: str) -> str:
    return HEAD.replace("Mill", f"Mill, sector: {sector}").replace("2014", str(year)) + rest


# 3000 MWh are 10 800 GJ; 200 m3 of diesel at 0.84 t/m3 and 43 GJ/t are 7224 GJ: 18 024 GJ in all
DRINKS = plant(
    "soft-drinks",
    2019,
    """\
production:
  - {product: carbonated-drink, amount: 200000 hl}
  - {product: still-drink, amount: 100000 hl}
  - {product: bottled-water, amount: 50000 hl}
resources:
  electricity: {amount: 3000 MWh, price: 1650 VND/kWh}
  diesel: {amount: 200000 l, price: 14600 VND/l}
""",
)


def norms(text: str) -> dict[str, Comparison]:
    return {
        one.product.id: compared
        for one in gap(text).subjects
        for compared in one.comparisons
        if compared.benchmark.level == "norm"
    }


def test_the_use_of_the_whole_plant_proves_nothing_against_one_of_its_products() -> None:
    # together the norms allow 200 000 · 55 + 100 000 · 111 MJ, 22 100 GJ: shares that meet both
    # exist, so neither 90.1 nor 180 MJ/hl of the whole plant is a breach
    found = norms(DRINKS)
    assert {id: one.met for id, one in found.items()} == {
        "carbonated-drink": None,
        "still-drink": None,
    }
    assert all(one.gap is None and one.money is None for one in found.values())
    assert [one.code.id for one in gap(DRINKS).diagnostics if one.code.id in {"P015", "L018"}] == [
        "P015"
    ]


def test_the_use_of_the_whole_plant_that_keeps_a_norm_is_proof_enough() -> None:
    # 2222 GJ of electricity for 200 000 hl are 11.1 MJ/hl, 22.2 for 100 000 hl
    text = DRINKS.replace("3000 MWh", "617.2 MWh").replace("  diesel", "  # diesel")
    assert all(one.met is True for one in norms(text).values())


def test_with_shares_each_product_is_judged_by_its_own() -> None:
    text = DRINKS.replace("200000 hl}", "200000 hl, share: 70 %}")
    text = text.replace("100000 hl}", "100000 hl, share: 25 %}")
    text = text.replace("50000 hl}", "50000 hl, share: 5 %}")
    # 12 616.8 GJ for 200 000 hl are 63.1 MJ/hl against 55; 4506 for 100 000 hl 45.1 against 111
    assert {id: one.met for id, one in norms(text).items()} == {
        "carbonated-drink": False,
        "still-drink": True,
    }


# 300 000 hl are 30 million l: the norm is 196 MJ/hl; 3000 MWh and 1020 m3 of diesel are
# (10 800 + 1020 · 0.84 · 43) GJ, 47 642.4: 158.8 MJ/hl; half as much diesel again makes 220.2
BEER = plant(
    "beer",
    2023,
    """\
production: [{product: beer, amount: 300000 hl}]
resources:
  electricity: {amount: 3000 MWh, price: 1800 VND/kWh}
  diesel: {amount: 1020000 l, price: 18000 VND/l}
options:
  - {id: dryer, saves: {diesel: -50 %}}
  - {id: fans, saves: {electricity: 10 %}}
packages: {worse: [dryer], better: [fans]}
""",
)


def test_a_package_that_breaks_the_norm_is_told() -> None:
    norm = norms(BEER)["beer"]
    assert (norm.met, dict(norm.met_after)) == (True, {"worse": False, "better": True})
    lost = [one for one in gap(BEER).diagnostics if one.code.id == "L023"]
    assert [(one.values["package"], one.is_error) for one in lost] == [("worse", False)]
    lines = gap_view(gap(BEER), Language("en"))[0].lines
    assert "  after package “worse”: NOT met (220 MJ/hl)" in lines
    assert "  after package “better”: met (155 MJ/hl)" in lines


def test_a_gap_that_is_not_known_is_no_zero() -> None:
    # the energy of bought steam is not told; 36 MJ/hl of electricity alone are below every limit
    text = BEER.partition("options:")[0].replace(
        "diesel: {amount: 1020000 l, price: 18000 VND/l}",
        "steam: {amount: 40000 t, price: 1 million VND/t}",
    )
    made = gap(text)
    document = json.loads(gap_json(made, Language("en")))
    for one in document["products"]["beer"]["subjects"]["energy"]["benchmarks"]:
        assert [one[key] for key in ("met", "gap", "yearly", "money", "toe")] == [None] * 5
    assert "Can't be told: " in gap_view(made, Language("en"))[0].lines[1]


def test_what_is_not_used_is_no_missing_benchmark() -> None:
    text = BEER.partition("options:")[0].replace("3000 MWh", "0 MWh").replace("1020000 l", "0 l")
    assert gap_view(gap(text), Language("en"))[0].lines[1].startswith("Nothing is compared")


@pytest.mark.parametrize(("capacity", "told"), [("10 million l", ["L024"]), ("40 million l", [])])
def test_a_capacity_below_the_output_is_told(capacity: str, told: list[str]) -> None:
    text = BEER.replace("300000 hl}", f"300000 hl, capacity: {capacity}}}")
    assert [one.code.id for one in gap(text).diagnostics if one.code.id == "L024"] == told


def test_products_like_a_wider_one_have_its_good_practice_and_their_own_norm() -> None:
    text = (
        DRINKS.partition("  - {product: still")[0] + "resources: {electricity: {amount: 9 MWh}}\n"
    )
    levels = {one.benchmark.level for each in gap(text).subjects for one in each.comparisons}
    assert {"norm", "best"} <= levels
    wide = gap(text.replace("carbonated-drink", "soft-drink"))
    (note,) = (one for one in wide.diagnostics if one.code.id == "L022")
    assert note.values["known"] == "carbonated-drink, still-drink"


def test_a_limit_of_the_file_is_marked_as_its_own() -> None:
    text = BEER.partition("options:")[0] + "factors: {beer.norm-2021-medium: 100 MJ/hl}\n"
    table = gap_view(gap(text), Language("en"))[1]
    assert "  legal norm †: not met" in [row.cells[0].text for row in table.rows]
    assert [remark for remark in table.remarks if remark.startswith("† a value of your own")]
