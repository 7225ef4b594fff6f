"""A figure at the lower and the higher value of each variable, by hand and by other files."""

from __future__ import annotations

from math import inf
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import cpaudit
from cpaudit.engine.results import Payback
from cpaudit.engine.sensitivity import number_of, sensitivity_of
from reading import HEAD, assessed, value
from varied import GROUPS, VALUES, WORKED, ends, plant, row_of, varied

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.yaml"))
# six years at 12 % are worth (1 - 1.12^-6) / 0.12
SIX = (1 - 1.12**-6) / 0.12


def test_the_worked_case_by_hand() -> None:
    made = varied(WORKED)
    assert made.path == "packages.all.npv"
    assert number_of(made.figure) == pytest.approx(-16_572.92, abs=0.005)
    by_hand = {
        # 14 400 or 21 600 a year, depreciation 14 000: after 40 % tax 14 240 or 18 560
        "resources.water.price": (14_240 * SIX - 84_000, 18_560 * SIX - 84_000),
        "options.a.saves.water": (14_240 * SIX - 84_000, 18_560 * SIX - 84_000),
        # 67 200 or 100 800: depreciation 11 200 or 16 800, tax 2720 or 480
        "options.a.investment": (15_280 * SIX - 67_200, 17_520 * SIX - 100_800),
        # 32 % or 48 % of the 4000 that are taxed
        "finance.tax_rate": (16_720 * SIX - 84_000, 16_080 * SIX - 84_000),
        # 16 400 a year at 9.6 % or 14.4 %
        "finance.discount_rate": (
            16_400 * (1 - 1.096**-6) / 0.096 - 84_000,
            16_400 * (1 - 1.144**-6) / 0.144 - 84_000,
        ),
        # 4.8 years: depreciation 17 500, tax 200, flow 17 800; in the fifth year 0.8 of it: 14 240
        # 7.2 years: depreciation 11 666.67, tax 2533.33, flow 15 466.67; in the eighth 0.2: 3093.33
        "options.a.lifetime": (
            17_800 * (1 - 1.12**-4) / 0.12 + 14_240 / 1.12**5 - 84_000,
            (18_000 - 0.4 * (18_000 - 84_000 / 7.2)) * ((1 - 1.12**-7) / 0.12 + 0.2 / 1.12**8)
            - 84_000,
        ),
    }
    assert {row.variable.id for row in made.rows} == set(by_hand)
    for id, expected in by_hand.items():
        assert ends(made, id) == pytest.approx(expected, abs=0.005), id
    assert ends(made, "options.a.saves.water")[1] == pytest.approx(-7692.28, abs=0.005)
    assert made.unaffected == ()
    assert row_of(made, "options.a.investment").swing == pytest.approx(24_390.45, abs=0.01)


def test_the_widest_swing_comes_first() -> None:
    # swings: investment 24 390, price and saving 17 761, discount rate 10 055, lifetime …
    order = [row.variable.id for row in varied(WORKED).rows]
    assert order[:3] == [
        "options.a.investment",
        "resources.water.price",
        "options.a.saves.water",
    ]
    assert order[-1] == "finance.tax_rate"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_rows_of_the_examples_are_in_order_and_affect_the_figure(example: Path) -> None:
    made = sensitivity_of(cpaudit.assess(cpaudit.load(example)), most=0)
    swings = [inf if row.swing is None else row.swing for row in made.rows]
    assert swings == sorted(swings, reverse=True)
    assert all(swings)
    today = number_of(made.figure)
    assert today == value(made.assessment, made.path)


PATHS = (
    "packages.both.npv",
    "packages.both.saving",
    "packages.both.equity.npv",
    "packages.both.abatement_cost",
    "packages.both.discounted_payback",
    "packages.both.resources.water",
    "options.b.irr",
    "options.a.payback",
    "options.a.co2e",
    "baseline.cost",
)


@given(st.floats(0.01, 0.6), st.sampled_from(PATHS), st.sampled_from([*VALUES, *GROUPS]), st.data())
@settings(max_examples=120, deadline=None, database=None)
def test_an_end_is_what_a_file_with_that_value_gives(
    by: float, path: str, id: str, data: st.DataObject
) -> None:
    # an option alone has no groups of options
    assume(not (path.startswith("options.") and id in GROUPS))
    made = varied(plant(), path, by=by, most=0)
    row = next((one for one in made.rows if one.variable.id == id), None)
    sign = data.draw(st.sampled_from([-1, 1]))
    today, _ = VALUES.get(id, (1.0, ""))
    other = assessed(plant({id: today * (1 + sign * by)}))
    expected = number_of(cpaudit.look_up(other, path))
    if row is None:  # the figure does not depend on it
        assert expected == pytest.approx(number_of(made.figure), rel=1e-8)
        return
    end = row.high if sign > 0 else row.low
    assert number_of(end.figure) == pytest.approx(expected, rel=1e-7, abs=1e-6)


def test_every_kind_of_variable_is_there() -> None:
    made = varied(plant(), "packages.both.equity.npv", most=0)
    beside_money = {"resources.electricity.grid_factor"}
    assert {row.variable.id for row in made.rows} == {*VALUES, *GROUPS} - beside_money
    assert beside_money == set(made.unaffected)
    carbon = varied(plant(), "packages.both.co2e", most=0)
    assert beside_money <= {row.variable.id for row in carbon.rows}
    assert {"finance.tax_rate", "resources.water.price", "prices"} <= set(carbon.unaffected)


def test_a_spread_investment_is_changed_in_every_year() -> None:
    spread = "investment: {{0: {} VND, 1: {} VND}}, delay: 1 yr"

    def mill(first: int, second: int) -> str:
        return WORKED.replace("investment: 84000 VND", spread.format(first, second))

    made = varied(mill(50_000, 34_000), by=0.1)
    row = row_of(made, "options.a.investment")
    assert row.low.value == pytest.approx(75_600)
    lower = value(assessed(mill(45_000, 30_600)), "packages.all.npv")
    higher = value(assessed(mill(55_000, 37_400)), "packages.all.npv")
    assert ends(made, "options.a.investment") == pytest.approx([lower, higher], rel=1e-9)


def test_the_inflation_of_real_rates_is_varied_too() -> None:
    # depreciation is fixed in nominal money: it loses value by inflation
    text = WORKED.replace("tax_rate: 40 %", "tax_rate: 40 %, basis: real, inflation: 5 %")
    made = varied(text)
    six = [sum(1 / (1.12 * (1 + rate)) ** year for year in range(1, 7)) for rate in (0.04, 0.06)]
    # 60 % of 18 000 in real money; 40 % of 14 000 deflated
    expected = [10_800 * SIX + 5600 * one - 84_000 for one in six]
    assert ends(made, "finance.inflation") == pytest.approx(expected, abs=0.005)


def test_a_package_is_varied_by_its_own_options_and_streams_alone() -> None:
    text = plant().replace("packages: {both: [a, b]}", "packages: {one: [b], other: [a]}")
    ids = {row.variable.id for row in varied(text, "packages.one.npv", most=0).rows}
    assert not any(id.startswith("options.a.") for id in ids)
    assert "savings" in ids
    assert "investments" not in ids  # one investment is no group


@pytest.mark.parametrize(
    ("saves", "limit", "reason"),
    [
        # 108 % of what is left is more than all of it; 1080 m3 are more than the 900
        ("90 %", 1.0, "a share would be more than 100 %"),
        ("850 m3", 900.0, "an option would save more than is left"),
    ],
)
def test_a_saving_is_limited_to_what_there_is(saves: str, limit: float, reason: str) -> None:
    made = varied(WORKED.replace("180 m3", saves), most=0)
    row = row_of(made, "options.a.saves.water")
    assert row.low.limit is None
    assert row.high.limit == reason
    assert row.high.value == pytest.approx(limit, rel=1e-8)
    # all 900 m3 at 100 VND: 90 000 a year, after tax 90 000 - 0.4 · 76 000 = 59 600
    assert number_of(row.high.figure) == pytest.approx(59_600 * SIX - 84_000, rel=1e-7)
    assert [said.code.id for said in made.diagnostics] == ["T001"]
    assert made.diagnostics[0].values["variable"] == "options.a.saves.water"


def test_a_life_is_not_shortened_below_its_last_payment() -> None:
    # the payment of year 10 stays in a life of more than 9 years, whose last year is the tenth
    text = WORKED.replace("lifetime: 6 yr", "lifetime: 10 yr, flows: {10: 5000 VND}")
    row = row_of(varied(text, most=0), "options.a.lifetime")
    assert row.low.limit == "a payment would come after the end of a life"
    assert row.low.value == pytest.approx(9, rel=1e-8)
    assert (row.high.value, row.high.limit) == (12, None)


def test_a_rate_is_not_taken_beyond_100_percent() -> None:
    text = WORKED.replace("tax_rate: 40 %", "tax_rate: 90 %")
    row = row_of(varied(text, most=0), "finance.tax_rate")
    assert row.high.value == pytest.approx(1, rel=1e-9)
    # all of the 4000 is taxed away: 14 000 a year are left
    assert number_of(row.high.figure) == pytest.approx(14_000 * SIX - 84_000, rel=1e-7)


def test_a_stated_uncertainty_goes_before_the_usual_change() -> None:
    text = WORKED.replace("100 VND/m3", "{value: 100 VND/m3, uncertainty: 5 %}")
    row = row_of(varied(text), "resources.water.price")
    assert (row.basis, row.share) == ("stated", 0.05)
    assert (row.low.value, row.high.value) == pytest.approx((95, 105))
    # 18 900 a year are 10 800 · 1.05 + 5600 after tax
    assert number_of(row.high.figure) == pytest.approx(16_940 * SIX - 84_000, abs=0.005)
    assert row_of(varied(text), "options.a.investment").share == 0.2
    asked = row_of(varied(text, by=0.2), "resources.water.price")
    assert (asked.basis, asked.low.value) == ("asked", 80)


def test_the_uncertainty_of_a_price_outlives_its_conversion() -> None:
    # VND per litre becomes VND per tonne by the density
    text = f"""{HEAD}resources:
  diesel: {{amount: 20 t, price: {{value: 14000 VND/l, uncertainty: 8 %}}, density: 0.84 kg/l}}
options:
  - {{id: a, saves: {{diesel: 10 %}}, investment: 1 million VND}}
"""
    row = row_of(varied(text), "resources.diesel.price")
    assert (row.basis, row.share) == ("stated", pytest.approx(0.08))
    assert row.low.value == pytest.approx(14_000 / 0.84e-3 * 0.92)


COALS = f"""{HEAD}resources:
  coal: {{kind: anthracite, amount: 1000 t, price: 1 million VND/t}}
  other: {{resource: coal, kind: anthracite, amount: 500 t, price: 1 million VND/t}}
options:
  - {{id: a, saves: {{coal: 100 t, other: 100 t}}, investment: 1 million VND}}
"""


def test_a_factor_of_several_streams_is_one_variable_with_its_own_interval() -> None:
    made = varied(COALS, "packages.all.co2e")
    row = row_of(made, "anthracite.co2")
    assert row.variable.subjects == ("coal", "other")
    assert (row.basis, row.share) == ("interval", None)
    # IPCC 2006: 98.3 (94.6 to 101) kg/GJ, 26.7 GJ/t; CH4 and N2O stay: 0.010 · 28 + 0.0015 · 265
    per_tonne = [26.7 * (kg + 0.6775) / 1000 for kg in (94.6, 101.0)]
    assert ends(made, "anthracite.co2") == pytest.approx([200 * one for one in per_tonne])
    asked = row_of(varied(COALS, "packages.all.co2e", by=0.1), "anthracite.co2")
    assert asked.low.value == pytest.approx(0.0983 * 0.9)


def test_outcomes_instead_of_numbers() -> None:
    # 18 000 a year less 16 000 to run it: at 14 400 there is no saving and no payback
    text = WORKED.replace("84000 VND", "84000 VND, operating_cost: 16000 VND")
    text = text.replace(", tax_rate: 40 %", "")
    made = varied(text, "options.a.payback")
    row = row_of(made, "resources.water.price")
    assert row.low.figure == Payback("never")
    assert number_of(row.high.figure) == pytest.approx(84_000 / 5600)
    assert row.swing == inf
    assert made.rows[-1].variable.id == "options.a.investment"
    # without a saving nothing comes back: no rate of return at all
    rates = row_of(varied(text, "options.a.irr"), "resources.water.price")
    assert number_of(rates.low.figure) is None
    assert rates.swing is None


def test_a_figure_that_the_changed_audit_has_not_is_told_as_none() -> None:
    made = varied(WORKED, "options.a.cash_flow.total.6")
    row = row_of(made, "options.a.lifetime")
    assert row.low.figure is None  # 4.8 years end with the fifth
    assert number_of(row.high.figure) == pytest.approx(18_000 - 0.4 * (18_000 - 84_000 / 7.2))


def test_the_usual_figure_is_the_saving_where_no_npv_is_known() -> None:
    made = varied(WORKED.replace("discount_rate: 12 %, ", ""))
    assert made.path == "packages.all.saving"
    assert made.reach is None


@pytest.mark.parametrize("path", ["packages.all", "packages.all.nvp", "options.a.cod", "gap"])
def test_what_is_not_one_figure_is_a_lookup_error(path: str) -> None:
    with pytest.raises(LookupError):
        cpaudit.sensitivity(assessed(WORKED), path)


def test_from_python() -> None:
    made: Any = cpaudit.sensitivity(assessed(WORKED), by=0.1)
    assert {row.share for row in made.rows} == {0.1}
    assert made.reach == 0
    made = cpaudit.sensitivity(assessed(WORKED), "options.a.payback", reach=3)
    # 84 000 / 3 = 28 000 a year, at 180 m3
    assert row_of(made, "resources.water.price").break_even.values == pytest.approx((28_000 / 180,))
