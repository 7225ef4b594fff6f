"""Sums of a programme: whatever the order and the grouping, nothing is lost and nothing added."""

from __future__ import annotations

from math import fsum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cpaudit
from cpaudit.domain.programme import Course, Entry, Part, Programme, Resource
from cpaudit.engine.programme import roll_up
from cpaudit.figure import Assumed, Figure
from programmes import rolled
from reading import said_in_full

LEVELS = ("implemented", "planned", "proposed", "rejected")
COUNTED = {"implemented": 1, "planned": 2, "all": 3}  # how many of the levels count


def figure(value: float, unit: str) -> Figure:
    return Figure(value, unit, Assumed("made up"))


amounts = st.floats(-1e9, 1e9).map(lambda value: round(value, 3))


@st.composite
def parts(draw: Any) -> Part:
    first = draw(st.integers(1999, 2008))
    last = draw(st.none() | st.integers(first, 2015))
    saved = draw(st.dictionaries(st.sampled_from(["water", "coal"]), amounts))
    return Part(
        id="part",
        level=draw(st.sampled_from(LEVELS)),
        first=first,
        last=last,
        resources={key: figure(value, "m3") for key, value in saved.items()},
        impacts={"co2e": draw(st.none() | amounts.map(lambda value: figure(value, "tCO2e")))},
        saving=draw(st.none() | amounts.map(lambda value: figure(value, "USD"))),
        investment=draw(st.none() | st.floats(0, 1e9).map(lambda value: figure(value, "USD"))),
    )


@st.composite
def programmes(draw: Any) -> Programme:
    entries = []
    for number in range(draw(st.integers(0, 8))):
        entries.append(
            Entry(
                key=f"row {number}",
                kind=draw(st.sampled_from(["audit", "project", "total"])),
                name=draw(st.sampled_from(["Mill", "mill", "Dyehouse"])),
                sector=draw(st.sampled_from(["paper", "textile", ""])),
                province=draw(st.sampled_from(["Huế", "Hà Nội", ""])),
                service=draw(st.sampled_from(["cpa", "tga", ""])),
                years=(2008, 2008),
                plants=draw(st.none() | st.integers(1, 9)),
                parts=tuple(draw(st.lists(parts(), max_size=4))),
                in_totals=draw(st.booleans()),
                told_in_totals=True,
                counts=draw(st.sampled_from(list(COUNTED))),
            )
        )
    return Programme(
        name="A",
        currency="USD",
        country="VN",
        year=2008,
        counts="implemented",
        entries=tuple(entries),
        courses=(),
        resources={key: Resource(key, key, "m3", {}) for key in ("water", "coal")},
        sectors={},
        services={},
    )


def counted(programme: Programme, year: int) -> list[tuple[Entry, Part]]:
    """What counts in a year, told anew from the rules of the documentation."""
    return [
        (entry, part)
        for entry in programme.entries
        for part in entry.parts
        if not entry.in_totals
        and LEVELS.index(part.level) < COUNTED[entry.counts]
        and part.first <= year <= (part.last or 9999)
    ]


def value(one: Any) -> float | None:
    return None if one is None else one.value


def total_of(values: list[Any]) -> Any:
    told = [one.value for one in values if one is not None]
    return pytest.approx(fsum(told), rel=1e-9, abs=1e-3) if told else None


@given(programmes(), st.integers(1998, 2016))
def test_totals_are_the_sums_of_what_counts(programme: Programme, until: int) -> None:
    rollup = roll_up(programme, until=until)
    held = counted(programme, until)
    total = rollup.sectors.total
    assert value(total.saving) == total_of([part.saving for _, part in held])
    assert value(total.investment) == total_of([part.investment for _, part in held])
    assert value(total.impacts.get("co2e")) == total_of([part.impacts["co2e"] for _, part in held])
    for key in ("water", "coal"):
        found = value(total.resources.get(key))
        assert found == total_of([part.resources.get(key) for _, part in held])
    if total.saving is not None:
        assert total.saving.partial is any(part.saving is None for _, part in held)


@given(programmes(), st.integers(1998, 2016))
def test_groups_of_every_kind_add_up_to_the_same_total(programme: Programme, until: int) -> None:
    rollup = roll_up(programme, until=until)
    total = rollup.sectors.total
    for grouped in (rollup.sectors, rollup.provinces, rollup.services):
        sums = list(grouped.groups.values())
        assert value(total.saving) == total_of([one.saving for one in sums])
        assert value(total.impacts.get("co2e")) == total_of(
            [one.impacts.get("co2e") for one in sums]
        )
        rows = [row for one in sums for row in one.rows]
        assert sorted(rows) == sorted(total.rows)
        assert grouped.total == total
    for entry, part in counted(programme, until):
        assert entry.key in rollup.sectors.groups[entry.sector].rows
        assert set(part.resources) <= set(rollup.provinces.groups[entry.province].resources)


@given(programmes(), st.randoms())
def test_the_order_of_rows_changes_nothing(programme: Programme, random: Any) -> None:
    shuffled = list(programme.entries)
    random.shuffle(shuffled)
    first = roll_up(programme).sectors
    second = roll_up(programme._replace(entries=tuple(shuffled))).sectors
    assert set(first.groups) == set(second.groups)
    for id, one in first.groups.items():
        other = second.groups[id]
        assert value(one.saving) == total_of([other.saving])
        assert one.plants == other.plants
        assert sorted(one.rows) == sorted(other.rows)


@given(programmes())
def test_years_accumulate_what_is_in_force(programme: Programme) -> None:
    years = roll_up(programme, until=2012).years
    saved: list[float] = []
    for one in years:
        assert value(one.in_force.saving) == total_of(
            [part.saving for _, part in counted(programme, one.year)]
        )
        saved += [one.in_force.saving.value] if one.in_force.saving else []
        if one.saved is not None:
            assert one.saved.value == pytest.approx(fsum(saved), rel=1e-9, abs=1e-2)
        else:
            assert saved == []


@given(programmes())
def test_a_payback_is_of_rows_that_tell_both(programme: Programme) -> None:
    total = roll_up(programme).sectors.total
    both = [part for _, part in counted(programme, 2008) if part.saving and part.investment]
    saving = fsum(part.saving.value for part in both if part.saving)
    invested = fsum(part.investment.value for part in both if part.investment)
    if not both:
        assert total.payback is None
    elif saving > 1 and invested > 1:
        assert total.payback.time.value == pytest.approx(invested / saving, rel=1e-6)


@given(st.lists(st.tuples(st.integers(2000, 2010), st.integers(0, 99), st.integers(0, 999))))
def test_person_days_of_years_add_up(rows: list[tuple[int, int, int]]) -> None:
    courses = tuple(
        Course(
            "Course",
            year,
            "",
            figure(1, "class"),
            figure(people, "person"),
            figure(days, "person-day"),
            None,  # type: ignore[arg-type]
        )
        for year, people, days in rows
    )
    programme = Programme("A", "USD", "VN", 2005, "implemented", (), courses, {}, {}, {})
    training = roll_up(programme, until=2010).training
    assert sum(one.person_days.value for one in training.years.values()) == sum(
        days for _, _, days in rows
    )
    assert training.total.trainees.value == sum(people for year, people, _ in rows if year == 2005)


def test_a_plant_audited_twice_is_one_plant_and_a_row_stands_for_its_number(tmp_path: Path) -> None:
    text = """\
projects:
  - {name: Ten firms, status: implemented, year: 2008, plants: 10, saving: 5 USD}
  - {name: Some firms, status: implemented, year: 2008, saving: 5 USD}
"""
    assert rolled(tmp_path, text).sectors.total.plants == (10, True)


def test_days_times_trainees_are_person_days(tmp_path: Path) -> None:
    text = "training: [{course: A, year: 2008, trainees: 32, days: 2.5}]\n"
    (course,) = rolled(tmp_path, text).training.courses
    assert course.person_days.value == 80
    assert course.classes.value == 1


def test_a_row_that_uses_more_of_something(tmp_path: Path) -> None:
    text = """\
totals:
  - {sector: paper, years: 2008, saves: {coal: 100 t, electricity: -50 MWh}, saving: -3 USD}
resources: {coal: {kind: anthracite}}
"""
    total = rolled(tmp_path, text).sectors.total
    assert total.resources["electricity"].value == -50
    # 26.7 GJ/t x 98.3 kg/GJ of anthracite (IPCC 2006), 0.5764 t/MWh (Viet Nam, 2008)
    assert total.impacts["co2"].value == pytest.approx(100 * 2.62461 - 50 * 0.5764, rel=1e-9)
    assert total.saving.value == -3


def test_units_of_rows_are_converted_and_gases_kept_apart(tmp_path: Path) -> None:
    text = """\
totals:
  - sector: paper
    years: 2008
    saves: {electricity: 3.6 TJ, diesel: 1000 l, lpg: 500 kg, natural_gas: 900 Nm3, biogas: 5 GJ}
  - {sector: paper, years: 2008, saves: {gas: 2 t, wastewater.COD: 3 t, hazardous_waste: 4 t}}
resources: {gas: {kind: lpg}}
"""
    total = rolled(tmp_path, text).sectors.total
    found = {key: (round(one.value, 6), one.unit) for key, one in total.resources.items()}
    assert found["electricity"] == (1000, "MWh")
    assert found["gas"] == (2.5, "t")
    assert found["natural_gas"] == (900, "Nm3")
    assert found["biogas"] == (5, "GJ")
    assert 0.8 < found["diesel"][0] < 0.9  # by its density
    assert total.impacts["cod"].value == 3
    assert total.impacts["hazardous_waste"].value == 4


def test_co2_of_a_row_is_of_its_own_country_and_last_year(tmp_path: Path) -> None:
    text = """\
totals:
  - {sector: paper, years: {from: 2010, to: 2014}, saves: {electricity: 100 MWh}}
  - {sector: paper, years: 2008, country: VN, saves: {electricity: 100 MWh}}
"""
    rollup = rolled(tmp_path, text)
    parts_ = [entry.parts[0].impacts["co2"].value for entry in rollup.programme.entries]
    # Viet Nam's grid in 2014 and in 2008
    assert parts_ == pytest.approx([66.12, 57.64], rel=1e-9)


def test_the_kind_of_a_fuel_is_the_rows_the_files_or_assumed_and_told(tmp_path: Path) -> None:
    text = """\
totals:
  - {sector: paper, years: 2008, saves: {coal: 1 t}}
  - {sector: paper, years: 2008, saves: {coal: 1 t}, resources: {coal: {ncv: 20 GJ/t}}}
"""
    rollup = rolled(tmp_path, text)
    values = [entry.parts[0].impacts["co2"].value for entry in rollup.programme.entries]
    # other bituminous coal: 25.8 GJ/t, or the row's own, x 94.6 kg/GJ
    assert values == pytest.approx([2.44068, 1.892], rel=1e-9)
    assert [one.code.id for one in rollup.diagnostics].count("R004") == 1
    rollup = rolled(tmp_path, text + "resources: {coal: {kind: anthracite}}\n")
    first, second = (entry.parts[0].impacts["co2"].value for entry in rollup.programme.entries)
    assert first == pytest.approx(26.7 * 98.3 / 1000, rel=1e-9)
    # the row's calorific value, the file's kind
    assert second == pytest.approx(20 * 98.3 / 1000, rel=1e-9)
    assert "R004" not in {one.code.id for one in rollup.diagnostics}


def test_reported_figures_may_be_written_in_other_units(tmp_path: Path) -> None:
    text = """\
projects:
  - name: A
    year: 2008
    saves: {electricity: 1000 MWh}
    reported: {co2e: 570 t, energy: 3.6 TJ, dust: 400 kg}
"""
    compared = {one.reported.impact: one for one in rolled(tmp_path, text).compared}
    assert compared["energy"].difference.value == pytest.approx(0, abs=1e-12)
    assert compared["energy"].fits is True
    assert compared["dust"].reported.stated.value == pytest.approx(0.4)
    # 576.4 / 570 - 1
    assert compared["co2e"].difference.value == pytest.approx(576.4 / 570 - 1, rel=1e-9)


def test_numbers_follow_the_style_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "vi.yaml"
    path.write_text(
        "programme: 1\nname: A\ncountry: VN\ncurrency: USD\nnumber_style: vi\n"
        "totals:\n"
        "  - {sector: paper, years: 2008, saving: 9.165.126 USD, saves: {chemical: '4,593 t'}}\n"
        "training: [{course: A, year: 2008, trainees: 1.200, days: 2}]\n",
        encoding="utf-8",
    )
    rollup = cpaudit.programme(path)
    assert rollup.sectors.total.saving.value == 9165126
    assert rollup.sectors.total.resources["chemical"].value == 4.593
    assert rollup.training.total.person_days.value == 2400


def test_every_remark_can_be_said(tmp_path: Path) -> None:
    text = "totals: [{sector: paper, years: {from: 1999, to: 2008}, saves: {gas: 3 t}}]\n"
    for said in rolled(tmp_path, text).diagnostics:
        assert said_in_full(said)
