"""One budget for plants in several currencies, and budgets that are none."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import Any

import pytest

import cpaudit
from selecting import TOP, chosen, mill

WATER = "water: {amount: 1000 m3, price: 10 VND/m3}"
OPTION = "id: a, saves: {water: 100 m3}, investment: 1200 VND, lifetime: 1 yr"
FINANCE = "finance: {discount_rate: 0.1 %}\n"


def dong(rates: str = "") -> Any:
    """Saves 1000 VND a year for 1200 VND."""
    more = FINANCE + (f"exchange_rates: {rates}\n" if rates else "")
    return mill(WATER, OPTION, more=more)


def dollar(rates: str = "") -> Any:
    """Saves 20 USD a year for 30 USD."""
    top = TOP.replace("VND", "USD")
    more = FINANCE + (f"exchange_rates: {rates}\n" if rates else "")
    option = "id: b, saves: {water: 100 m3}, investment: 30 USD, lifetime: 1 yr"
    return mill("water: {amount: 1000 m3, price: 0.2 USD/m3}", option, more=more, top=top)


def codes(selection: Any) -> list[str]:
    return [said.code.id for said in selection.diagnostics]


@pytest.mark.parametrize(
    ("rates", "rate"),
    [
        ("{USD: 20 VND}", 20),
        ("{USD: 20 VND/USD}", 20),
        ("{VND: 0.05 USD}", 20),
    ],
)
def test_a_rate_of_the_file_either_way_round(rates: str, rate: float) -> None:
    # 1200 VND are 60 USD, of which 1000 VND a year bring 50 back
    made = cpaudit.select([dong(rates)], "60 USD", maximise="saving")
    assert chosen(made) == ["a"]
    assert made.total.investment.value == pytest.approx(1200 / rate, rel=1e-12)
    assert made.total.saving.value == pytest.approx(1000 / rate, rel=1e-12)
    assert made.left.value == pytest.approx(0, abs=1e-9)
    assert codes(made) == []
    assert chosen(cpaudit.select([dong(rates)], "59.9 USD", maximise="saving")) == []


def test_a_dollar_plant_with_a_budget_in_dong() -> None:
    made = cpaudit.select([dollar("{USD: 20 VND}"), dong()], "1700 VND", maximise="saving")
    # 30 USD are 600 VND and save 400 VND a year; 1200 VND save 1000: not both for 1700
    assert chosen(made) == ["a"]
    assert made.not_chosen[0].investment == pytest.approx(600, rel=1e-12)
    assert made.not_chosen[0].adds == pytest.approx(400, rel=1e-12)
    both = cpaudit.select([dollar("{USD: 20 VND}"), dong()], "1800 VND", maximise="saving")
    assert chosen(both) == ["b", "a"]
    assert both.total.saving.value == pytest.approx(1400, rel=1e-12)


@pytest.mark.parametrize(
    ("plant", "budget", "investment"),
    [
        (dong, "1 USD", 1200 / 21148),  # the library's average of 2014, VND for one USD
        (dollar, "1 million VND", 30 * 21148),
    ],
)
def test_without_a_rate_the_yearly_average_counts_and_is_told(
    plant: Callable[[], Any], budget: str, investment: float
) -> None:
    made = cpaudit.select([plant()], budget, maximise="saving")
    assert made.total.investment.value == pytest.approx(investment, rel=1e-12)
    assert codes(made) == ["S010"]


def test_an_unknown_rate_is_refused() -> None:
    with pytest.raises(cpaudit.AuditError) as told:
        cpaudit.select([dong(), dollar("{EUR: 1.2 USD}")], "9 EUR")
    (error,) = told.value.diagnostics
    assert (error.code.id, error.values["currency"]) == ("S003", "VND")


def test_a_rate_decides_which_plant_comes_first() -> None:
    # at 10 VND/USD the dollar plant saves 200 VND for 300; at 100 VND/USD 2000 for 3000
    for rate, ids in ((10, ["a"]), (100, ["b"])):
        plants = [dollar(f"{{USD: {rate} VND}}"), dong()]
        made = cpaudit.select(plants, "3000 VND", maximise="saving")
        assert ids[0] in chosen(made)
    assert chosen(made) == ["b"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2.500 VND", "N002"),  # two and a half, or two thousand five hundred
        ("many", "N001"),
        ("2 billion", "N015"),
        ("2000", "N009"),
        ("5 t", "S001"),
        ("5 VND/t", "S001"),
        ("-5 VND", "S002"),
    ],
)
def test_what_is_no_budget(text: str, code: str) -> None:
    with pytest.raises(cpaudit.AuditError) as told:
        cpaudit.select([dong()], text)
    assert [said.code.id for said in told.value.diagnostics] == [code]


@pytest.mark.parametrize("text", ["2 tỷ VND", "2 billion VND", "2.000.000.000 VND"])
def test_a_budget_is_written_as_in_a_file(text: str) -> None:
    assert cpaudit.select([dong()], text).budget.value == 2e9


def test_without_scipy_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    plant = dong()
    known = builtins.__import__

    def without(name: str, *others: Any) -> Any:
        if name.startswith("scipy"):
            raise ModuleNotFoundError(name)
        return known(name, *others)

    monkeypatch.setattr(builtins, "__import__", without)
    for ask in (lambda: cpaudit.select([plant], "9 VND"), lambda: cpaudit.frontier([plant], "VND")):
        with pytest.raises(cpaudit.AuditError) as told:
            ask()
        (error,) = told.value.diagnostics
        assert error.code.id == "S004"
        assert 'pip install "cpaudit[select]"' in error.code.hint
