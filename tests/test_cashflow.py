"""Cash flows year by year, each worked out by hand beside its expectation."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpaudit.engine.indicators import equivalent_rate
from reading import WATER, assessed, run_text, value
from test_finance import flows, option, paying


def result(saving: str, more: str, finance: str = "tax_rate: 25 %") -> Any:
    return assessed(paying(option(saving, more), finance=finance)).options["a"]


def line(result: Any, key: str) -> dict[int, float]:
    return {year: flow.value for year, flow in result.cash.line(key).items()}


FOUR = "investment: 1000 VND, lifetime: 4 yr"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        # 250 a year: 400 - 25 % x (400 - 250)
        (FOUR, [-1000, 362.5, 362.5, 362.5, 362.5]),
        # 600 and 400: 400 + 25 % x 200 = 450; 400 - 0; then 400 - 25 % x 400
        (f"{FOUR}, depreciation: {{1: 60 %, 2: 40 %}}", [-1000, 450, 400, 300, 300]),
        # 125 a year: 400 - 25 % x 275 = 331.25; what is left, 500, is written off: + 125
        (f"{FOUR}, depreciation: 8 yr", [-1000, 331.25, 331.25, 331.25, 456.25]),
        # 500 in each of two years: 400 + 25 % x 100 = 425
        (f"{FOUR}, depreciation: 2 yr", [-1000, 425, 425, 300, 300]),
        # sold for 200 when nothing is left in the books: 200 x 75 % more
        (f"{FOUR}, salvage: 200 VND", [-1000, 362.5, 362.5, 362.5, 512.5]),
        # sold for 200 with 500 left: 331.25 + 200 - 25 % x (200 - 500)
        (f"{FOUR}, depreciation: 8 yr, salvage: 200 VND", [-1000, 331.25, 331.25, 331.25, 606.25]),
        # taking it down costs 80, of which tax bears a quarter
        (f"{FOUR}, salvage: -80 VND", [-1000, 362.5, 362.5, 362.5, 302.5]),
        # 300 in year 2 is depreciated over years 3 and 4: 25 % x 150 less tax
        (f"{FOUR}, replacement: {{2: 300 VND}}", [-1000, 362.5, 62.5, 400, 400]),
        # comes back untaxed
        (f"{FOUR}, working_capital: 90 VND", [-1090, 362.5, 362.5, 362.5, 452.5]),
        # neither taxed nor depreciated
        (f"{FOUR}, flows: {{3: -50 VND}}", [-1000, 362.5, 362.5, 312.5, 362.5]),
        # a year of building: savings and depreciation from year 2 to 5
        (f"{FOUR}, delay: 1 yr", [-1000, 0, 362.5, 362.5, 362.5, 362.5]),
    ],
)
def test_a_single_option(more: str, expected: list[float]) -> None:
    assert flows(result("-400 VND", more)) == pytest.approx(expected, rel=1e-12)


def test_an_investment_spread_over_years() -> None:
    # 600 over three years is 200 a year, 400 from year 2 on 200 a year: taxed 500 - 200, then
    # 500 - 400; year 1: 500 - 20 % x 300 - 400 = 40; years 2 and 3: 500 - 20 % x 100 = 480
    made = result(
        "-500 VND", "investment: {0: 600 VND, 1: 400 VND}, lifetime: 3 yr", "tax_rate: 20 %"
    )
    assert made.investment.value == 1000
    assert flows(made) == pytest.approx([-600, 40, 480, 480], rel=1e-12)
    assert line(made, "investment") == {0: -600, 1: -400}
    assert line(made, "depreciation") == {1: -200, 2: -400, 3: -400}
    assert made.payback.time.value == 2


def test_depreciation_of_the_section_counts_where_an_option_has_none() -> None:
    text = option("-400 VND", FOUR, "a") + option(
        "-400 VND", f"{FOUR}, depreciation: straight-line", "b"
    )
    made = assessed(paying(text, finance="tax_rate: 25 %, depreciation: 2 yr")).options
    assert flows(made["a"])[1] == 425
    assert flows(made["b"])[1] == 362.5


def test_prices_rise_each_at_its_own_rate() -> None:
    text = WATER + (
        "  coal: {amount: 10 t, price: 100 VND/t, kind: anthracite}\n"
        "options:\n"
        "  - {id: a, saves: {water: 10 m3, coal: 2 t}, operating_cost: 50 VND, lifetime: 2 yr,\n"
        "     investment: 1000 VND}\n"
        "finance: {escalation: {water: 10 %, coal: -5 %, operating_cost: 2 %}}\n"
    )
    made = assessed(text).options["a"]
    # water 45 000: 49 500, 54 450; coal 200: 190, 180.5; operating cost 50: 51, 52.02
    assert line(made, "savings") == pytest.approx({1: 49_690, 2: 54_630.5}, rel=1e-12)
    assert line(made, "operating_cost") == pytest.approx({1: -51, 2: -52.02}, rel=1e-12)
    assert flows(made) == pytest.approx([-1000, 49_639, 54_578.48], rel=1e-12)
    # the saving and the payback are at today's prices
    assert made.saving.value == 45_150


@pytest.mark.parametrize(
    ("finance", "factor"),
    [
        ("inflation: 10 %", 1.1),
        ("escalation: {all: 3 %}, inflation: 10 %", 1.03),
        ("escalation: {water: 5 %, all: 3 %}", 1.05),
        ("basis: real, inflation: 10 %", 1.0),
        ("basis: real, escalation: {water: 5 %}, inflation: 10 %", 1.05),
        ("discount_rate: 12 %", 1.0),
    ],
)
def test_which_rate_a_price_rises_at(finance: str, factor: float) -> None:
    text = WATER + (
        f"options: [{{id: a, saves: {{water: 10 m3}}, lifetime: 2 yr}}]\nfinance: {{{finance}}}\n"
    )
    savings = line(assessed(text).options["a"], "savings")
    assert savings == pytest.approx({1: 45_000 * factor, 2: 45_000 * factor**2}, rel=1e-12)


def test_twelve_per_cent_nominal_at_seven_per_cent_inflation() -> None:
    # 1.12 / 1.07 - 1
    text = paying(option("-400 VND", FOUR), finance="discount_rate: 12 %, inflation: 7 %")
    basis, rate = equivalent_rate(assessed(text).audit.finance) or ("", None)
    assert basis == "real"
    assert rate is not None
    assert rate.value == pytest.approx(0.04672897, abs=5e-9)


BOTH = (
    "tax_rate: 28 %, inflation: {inflation} %, "
    "loan: {{share: 70 %, rate: 14 %, term: 3 yr, repayment: annuity}}, grant: {{share: 10 %}}"
)


@given(st.integers(0, 30), st.integers(1, 40), st.integers(100, 900), st.integers(1, 9))
@settings(max_examples=40, deadline=None, database=None)
def test_nominal_and_real_have_one_net_present_value(
    inflation: int, nominal: int, saving: int, life: int
) -> None:
    real = ((1 + nominal / 100) / (1 + inflation / 100) - 1) * 100
    if real < 0:
        return
    more = f"investment: 1000 VND, lifetime: {life} yr, working_capital: 40 VND"
    text = option(f"-{saving} VND", more)
    fixed = BOTH.format(inflation=inflation)
    ways = (
        f"basis: nominal, discount_rate: {nominal} %",
        f"basis: real, discount_rate: {real:.15f} %",
    )
    one, other = (assessed(paying(text, finance=f"{way}, {fixed}")) for way in ways)
    for path in ("options.a.npv", "options.a.equity.npv", "packages.all.npv"):
        assert value(one, path) == pytest.approx(value(other, path), abs=1e-6)


def test_payments_of_later_years_have_one_value_in_both_ways() -> None:
    # 12 % nominal at 7 % inflation; 34 000 in year 1 and 5 000 in year 3 are worth 31 775.70 and
    # 4 081.49 in money of the start; depreciation, loan and grant know the paid sums only
    ways = {
        "nominal": ("12 %", "34000 VND", "5000 VND"),
        "real": ("4.672897196261682 %", f"{34000 / 1.07:.9f} VND", f"{5000 / 1.07**3:.9f} VND"),
    }
    found = []
    for basis, (rate, second, later) in ways.items():
        paid = f"investment: {{0: 50000 VND, 1: {second}}}, replacement: {{3: {later}}}"
        one = f"{{id: a, saves: {{water: 5 m3}}, {paid}, lifetime: 6 yr}}"
        finance = (
            f"basis: {basis}, discount_rate: {rate}, inflation: 7 %, tax_rate: 40 %, "
            "loan: {amount: 50000 VND, rate: 9 %, term: 4 yr, grace: 1 yr}, grant: {share: 10 %}"
        )
        found.append(assessed(f"{WATER}options: [{one}]\nfinance: {{{finance}}}\n"))
    for path in ("npv", "equity.npv", "annualised_cost", "profitability_index"):
        one, other = (value(each, f"options.a.{path}") for each in found)
        assert one == pytest.approx(other, abs=1e-5), path


def test_a_package_adds_the_lines_of_its_options() -> None:
    text = (
        option("-400 VND", FOUR, "a"),
        option("-100 VND", "investment: 200 VND, lifetime: 2 yr, salvage: 20 VND", "b"),
    )
    assessment = assessed(paying(*text, finance="tax_rate: 25 %"))
    whole = assessment.packages["all"].total
    members = assessment.packages["all"].options.values()
    for key in ("investment", "savings", "depreciation", "tax", "salvage"):
        rows = [line(one, key) for one in members]
        years = {year for row in rows for year in row}
        expected = {year: sum(row.get(year, 0.0) for row in rows) for year in years}
        assert line(whole, key) == pytest.approx(expected, rel=1e-12)
    # 1200 out; 362.5 + 100 - 25 % x (100 - 100); year 2 the same and 20 x 75 %; then 362.5
    assert flows(whole) == pytest.approx([-1200, 462.5, 477.5, 362.5, 362.5], rel=1e-12)


def test_the_lines_of_every_year_add_up_to_its_flow() -> None:
    made = result(
        "-400 VND",
        f"{FOUR}, delay: 2 yr, salvage: 90 VND, replacement: {{3: 10 VND}}, working_capital: 7 VND",
        "tax_rate: 25 %, inflation: 6 %",
    )
    for year, flow in enumerate(made.cash.flows):
        paid = [
            one.flows[year].value
            for one in made.cash.lines
            if "depreciation" not in one.key and year in one.flows
        ]
        assert flow.value == pytest.approx(sum(paid), abs=1e-9)


def test_the_office_sees_replacements_apart() -> None:
    made = result("-400 VND", f"{FOUR}, replacement: {{2: 300 VND}}")
    assert line(made, "depreciation") == dict.fromkeys((1, 2, 3, 4), -250)
    assert line(made, "later_depreciation") == {3: -150, 4: -150}


@pytest.mark.parametrize("word", ["all", "charges", "operating_cost"])
def test_an_id_that_is_a_word_of_the_escalation_is_refused_there(word: str) -> None:
    text = WATER + f"  {word}: {{resource: material, amount: 2 t, price: 5 VND/t}}\n"
    assert assessed(text) is not None
    _, made, found = run_text(f"{text}finance: {{escalation: {{{word}: 5 %}}}}\n")
    assert made is None
    assert [said.code.id for said in found if said.is_error] == ["E024"]


def test_payments_after_the_life_are_refused_and_the_delay_belongs_to_it() -> None:
    more = "investment: 1000 VND, lifetime: 2 yr, delay: 1 yr, flows: {{{year}: 5 VND}}"
    assert flows(result("-400 VND", more.format(year=3), "discount_rate: 5 %")) == [
        -1000,
        0,
        400,
        405,
    ]
    _, _, found = run_text(paying(option("-400 VND", more.format(year=4))))
    assert "P018" in [said.code.id for said in found]


@pytest.mark.parametrize(
    ("option_keys", "finance"),
    [
        ("delay: 61 yr", "discount_rate: 5 %"),
        ("lifetime: 3 yr", "loan: {share: 70 %, rate: 9 %, term: 1000000 yr}"),
        ("lifetime: 3 yr", "esco: {share: 70 %, term: 800 months}"),
    ],
)
def test_no_time_is_longer_than_sixty_years(option_keys: str, finance: str) -> None:
    _, made, found = run_text(paying(option("-400 VND", option_keys), finance=finance))
    assert made is None
    assert "P006" in [said.code.id for said in found]
