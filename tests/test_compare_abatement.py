"""Abatement cost curve and Pareto front, by hand and by their definition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from choices import of
from cpaudit.engine.comparing.pareto import points_of
from cpaudit.figure import Assumed, Figure

# 0.5 t CO2 and 100 USD per MWh; at 10 % over ten years 1 USD is 0.16274539 USD a year and 1 USD a
# year is worth 6.14456711 USD
PLANT = """\
cpaudit: 1
plant: {name: Mill, country: VN, currency: USD}
period: 2014
resources:
  electricity: {amount: 1000 MWh, price: 100 USD/MWh, grid_factor: 0.5 t/MWh}
  water: {amount: 9000 m3, price: 1 USD/m3}
options:
  - {id: big, saves: {electricity: 100 MWh}, investment: 30000 USD, lifetime: 10 yr}
  - {id: small, saves: {electricity: 50 MWh}, investment: 10000 USD, lifetime: 10 yr}
  - {id: dear, saves: {electricity: 100 MWh}, investment: 100000 USD, lifetime: 10 yr}
  - {id: fair, saves: {electricity: 200 MWh}, investment: 150000 USD, lifetime: 10 yr}
  - {id: open, saves: {electricity: 10 MWh}, investment: 1 USD}
  - {id: taps, saves: {water: 900 m3}, investment: 100 USD, lifetime: 10 yr}
  - {id: fans, saves: {electricity: -5 MWh, water: 2000 m3}, investment: 1 USD, lifetime: 10 yr}
packages: {both: [fair, dear], shares: [big, small]}
finance: {discount_rate: 10 %, basis: nominal}
"""


def test_the_curve_goes_by_cost_per_tonne() -> None:
    curve = of(PLANT).abatement["options"].curve
    assert list(curve) == ["fair", "dear"]
    # fair: 150000 * 0.16274539 - 20000 = 4411.81 over 100 t; dear: 16274.54 - 10000 over 50 t
    costs = [bar.cost.value for bar in curve.values()]
    assert costs == pytest.approx([44.1181, 125.4908], abs=1e-4)
    assert [bar.co2e.value for bar in curve.values()] == pytest.approx([100, 50])
    assert [bar.cumulative.value for bar in curve.values()] == pytest.approx([100, 150])
    assert curve["fair"].cost.unit == "USD/tCO2e"


def test_options_that_earn_money_are_not_ranked_by_cost_per_tonne() -> None:
    """Taylor 2012: -134.90 a tonne would put `small` before `big`, which is better in everything.

    big: 100 MWh are 10000 USD and 50 t a year, (30000 * 0.16274539 - 10000) / 50 = -102.35;
    small: 5000 USD and 25 t, (10000 * 0.16274539 - 5000) / 25 = -134.90.
    """
    comparison = of(PLANT)
    paying = comparison.abatement["options"].paying
    assert list(paying) == ["big", "small"]
    # 10000 * 6.14456711 - 30000 and 5000 * 6.14456711 - 10000
    worth = [one.point.npv.value for one in paying.values()]
    assert worth == pytest.approx([31445.67, 20722.84], abs=0.01)
    assert [one.co2e.value for one in paying.values()] == pytest.approx([50, 25])
    assert [one.point.co2e.value for one in paying.values()] == pytest.approx([500, 250])
    assert [one.point.dominated_by for one in paying.values()] == [(), ("big",)]


def test_what_has_no_place_is_listed_with_its_reason() -> None:
    assert of(PLANT).abatement["options"].left_out == {
        "open": "no lifetime is written",
        "taps": "no CO2e is avoided",
        "fans": "no CO2e is avoided",
    }
    without_rate = PLANT.replace("discount_rate: 10 %, ", "")
    left_out = of(without_rate).abatement["options"].left_out
    assert left_out["big"] == "no discount rate is written"


def test_unknown_co2e_is_no_zero() -> None:
    steam = PLANT.replace(
        "  water:", "  steam: {resource: steam, amount: 50 t, price: 30 USD/t}\n  water:"
    ).replace("saves: {water: 900 m3}", "saves: {steam: 10 t}")
    comparison = of(steam)
    assert comparison.abatement["options"].left_out["taps"] == "nothing tells its CO2e"
    assert comparison.fronts["options"].left_out["taps"] == "nothing tells its CO2e"


def test_in_a_package_options_count_at_their_turns() -> None:
    shares = PLANT.replace(
        "{electricity: 100 MWh}, investment: 30000", "{electricity: 20 %}, investment: 600000"
    )
    shares = shares.replace(
        "{electricity: 50 MWh}, investment: 10000", "{electricity: 10 %}, investment: 90000"
    )
    comparison = of(shares, packages=["shares"])
    assert list(comparison.abatement) == ["options", "packages.shares"]
    # big takes 200 of 1000 MWh: 100 t; small 10 % of the 800 that are left: 80 MWh, 40 t
    within = comparison.abatement["packages.shares"].curve
    alone = comparison.abatement["options"].curve
    assert within["small"].co2e.value == pytest.approx(40)
    assert alone["small"].co2e.value == pytest.approx(50)
    # 90000 * 0.16274539 - 8000 = 6647.085 over 40 t
    assert within["small"].cost.value == pytest.approx(166.1771, abs=1e-3)
    whole = comparison.columns[1].result
    assert whole is not None
    *_, last = within.values()
    assert last.cumulative.value == pytest.approx(whole.impacts["co2e"].value)  # type: ignore[union-attr]


def test_packages_have_a_front_over_their_lives() -> None:
    lives = PLANT.replace("150000 USD, lifetime: 10 yr", "150000 USD, lifetime: 20 yr")
    points = of(lives).fronts["packages"].points
    # fair 100 t for 20 years, dear 50 t for 10; big and small 50 t and 25 t for 10
    assert points["both"].co2e.value == pytest.approx(2500)
    assert points["shares"].co2e.value == pytest.approx(750)


POINT = st.tuples(st.integers(-20, 20), st.integers(-20, 20))


def figure(value: float, unit: str) -> Figure:
    return Figure(float(value), unit, Assumed("drawn"))


@given(st.lists(POINT, max_size=12))
def test_the_front_is_what_nothing_is_better_than(drawn: list[tuple[int, int]]) -> None:
    points = points_of(
        {str(n): (figure(a, "USD"), figure(b, "tCO2e")) for n, (a, b) in enumerate(drawn)}
    )
    front = {name for name, point in points.items() if not point.dominated_by}
    # another way to find it: from the highest NPV down, each that avoids more than all before
    swept, most = set(), float("-inf")
    for npv in sorted({a for a, _ in drawn}, reverse=True):
        here = max(b for a, b in drawn if a == npv)
        if here > most:
            swept |= {str(n) for n, one in enumerate(drawn) if one == (npv, here)}
            most = here
    assert front == swept
    assert bool(front) is bool(drawn)
    for name, point in points.items():
        assert name not in point.dominated_by
        assert not point.dominated_by or front & set(point.dominated_by)
