"""Options that exclude each other: incremental analysis against textbooks and hand computations.

Newnan, Eschenbach & Lavelle, Engineering Economic Analysis, 9th ed., ch. 8.
"""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from choices import HEAD, money_audit, of, said
from cpaudit.engine.comparing import Choice, Step

# five alternatives over 20 years at 6 %, with the rates that the book prints for them
FIVE = {
    "D": (1000, 117, 20),
    "B": (2000, 410, 20),
    "A": (4000, 639, 20),
    "C": (6000, 761, 20),
    "E": (9000, 785, 20),
}
PRINTED = {"D": 0.10, "B": 0.20, "A": 0.15, "C": 0.11, "E": 0.06}


def choice_of(text: str) -> Choice:
    (choice,) = of(text).choices
    return choice


def against(step: Step) -> tuple[str | None, str, bool]:
    return (step.defender.name if step.defender else None, step.challenger.name, step.wins)


def test_five_alternatives_of_the_textbook() -> None:
    choice = choice_of(money_audit(FIVE, "6 %"))
    rates = {one.name: one.irr.values[0] for one in choice.alternatives}
    assert list(rates) == ["D", "B", "A", "C", "E"]  # by investment
    assert rates == pytest.approx(PRINTED, abs=0.005)
    assert [against(step) for step in choice.steps] == [
        (None, "D", True),
        ("D", "B", True),  # the book: 29 %
        ("B", "A", True),  # 2000 = 229 (P/A, i, 20), the book: 9.6 %
        ("A", "C", False),  # 2000 = 122 (P/A, i, 20), (P/A, 2 %, 20) = 16.351
        ("A", "E", False),  # 20 times 146 is less than 5000: a negative rate
    ]
    found = [step.irr.values[0] for step in choice.steps]
    assert found[1:4] == pytest.approx([0.29, 0.096, 0.02], abs=0.005)
    assert found[4] < 0
    assert choice.decided_by == "npv"
    assert choice.winner is not None
    assert choice.winner.name == "A"


def test_the_highest_rate_of_return_is_the_wrong_choice() -> None:
    choice = choice_of(money_audit(FIVE, "6 %"))
    assert choice.misleading is not None
    assert choice.misleading.name == "B"
    # (P/A, 6 %, 20) = (1 - 1.06^-20) / 0.06 = 11.469921; A less B: 229 of them less 2000
    assert choice.loss is not None
    assert choice.loss.value == pytest.approx(229 * 11.469921 - 2000, abs=0.001)


def test_one_year_alternatives_of_the_textbook() -> None:
    # -10, +15 (50 %) and -20, +28 (40 %) at 6 %: the extra 10 earn 13, 30 %
    choice = choice_of(money_audit({"one": (10, 15, 1), "two": (20, 28, 1)}, "6 %"))
    assert [one.irr.values[0] for one in choice.alternatives] == pytest.approx([0.5, 0.4])
    assert choice.steps[1].irr.values[0] == pytest.approx(0.3)
    assert choice.steps[1].npv.value == pytest.approx(13 / 1.06 - 10)
    assert choice.winner is choice.alternatives[1]
    assert choice.misleading is choice.alternatives[0]


def test_at_a_high_rate_nothing_is_done() -> None:
    choice = choice_of(money_audit(FIVE, "30 %"))
    assert choice.winner is None
    assert choice.misleading is None
    assert [against(step)[0] for step in choice.steps] == [None] * 5


def test_annual_values_of_the_textbook_where_lives_differ() -> None:
    # 3500 and 1255 over 4 years, 5000 and 1480 over 6, at 10 %: a common example of engineering
    # economy; 1255 - 3500 (A/P, 10 %, 4) = 151 and 1480 - 5000 (A/P, 10 %, 6) = 332
    choice = choice_of(money_audit({"A": (3500, 1255, 4), "B": (5000, 1480, 6)}, "10 %"))
    assert choice.decided_by == "annual_value"
    assert [round(one.annual_value.value) for one in choice.alternatives] == [151, 332]
    # by hand: 1255 * 3.169865 - 3500 = 478.18; 1480 * 4.355261 - 5000 = 1445.79
    assert [one.npv.value for one in choice.alternatives] == pytest.approx(
        [478.18, 1445.79], abs=0.01
    )


def test_the_annual_value_decides_against_the_npv() -> None:
    # at 10 %: short 500 * 2.486852 - 1000 = 243.43, a year 243.43 / 2.486852 = 97.89
    #          long 340 * 5.334926 - 1500 = 313.87, a year 313.87 / 5.334926 = 58.83
    choice = choice_of(money_audit({"short": (1000, 500, 3), "long": (1500, 340, 8)}, "10 %"))
    short, long = choice.alternatives
    assert (short.npv.value, long.npv.value) == pytest.approx((243.43, 313.87), abs=0.01)
    assert (short.annual_value.value, long.annual_value.value) == pytest.approx(
        (97.89, 58.83), abs=0.01
    )
    step = choice.steps[1]
    assert step.npv.value == pytest.approx(313.87 - 243.43, abs=0.01)
    assert step.annual_value.value == pytest.approx(58.83 - 97.89, abs=0.01)
    assert not step.wins
    assert choice.winner is short


def test_several_rates_of_return_of_the_extra_money_are_all_told() -> None:
    # the oil pump, a classic of engineering economy: -1600, +10000, -10000 has 25 % and 400 %
    pump = {"old": (10, 15000, 2), "new": (1610, 15000, 2)}
    flows = ", flows: {1: 10000 USD, 2: -10000 USD}"
    choice = choice_of(money_audit(pump, "10 %", flows))
    irr = choice.steps[1].irr
    assert irr.outcome == "multiple"
    assert irr.values == pytest.approx((0.25, 4.0))
    # -1600 + 10000 / 1.1 - 10000 / 1.21 = -773.55
    assert choice.steps[1].npv.value == pytest.approx(-773.554, abs=0.001)
    assert not choice.steps[1].wins


def test_more_money_for_the_same_saving_has_no_rate() -> None:
    choice = choice_of(money_audit({"cheap": (100, 50, 5), "dear": (120, 50, 5)}, "10 %"))
    assert choice.steps[1].irr.outcome == "none"
    assert not choice.steps[1].wins


SET = (
    HEAD
    + """\
options:
  - {id: a, saves: {water: 20 %}, investment: 400000 USD, lifetime: 10 yr}
  - {id: b, saves: {water: 30 %}, investment: 500000 USD, lifetime: 10 yr, excludes: [a, c]}
  - {id: c, saves: {water: 20 %}, investment: 300000 USD, lifetime: 5 yr}
  - {id: d, saves: {water: 10 %}, investment: 100000 USD, lifetime: 5 yr}
packages: {one: [a, c]}
finance: {discount_rate: 10 %, basis: nominal}
"""
)


def test_options_that_go_together_are_one_alternative() -> None:
    """b excludes a and c, which can both be done; d has nothing to do with it."""
    choice = choice_of(SET)
    assert choice.options == ("a", "b", "c")
    ways = {one.name: one for one in choice.alternatives}
    assert list(ways) == ["c", "a", "b", "a + c"]
    # 20 % of 1000000, then 20 % of 800000: 360000 USD, not 400000
    assert ways["a + c"].result.saving.value == pytest.approx(360000)
    assert ways["a + c"].result.investment.value == 700000
    # a: 200000 - 400000 * 0.162745 = 134901.8; c at its turn: 160000 - 300000 * 0.263797 = 80860.8
    assert ways["a + c"].annual_value.value == pytest.approx(134901.8 + 80860.8, abs=1)
    # b: 300000 - 500000 * 0.162745 = 218627
    assert choice.decided_by == "annual_value"
    assert choice.winner is ways["b"]


def test_an_alternative_holds_what_its_options_require() -> None:
    text = SET.replace("id: c,", "id: c, requires: [a],")
    assert [one.name for one in choice_of(text).alternatives] == ["a", "b", "a + c"]


def test_without_worth_there_is_no_choice() -> None:
    comparison = of(SET.replace("finance: {discount_rate: 10 %, basis: nominal}\n", ""))
    assert comparison.choices == ()
    assert said(comparison) == ["A009"]


def test_an_option_without_a_lifetime_is_left_out_and_told() -> None:
    comparison = of(SET.replace("300000 USD, lifetime: 5 yr", "300000 USD"))
    (choice,) = comparison.choices
    assert choice.left_out == {"c": "no lifetime is written"}
    assert [one.name for one in choice.alternatives] == ["a", "b"]
    assert said(comparison) == ["A009"]


def test_a_way_that_saves_too_much_is_left_out_and_told() -> None:
    text = SET.replace("water: 20 %", "water: 600000 m3").replace("one: [a, c]", "one: [a]")
    comparison = of(text)
    assert [one.name for one in comparison.choices[0].alternatives] == ["c", "a", "b"]
    assert said(comparison) == ["A011"]


def test_too_many_ways_are_not_counted() -> None:
    # six that go together have 63 ways, and the one that excludes them all
    life = "lifetime: 5 yr"
    options = [
        f"{{id: o{n}, saves: {{water: 1 %}}, investment: {n} USD, {life}}}" for n in range(1, 7)
    ]
    excluded = "excludes: [o1, o2, o3, o4, o5, o6]"
    star = f"{{id: all, saves: {{water: 5 %}}, investment: 9 USD, {life}, {excluded}}}"
    lines = "".join(f"  - {one}\n" for one in [star, *options])
    text = f"{HEAD}options:\n{lines}packages: {{one: [all]}}\nfinance: {{discount_rate: 9 %}}\n"
    comparison = of(text)
    assert said(comparison) == ["A010"]
    assert len(comparison.choices[0].alternatives) == 7


OPTION = st.tuples(
    st.integers(1, 10**6), st.integers(0, 10**6), st.sampled_from([1, 2.5, 5, 7, 12])
)


@settings(max_examples=40, deadline=None)
@given(st.lists(OPTION, min_size=2, max_size=5), st.integers(1, 40), st.booleans())
def test_steps_lead_to_the_one_that_is_worth_most(
    drawn: list[tuple[int, int, float]], rate: int, same_life: bool
) -> None:
    options: dict[str, Any] = {
        f"o{n}": (one[0], one[1], 6 if same_life else one[2]) for n, one in enumerate(drawn)
    }
    choice = choice_of(money_audit(options, f"{rate} %"))
    by_npv = choice.decided_by == "npv"

    def worth(one: Any) -> float:
        return float((one.npv if by_npv else one.annual_value).value)

    best = max(worth(one) for one in choice.alternatives)
    if choice.winner is None:
        assert best <= 1e-6
    else:
        assert worth(choice.winner) == pytest.approx(best, rel=1e-9, abs=1e-6)
    # each increment is the difference of the two, and those that win add up to the winner
    for step in choice.steps:
        base = step.defender.npv.value if step.defender else 0.0
        assert step.npv.value == pytest.approx(step.challenger.npv.value - base, rel=1e-9, abs=1e-3)
        for rate_of_return in step.irr.values:
            flows = step.irr.flows
            value = sum(flow.value / (1 + rate_of_return) ** n for n, flow in enumerate(flows))
            # how far a rate is off weighs on flows that are far away
            size = sum(abs(flow.value) / (1 + rate_of_return) ** n for n, flow in enumerate(flows))
            assert abs(value) <= 1e-6 * size
    won = sum(worth(step) for step in choice.steps if step.wins)
    assert won == pytest.approx(worth(choice.winner) if choice.winner else 0.0, rel=1e-9, abs=1e-3)
