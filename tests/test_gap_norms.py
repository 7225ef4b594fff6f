"""Which benchmark and which norm a plant is compared with, and what is said where there is none."""

from __future__ import annotations

from typing import Any

import pytest

from brewery import BREWERY, compared, gap, norms, said
from cpaudit.language import Language
from cpaudit.report.diagnostics import message_of
from reading import errors, run_text, said_in_full


@pytest.mark.parametrize(
    ("amount", "wanted"),
    [
        ("199999.9 hl", ("2016-small", 306)),
        ("200000 hl", ("2016-medium", 215)),
        ("99999999 l", ("2016-medium", 2150)),  # counted in m3: ten times the 215 MJ/hl
        ("100000001 l", ("2016-large", 1400)),
        ("19999 m3", ("2016-small", 3060)),
        ("100000 hl, capacity: 20 million l", ("2016-medium", 215)),
        ("100000 hl, capacity: 199999 hl/yr", ("2016-small", 306)),
        ("300000 hl, capacity: 100001 m3/yr", ("2016-large", 140)),
    ],
)
def test_norms_of_2019_by_size(amount: str, wanted: tuple[str, float]) -> None:
    text = BREWERY.replace("2023", "2019").replace("100000 hl", amount)
    assert norms(text) == [wanted]
    assert ("L017" in said(gap(text))) == ("capacity" not in amount)


@pytest.mark.parametrize(
    ("period", "wanted", "codes"),
    [
        ("2016", [], ["L021"]),  # the middle is the first of July; the norm begins 2016-11-01
        ("{from: 2016-04, to: 2017-03}", [], ["L021"]),  # the first of October
        ("{from: 2016-05, to: 2017-04}", [("2016-small", 306)], ["L017", "L018"]),
        ("{from: 2020-06, to: 2021-05}", [("2016-small", 306)], ["L017", "L018"]),  # December
        ("{from: 2020-07, to: 2021-06}", [("2021-small", 286)], ["L017", "L018"]),
        ("2023", [("2021-small", 286)], ["L017", "L018"]),
        ("2025", [("2021-small", 286)], ["L017", "L018"]),
        ("2026", [("2021-small", 286)], ["L014", "L017"]),
    ],
)
def test_norms_by_time(period: str, wanted: list[Any], codes: list[str]) -> None:
    text = BREWERY.replace("period: 2023", f"period: {period}")
    assert norms(text) == wanted
    assert said(gap(text)) == codes


STEEL = """\
cpaudit: 1
plant: {name: Smelter, sector: steel, country: VN, currency: VND}
period: 2023
production: [{product: eaf-steel, amount: 10000 t}]
resources:
  electricity: {amount: 5000 MWh, price: 2000 VND/kWh}
"""
# what the energy in bought steam is, by the tonne, nothing tells
STEAM = "  steam: {amount: 900 t, price: 1 million VND/t}\n"


def test_electricity_per_tonne_of_steel() -> None:
    # 350 to 400 kWh/t (worldsteel, BREF) against 500: 1000 and 1500 MWh a year too many
    power = compared(gap(STEEL), "electricity", "eaf-steel")
    assert {name: one.yearly.value for name, one in power.items()} == pytest.approx(
        {"good bref-2013-electricity": 1000, "best bref-2013-electricity": 1500}, rel=1e-9
    )
    assert {one.gap.unit for one in power.values()} == {"MWh/t"}


@pytest.mark.parametrize(
    ("power", "steam", "met", "codes"),
    [
        # Circular 20/2016, 2021 to 2025: 2500 MJ/t; 5000 MWh are 1800, 7000 MWh 2520 MJ/t
        ("5000 MWh", "", True, []),
        ("7000 MWh", "", False, ["L018"]),
        ("5000 MWh", STEAM, None, ["L016"]),
        ("7000 MWh", STEAM, False, ["L016", "L018"]),  # with the steam it is still more
    ],
)
def test_where_use_is_known_in_part_only_too_much_is_certain(
    power: str, steam: str, met: bool | None, codes: list[str]
) -> None:
    made = gap(STEEL.replace("5000 MWh", power) + steam)
    norm = compared(made, "energy", "eaf-steel")["norm norm-2021-eaf"]
    assert (norm.met, said(made)) == (met, codes)
    (actual,) = (one.actual for one in made.subjects if one.subject.name == "energy")
    assert actual.partial is bool(steam)


def test_money_is_left_out_where_a_part_has_no_price() -> None:
    made = gap(STEEL.replace("5000 MWh, price: 2000 VND/kWh", "7000 MWh"))
    norm = compared(made, "energy", "eaf-steel")["norm norm-2021-eaf"]
    # 20 MJ/t of 10 000 t; of 25 200 GJ with 7000 MWh at 0.6592 t/MWh
    assert norm.money is None
    assert norm.co2e.value == pytest.approx(200 / 25_200 * 7000 * 0.6592, rel=1e-6)
    assert said(made) == ["L018", "L020", "L020"]


def test_the_law_of_one_country_is_none_in_another() -> None:
    made = gap(BREWERY.replace("country: VN", "country: TH"))
    assert {one.benchmark.level for one in compared(made).values()} == {"typical", "good", "best"}
    assert not {"L014", "L017", "L018", "L019"} & set(said(made))


def test_a_product_under_another_name() -> None:
    text = BREWERY.replace("product: beer", "product: pils, benchmark: beer")
    found = compared(gap(text), product="pils")
    assert found["norm norm-2021-small"].gap.value == pytest.approx(0.053, rel=1e-9)


@pytest.mark.parametrize(
    ("sector", "benchmark", "known"), [("beer", "wine", "beer"), ("other", "beer", "–")]
)
def test_a_benchmark_that_is_not_there(sector: str, benchmark: str, known: str) -> None:
    text = BREWERY.replace("sector: beer", f"sector: {sector}")
    _, _, found = run_text(text.replace("product: beer", f"product: beer, benchmark: {benchmark}"))
    assert errors(found) == [("L013", 5, 32)]
    assert f"Products with benchmarks: {known}." in said_in_full(found[-1])


NOTHING = {
    "sector": (
        "sector: beer",
        "sector: other",
        ["L010"],
        "no benchmark is known for the sector “other”",
    ),
    "no sector": ("sector: beer, ", "", ["L010"], "no benchmark is known for the sector “other”"),
    "product": ("product: beer", "product: ale", ["L011"], "no benchmark is known for “ale”"),
    "unit": ("100000 hl", "9000 t", ["L012", "L017"], "are per hl, but its amount is in t"),
    "no production": (
        "production:\n  - {product: beer, amount: 100000 hl}\n",
        "",
        ["L015"],
        "no production is written",
    ),
}


@pytest.mark.parametrize(("before", "after", "codes", "words"), NOTHING.values(), ids=NOTHING)
def test_where_nothing_can_be_compared_it_is_said(
    before: str, after: str, codes: list[str], words: str
) -> None:
    assert before in BREWERY
    made = gap(BREWERY.replace(before, after))
    assert said(made) == codes
    assert words in " ".join(message_of(one, Language("en")) for one in made.diagnostics)
    assert [one.comparisons for one in made.subjects if one.comparisons] == []
    # the use per unit of product is shown all the same
    subjects = {"energy", "heat", "electricity", "water", "wastewater", "co2e"}
    assert {one.subject.name for one in made.subjects} == (
        subjects if "L015" not in codes else set()
    )


def test_what_is_compared_but_not_told() -> None:
    made = gap(
        BREWERY.replace("  water: {amount: 60000 m3, price: 10000 VND/m3}\n", "")
        .replace(", water: 9000 m3", "")
        .replace(", water: 50 %", "")
    )
    (note,) = (one for one in made.diagnostics if one.code.id == "L016")
    assert (note.span.line, note.span.column) == (5, 15)
    assert "the plant's water" in message_of(note, Language("en"))
    assert "water" not in {one.subject.name for one in made.subjects}


@pytest.mark.parametrize(
    ("amount", "wanted", "codes"),
    [
        # Circular 24/2017 has printing paper from 10 000 t on
        ("9999 t", [], ["L017", "L019"]),
        ("10000 t", ["paper.norm-2021-printing-medium"], ["L017"]),
        ("9999 t, capacity: 10000 t/yr", ["paper.norm-2021-printing-medium"], []),
    ],
)
def test_a_size_that_the_law_does_not_name(
    amount: str, wanted: list[str], codes: list[str]
) -> None:
    text = STEEL.replace("sector: steel", "sector: paper").replace("eaf-steel", "printing-paper")
    made = gap(text.replace("10000 t", amount))
    energy = compared(made, "energy", "printing-paper").values()
    assert [one.benchmark.id for one in energy if one.benchmark.level == "norm"] == wanted
    assert said(made) == codes
