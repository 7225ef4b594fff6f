"""Where a figure reaches a target: by hand, against the rate of return, put back into a file."""

from __future__ import annotations

from math import ceil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cpaudit
from cpaudit.engine import assess
from cpaudit.engine.sensitivity import number_of, sensitivity_of
from reading import HEAD, assessed, value
from varied import GROUPS, VALUES, WORKED, plant, row_of, values_of, varied

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.yaml"))
SIX = (1 - 1.12**-6) / 0.12


def paying(finance: str, lifetime: str, flows: str, saving: str, investment: str) -> str:
    """An option that saves money alone, written as a negative operating cost."""
    more = f", flows: {{{flows}}}" if flows else ""
    return f"""{HEAD}resources:
  water: {{amount: 900 m3, price: 100 VND/m3}}
options:
  - {{id: a, operating_cost: -{saving} VND, investment: {investment} VND,
     lifetime: {lifetime}{more}}}
finance: {{{finance}}}
"""


def test_the_worked_case_by_hand() -> None:
    made = varied(WORKED)
    # (0.6 S + 5600) · 4.1114073 = 84 000: S = 24 718.27 a year
    saving = (84_000 / SIX - 5600) / 0.6
    assert saving == pytest.approx(24_718.27, abs=0.005)
    assert values_of(made, "resources.water.price") == pytest.approx((saving / 180,), rel=1e-9)
    assert values_of(made, "options.a.saves.water") == pytest.approx((saving / 100,), rel=1e-9)
    # (10 800 + 0.4 I / 6) · 4.1114073 = I: I = 61 169.3
    investment = 10_800 * SIX / (1 - SIX / 15)
    assert values_of(made, "options.a.investment") == pytest.approx((investment,), rel=1e-9)
    # 16 400 a year for 84 000: 4.717 %
    assert values_of(made, "finance.discount_rate") == pytest.approx((0.04717,), abs=5e-6)
    # even without tax 18 000 · 4.1114 = 74 005 do not return the 84 000
    assert values_of(made, "finance.tax_rate") == ()
    # 10 800 a_n + 33 600 a_n / n: 82 264 in 11 years (a = 5.937699), 84 243 in 12 (a = 6.194374)
    assert values_of(made, "options.a.lifetime") == (12,)


def test_what_was_searched_is_told() -> None:
    made = varied(WORKED)
    ranges = {
        row.variable.id: (row.break_even.least, row.break_even.most)
        for row in made.rows
        if row.break_even
    }
    assert ranges["resources.water.price"] == (0, 1000)
    assert ranges["finance.tax_rate"] == (0, 1)
    assert ranges["options.a.lifetime"] == (1, 60)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_break_even_discount_rate_is_the_rate_of_return(example: Path) -> None:
    assessment = cpaudit.assess(cpaudit.load(example))
    for root, results in (
        ("options", assessment.options),
        ("packages", {id: one.total for id, one in assessment.packages.items()}),
    ):
        for id, result in results.items():
            if result.npv is None or result.irr is None or result.irr.outcome != "unique":
                continue
            rate = result.irr.values[0]
            made = sensitivity_of(assessment, f"{root}.{id}.npv")
            row = next((r for r in made.rows if r.variable.id == "finance.discount_rate"), None)
            if row is None:  # nothing is paid in any year but the first
                continue
            found = row.break_even.values if row.break_even else None
            assert found == pytest.approx((rate,) if 0 <= rate <= 1 else (), abs=1e-9)


@given(st.integers(2, 58), st.integers(1, 9), st.integers(1, 12), st.booleans())
@settings(max_examples=60, deadline=None, database=None)
def test_the_break_even_lifetime_is_the_discounted_payback_in_whole_years(
    years: int, tenth: int, percent: int, is_long: bool
) -> None:
    rate, saving = percent / 100, 1_000_000
    # what so many years return, and some tenths of what one year more does: (1 - q^n) / r and q^n
    returned = [(1 - (1 + rate) ** -n) / rate for n in (years - 1, years)]
    investment = round(saving * (returned[0] + tenth / 10 * (returned[1] - returned[0])))
    lifetime = 60 if is_long else 3
    text = paying(f"discount_rate: {percent} %", f"{lifetime} yr", "", str(saving), str(investment))
    made = varied(text)
    assert values_of(made, "options.a.lifetime") == (years,)
    if is_long:
        payback = cpaudit.look_up(made.assessment, "options.a.discounted_payback")
        assert ceil(number_of(payback) or 0) == years


@pytest.mark.parametrize(
    ("flows", "saving", "investment", "lifetime", "rates"),
    [
        # -100, 230, -132 is -100 (1 - 1.1 x) (1 - 1.2 x), x = 1 / (1 + rate)
        ("2: -362 VND", "230", "100", "2 yr", (0.1, 0.2)),
        # -1000, 6000, -11 000, 6000 is -1000 (1 - x) (1 - 2 x) (1 - 3 x): 0, 100 and 200 %
        ("2: -17000 VND", "6000", "1000", "3 yr", (0, 1)),
        # -1600, 10 000, -10 000 (Lorie and Savage 1955): 25 and 400 %
        ("2: -20000 VND", "10000", "1600", "2 yr", (0.25,)),
    ],
)
def test_every_crossing_of_the_range_is_found(
    flows: str, saving: str, investment: str, lifetime: str, rates: tuple[float, ...]
) -> None:
    made = varied(paying("discount_rate: 12 %", lifetime, flows, saving, investment))
    assert values_of(made, "finance.discount_rate") == pytest.approx(rates, abs=1e-9)


@pytest.mark.parametrize(
    ("path", "reach"),
    [
        ("packages.both.npv", 0.0),
        ("packages.both.equity.npv", 50_000_000.0),
        ("packages.both.payback", 1.5),
        ("packages.both.irr", 0.3),
        ("packages.both.co2e", 30.0),
        ("packages.both.abatement_cost", 0.0),
        ("options.b.saving", 60_000_000.0),
    ],
)
def test_a_file_with_the_break_even_value_reaches_the_target(path: str, reach: float) -> None:
    made = varied(plant(), path, reach=reach)
    count = 0
    for row in made.rows:
        id = row.variable.id
        assert row.break_even is not None
        for found in row.break_even.values:
            is_share = row.variable.value.unit == "unit" and id not in GROUPS
            other = assessed(plant({id: found * 100 if is_share else found}))
            there = number_of(cpaudit.look_up(other, path))
            if row.variable.kind == "lifetime":
                before = number_of(cpaudit.look_up(assessed(plant({id: found - 1})), path))
                assert (before < reach) != (there < reach)
            else:
                scale = abs(number_of(made.figure) or 0) + abs(reach)
                assert there == pytest.approx(reach, abs=1e-6 * scale), id
            count += 1
    assert count >= 3


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_examples_with_a_break_even_value_come_out_at_zero(example: Path) -> None:
    made = sensitivity_of(cpaudit.assess(cpaudit.load(example)))
    scale = abs(number_of(made.figure) or 1)
    for row in made.rows:
        for found in row.break_even.values if row.break_even else ():
            if row.variable.kind in {"lifetime", "lifetimes"}:
                continue  # in steps
            other, _ = assess(row.variable.change(made.assessment.audit, found))
            assert other is not None
            assert value(other, made.path) == pytest.approx(0, abs=1e-6 * scale), row.variable.id


def test_a_saving_breaks_even_only_where_it_is_possible() -> None:
    # 247.18 m3 are needed, and there are 240: even all of them do not pay
    text = WORKED.replace("amount: 900 m3", "amount: 240 m3")
    made = varied(text)
    assert values_of(made, "options.a.saves.water") == ()
    # with 250 there are enough, though 1.5 times today's 180 are already too many
    made = varied(WORKED.replace("amount: 900 m3", "amount: 250 m3"))
    assert values_of(made, "options.a.saves.water") == pytest.approx((247.1827,), abs=1e-4)


def test_a_payback_reaches_three_years() -> None:
    made = varied(WORKED, "options.a.payback", reach=3.0)
    # 54 000 / 18 000; 84 000 / 28 000
    assert values_of(made, "options.a.investment") == pytest.approx((54_000,))
    assert values_of(made, "options.a.saves.water") == pytest.approx((280,))
    assert row_of(made, "resources.water.price").break_even.values == pytest.approx((28_000 / 180,))


def test_every_variable_of_the_plant_has_its_unit_there() -> None:
    made = varied(plant(), "packages.both.equity.npv", most=0)
    for row in made.rows:
        if row.variable.id in VALUES:
            written, unit = VALUES[row.variable.id]
            scale = 0.01 if unit == "%" else 1
            assert row.variable.value.value == pytest.approx(written * scale)
