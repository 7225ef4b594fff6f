"""Legal status: which thresholds of the law there are, and on which side of them the plant is."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import pytest
from rich.console import Console

from cpaudit.engine.law import duties_of
from cpaudit.language import LANGUAGES, Language
from cpaudit.report.blocks import Table
from cpaudit.report.renderers.json import assessment_json
from cpaudit.report.renderers.terminal import render
from cpaudit.report.views.assessment import assessment_view
from reading import assessed

PLANT = """\
cpaudit: 1
plant: {name: Mill, country: VN, currency: VND}
period: 2023
resources:
  electricity: {amount: 7000 MWh, price: 2000 VND/kWh}
"""
STEAM = "  steam: {amount: 900 t, price: 1 million VND/t}\n"
OPTIONS = """\
options:
  - {id: motors, saves: {electricity: 500 MWh}}
  - {id: chiller, saves: {electricity: 500 MWh}}
  - {id: oven, saves: {electricity: -100 MWh}}
packages: {one: [motors], two: [motors, chiller], more: [motors, oven]}
"""


def duties(text: str) -> dict[str, Any]:
    """Every duty of the plant by its id."""
    return {duty.threshold.id: duty for duty in duties_of(assessed(text))}


def plant(resources: str, period: str = "2023") -> str:
    before, _, _ = PLANT.replace("2023", period).partition("  electricity")
    return f"{before}  {resources}\n"


@pytest.mark.parametrize(
    ("resources", "toe", "reached"),
    [
        # Decree 21/2011, Art. 6: from 1000 TOE a year; 0.1543 TOE/MWh, official letter 3505
        ("electricity: {amount: 6480.88 MWh}", 999.999784, False),
        ("electricity: {amount: 6480.89 MWh}", 1000.001327, True),
        # 0.5 TOE/t of coal dust no. 5: the limit itself
        ("coal: {kind: cam_5, amount: 2000 t}", 1000, True),
        ("coal: {kind: cam_5, amount: 1999.9 t}", 999.95, False),
        # 277.74 TOE and 0.7 TOE/t of coal dust no. 1, 722.26 TOE: 1000 without a remainder
        ("electricity: {amount: 1800 MWh}\n  coal: {kind: cam_1, amount: 1031.8 t}", 1000, True),
    ],
)
def test_a_key_energy_user_uses_a_thousand_toe(resources: str, toe: float, reached: bool) -> None:
    found = duties(plant(resources))
    for id in ("key-energy-user", "ghg-inventory-energy"):
        duty = found[id]
        assert (duty.threshold.limit.value, duty.threshold.limit.unit) == (1000, "TOE")
        assert duty.today.value == pytest.approx(toe, rel=1e-9)
        assert duty.reached(duty.today) is reached


@pytest.mark.parametrize(
    ("amount", "factor", "reached"),
    [
        # Decree 06/2022, Art. 6: from 3000 t CO2e; 0.6592 t/MWh in 2023
        ("4550.9 MWh", "", False),  # 2999.95 t
        ("4551 MWh", "", True),  # 3000.02 t
        ("6000 MWh", ", grid_factor: 0.5 t/MWh", True),
        ("5999 MWh", ", grid_factor: 0.5 t/MWh", False),
    ],
)
def test_an_inventory_of_greenhouse_gases_from_three_thousand_tonnes(
    amount: str, factor: str, reached: bool
) -> None:
    duty = duties(plant(f"electricity: {{amount: {amount}{factor}}}"))["ghg-inventory"]
    assert (duty.threshold.limit.value, duty.threshold.limit.unit) == (3000, "tCO2e")
    assert duty.reached(duty.today) is reached


BY_ENERGY = ["key-energy-user"]
ALL = ["key-energy-user", "ghg-inventory", "ghg-inventory-energy"]


@pytest.mark.parametrize(
    ("period", "wanted"),
    [
        ("2008", []),
        ("2010", []),
        ("{from: 2010-06, to: 2011-05}", []),  # the middle is the first of December 2010
        ("2011", BY_ENERGY),
        ("2021", BY_ENERGY),
        ("{from: 2021-07, to: 2022-06}", BY_ENERGY),  # six days before Decree 06/2022
        ("{from: 2021-08, to: 2022-07}", ALL),
        ("2022", ALL),
        ("2025", ALL),
        ("2026", ALL),
    ],
)
def test_thresholds_by_date(period: str, wanted: list[str]) -> None:
    assert list(duties(PLANT.replace("2023", period))) == wanted


def test_what_nobody_has_read_is_marked() -> None:
    for year, is_read in (("2025", True), ("2026", False)):
        assessment = assessed(PLANT.replace("2023", year))
        listed = [s.values["factors"] for s in assessment.diagnostics if s.code.id == "P011"]
        assert ("law.VN.key-energy-user.2026" in "".join(listed)) is not is_read


@pytest.mark.parametrize("country", ["TH", "KH", "DE"])
def test_other_countries_have_no_thresholds_here(country: str) -> None:
    assessment = assessed(PLANT.replace("country: VN", f"country: {country}"))
    assert duties_of(assessment) == ()
    view = assessment_view(assessment, Language("en"))
    assert "Legal status" not in [block.title for block in view if isinstance(block, Table)]


def test_before_and_after_each_package() -> None:
    duty = duties(PLANT + OPTIONS)["key-energy-user"]
    # 7000 MWh, then 6500, 6000 and 6600
    wanted = {"one": 1002.95, "two": 925.8, "more": 1018.38}
    assert duty.today.value == pytest.approx(1080.1, rel=1e-9)
    assert {id: one.value for id, one in duty.after.items()} == pytest.approx(wanted, rel=1e-9)
    reached = {id: duty.reached(one) for id, one in duty.after.items()}
    assert reached == {"one": True, "two": False, "more": True}


def test_an_option_can_make_a_plant_a_key_energy_user() -> None:
    text = PLANT.replace("7000", "6400") + OPTIONS.replace("[motors, oven]", "[oven]")
    duty = duties(text)["key-energy-user"]
    # 987.52 and 1002.95 TOE
    assert (duty.reached(duty.today), duty.reached(duty.after["more"])) == (False, True)


@pytest.mark.parametrize(("amount", "reached"), [("7000 MWh", True), ("6000 MWh", None)])
def test_a_part_that_is_known_decides_only_above_the_limit(
    amount: str, reached: bool | None
) -> None:
    text = PLANT.replace("7000 MWh", amount) + STEAM + OPTIONS
    duty = duties(text)["key-energy-user"]
    assert duty.today.partial
    assert duty.reached(duty.today) is reached
    # after 1000 MWh less it is below in both cases: not known, and not "no"
    assert duty.reached(duty.after["two"]) is None


def test_where_nothing_is_told_nothing_is_known() -> None:
    duty = duties(plant(STEAM.strip()))["key-energy-user"]
    assert (duty.today, duty.reached(duty.today)) == (None, None)


def printed(text: str) -> str:
    view = assessment_view(assessed(text), Language("en"))
    written = io.StringIO()
    tables = [one for one in view if isinstance(one, Table) and one.title == "Legal status"]
    render(tables, Console(file=written, width=80))
    return "".join(f"{line.rstrip()}\n" for line in written.getvalue().splitlines())


def test_the_report_tells_limit_status_and_duty() -> None:
    text = printed(PLANT + OPTIONS)
    numbers = re.search(r"Key energy user +(.*)\n.*?TOE table +(.*)\n", text)
    assert numbers[1].split("  ")[0] == "1,000 TOE"
    assert re.findall(r"1,080|1,003|926|1,018", numbers[1]) == ["1,080", "1,003", "926", "1,018"]
    assert numbers[2].split() == ["yes", "yes", "no", "yes"]
    assert "energy audit every 3 years" in " ".join(text.split())
    assert "Decree 06/2022/ND-CP" in text
    assert max(map(len, text.splitlines())) <= 80
    small = printed(PLANT.replace("7000", "70"))
    assert "energy audit every 3 years" not in " ".join(small.split())
    assert small.count("no\n") == 3
    unknown = printed(PLANT.replace("7000", "70") + STEAM)
    assert unknown.count("not known\n") == 3


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_document(lang: str) -> None:
    text = assessment_json(assessed(PLANT + OPTIONS), Language(lang))
    key, inventory, _ = json.loads(text, parse_constant=pytest.fail)["law"]
    assert (key["id"], key["from"], key["to"]) == ("key-energy-user", "2011", "2025")
    assert (key["limit"]["value"], key["limit"]["unit"]) == (1000, "TOE")
    assert key["today"]["reached"] is True
    assert key["today"]["figure"]["value"] == pytest.approx(1080.1, rel=1e-9)
    assert {id: one["reached"] for id, one in key["packages"].items()} == {
        "one": True,
        "two": False,
        "more": True,
    }
    assert "Circular 25/2020/TT-BCT" in key["duty"]["en"]
    assert "Thông tư 25/2020/TT-BCT" in key["duty"]["vi"]
    assert (inventory["from"], inventory["to"]) == ("2022-01-07", None)
