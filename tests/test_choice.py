"""Which value of several is taken: by region, by date, by year; and what the output says of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cpaudit.engine.law import duties_of
from cpaudit.factors import Library, default_library, library_with
from cpaudit.factors.choice import ELSEWHERE, EVERYWHERE, NEIGHBOUR, OWN_COUNTRY, REGION
from cpaudit.factors.dates import first_day, last_day
from cpaudit.factors.law import charge_of, thresholds_of
from cpaudit.factors.sectors import benchmarks_of
from cpaudit.figure import IPCC
from reading import HEAD, assessed, places, run_text, value

LIBRARY = default_library()
CODES = {"R013", "R015", "R016", "R029", "R031"}
ROWS = {
    "TH": "{value: 0.81 kg/l, region: TH, source: mine, confirmed: true}",
    "south-east-asia": "{value: 0.82 kg/l, region: south-east-asia, source: mine, confirmed: true}",
    "IN": "{value: 0.83 kg/l, region: IN, source: mine, confirmed: true}",
    "": "{value: 0.84 kg/l, source: mine, confirmed: true}",
    "ipcc": "{value: 0.85 kg/l, source: ipcc-2006, confirmed: true}",
}


def with_densities(folder: Path, *regions: str) -> Library:
    """The library with several densities of diesel oil, in this order."""
    rows = "".join(f"  - {ROWS[region]}\n" for region in regions)
    (folder / "fuels").mkdir()
    (folder / "fuels/diesel.yaml").write_text(f"density:\n{rows}", encoding="utf-8")
    (folder / "sources.yaml").write_text("mine: {title: My own}\n", encoding="utf-8")
    return library_with(folder)


@pytest.mark.parametrize(
    ("country", "regions", "wanted"),
    [
        ("TH", ["", "IN", "south-east-asia", "TH"], (0.81, OWN_COUNTRY)),
        ("KH", ["", "IN", "TH", "south-east-asia"], (0.82, REGION)),
        ("ZW", ["IN", "TH", "south-east-asia", ""], (0.84, EVERYWHERE)),
        ("ZW", ["IN", "TH", "ipcc"], (0.85, IPCC)),
        # of two neighbours the one of the same region, though it stands behind
        ("KH", ["IN", "TH"], (0.81, NEIGHBOUR)),
        ("ZW", ["IN", "TH"], (0.83, ELSEWHERE)),
    ],
)
def test_the_nearest_value_is_taken_and_why(
    country: str, regions: list[str], wanted: tuple[float, str], tmp_path: Path
) -> None:
    found = with_densities(tmp_path, *regions).fuel_factor("diesel", "density", country)
    assert (found.factor.value, found.reason) == wanted


def test_reasons_of_the_values_that_ship() -> None:
    reasons = {
        (fuel, key, country): LIBRARY.fuel_factor(fuel, key, country).reason
        for fuel, key in (("anthracite", "ncv"), ("lpg", "density"), ("diesel", "density"))
        for country in ("VN", "TH")
    }
    assert reasons == {
        ("anthracite", "ncv", "VN"): IPCC,
        ("anthracite", "ncv", "TH"): IPCC,
        ("lpg", "density", "VN"): EVERYWHERE,
        ("lpg", "density", "TH"): EVERYWHERE,
        ("diesel", "density", "VN"): OWN_COUNTRY,
        ("diesel", "density", "TH"): NEIGHBOUR,
    }


def test_a_table_of_law_counts_in_its_own_country_alone() -> None:
    text = HEAD + "resources: {coal: {kind: coke, amount: 100 t}, electricity: {amount: 100 MWh}}\n"
    # letter 3505: 0.725 TOE/t and 0.1543 TOE/MWh
    assert value(assessed(text), "baseline.toe") == pytest.approx(72.5 + 15.43, rel=1e-12)
    thai = assessed(text.replace("VN,", "TH,"))
    # by energy: 28.2 GJ/t of 41.868 GJ/TOE, and 0.086 TOE/MWh
    assert value(thai, "baseline.toe") == pytest.approx(2820 / 41.868 + 8.6, rel=1e-12)
    assert duties_of(thai) == ()
    for fuel in LIBRARY.files.ids("fuels"):
        assert LIBRARY.fuel_factor(fuel, "toe", "TH") is None
        assert LIBRARY.fuel_factor(fuel, "toe_volume", "TH") is None


def test_a_date_that_is_written_in_part_is_all_of_it() -> None:
    assert (first_day("2021"), last_day("2021")) == (date(2021, 1, 1), date(2021, 12, 31))
    assert (first_day("2024-02"), last_day("2024-02")) == (date(2024, 2, 1), date(2024, 2, 29))
    assert first_day("2024-02-03") == last_day("2024-02-03") == date(2024, 2, 3)


@pytest.mark.parametrize(
    ("id", "before", "first"),
    [
        ("vn-wastewater", None, "2017-01-01"),
        ("vn-wastewater", "2017-01-01", "2020-07-01"),  # Decree 53/2020
        ("vn-wastewater", "2020-07-01", "2021-01-01"),
        ("vn-wastewater", "2021-01-01", "2026-01-01"),  # Decree 346/2025
        ("vn-power-factor", None, "2006-10-27"),
        ("vn-power-factor", "2006-10-27", "2014-12-10"),  # Circular 15/2014
        ("vn-fuel-tax", "2019-01-01", "2022-07-11"),  # Resolution 20/2022
        ("vn-fuel-tax", "2022-07-11", "2023-01-01"),
        ("vn-air", None, "2025-01-05"),  # Decree 153/2024
    ],
)
def test_a_law_begins_on_its_first_day_and_not_a_day_before(
    id: str, before: str | None, first: str
) -> None:
    day = date.fromisoformat(first)
    earlier = charge_of(LIBRARY, id, date.fromordinal(day.toordinal() - 1))
    assert (earlier.start if earlier else None) == before
    assert charge_of(LIBRARY, id, day).start == first


def test_a_law_that_has_ended_counts_no_more() -> None:
    assert charge_of(LIBRARY, "vn-fuel-tax", date(2026, 12, 31)).start == "2023-01-01"
    assert charge_of(LIBRARY, "vn-fuel-tax", date(2027, 1, 1)) is None
    starts = {
        day: [(one.id, one.start) for one in thresholds_of(LIBRARY, "VN", day)]
        for day in (date(2010, 12, 31), date(2022, 1, 6), date(2025, 12, 31), date(2026, 1, 1))
    }
    user, gas = "key-energy-user", [("ghg-inventory", "2022-01-07")]
    gas += [("ghg-inventory-energy", "2022-01-07")]
    assert list(starts.values()) == [
        [],
        [(user, "2011")],
        [(user, "2011"), *gas],
        [(user, "2026"), *gas],
    ]


@pytest.mark.parametrize(
    ("country", "day", "expired"),
    [
        ("VN", date(2019, 2, 17), []),
        ("VN", date(2019, 2, 18), [False]),  # Circular 52/2018
        ("VN", date(2025, 12, 31), [False]),
        ("VN", date(2026, 1, 1), [True]),
        ("TH", date(2025, 12, 31), []),
    ],
)
def test_a_norm_counts_in_its_country_and_is_told_as_ended_later(
    country: str, day: date, expired: list[bool]
) -> None:
    norms = benchmarks_of(LIBRARY, "seafood", "frozen-shrimp", country, day)
    assert [one.expired for one in norms] == expired


@pytest.mark.parametrize(
    ("period", "start"),
    [
        ("2020", "2020-07-01"),  # the middle of the year is the first day of that law
        ("{from: 2020-01, to: 2020-11}", "2017-01-01"),
        ("{from: 2020-02, to: 2020-12}", "2020-07-01"),
        ("2021", "2021-01-01"),
    ],
)
def test_the_law_of_the_middle_of_the_period_counts(period: str, start: str) -> None:
    text = HEAD.replace("2014", period) + "resources: {water: {amount: 900 m3}}\n"
    audit = assessed(text + "charges: [vn-wastewater]\n").audit
    assert audit.charges["vn-wastewater"].start == start


@pytest.mark.parametrize(
    ("country", "year", "used", "codes"),
    [
        ("VN", 2014, 2014, []),
        ("VN", 2009, 2008, ["R016"]),
        ("VN", 2024, 2023, ["R016"]),
        ("VN", 2025, 2023, ["R016"]),
        ("VN", 2026, 2023, ["R029"]),
        ("TH", 2022, 2020, ["R016"]),
        ("TH", 2023, 2020, ["R029"]),
        ("VN", 2007, None, ["R015"]),
        ("TH", 2019, None, ["R015"]),
        ("ZW", 2014, None, ["R015"]),
    ],
)
def test_the_grid_of_the_year_or_the_nearest_before_it(
    country: str, year: int, used: int | None, codes: list[str]
) -> None:
    head = HEAD.replace("VN,", f"{country},").replace("2014", str(year))
    _, assessment, found = run_text(head + "resources:\n  electricity: {amount: 1000 MWh}\n")
    grids = [id for id in assessment.factors if id.startswith("grid.")]
    assert grids == ([f"grid.{country}.{used}"] if used else [])
    # the amount is the value behind `  electricity: {amount: `, on the fifth line
    assert [one for one in places(found) if one[0] in CODES] == [(code, 5, 25) for code in codes]


def test_a_grid_that_is_known_in_co2e_alone_tells_no_co2() -> None:
    head = HEAD.replace("VN,", "LA,").replace("2014", "2022")
    found = assessed(head + "resources:\n  electricity: {amount: 1000 MWh}\n")
    # Ember: 0.2655 t CO2e per MWh, over the life cycle
    assert value(found, "baseline.co2e") == pytest.approx(265.5, rel=1e-12)
    assert value(found, "baseline.co2") is None
