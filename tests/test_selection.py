"""What is financed with a budget: each choice worked out by hand."""

from __future__ import annotations

import pytest

import cpaudit
from selecting import chosen, mill, reasons

# NPV at 10 % over one year: saving / 1.1 - investment; money in VND, water at 10 VND/m3
WATER = "water: {amount: 1000 m3, price: 10 VND/m3}"
SPLIT = "power: {resource: electricity, amount: 900 MWh, price: 10 VND/MWh}, " + WATER
# water saved by amounts, which do not act on one another's worth: 11 m3 are worth 100 VND of NPV
KNAPSACK = (
    "id: a, saves: {water: 143 m3}, investment: 700 VND, lifetime: 1 yr",  # 1300 - 700 = 600
    "id: b, saves: {water: 99 m3}, investment: 500 VND, lifetime: 1 yr",  # 900 - 500 = 400
    "id: c, saves: {water: 88 m3}, investment: 500 VND, lifetime: 1 yr",  # 800 - 500 = 300
)


@pytest.mark.parametrize(
    ("budget", "ids", "npv"),
    [
        (0, [], 0),
        (499, [], 0),
        (500, ["b"], 400),
        (699, ["b"], 400),
        (700, ["a"], 600),
        (999, ["a"], 600),
        (1000, ["b", "c"], 700),  # 400 + 300 beats 600, which leaves 300 idle
        (1199, ["b", "c"], 700),
        (1200, ["a", "b"], 1000),
        (1700, ["a", "b", "c"], 1300),
        (10**9, ["a", "b", "c"], 1300),
    ],
)
def test_a_small_knapsack(budget: int, ids: list[str], npv: float) -> None:
    made = cpaudit.select([mill(WATER, *KNAPSACK)], f"{budget} VND")
    assert chosen(made) == ids
    assert made.total.npv.value == pytest.approx(npv, abs=1e-6)
    assert made.left.value == pytest.approx(budget - made.total.investment.value)
    assert made.programme.optimal
    assert made.programme.gap == 0
    assert set(reasons(made).values()) <= {"budget"}


# 20 % and 15 % of what is left of 1000 m3: alone 200 and 150, together 320 m3
SHARES = (
    "id: big, saves: {water: 20 %}, investment: 1000 VND, lifetime: 1 yr",
    "id: small, saves: {water: 15 %}, investment: 1150 VND, lifetime: 1 yr",
)


def test_savings_on_one_stream_are_not_added() -> None:
    # alone small is worth 1500 / 1.1 - 1150 = 213.6; after big it saves 120 m3: 1200 / 1.1 - 1150
    # = -59.1, so that it is not worth its money
    made = cpaudit.select([mill(WATER, *SHARES)], "5000 VND")
    assert chosen(made) == ["big"]
    assert made.total.npv.value == pytest.approx(2000 / 1.1 - 1000, rel=1e-9)
    (other,) = made.not_chosen
    assert (other.reason, other.option) == ("no gain", "small")
    assert other.adds == pytest.approx(1200 / 1.1 - 1150, rel=1e-9)
    assert other.investment == 1150


def test_the_objective_decides() -> None:
    # together they save 320 m3 a year, 3200 VND: more than either alone
    made = cpaudit.select([mill(WATER, *SHARES)], "5000 VND", maximise="saving")
    assert chosen(made) == ["big", "small"]
    assert made.total.saving.value == pytest.approx(3200, rel=1e-12)


def test_co2e_is_maximised_and_of_equal_choices_the_cheaper_is_taken() -> None:
    own = "resources: {power: {resource: electricity, amount: 900 MWh, grid_factor: 0.5 t/MWh}}\n"
    options = (
        "id: dear, saves: {power: 90 MWh}, investment: 900 VND",
        "id: cheap, saves: {power: 90 MWh}, investment: 300 VND",
        "id: idle, saves: {power: 0 MWh}, investment: 10 VND",
    )
    inside = own[len("resources: {") : -2]
    plant = mill(inside, *options)
    made = cpaudit.select([plant], "1000 VND", maximise="co2e")
    assert chosen(made) == ["cheap"]  # 45 t each; both together would cost 1200
    assert made.total.co2e.value == pytest.approx(45, rel=1e-12)
    assert made.total.npv is None  # without a lifetime
    assert reasons(made) == {"dear": "budget", "idle": "no gain"}


def test_equal_choices_in_two_plants() -> None:
    dear = mill(WATER, "id: dear, saves: {water: 100 m3}, investment: 900 VND")
    cheap = mill(WATER, "id: cheap, saves: {water: 100 m3}, investment: 300 VND")
    made = cpaudit.select([dear, cheap], "1100 VND", maximise="saving")
    assert chosen(made) == ["cheap"]


def test_what_is_required_is_bought_too_or_nothing() -> None:
    options = (
        "id: meters, saves: {water: 0 m3}, investment: 400 VND, lifetime: 1 yr",
        "id: leaks, saves: {water: 110 m3}, investment: 500 VND, lifetime: 1 yr, "
        "requires: [meters]",
    )
    plant = mill(WATER, *options)  # leaks: 1000 - 500 = 500; with meters 100
    assert chosen(cpaudit.select([plant], "899 VND")) == []
    made = cpaudit.select([plant], "900 VND")
    assert chosen(made) == ["meters", "leaks"]
    assert made.total.npv.value == pytest.approx(100, rel=1e-9)
    (one, other) = cpaudit.select([plant], "899 VND").not_chosen
    assert {(one.option, one.others), (other.option, other.others)} == {
        ("leaks", ("meters",)),
        ("meters", ()),
    }


def test_what_is_required_goes_first_wherever_it_stands() -> None:
    # without lpg nothing can be saved of it: the switch is applied first, though written later
    fuels = "fuel_oil: {amount: 100 t, price: 10 VND/t}, lpg: {amount: 0 t, price: 2 VND/t}"
    options = (
        "id: tune, saves: {lpg: 5 t}, requires: [switch]",
        "id: switch, saves: {fuel_oil: 100 %, lpg: -85 t}",
    )
    made = cpaudit.select([mill(fuels, *options)], "0 VND", maximise="saving")
    assert chosen(made) == ["switch", "tune"]
    # 100 t x 10 - 85 t x 2 + 5 t x 2
    assert made.total.saving.value == pytest.approx(840, rel=1e-12)


@pytest.mark.parametrize("first", [True, False])
def test_only_one_of_two_that_exclude_each_other(first: bool) -> None:
    bound = ", excludes: [b]" if first else ""
    options = (
        f"id: a, saves: {{water: 110 m3}}, investment: 100 VND, lifetime: 1 yr{bound}",
        "id: b, saves: {water: 99 m3}, investment: 100 VND, lifetime: 1 yr"
        + ("" if first else ", excludes: [a]"),
    )
    made = cpaudit.select([mill(WATER, *options)], "9000 VND")
    assert chosen(made) == ["a"]
    (other,) = made.not_chosen
    assert (other.reason, other.others) == ("excluded", ("a",))


def test_free_options_need_no_budget_and_a_loss_is_not_taken() -> None:
    options = (
        "id: habit, saves: {water: 11 m3}, lifetime: 1 yr",
        "id: loss, saves: {water: -11 m3}, lifetime: 1 yr",
    )
    made = cpaudit.select([mill(WATER, *options)], "0 VND")
    assert chosen(made) == ["habit"]
    assert made.total.npv.value == pytest.approx(100, rel=1e-9)
    assert reasons(made) == {"loss": "no gain"}


@pytest.mark.parametrize("status", ["implemented", "verified"])
def test_what_is_in_place_is_not_chosen_but_acts(status: str) -> None:
    options = (f"{SHARES[0]}, status: {status}", SHARES[1])
    made = cpaudit.select([mill(WATER, *options)], "5000 VND", maximise="saving")
    assert chosen(made) == ["small"]
    # 15 % of the 800 m3 that the one in place leaves, and its own investment only
    assert made.total.saving.value == pytest.approx(1200, rel=1e-12)
    assert made.total.investment.value == 1150
    assert reasons(made) == {"big": "in place"}
    assert [said.code.id for said in made.diagnostics] == ["S006"]


def test_what_is_in_place_fulfils_and_excludes() -> None:
    options = (
        "id: old, saves: {water: 1 m3}, status: implemented",
        "id: next, saves: {water: 11 m3}, requires: [old]",
        "id: rival, saves: {water: 11 m3}, excludes: [old]",
        "id: never, saves: {water: 11 m3}, status: rejected",
        "id: after, saves: {water: 11 m3}, requires: [never]",
    )
    made = cpaudit.select([mill(WATER, *options)], "0 VND", maximise="saving")
    assert chosen(made) == ["next"]
    assert reasons(made) == {
        "old": "in place",
        "rival": "excluded",
        "never": "rejected",
        "after": "requires",
    }


def test_an_option_without_what_is_maximised_is_left_out_and_told() -> None:
    options = (
        "id: known, saves: {water: 11 m3}, lifetime: 1 yr",
        "id: open, saves: {water: 500 m3}",
        "id: on-top, saves: {water: 11 m3}, lifetime: 1 yr, requires: [open]",
    )
    made = cpaudit.select([mill(WATER, *options)], "0 VND")
    assert chosen(made) == ["known"]
    assert reasons(made) == {"open": "unknown", "on-top": "requires"}
    (said,) = [one for one in made.diagnostics if one.code.id == "S005"]
    assert said.values["options"] == "open"


def test_options_that_share_nothing_are_columns_of_their_own() -> None:
    options = (
        "id: a, saves: {water: 110 m3}, investment: 100 VND, lifetime: 1 yr",
        "id: b, saves: {power: 110 MWh}, investment: 100 VND, lifetime: 1 yr",
    )
    made = cpaudit.select([mill(SPLIT, *options)], "100 VND")
    assert len(chosen(made)) == 1  # equal: one of the two
    assert made.total.npv.value == pytest.approx(900, rel=1e-9)


def test_no_options_no_choice() -> None:
    made = cpaudit.select([mill(WATER)], "100 VND")
    assert (made.choices, made.number) == ((), 0)
    assert [said.code.id for said in made.diagnostics] == ["S011"]
