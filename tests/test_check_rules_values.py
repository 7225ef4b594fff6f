"""The rules of `cpaudit check`: prices, rates, consumption, options. And none ever raises."""

from __future__ import annotations

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpaudit.checks import examine
from cpaudit.language import LANGUAGES, Language
from cpaudit.report.diagnostics import hint_of, message_of
from reading import HEAD, run_text
from test_check_rules import said
from test_never_raises import AUDIT, NASTY, mutants, text_of


def bought(entry: str, head: str = HEAD) -> str:
    return f"{head}resources:\n  {entry}\n"


@pytest.mark.parametrize(
    ("price", "codes"),
    [
        # tariff of 1/6/2014: 869 VND/kWh off-peak at 110 kV to 2735 VND/kWh at the peak below 6 kV
        ("500 VND/kWh", []),
        ("2000 VND/kWh", []),
        ("14 VND/kWh", ["H041"]),
        ("1400 VND/MWh", ["H041"]),
        ("1.4 million VND/kWh", ["H041"]),
        ("1.4 million VND/MWh", []),
        ("0.066 USD/kWh", []),
        ("66 USD/kWh", ["H041"]),
    ],
)
def test_prices_of_electricity(price: str, codes: list[str]) -> None:
    assert said(bought(f"electricity: {{amount: 900 MWh, price: {price}}}")) == codes


@pytest.mark.parametrize(
    ("price", "codes"),
    [
        # 21 120 VND/l on 30/9/2014: up to 63 360 VND/l, down to 7040 VND/l
        ("63300 VND/l", []),
        ("63400 VND/l", ["H040"]),
        ("7050 VND/l", []),
        ("7030 VND/l", ["H040"]),
        ("211 VND/l", ["H041"]),
        ("0 VND/l", []),
    ],
)
def test_prices_of_diesel_are_compared_per_litre(price: str, codes: list[str]) -> None:
    assert said(bought(f"diesel: {{amount: 900 t, price: {price}}}")) == codes


def test_prices_of_other_times_and_countries_are_not_compared() -> None:
    entry = "diesel: {amount: 900 t, price: 900000 VND/l}"
    assert said(bought(entry, HEAD.replace("2014", "2000"))) == []
    assert said(bought(entry, HEAD.replace("country: VN", "country: TH"))) == []


@pytest.mark.parametrize(("price", "codes"), [("500 VND/m3", []), ("0.3 VND/m3", ["H040"])])
def test_water_of_an_own_well_may_be_cheap(price: str, codes: list[str]) -> None:
    # 9000 and 11 615 VND/m3 are known; a thirtieth of the first is 300 VND/m3
    assert said(bought(f"water: {{amount: 900 m3, price: {price}}}")) == codes


@pytest.mark.parametrize(
    ("rate", "codes"),
    [
        # 21 148 VND/USD in 2014: 20 % less is 16 918.4, 20 % more 25 377.6
        ("16919 VND", []),
        ("16918 VND", ["H002"]),
        ("25377 VND", []),
        ("25378 VND", ["H002"]),
    ],
)
def test_a_rate_of_another_year(rate: str, codes: list[str]) -> None:
    head = HEAD + f"exchange_rates: {{USD: {rate}}}\n"
    assert said(bought("chemical: {amount: 900 t, price: 90 USD/t}", head)) == codes


def test_a_rate_is_compared_in_either_direction() -> None:
    # 1 / 21 148 = 0.000 047 286 USD for a VND; 20 % less is 0.000 037 829
    head = HEAD.replace("currency: VND", "currency: USD")
    for rate, codes in (("0.00003783", []), ("0.00003782", ["H002"])):
        rates = f"{head}exchange_rates: {{VND: {rate} USD}}\n"
        assert said(bought("chemical: {amount: 900 t, price: 1 million VND/t}", rates)) == codes


def test_prices_are_compared_in_the_currency_of_the_audit() -> None:
    head = HEAD.replace("currency: VND", "currency: USD")
    # 21 120 VND/l are 0.9987 USD/l by the average of 2014
    for price, codes in (("2.99", []), ("3.01", ["H040"]), ("0.01", ["H041"])):
        assert said(bought(f"diesel: {{amount: 900 t, price: {price} USD/l}}", head)) == codes


ENERGY = """\
  coal: {kind: anthracite, amount: 9 t, price: 1 million VND/t, ncv: 25 GJ/t}
  natural_gas: {amount: 9000 Nm3, price: PRICE, ncv: 40 MJ/Nm3}
  firewood: {amount: 9 t, price: 1 VND/t}
"""


# coal 40 000 VND/GJ: thirty times as much for gas are 1.2 million VND/GJ, 48 000 VND/Nm3
@pytest.mark.parametrize(
    ("price", "codes"),
    [("48000 VND/Nm3", []), ("48100 VND/Nm3", ["H042"]), ("53 VND/Nm3", ["H042"])],
)
def test_energy_prices_within_an_audit(price: str, codes: list[str]) -> None:
    head = HEAD.replace("country: VN", "country: TH")
    assert said(f"{head}resources:\n{ENERGY.replace('PRICE', price)}") == codes


def cloth(electricity: str, rest: str = "") -> str:
    head = HEAD.replace("country", "sector: textile, country")
    made = f"production:\n  - {{product: knitted-fabric, amount: 100 t}}\n{rest}"
    return (
        f"{head}{made}resources:\n  electricity: {{amount: {electricity}, price: 1400 VND/kWh}}\n"
    )


@pytest.mark.parametrize(
    ("electricity", "codes"),
    [
        # 1 to 6 kWh/kg, middle 3.5: 100 t take up to 3 · 600 MWh and down to 100 MWh / 3
        ("1800 MWh", []),
        ("1810 MWh", ["H050"]),
        ("34 MWh", []),
        ("33 MWh", ["H051"]),
        ("3500 MWh", ["H051"]),
        ("350 GWh", ["H051"]),
    ],
)
def test_use_per_tonne_of_cloth(electricity: str, codes: list[str]) -> None:
    assert said(cloth(electricity)) == codes


def test_the_use_of_a_whole_plant_is_not_held_against_one_product() -> None:
    other = "  - {product: socks, amount: 900 t}\n"
    assert said(cloth("3500 MWh", other)) == []


OPTION = """\
options:
  - {{id: a, class: {kind}, saves: {{water: {saves}}}, investment: {investment}, lifetime: 5 yr}}
"""


def option(kind: str, saves: str, investment: str) -> str:
    text = OPTION.format(kind=kind, saves=saves, investment=investment)
    return bought("water: {amount: 1000 m3, price: 12000 VND/m3}") + text


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        # 10 % of 1000 m3 at 12 000 VND are 1.2 million VND a year, 100 000 VND a month
        (option("recycling", "10 %", "100001 VND"), []),
        (option("recycling", "10 %", "99999 VND"), ["H060"]),
        (option("recycling", "10 %", "0 VND"), []),
        (option("technology-change", "10 %", "0 VND"), ["H062"]),
        (option("good-housekeeping", "60 %", "9 million VND"), []),
        (option("good-housekeeping", "60.1 %", "9 million VND"), ["H063"]),
        (option("good-housekeeping", "601 m3", "9 million VND"), ["H063"]),
        (option("recycling", "61 %", "9 million VND"), []),
    ],
)
def test_options_that_a_reviewer_asks_about(text: str, codes: list[str]) -> None:
    assert said(text) == codes


@pytest.mark.parametrize(
    ("rate", "codes"), [("1.9 %", ["H061"]), ("2 %", []), ("40 %", []), ("41 %", ["H061"])]
)
def test_unusual_discount_rates(rate: str, codes: list[str]) -> None:
    text = bought("water: {amount: 9 m3, price: 9000 VND/m3}")
    assert said(f"{text}finance: {{discount_rate: {rate}}}\n") == codes


def full() -> dict[str, object]:
    """The audit of the tests of mutation, with sub-meters and boilers."""
    audit = copy.deepcopy(AUDIT)
    resources = audit["resources"]
    assert isinstance(resources, dict)
    resources["electricity"]["submeters"] = {"dyeing": "3200 MWh", "rest": "{value: 9 GWh}"}
    boilers = {
        "one": {"fuels": {"coal": "60 %"}, "steam": "8000 t", "enthalpy": "2.66 GJ/t"},
        "two": {"fuels": {"coal": "900 t", "diesel": "21000 l"}, "heat": "36000 GJ", "name": "A"},
    }
    return {**audit, "boilers": boilers}


def check_can_be_said(text: str) -> None:
    """Rules answer every audit that is assessed, and what they say has words."""
    assessment = run_text(text)[1]
    for one in examine(assessment) if assessment is not None else []:
        for language in map(Language, LANGUAGES):
            for words in (message_of(one, language), hint_of(one, language)):
                assert words
                assert "…" not in words.replace("investment: …", "").replace("đầu tư: …", "")


def test_the_audit_that_is_mutated_is_answered_by_the_rules() -> None:
    assert {"H021", "H033"} & set(said(text_of(full())))


@pytest.mark.parametrize("nasty", [None, *NASTY.replace("\n", "").split("|")[::3]])
def test_rules_never_raise(nasty: str | None) -> None:
    for mutant in mutants(full(), nasty):
        check_can_be_said(text_of(mutant))


amounts = st.sampled_from(["0", "0.000000000000001", "7", "1e", "900000000000000000"])


@given(amounts, amounts, amounts, amounts)
@settings(max_examples=60, deadline=None, database=None)
def test_rules_answer_any_size(coal: str, heat: str, price: str, water: str) -> None:
    check_can_be_said(
        f"{HEAD}production: [{{product: cloth, amount: 5 t}}]\nresources:\n"
        f"  coal: {{amount: {coal} t, price: {price} VND/t}}\n"
        f"  water: {{amount: {water} m3, price: 1 VND/m3, submeters: {{a: {heat} m3}}}}\n"
        f"boilers:\n  b: {{fuels: {{coal: 50 %}}, heat: {heat} GJ}}\n"
    )
