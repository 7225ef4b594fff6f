"""Indicators beside NPV and IRR, by hand and by published examples."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpaudit.engine.finance import discounted_payback, modified_irr, net_present_value
from reading import HEAD, assessed, value
from test_finance import option, paying

TEN = "discount_rate: 10 %"


def worth(saving: str, more: str, name: str, finance: str = TEN) -> Any:
    return value(assessed(paying(option(saving, more), finance=finance)), f"options.a.{name}")


@pytest.mark.parametrize(
    ("saving", "more", "outcome", "years"),
    [
        # 363.636 + 330.579 + 300.526 = 994.741; the fourth year brings 273.205: 3 + 5.259 / 273.205
        ("-400 VND", "investment: 1000 VND, lifetime: 5 yr", "reached", 3.01925),
        # 909.09 is less than 1000: never within the year of its life
        ("-1000 VND", "investment: 1000 VND, lifetime: 1 yr", "never", None),
        ("-400 VND", "lifetime: 5 yr", "immediate", None),
        # back above zero only after the payment of year 2: 1100 / 1.1 - 1000 = 0 after year 1,
        # less 121 / 1.21 = 100, plus 1100 / 1.331 = 826.45 in year 3
        (
            "-1100 VND",
            "investment: 1000 VND, lifetime: 3 yr, flows: {2: -1221 VND}",
            "reached",
            2.121,
        ),
    ],
)
def test_discounted_payback(saving: str, more: str, outcome: str, years: float | None) -> None:
    found = worth(saving, more, "discounted_payback")
    assert found.outcome == outcome
    if years is not None:
        assert found.time.value == pytest.approx(years, abs=5e-6)


@pytest.mark.parametrize("rate", range(1, 31))
@pytest.mark.parametrize("years", [1, 3, 8, 15])
def test_what_is_back_exactly_is_back(rate: int, years: int) -> None:
    flows = [-1000.0, *[0.0] * (years - 1), 1000 * (1 + rate / 100) ** years]
    assert discounted_payback(rate / 100, *flows) == pytest.approx(years)


def test_mirr_of_the_example_in_the_manual_of_excel() -> None:
    # MIRR({-120000, 39000, 30000, 21000, 37000, 46000}, 10 %, 12 %) = 12.609413 %
    payments = "1: 39000 VND, 2: 30000 VND, 3: 21000 VND, 4: 37000 VND, 5: 46000 VND"
    more = f"investment: 120000 VND, lifetime: 5 yr, flows: {{{payments}}}"
    found = worth("0 VND", more, "mirr", f"{TEN}, reinvestment_rate: 12 %")
    assert found == pytest.approx(0.12609413, abs=5e-9)


def test_mirr_is_not_known_where_nothing_is_paid() -> None:
    assert worth("-400 VND", "lifetime: 5 yr", "mirr") is None


def test_profitability_index_and_savings_to_investment_ratio() -> None:
    # five years at 10 % are worth 3.7907868; after 20 % tax 400 - 20 % x 200 = 360 a year
    more = "investment: 1000 VND, lifetime: 5 yr, salvage: 100 VND"
    finance = f"{TEN}, tax_rate: 20 %"
    # 360 x 3.7907868 + 80 x 0.6209213 = 1414.3569
    assert worth("-400 VND", more, "profitability_index", finance) == pytest.approx(
        1.4143569, abs=1e-7
    )
    # before tax: 400 x 3.7907868 = 1516.3147 over 1000 - 62.09213 = 937.90787
    found = worth("-400 VND", more, "savings_to_investment", finance)
    assert found == pytest.approx(1.6166990, abs=1e-7)


ELECTRIC = HEAD + (
    "resources:\n  electricity: {amount: 900 MWh, price: 12 VND/MWh, grid_factor: 0.5 t/MWh}\n"
)


def electric(more: str, finance: str = TEN) -> Any:
    text = f"{ELECTRIC}options:\n  - {{id: a, saves: {{electricity: 100 MWh}}, {more}}}\n"
    return assessed(f"{text}finance: {{{finance}}}\n")


def test_marginal_abatement_cost() -> None:
    # 10 000 over ten years at 10 % is 1627.4539 a year; less 1200, over 50 t: 8.5491
    made = electric("investment: 10000 VND, lifetime: 10 yr")
    assert value(made, "options.a.co2e") == 50
    assert value(made, "options.a.annualised_cost") == pytest.approx(427.45395, abs=1e-5)
    assert value(made, "options.a.abatement_cost") == pytest.approx(8.5491, abs=5e-5)
    # tax changes nothing of it
    taxed = electric("investment: 10000 VND, lifetime: 10 yr", f"{TEN}, tax_rate: 25 %")
    assert value(taxed, "options.a.abatement_cost") == pytest.approx(8.5491, abs=5e-5)


def test_cost_of_saved_energy() -> None:
    # (1627.4539 + 60) / 360 GJ
    made = electric("investment: 10000 VND, lifetime: 10 yr, operating_cost: 60 VND")
    assert value(made, "options.a.saved_energy_cost") == pytest.approx(4.687372, abs=1e-6)


def test_waiting_makes_saved_energy_no_cheaper() -> None:
    # 10 000 at the start, working in years 4 to 13: 10 000 x 1.1^3 x 0.16274539 = 2166.1412 a year
    made = electric("investment: 10000 VND, lifetime: 10 yr, delay: 3 yr")
    assert value(made, "options.a.saved_energy_cost") == pytest.approx(2166.1412 / 360, abs=1e-5)
    # less the saving of 1200, over 50 t
    assert value(made, "options.a.abatement_cost") == pytest.approx(19.322824, abs=1e-5)


def test_with_inflation_equal_payments_are_in_money_of_the_start() -> None:
    # 4.672897 % over ten years: 10 000 x 0.04672897 / (1 - 1.04672897^-10) = 1274.5543 a year
    both = (
        electric("investment: 10000 VND, lifetime: 10 yr", "discount_rate: 12 %, inflation: 7 %"),
        electric(
            "investment: 10000 VND, lifetime: 10 yr",
            "basis: real, discount_rate: 4.672897196261682 %, inflation: 7 %",
        ),
    )
    for made in both:
        found = value(made, "options.a.annualised_cost")
        assert found == pytest.approx(1274.5543 - 1200, abs=1e-3)


def test_a_package_spreads_each_option_over_its_own_life() -> None:
    text = ELECTRIC + (
        "options:\n"
        "  - {id: a, saves: {electricity: 100 MWh}, investment: 10000 VND, lifetime: 10 yr}\n"
        "  - {id: b, saves: {electricity: 100 MWh}, investment: 2000 VND, lifetime: 2 yr}\n"
        f"finance: {{{TEN}}}\n"
    )
    # 427.45395 + 2000 x 0.57619048 - 1200 = 379.83490; over 100 t
    assert value(assessed(text), "packages.all.abatement_cost") == pytest.approx(3.798349, abs=1e-6)


def test_without_co2e_or_energy_there_is_no_cost_of_either() -> None:
    more = "investment: 1000 VND, lifetime: 5 yr"
    assert worth("-400 VND", more, "abatement_cost") is None
    assert worth("-400 VND", more, "saved_energy_cost") is None
    assert worth("-400 VND", more, "annualised_cost") == pytest.approx(-136.20252, abs=1e-5)


money = st.integers(-1000, 1000)


@given(st.integers(0, 40), st.integers(1, 1000), st.lists(money, min_size=1, max_size=12))
@settings(max_examples=200, deadline=None, database=None)
def test_what_is_back_for_good_is_back_at_the_end(rate: int, paid: int, later: list[int]) -> None:
    flows = [float(-paid), *map(float, later)]
    years = discounted_payback(rate / 100, *flows)
    worth = net_present_value(rate / 100, *flows)
    if abs(worth) > 1e-9:
        assert (years <= len(later)) == (worth > 0)
    if years <= len(later) - 1:
        whole = int(years) + 1
        assert net_present_value(rate / 100, *flows[: whole + 1]) >= -1e-9


@given(
    st.integers(1, 40), st.integers(1, 1000), st.lists(st.integers(1, 900), min_size=1, max_size=12)
)
@settings(max_examples=100, deadline=None, database=None)
def test_mirr_by_its_definition(rate: int, paid: int, later: list[int]) -> None:
    years, q = len(later), 1 + rate / 100
    at_the_end = sum(flow * q ** (years - year) for year, flow in enumerate(later, 1))
    expected = (at_the_end / paid) ** (1 / years) - 1
    found = modified_irr(rate / 100, rate / 100, float(-paid), *map(float, later))
    assert found == pytest.approx(expected, abs=1e-9)
