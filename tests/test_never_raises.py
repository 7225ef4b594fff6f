"""Nothing in a file makes the program raise: random texts and bytes, mutated audits."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpaudit.language import Language
from cpaudit.report.renderers.json import assessment_json
from cpaudit.report.views.assessment import assessment_view
from reading import WATER, errors, places, run_text, said_in_full


def check_is_answered(text: str | bytes) -> None:
    """There is an assessment, or an error that says why not; and everything can be said."""
    _, assessment, found = run_text(text)
    assert (assessment is None) == bool(errors(found))
    for said in found:
        said_in_full(said)
    if assessment is not None:
        for language in map(Language, ("vi", "en")):
            assert assessment_view(assessment, language)
            assert assessment_json(assessment, language)


AUDIT = {
    "cpaudit": "1",
    "plant": {"name": "Mill", "sector": "textile", "country": "VN", "currency": "VND"},
    "period": {"from": "2014-01", "to": "2014-12"},
    "exchange_rates": {"USD": "21000 VND"},
    "gwp": "AR5",
    "production": [{"product": "cloth", "amount": "5200 t", "share": "60 %"}],
    "resources": {
        "electricity": {"amount": "7054 MWh", "price": "895 VND/kWh", "grid_factor": "0.6 t/MWh"},
        "coal": {
            "kind": "anthracite",
            "amount": {"value": "19 kt", "source": "bills", "uncertainty": "2 %"},
            "price": "1.25 million VND/t",
            "ncv": "23 GJ/t",
            "ash": "30 %",
            "so2_removal": "50 %",
        },
        "diesel": {"amount": "21000 l", "price": "0.9 USD/l", "density": "0.84 kg/l"},
        "water": {"amount": "1057242 m3", "price": "4500 VND/m3"},
    },
    "discharges": {
        "wastewater": {"amount": "950000 m3", "COD": "450 mg/L", "treatment": "3 VND/l"}
    },
    "options": [
        {
            "id": "a",
            "class": "recycling",
            "saves": {"coal": "8 %", "water": "12000 m3", "electricity": "-15 MWh"},
            "investment": "350 million VND",
            "operating_cost": "20 million VND/yr",
            "lifetime": "10 yr",
            "flows": {"3": "-2 VND"},
            "salvage": "9 VND",
            "replacement": {"4": "7 VND"},
            "working_capital": "5 VND",
            "delay": "1 yr",
            "depreciation": "6 yr",
        },
        {
            "id": "b",
            "saves": {"wastewater.COD": "5 %"},
            "requires": ["a"],
            "lifetime": "4.5 yr",
            "investment": {"0": "6 VND", "1": "5 VND"},
        },
    ],
    "packages": {"both": ["a", "b"], "first": ["a"]},
    "finance": {
        "discount_rate": "12 %",
        "tax_rate": "28 %",
        "inflation": "4 %",
        "escalation": {"all": "3 %"},
        "depreciation": {"1": "60 %", "2": "40 %"},
        "loan": {"share": "70 %", "rate": "9 %", "term": "5 yr", "grace": "1 yr"},
        "grant": {"share": "10 %", "year": "1"},
        "guarantee": {"share": "50 %", "fee": "1 %"},
        "esco": {"share": "60 %", "term": "2 yr"},
    },
    "expect": [{"figure": "packages.both.saving", "value": "1 VND", "within": "1 %"}],
}
# values, and below parts of YAML, each between two bars
NASTY = """
0|-1|1.234|1e400|.nan|999999999999999999 t|-999999999999999999 m3|0.000000000000001 kg|1 %|-500 %|
100 %|0 VND|0 yr|59.999 yr|0.001 yr|5 GJ/t|0.000000000000001 J/kt|NO|12:30|0b_|~|""|" "|[]|{}|[[]]|
{a: }|{value: }|[a, a]|{from: 2014-01}|&x [*x]|*x|!!binary x|? x|"\\0"|"\\u2028"|ắ|=1+1|%|/|- -|1 1|
1980|VND|1 VND/VND|5 USD/kWh|2 m3/yr
"""
TOKENS = """
plant|resources|options|amount|price|a|- |: |:|\n|  |    |\t|{|}|[|]|, |&a |*a|!!str |!x |'|\"|
| \n|> |#|---\n|...\n|%YAML 1.1\n|<<: |? |~|5 t|1.234|NO|010|0x_|m3|ấ|\ufeff|\u2028|\x85|\r|\\
"""


def written(value: object) -> str:
    """Data as YAML flow text; scalars are put in as they are."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {written(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return str(value)


def mutants(value: object, nasty: str | None) -> Iterator[object]:
    """The data with each part in turn replaced by `nasty`, or left out."""
    if isinstance(value, dict):
        for key, part in value.items():
            if nasty is None:
                yield {other: value[other] for other in value if other != key}
            else:
                yield value | {key: nasty}
            yield from (value | {key: mutant} for mutant in mutants(part, nasty))
    if isinstance(value, list):
        for index, part in enumerate(value):
            yield value[:index] + [nasty] * (nasty is not None) + value[index + 1 :]
            for mutant in mutants(part, nasty):
                yield [*value[:index], mutant, *value[index + 1 :]]


def text_of(audit: object) -> str:
    assert isinstance(audit, dict)
    return "".join(f"{key}: {written(value)}\n" for key, value in audit.items())


def test_the_audit_that_is_mutated_is_valid() -> None:
    assert not errors(run_text(text_of(AUDIT))[2])


@pytest.mark.parametrize("nasty", [None, *NASTY.replace("\n", "").split("|")])
def test_mutated_audits_are_answered(nasty: str | None) -> None:
    for mutant in mutants(AUDIT, nasty):
        check_is_answered(text_of(mutant))


HUGE = "900000000000000000"


@pytest.mark.parametrize(
    "unit", ["t", "m3", "MWh", "VND/t", "VND/m3", "VND/kWh", "million VND", "VND"]
)
def test_huge_amounts_and_prices_are_answered(unit: str) -> None:
    for mutant in mutants(AUDIT, f"{HUGE} {unit}"):
        check_is_answered(text_of(mutant))


@pytest.mark.parametrize("price", ["4500 VND/m3", f"{HUGE} VND/m3"])
def test_a_huge_amount_at_a_huge_price_is_shown(price: str) -> None:
    text = WATER.replace("900 m3", f"{HUGE} m3").replace("4500 VND/m3", price)
    option = (
        f"options: [{{id: a, saves: {{water: 8 %}}, investment: {HUGE} VND, lifetime: 9 yr}}]\n"
    )
    for finance in ("", "finance: {discount_rate: 12 %, tax_rate: 20 %}\n"):
        check_is_answered(text + option + finance)
        assert run_text(text + option + finance)[1] is not None


def test_a_long_number_of_another_base_is_told() -> None:
    text = WATER.replace("Mill", "0x" + 60 * "F")
    check_is_answered(text)
    assert places(run_text(text)[2]) == [("Y014", 2, 15)]


MANY = {
    "unknown keys": "".join(f"key{number}: 1\n" for number in range(20_000)),
    "unknown keys of a part": "finance:\n" + "".join(f"  k{n}: 1\n" for n in range(20_000)),
    "nameless resources": "".join(f"  r{number}: 1\n" for number in range(20_000)),
    "repeats of one key": "colour: red\n" * 20_000,
}


@pytest.mark.parametrize("name", list(MANY))
def test_twenty_thousand_mistakes_come_to_an_end(name: str) -> None:
    _, assessment, found = run_text(WATER + MANY[name])
    assert assessment is None
    assert 200 <= len(found) <= 210
    assert "K018" in {said.code.id for said in found}


soup = st.sampled_from(TOKENS[1:-1].split("|"))


@given(st.lists(soup, max_size=40).map("".join))
@settings(max_examples=300, deadline=None, database=None)
def test_yaml_like_soup_is_answered(text: str) -> None:
    check_is_answered(text)
    check_is_answered(WATER + text)


@given(st.binary(max_size=60))
@settings(max_examples=200, deadline=None, database=None)
def test_random_bytes_are_answered(data: bytes) -> None:
    check_is_answered(data)
    check_is_answered(WATER.encode() + data)


@given(st.text(max_size=30))
@settings(max_examples=200, deadline=None, database=None)
def test_random_text_is_answered(text: str) -> None:
    check_is_answered(text)
    check_is_answered(WATER.replace("900 m3", text))
    check_is_answered(WATER.replace("Mill", text))


@given(st.lists(soup, max_size=6).map("".join), st.data())
@settings(max_examples=300, deadline=None, database=None)
def test_soup_in_the_middle_of_an_audit_is_answered(text: str, data: st.DataObject) -> None:
    whole = text_of(AUDIT)
    start = data.draw(st.integers(0, len(whole)))
    end = start + data.draw(st.integers(0, 20))
    check_is_answered(whole[:start] + text + whole[end:])
