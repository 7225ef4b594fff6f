"""What the rules of `cpaudit check` take from elsewhere: the library, bills, and their page."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from cpaudit import load
from cpaudit.checks import examine
from cpaudit.checks.rules import RULES, RULES_OF_LIBRARY
from cpaudit.diagnostics import registered_codes
from cpaudit.factors import default_library, library_with
from cpaudit.factors.boilers import boiler_defaults
from cpaudit.factors.references import reference_prices
from cpaudit.steps import assess
from reading import assessed, value
from test_check_rules import boiler, power, said

LIBRARY = default_library()
PAGE = (Path(__file__).parents[1] / "docs" / "check-rules.md").read_text(encoding="utf-8")
EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.mark.parametrize(
    ("resource", "day", "years", "ids"),
    [
        # the notices nearest to 2016 are of 2014
        ("diesel", date(2016, 7, 1), 5, {"price.VN.diesel-2014"}),
        ("diesel", date(2018, 7, 1), 5, {"price.VN.diesel-2014", "price.VN.diesel-2022"}),
        ("diesel", date(2009, 7, 1), 5, {"price.VN.diesel-2014"}),
        ("diesel", date(2008, 7, 1), 5, set()),
        ("diesel", date(2008, 7, 1), 6, {"price.VN.diesel-2014"}),
        ("malt", date(2014, 7, 1), 5, set()),
    ],
)
def test_the_nearest_prices_are_taken(resource: str, day: date, years: int, ids: set[str]) -> None:
    found = reference_prices(LIBRARY, "VN", {resource}, day, years)
    assert {one.id for one in found} == ids


@pytest.mark.parametrize(
    ("day", "start"),
    [
        (date(2009, 7, 1), "2009-03-01"),
        (date(2010, 2, 28), "2009-03-01"),
        (date(2010, 3, 1), "2010-03-01"),
        # before the first one that is known
        (date(2006, 7, 1), "2009-03-01"),
    ],
)
def test_the_tariff_in_force_is_taken(day: date, start: str) -> None:
    found = reference_prices(LIBRARY, "VN", {"electricity"}, day, 5)
    assert {one.start for one in found} == {start}
    assert len(found) > 4


def test_a_country_without_prices_has_none() -> None:
    assert reference_prices(LIBRARY, "XX", {"diesel", "electricity"}, date(2014, 7, 1), 50) == []


@pytest.mark.parametrize(
    ("resource", "old", "new"),
    [
        ("coal", 0.80, 0.85),
        ("fuel_oil", 0.85, 0.90),
        ("natural_gas", 0.87, 0.92),
        ("firewood", 0.80, 0.85),
    ],
)
def test_defaults_of_boilers(resource: str, old: float, new: float) -> None:
    found = boiler_defaults(LIBRARY, resource)
    assert found is not None
    assert (found.old.value, found.new.value) == (pytest.approx(old), pytest.approx(new))
    assert not found.old.confirmed  # nobody has read the table yet
    assert boiler_defaults(LIBRARY, "electricity") is None


def test_a_folder_of_ones_own_goes_before_the_library(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    rows = "rows: {coal-new: {value: 97 %, source: cdm-tool-09, confirmed: true}}\n"
    (tmp_path / "tables" / "boiler-efficiency.yaml").write_text(rows, encoding="utf-8")
    # 24 000 GJ of 25 000 GJ: 96 %, more than 85 % and five points, less than 97 % and five
    assessment = assessed(boiler("fuels: {coal: 1000 t}, heat: 24000 GJ"))
    assert [one.code.id for one in examine(assessment)] == ["H031"]
    assert examine(assessment, library_with(tmp_path)) == []


def test_submeters_and_boilers_out_of_bills(tmp_path: Path) -> None:
    rows = "".join(f"2014-{month:02},{10 * month},100\n" for month in range(1, 13))
    (tmp_path / "meters.csv").write_text(f"month,dyeing (MWh),coal (t)\n{rows}", encoding="utf-8")
    meters = power("dyeing: {csv: meters.csv, column: dyeing (MWh)}, rest: 200 MWh")
    burnt = "  coal: {kind: anthracite, amount: 1200 t, price: 1.9 million VND/t, ncv: 25 GJ/t}\n"
    text = (
        f"{meters}{burnt}boilers:\n  b: {{fuels: {{coal: {{csv: meters.csv, column: coal (t)}}}},"
    )
    (tmp_path / "plant.yaml").write_text(f"{text} heat: 24000 GJ}}\n", encoding="utf-8")
    assessment = assess(load(tmp_path / "plant.yaml"))
    # 10 + 20 + … + 120 = 780 MWh and 200 MWh of 1000 MWh; 24 000 GJ / (1200 t · 25 GJ/t)
    assert [one.code.id for one in examine(assessment)] == []
    assert value(assessment, "boilers.b.efficiency") == pytest.approx(0.8, rel=1e-12)


def test_a_share_is_told_at_its_own_place() -> None:
    text = boiler("fuels: {coal: 60 %}, heat: 12000 GJ")
    more = text + "  b2: {fuels: {coal: 45 %}, heat: 9000 GJ}\n"
    assert said(more) == ["H033"]
    (told,) = examine(assessed(more))
    assert told.span is not None
    assert told.span.source.line(told.span.line)[told.span.column - 1 :].startswith("60 %")
    assert told.other is not None
    assert told.other.line == 5


def test_every_rule_stands_in_its_page_with_its_level() -> None:
    rows = dict(re.findall(r"^\| ([HX]\d{3}) \| (\w+) \|", PAGE, re.MULTILINE))
    rules = {code.id: code.level.value for code in registered_codes() if code.id[0] == "H"}
    mistakes = {id for id, level in rules.items() if level == "error"}
    assert mistakes == {f"H{number:03}" for number in range(80, 85)}
    expected = {id: level for id, level in rules.items() if id not in mistakes}
    assert rows == {**expected, "X009": "warning"}


def test_no_rule_is_in_both_lists() -> None:
    assert len({*RULES, *RULES_OF_LIBRARY}) == len(RULES) + len(RULES_OF_LIBRARY)


@pytest.mark.parametrize(
    "path",
    [*sorted(EXAMPLES.glob("*.yaml")), EXAMPLES / "bills" / "plant.yaml"],
    ids=lambda path: path.stem,
)
def test_no_example_is_warned_of(path: Path) -> None:
    found = examine(assess(load(path)))
    assert [one.code.id for one in found if one.code.level.value != "note"] == []
    comments = "\n".join(line for line in path.read_text("utf-8").splitlines() if "#" in line)
    assert {one.code.id for one in found if one.code.id not in comments} == set()
