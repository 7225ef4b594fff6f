"""Selection against trying every set of options, each evaluated by the public engine."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cpaudit
from cpaudit.engine.selection import Plant, prepare
from cpaudit.engine.selection.one_budget import select as select_prepared
from cpaudit.resolve.budget import budget_of
from selecting import TOP, allowed_sets, as_package, best_by_search, chosen, mill

STREAMS = {
    "power": "power: {resource: electricity, amount: 900 MWh, price: 7 VND/MWh}",
    "water": "water: {amount: 1000 m3, price: 10 VND/m3}",
    "coal": "coal: {kind: anthracite, amount: 100 t, price: 50 VND/t}",
}
SIZES = {"power": "MWh", "water": "m3", "coal": "t"}


@st.composite
def options(draw: st.DrawFn, most: int) -> list[str]:
    """Options on shared streams, by shares and by amounts, with relations to earlier ones."""
    made = []
    for number in range(draw(st.integers(1, most))):
        streams = draw(st.lists(st.sampled_from(list(STREAMS)), min_size=1, unique=True))
        saves = ", ".join(
            f"{stream}: {draw(st.integers(-10, 60))} {draw(st.sampled_from(['%', SIZES[stream]]))}"
            for stream in streams
        )
        text = f"id: o{number}, saves: {{{saves}}}, investment: {draw(st.integers(0, 900))} VND"
        text += f", lifetime: {draw(st.integers(1, 4))} yr"
        text += f", operating_cost: {draw(st.integers(-50, 200))} VND"
        if number:
            relation = draw(st.sampled_from(["", "", "requires", "excludes"]))
            if relation:
                text += f", {relation}: [o{draw(st.integers(0, number - 1))}]"
        made.append(text)
    return made


def plant(listed: list[str]) -> Any:
    return mill(", ".join(STREAMS.values()), *listed)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(options(4), min_size=1, max_size=2),
    st.integers(0, 2500),
    st.sampled_from(["npv", "co2e", "saving"]),
)
def test_no_choice_is_better(listed: list[list[str]], budget: int, objective: str) -> None:
    plants = [plant(one) for one in listed]
    made = cpaudit.select(plants, f"{budget} VND", maximise=objective)
    value = made.total.of(objective).value
    assert made.total.investment.value <= budget * (1 + 1e-9)
    best = best_by_search(plants, budget, objective)
    assert value == pytest.approx(best, rel=1e-7, abs=1e-6)
    assert made.programme.value == pytest.approx(value, rel=1e-9, abs=1e-6)


CHARGED = (
    "power: {resource: electricity, amount: 900 MWh, price: 7 VND/MWh, power_factor: 0.8}, "
    "water: {amount: 1000 m3, price: 10 VND/m3}, coal: {kind: anthracite, amount: 100 t}"
)
WASTE = (
    "discharges: {wastewater: {amount: 7500 m3, COD: 100 mg/L}, "
    "sewage: {kind: wastewater, amount: 500 m3}}\n"
    "charges: [vn-wastewater, vn-power-factor]\n"
    "finance: {discount_rate: 10 %}\n"
)


@st.composite
def charged_options(draw: st.DrawFn) -> list[str]:
    """Options on what is charged by class of flow and by the power factor."""
    made = []
    for number in range(draw(st.integers(1, 4))):
        streams = ["power", "water", "wastewater", "sewage", "wastewater.COD"]
        chosen_streams = draw(st.lists(st.sampled_from(streams), min_size=1, unique=True))
        saves = ", ".join(f"{one}: {draw(st.integers(1, 40))} %" for one in chosen_streams)
        text = f"id: o{number}, saves: {{{saves}}}, investment: {draw(st.integers(0, 900000))} VND"
        text += f", lifetime: {draw(st.integers(1, 4))} yr"
        better = draw(st.sampled_from(["", "", "0.85", "0.92"]))
        made.append(text + (f", power_factor: {better}" if better else ""))
    return made


@settings(max_examples=25, deadline=None)
@given(charged_options(), st.integers(0, 2500000), st.sampled_from(["npv", "saving"]))
def test_no_choice_is_better_under_charges(listed: list[str], budget: int, objective: str) -> None:
    top = TOP.replace("2014", "2022")
    one = mill(CHARGED, *listed, more=WASTE, top=top)
    made = cpaudit.select([one], f"{budget} VND", maximise=objective)
    value = made.total.of(objective).value
    assert value == pytest.approx(best_by_search([one], budget, objective), rel=1e-7, abs=1e-3)
    assert made.programme.value == pytest.approx(value, rel=1e-9, abs=1e-3)


@settings(max_examples=15, deadline=None)
@given(options(5), st.integers(0, 2500))
def test_a_large_group_is_never_better_than_the_best_and_is_what_it_says(
    listed: list[str], budget: int
) -> None:
    one = plant(listed)
    prepared = prepare([Plant(one)], "VND", "npv", most=1)  # every group counts as large
    made = select_prepared(prepared, budget_of(f"{budget} VND"))
    assert made.total.investment.value <= budget * (1 + 1e-9)
    value = made.total.npv.value
    assert value <= best_by_search([one], budget, "npv") + 1e-6
    members = chosen(made)
    if members:
        assert value == pytest.approx(as_package(one, members).npv.value, rel=1e-9, abs=1e-6)
        taken = {id: one.audit.options[id] for id in members}
        for option in taken.values():
            assert set(option.requires) <= set(taken)
            assert not set(option.excludes) & set(taken)


def test_a_portfolio_against_dynamic_programming() -> None:
    """Twelve plants; whole VND allow a table of the best value for each budget."""
    draw, budget = Random(1999), 6000
    plants = []
    for _ in range(12):
        listed = []
        for number in range(5):
            one, other = draw.sample(list(STREAMS), 2)
            saves = f"{one}: {draw.randint(1, 40)} %, {other}: {draw.randint(1, 40)} %"
            listed.append(
                f"id: o{number}, saves: {{{saves}}}, investment: {draw.randint(1, 2000)} VND, "
                f"lifetime: {draw.randint(1, 4)} yr"
            )
        plants.append(plant(listed))
    best = [0.0] * (budget + 1)
    for one in plants:
        totals = [as_package(one, members) for members in allowed_sets(one) if members]
        sets = [(round(total.investment.value), total.npv.value) for total in totals]
        best = [
            max([best[money], *(best[money - cost] + npv for cost, npv in sets if cost <= money)])
            for money in range(budget + 1)
        ]
    for money in (0, 700, 2500, budget):
        made = cpaudit.select(plants, f"{money} VND")
        assert made.total.npv.value == pytest.approx(best[money], rel=1e-9, abs=1e-6)
        assert (made.programme.optimal, made.programme.gap) == (True, 0)


@settings(max_examples=10, deadline=None)
@given(st.lists(options(4), min_size=1, max_size=2), st.integers(1, 6))
def test_a_larger_budget_never_buys_less(listed: list[list[str]], steps: int) -> None:
    made = cpaudit.frontier([plant(one) for one in listed], "VND", steps)
    values = [step.value.value for step in made.steps]
    assert values == sorted(values)
    for step in made.steps:
        budget = f"{step.selection.budget.value:.6f} VND"
        same = cpaudit.select([plant(one) for one in listed], budget)
        assert step.value.value == pytest.approx(same.total.npv.value, rel=1e-7, abs=1e-3)
