"""Selection at its limits: what can't be combined, the last unit of money, many options."""

from __future__ import annotations

import pytest

import cpaudit
from selecting import FINANCE, TOP, chosen, mill, reasons

WATER = "water: {amount: 1000 m3, price: 10 VND/m3}"


def test_a_set_in_which_an_option_saves_more_than_is_left_is_not_allowed() -> None:
    options = (
        "id: a, saves: {water: 600 m3}, investment: 1 VND, lifetime: 1 yr",
        "id: b, saves: {water: 500 m3}, investment: 1 VND, lifetime: 1 yr",
    )
    made = cpaudit.select([mill(WATER, *options)], "9 VND")
    assert chosen(made) == ["a"]
    assert reasons(made) == {"b": "too much"}
    assert "S007" in {said.code.id for said in made.diagnostics}


def test_a_charge_with_classes_joins_what_acts_on_it() -> None:
    """Alone neither option takes the plant below 20 m3 a day, from which on it pays more."""
    text = TOP.replace("2014", "2022")
    waste = (
        "discharges: {wastewater: {amount: 7500 m3, COD: 100 mg/L}, "
        "sewage: {kind: wastewater, amount: 500 m3, COD: 100 mg/L}}\n"
        f"charges: [vn-wastewater]\n{FINANCE}"
    )
    options = (
        "id: one, saves: {wastewater: 500 m3}, investment: 100 VND, lifetime: 1 yr",
        "id: two, saves: {sewage: 300 m3}, investment: 100 VND, lifetime: 1 yr",
    )
    plant = mill(WATER, *options, more=waste, top=text)
    # 8000 m3 a year are 21.9 a day, 7500 are 20.5, 7200 are 19.7: only both end the variable part
    assert plant.options["one"].saving.value == 0
    assert plant.options["two"].saving.value == 0
    made = cpaudit.select([plant], "200 VND")
    assert chosen(made) == ["one", "two"]
    # COD: 8000 m3 x 100 g = 800 kg at 2000 VND
    assert made.total.saving.value >= 800 * 2000
    assert made.programme.value == pytest.approx(made.total.npv.value, rel=1e-9)


def test_the_budget_is_kept_to_the_last_dong() -> None:
    # over a billion by 100 VND: within the tolerance of the solver, not within the budget
    options = (
        "id: a, saves: {water: 100 m3}, investment: 500000100 VND",
        "id: b, saves: {water: 90 m3}, investment: 500000000 VND",
    )
    plant = mill(WATER, *options)
    for budget, ids in ((1000000000, ["a"]), (1000000099, ["a"]), (1000000100, ["a", "b"])):
        made = cpaudit.select([plant], f"{budget} VND", maximise="saving")
        assert chosen(made) == ids


def test_a_choice_that_is_not_proven_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from cpaudit.engine.selection import programme

    # as if time had run out with the first column taken, and up to twice its value possible
    monkeypatch.setattr(
        programme, "_solved_by_highs", lambda rows, weights: ([0], 2 * weights[0], False)
    )
    made = cpaudit.select(
        [mill(WATER, "id: a, saves: {water: 143 m3}, investment: 700 VND, lifetime: 1 yr")],
        "9000 VND",
    )
    assert chosen(made) == ["a"]
    assert (made.programme.optimal, made.programme.gap) == (False, pytest.approx(1, rel=1e-9))
    assert [said.code.id for said in made.diagnostics] == ["S009"]


def test_a_thousand_options_of_one_plant() -> None:
    options = [f"id: o{at}, saves: {{water: 0.01 %}}, investment: 1 VND" for at in range(1100)]
    made = cpaudit.select([mill(WATER, *options)], "1050 VND", maximise="saving")
    assert made.number == 1050
    # all alike: 1050 times 0.01 % of what is left
    total = 10000 * (1 - 0.9999**1050)
    assert made.total.saving.value == pytest.approx(total, rel=1e-9)
    assert made.estimated == 1100
    assert "S008" in {said.code.id for said in made.diagnostics}
