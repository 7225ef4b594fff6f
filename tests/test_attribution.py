"""Shapley shares of a package, worked out by hand and by trying every order."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cpaudit
from cpaudit.figure import Computed
from reading import HEAD, assessed, value
from selecting import as_package

PRICE = 10
MILL = f"{HEAD}resources: {{water: {{amount: 1000 m3, price: {PRICE} VND/m3}}, "
MILL += (
    "power: {resource: electricity, amount: 900 MWh, price: 7 VND/MWh, grid_factor: 0.5 t/MWh}}\n"
)


def mill(*options: str, more: str = "", package: str = "") -> Any:
    listed = "".join(f"  - {{{option}}}\n" for option in options)
    return assessed(f"{MILL}options:\n{listed}{package}{more}")


def shares(assessment: Any, package: str = "all", figure: str = "saving") -> dict[str, float]:
    made = cpaudit.attribution(assessment, package)
    return {id: getattr(one, figure).value for id, one in made.shares.items()}


TWENTY, FIFTEEN, TEN = (f"id: s{part}, saves: {{water: {part} %}}" for part in (20, 15, 10))


def test_two_options_by_hand() -> None:
    # first 200, then 15 % of 800 = 120; or first 150, then 20 % of 850 = 170: in all 320
    # means: (200 + 170) / 2 = 185 and (150 + 120) / 2 = 135
    assessment = mill(TWENTY, FIFTEEN)
    assert shares(assessment) == pytest.approx({"s20": 1850, "s15": 1350}, rel=1e-12)
    in_order = "packages.all.options.s15.saving"
    assert value(assessment, in_order) == pytest.approx(1200, rel=1e-12)


def test_three_options_by_hand() -> None:
    # What 20 % adds: first 200 (2 orders of 6); after 15 % 170 (1); after 10 % 180 (1); after both
    # 20 % of 765 = 153 (2): (2 · 200 + 170 + 180 + 2 · 153) / 6 = 1056 / 6 = 176
    # 15 %: (2 · 150 + 15 % of 800 = 120 + 15 % of 900 = 135 + 2 · 15 % of 720 = 2 · 108) / 6
    #     = 771 / 6 = 128.5
    # 10 %: (2 · 100 + 10 % of 800 = 80 + 10 % of 850 = 85 + 2 · 10 % of 680 = 2 · 68) / 6
    #     = 501 / 6 = 83.5
    # together 176 + 128.5 + 83.5 = 388, the 20 %, 15 % and 10 % of 1000
    for order in permutations((TWENTY, FIFTEEN, TEN)):
        found = shares(mill(*order))
        assert found == pytest.approx({"s20": 1760, "s15": 1285, "s10": 835}, rel=1e-12)
        assert sum(found.values()) == pytest.approx(3880, rel=1e-12)


def test_the_tree_of_a_share_tells_what_it_adds_at_each_place() -> None:
    made = cpaudit.attribution(mill(TWENTY, FIFTEEN, TEN), "all").shares["s20"].saving
    assert isinstance(made.derivation, Computed)
    told = [figure.value for _, figure in made.derivation.inputs]
    # first 200; second the mean of 170 and 180; last 153; a third of the orders each
    assert told == pytest.approx([1 / 3, 2000, 1 / 3, 1750, 1 / 3, 1530], rel=1e-12)


def test_what_acts_on_nothing_else_has_its_own_saving() -> None:
    assessment = mill(TWENTY, "id: lamps, saves: {power: 90 MWh}", FIFTEEN)
    assert shares(assessment) == pytest.approx({"s20": 1850, "lamps": 630, "s15": 1350}, rel=1e-12)
    tonnes = shares(assessment, figure="co2e")
    assert tonnes == pytest.approx({"s20": 0, "lamps": 45, "s15": 0}, abs=1e-12)
    made = cpaudit.attribution(assessment, "all")
    assert sorted(made.groups) == [("lamps",), ("s20", "s15")]


def test_an_option_comes_after_what_it_requires() -> None:
    # s15 requires s20: orders 20 15 10, 20 10 15 and 10 20 15
    # s20: (200 + 200 + 180) / 3 = 193.33; s15: (120 + 108 + 108) / 3 = 112
    # s10: (68 + 80 + 100) / 3 = 82.67
    assessment = mill(TWENTY, f"{FIFTEEN}, requires: [s20]", TEN)
    expected = {"s20": 5800 / 3, "s15": 1120, "s10": 2480 / 3}
    assert shares(assessment) == pytest.approx(expected, rel=1e-12)
    assert sum(expected.values()) == pytest.approx(3880, rel=1e-12)


def test_requiring_alone_joins_no_saving() -> None:
    # the meters save nothing; what requires them saves 900 MWh x 10 % x 7 VND in any order
    options = (
        "id: meters, operating_cost: 30 VND",
        "id: drives, saves: {power: 10 %}, requires: [meters]",
    )
    assert shares(mill(*options)) == pytest.approx({"meters": -30, "drives": 630}, rel=1e-12)


def test_npv_is_shared_where_it_is_known() -> None:
    finance = "finance: {discount_rate: 10 %}\n"
    lives = (f"{TWENTY}, lifetime: 1 yr, investment: 100 VND", f"{FIFTEEN}, lifetime: 1 yr")
    known = mill(*lives, more=finance)
    # of one year: saving / 1.1 - investment
    expected = {"s20": 1850 / 1.1 - 100, "s15": 1350 / 1.1}
    assert shares(known, figure="npv") == pytest.approx(expected, rel=1e-9)
    unknown = mill(
        lives[0], FIFTEEN, "id: lamps, saves: {power: 90 MWh}, lifetime: 1 yr", more=finance
    )
    made = cpaudit.attribution(unknown, "all")
    assert [one.npv for one in made.shares.values()] == [None, None, None]


def test_a_part_of_the_package_that_saves_too_much_is_told() -> None:
    options = ("id: more, saves: {water: -500 m3}", "id: less, saves: {water: 900 m3}",
               "id: rest, saves: {water: 300 m3}")  # fmt: skip
    made = cpaudit.attribution(mill(*options), "all")
    assert [said.code.id for said in made.diagnostics] == ["S015"]
    total = sum(one.saving.value for one in made.shares.values())
    assert total == pytest.approx(7000, rel=1e-12)  # (900 + 300 - 500) m3


@st.composite
def options(draw: st.DrawFn) -> list[str]:
    made = []
    for number in range(draw(st.integers(1, 5))):
        streams = draw(st.lists(st.sampled_from(["water", "power"]), min_size=1, unique=True))
        saves = ", ".join(f"{stream}: {draw(st.integers(1, 60))} %" for stream in streams)
        text = f"id: o{number}, saves: {{{saves}}}, lifetime: {draw(st.integers(1, 5))} yr"
        if number and draw(st.booleans()):
            text += f", requires: [o{draw(st.integers(0, number - 1))}]"
        made.append(text)
    return made


def by_orders(assessment: Any, figure: str) -> dict[str, float]:
    """Mean of what each option adds, over all orders in which it follows what it requires."""
    audit = assessment.audit
    sums = dict.fromkeys(audit.options, 0.0)
    kept = 0
    for order in permutations(audit.options):
        if any(order.index(other) > order.index(id) for id in order
               for other in audit.options[id].requires):  # fmt: skip
            continue
        kept += 1
        before = 0.0
        for count, id in enumerate(order, 1):
            package = [one for one in audit.options if one in order[:count]]
            total = as_package(assessment, package)
            after = {"saving": total.saving, "co2e": total.impacts["co2e"], "npv": total.npv}
            sums[id] += after[figure].value - before
            before = after[figure].value
    return {id: one / kept for id, one in sums.items()}


@settings(max_examples=15, deadline=None)
@given(options(), st.sampled_from(["saving", "co2e", "npv"]))
def test_shares_are_the_means_over_all_orders(listed: list[str], figure: str) -> None:
    finance = "finance: {discount_rate: 10 %}\n"
    assessment = mill(*listed, more=finance)
    expected = by_orders(assessment, figure)
    assert shares(assessment, figure=figure) == pytest.approx(expected, rel=1e-9, abs=1e-9)
    whole = {"saving": "saving", "co2e": "co2e", "npv": "npv"}[figure]
    assert sum(expected.values()) == pytest.approx(
        value(assessment, f"packages.all.{whole}"), rel=1e-9, abs=1e-9
    )


def test_an_expectation_may_name_a_share() -> None:
    expect = (
        "expect:\n  - {figure: packages.all.shapley.s20.saving, value: 1760 VND, within: 1 VND}\n"
    )
    wrong = expect.replace("1760", "1700")
    for text, codes in ((expect, []), (wrong, ["X001"])):
        assessment = mill(TWENTY, FIFTEEN, TEN, more=text)
        found = [said.code.id for said in assessment.diagnostics if said.code.id[0] == "X"]
        assert found == codes


def test_a_package_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        cpaudit.attribution(mill(TWENTY), "half")
