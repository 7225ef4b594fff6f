"""Payback, NPV and IRR against worked cases and against numpy, with the arithmetic beside each."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cpaudit.engine.polynomial import roots_between
from reading import WATER, assessed, run_text, value


def option(saving: str, more: str, id: str = "a") -> str:
    """An option that saves money alone, written as a negative operating cost."""
    return f"  - {{id: {id}, operating_cost: {saving}, {more}}}\n"


def paying(*options: str, finance: str = "") -> str:
    text = WATER + "options:\n" + "".join(options)
    return text + f"finance: {{{finance}}}\n" if finance else text


def flows(result: Any) -> list[float]:
    return [flow.value for flow in result.flows]


def test_tax_and_straight_line_depreciation() -> None:
    # 84 000 over 6 years: depreciation 14 000; tax 40 % x (18 000 - 14 000) = 1600; flow 16 400
    text = option("-18000 VND", "investment: 84000 VND, lifetime: 6 yr")
    assessment = assessed(paying(text, finance="tax_rate: 40 %, discount_rate: 12 %"))
    result = assessment.options["a"]
    assert flows(result) == pytest.approx([-84_000] + [16_400] * 6, rel=1e-12)
    # six years at 12 % are worth (1 - 1.12^-6) / 0.12 = 4.1114073: 67 427.08 - 84 000
    assert value(assessment, "options.a.npv") == pytest.approx(-16_572.92, abs=0.005)
    assert result.irr.outcome == "unique"
    assert result.irr.values == pytest.approx((0.04717,), abs=5e-6)
    # simple payback is before tax: 84 000 / 18 000
    assert result.payback.time.value == pytest.approx(4.666667, abs=1e-6)


def test_a_large_plant_without_tax() -> None:
    text = option("-16.78 million USD", "investment: 40 million USD, lifetime: 10 yr")
    assessment = assessed(paying(text, finance="discount_rate: 8 %").replace("VND", "USD"))
    result = assessment.options["a"]
    # ten years at 8 % are worth (1 - 1.08^-10) / 0.08 = 6.7100814: 112 595 165.87 - 40 000 000
    assert value(assessment, "options.a.npv") == pytest.approx(72_595_165.87, abs=0.01)
    assert result.payback.time.value == pytest.approx(2.384, abs=5e-4)
    assert result.irr.outcome == "unique"
    assert result.irr.values == pytest.approx((0.40556,), abs=5e-6)


@pytest.mark.parametrize(
    ("saving", "more", "rates"),
    [
        # 250 / 100 and 1000 / 100 after one year
        ("-250 VND", "investment: 100 VND, lifetime: 1 yr", [1.5]),
        ("-1000 VND", "investment: 100 VND, lifetime: 1 yr", [9]),
        # nothing is ever paid; nothing is ever won
        ("-250 VND", "lifetime: 3 yr", []),
        ("250 VND", "investment: 100 VND, lifetime: 3 yr", []),
        # the money just comes back
        ("-25 VND", "investment: 100 VND, lifetime: 4 yr", [0]),
        # 100 = 40 / q + 40 / q²: q = (2 + sqrt 44) / 10 = 0.8633250, a loss of 13.7 % a year
        ("-40 VND", "investment: 100 VND, lifetime: 2 yr", [-0.1366750]),
        # -1600, 10 000, -10 000 (Lorie and Savage 1955): 16 q² - 100 q + 100 = 0, q = 1.25 or 5
        ("-10000 VND", "investment: 1600 VND, lifetime: 2 yr, flows: {2: -20000 VND}", [0.25, 4]),
        # -1000, 6000, -11 000, 6000 is -1000 (1 - x) (1 - 2x) (1 - 3x), x = 1 / (1 + rate)
        ("-6000 VND", "investment: 1000 VND, lifetime: 3 yr, flows: {2: -17000 VND}", [0, 1, 2]),
        # -100, 220, -121 is -100 (1 - 1.1 x)², which only touches zero
        ("-220 VND", "investment: 100 VND, lifetime: 2 yr, flows: {2: -341 VND}", [0.1]),
        # -100, 300, -250: 300² - 4 · 100 · 250 < 0, no root in spite of two changes of sign
        ("-300 VND", "investment: 100 VND, lifetime: 2 yr, flows: {2: -550 VND}", []),
    ],
)
def test_irr_is_one_none_or_several(saving: str, more: str, rates: list[float]) -> None:
    found = assessed(paying(option(saving, more))).options["a"].irr
    assert found.values == pytest.approx(rates, abs=1e-6)
    assert found.outcome == {0: "none", 1: "unique"}.get(len(rates), "multiple")


@pytest.mark.parametrize(
    ("saving", "investment", "outcome", "years"),
    [
        ("-400 VND", "1000 VND", "reached", 2.5),
        ("-400 VND", "0 VND", "immediate", None),
        ("0 VND", "1000 VND", "never", None),
        ("400 VND", "1000 VND", "never", None),
        ("400 VND", "0 VND", "never", None),
    ],
)
def test_payback(saving: str, investment: str, outcome: str, years: float | None) -> None:
    found = assessed(paying(option(saving, f"investment: {investment}"))).options["a"].payback
    assert found.outcome == outcome
    assert (found.time.value if found.time else None) == years


def test_the_last_year_of_life_may_be_a_part_of_one() -> None:
    # 1000 over 2.5 years: depreciation 400; tax 20 % x (600 - 400) = 40; flow 560, half of it 280
    text = option("-600 VND", "investment: 1000 VND, lifetime: 2.5 yr")
    taxed = assessed(paying(text, finance="tax_rate: 20 %")).options["a"]
    assert flows(taxed) == pytest.approx([-1000, 560, 560, 280], rel=1e-12)
    assert flows(assessed(paying(text)).options["a"]) == [-1000, 600, 600, 300]


@pytest.mark.parametrize("inflation", ["0 %", "3.7 %", "11.3 %"])
def test_rounding_has_no_rate_of_return(inflation: str) -> None:
    # the company pays all and takes all: the owner has nothing but what rounding leaves
    finance = (
        f"discount_rate: 9 %, inflation: {inflation}, tax_rate: 28 %, "
        "esco: {share: 100 %, term: 9 yr}"
    )
    text = option("-241.3 VND", "investment: 741.7 VND, lifetime: 9 yr")
    made = assessed(paying(text, finance=finance))
    assert value(made, "packages.all.equity.npv") == 0
    assert value(made, "packages.all.equity.irr").outcome == "none"
    assert value(made, "packages.all.equity.discounted_payback").outcome == "immediate"


def test_a_small_flow_before_very_large_ones_counts() -> None:
    # -200 and 100 x 1.45^t: 1.45 / (1 + rate) = 2 / 3 of a geometric series without end
    text = WATER + (
        "options: [{id: a, saves: {water: 0.1 m3}, investment: 900 VND, lifetime: 60 yr}]\n"
        "finance: {escalation: {water: 45 %}}\n"
    )
    (rate,) = assessed(text).options["a"].irr.values
    # 900 = 450 x q / (1 - q) with q = 1.45 / (1 + rate): q = 2 / 3
    assert rate == pytest.approx(1.175, abs=1e-6)


def test_flows_of_single_years_come_beside_the_saving() -> None:
    more = "investment: 1000 VND, lifetime: 3 yr, flows: {0: -50 VND, 2: -200 VND, 3: 400 VND}"
    assessment = assessed(paying(option("-600 VND", more), finance="discount_rate: 10 %"))
    assert flows(assessment.options["a"]) == [-1050, 600, 400, 1000]
    # -1050 + 600 / 1.1 + 400 / 1.21 + 1000 / 1.331
    assert value(assessment, "options.a.npv") == pytest.approx(577.3478587, abs=1e-6)


def test_a_package_pays_the_sum_of_its_options_year_by_year() -> None:
    short = option("-600 VND", "investment: 1000 VND, lifetime: 2 yr", "short")
    long = option("-100 VND", "investment: 300 VND, lifetime: 4 yr", "long")
    assessment = assessed(paying(short, long, finance="discount_rate: 12 %"))
    assert flows(assessment.packages["all"].total) == [-1300, 700, 700, 100, 100]
    # 600 x 1.690051 - 1000 = 14.030612; 100 x 3.037349 - 300 = 3.734935
    assert value(assessment, "packages.all.npv") == pytest.approx(17.765547, abs=1e-5)
    # 1300 / 700
    assert assessment.packages["all"].total.payback.time.value == pytest.approx(1.8571429)


def test_without_a_lifetime_or_a_rate_there_is_no_npv() -> None:
    known = option("-600 VND", "investment: 1000 VND, lifetime: 2 yr")
    unknown = option("-600 VND", "investment: 1000 VND", "b")
    _, assessment, found = run_text(paying(known, unknown, finance="discount_rate: 12 %"))
    for path in ("options.b", "packages.all"):
        assert value(assessment, f"{path}.npv") is None
        assert value(assessment, f"{path}.irr") is None
    assert [said.values for said in found if said.code.id == "P012"] == [{"option": "b"}]
    without_rate = assessed(paying(known))
    assert value(without_rate, "options.a.npv") is None
    assert value(without_rate, "options.a.irr").outcome == "unique"


coefficients = st.lists(st.integers(-60, 60), min_size=2, max_size=9)


@given(coefficients)
@settings(max_examples=300, deadline=None, database=None)
def test_every_root_is_one_of_numpy_and_none_is_left_out(coefficients: list[int]) -> None:
    assume(any(coefficients[1:]))
    found = roots_between([float(one) for one in coefficients], 0.0, 50.0)
    assert found == sorted(found)
    assert all(0 < root <= 50 for root in found)
    numpys = np.roots(coefficients[::-1])
    # several roots at one place are known to numpy only to some 1e-3
    assert all(min(abs(numpys - root)) < 1e-2 * max(1, root) for root in found)
    for root in numpys:
        alone = np.sum(abs(numpys - root) < 1e-2 * max(1, abs(root))) == 1
        if alone and abs(root.imag) < 1e-9 and 1e-6 < root.real < 49.9:
            assert min(abs(np.array(found) - root.real), default=1) < 1e-6 * max(1, root.real)


@given(st.lists(st.integers(1, 39), min_size=1, max_size=6, unique=True), st.integers(1, 9))
@settings(max_examples=200, deadline=None, database=None)
def test_chosen_roots_come_back(eighths: list[int], factor: int) -> None:
    roots = sorted(one / 8 for one in eighths)
    rising = (np.poly(roots) * factor)[::-1]
    assert roots_between(list(rising), 0.0, 5.0) == pytest.approx(roots, rel=1e-7)
