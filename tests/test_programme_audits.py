"""What a programme counts of an audit: by status, at its turn, by lifetime, in its currency."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

import cpaudit
from benchmarks.generated import write
from cpaudit.domain.outcome import Task
from cpaudit.factors import default_library
from cpaudit.portfolio.programme.counted import outcome
from programmes import rolled

# 1000 m3 at 10 VND: 20 % done, then 15 % of what is left planned, then 100 m3 proposed
MILL = """\
cpaudit: 1
plant: {name: Mill, sector: paper, country: VN, currency: VND, number_style: plain, province: Huế}
period: 2008
exchange_rates: {USD: 20000 VND}
resources: {water: {amount: 1000 m3, price: 10 VND/m3}}
options:
  - {id: hoses, status: planned, saves: {water: 15 %}, investment: 300 VND, lifetime: 4 yr}
  - {id: taps, status: verified, saves: {water: 20 %}, investment: 500 VND, lifetime: 2 yr}
  - {id: tank, status: proposed, saves: {water: 100 m3}, investment: 100 VND}
  - {id: well, status: rejected, saves: {water: 50 %}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mill.yaml").write_text(MILL, encoding="utf-8")
    return tmp_path


def water(one: Any) -> float | None:
    return one.resources["water"].value if "water" in one.resources else None


@pytest.mark.parametrize(
    ("counts", "saved", "invested"),
    [
        ("implemented", 200, 500),
        ("planned", 200 + 0.15 * 800, 800),  # planned acts on what the taps have left
        ("all", 200 + 0.15 * 800 + 100, 900),
    ],
)
def test_what_counts_is_told_by_the_status(
    folder: Path, counts: str, saved: float, invested: float
) -> None:
    for text in (
        f"counts: {counts}\naudits: [mill.yaml]\n",
        f"audits: [{{path: mill.yaml, counts: {counts}}}]\n",
    ):
        total = rolled(folder, text).sectors.total
        assert water(total) == pytest.approx(saved, rel=1e-12)
        assert total.saving.value == pytest.approx(saved * 10 / 20000, rel=1e-12)
        assert total.investment.value == pytest.approx(invested / 20000, rel=1e-12)
        assert total.plants.number == 1


def test_the_projects_show_what_does_not_count_as_well(folder: Path) -> None:
    rollup = rolled(folder, "audits: [mill.yaml]\n")
    lines = {one.level: (one.counts, water(one.sum)) for one in rollup.projects.lines}
    assert lines == {
        "implemented": (True, pytest.approx(200)),
        "planned": (False, pytest.approx(120)),
        "proposed": (False, pytest.approx(100)),
    }


def test_a_package_limits_what_counts(folder: Path) -> None:
    text = MILL + "packages: {small: [hoses], whole: [hoses, taps, tank]}\n"
    (folder / "mill.yaml").write_text(text, encoding="utf-8")
    rollup = rolled(folder, "counts: all\naudits: [{path: mill.yaml, package: whole}]\n")
    whole = cpaudit.assess(cpaudit.load(folder / "mill.yaml")).packages["whole"].total
    assert water(rollup.sectors.total) == pytest.approx(whole.resources["water"].value)
    rollup = rolled(folder, "counts: all\naudits: [{path: mill.yaml, package: small}]\n")
    assert water(rollup.sectors.total) == pytest.approx(150)
    said = next(one for one in rollup.diagnostics if one.code.id == "G020")
    assert said.values["options"] == "taps, tank"
    # of several packages none tells which options go together: only what counts is there
    rollup = rolled(folder, "audits: [mill.yaml]\n")
    assert [one.level for one in rollup.projects.lines] == ["implemented"]


@pytest.mark.parametrize(
    ("until", "saved"), [(2007, None), (2008, 200), (2009, 200), (2010, None), (2030, None)]
)
def test_a_saving_counts_from_its_first_year_to_the_last_of_its_lifetime(
    folder: Path, until: int, saved: float | None
) -> None:
    rollup = rolled(folder, "audits: [mill.yaml]\n", until=until)
    assert water(rollup.sectors.total) == (None if saved is None else pytest.approx(saved))
    codes = {said.code.id for said in rollup.diagnostics}
    assert ("G009" in codes) is (until >= 2010)
    assert ("G031" in codes) is (until < 2008)


def test_a_saving_that_has_ended_is_named_with_its_money(folder: Path) -> None:
    rollup = rolled(folder, "audits: [mill.yaml]\n", until=2012)
    said = next(one for one in rollup.diagnostics if one.code.id == "G009")
    assert said.values["count"] == 1
    assert said.values["saving"].figure.value == pytest.approx(2000 / 20000)


def test_options_may_begin_in_years_of_their_own(folder: Path) -> None:
    text = "counts: planned\naudits: [{path: mill.yaml, year: {taps: 2009, hoses: 2011}}]\n"
    rollup = rolled(folder, text, until=2012)
    begun = {one.year: water(one.begun) for one in rollup.years}
    assert begun == {2009: pytest.approx(200), 2010: None, 2011: pytest.approx(120), 2012: None}
    force = {one.year: water(one.in_force) for one in rollup.years}
    # the taps save in 2009 and 2010, the hoses from 2011 to 2014
    assert force == {2009: 200, 2010: 200, 2011: pytest.approx(120), 2012: pytest.approx(120)}
    # 2 years of 2000 VND, then 2 of 1200
    assert rollup.years[-1].saved.value == pytest.approx((2 * 2000 + 2 * 1200) / 20000)


def test_a_delay_moves_the_first_year(folder: Path) -> None:
    text = MILL.replace("lifetime: 2 yr", "lifetime: 2 yr, delay: 1 yr")
    (folder / "mill.yaml").write_text(text, encoding="utf-8")
    rollup = rolled(folder, "audits: [mill.yaml]\n", until=2011)
    force = {one.year: water(one.in_force) for one in rollup.years}
    assert force == {2009: 200, 2010: 200, 2011: None}


def test_a_longer_period_is_a_year(folder: Path) -> None:
    text = MILL.replace("period: 2008", "period: {from: 2008-01, to: 2009-12}")
    (folder / "mill.yaml").write_text(text, encoding="utf-8")
    rollup = rolled(folder, "audits: [mill.yaml]\n")
    # 1000 m3 in two years are 500 a year; the year of the period is the later one
    assert water(rollup.sectors.total) == pytest.approx(100)
    assert rollup.year == 2009


@pytest.mark.parametrize(
    ("own", "written", "rate", "source"),
    [
        ("USD: 20000 VND", "USD: 17000 VND", 20000, "audit"),
        ("USD: 20000 VND/USD", "", 20000, "audit"),
        ("", "USD: {2007: 15000 VND, 2008: 16000 VND}", 16000, "programme"),
        ("", "USD: 17000 VND", 17000, "programme"),
        ("", "VND: 0.0000625 USD", 16000, "programme"),
        ("EUR: 25000 VND", "USD: {2007: 15000 VND}", 16302.25, "library"),
        ("", "", 16302.25, "library"),  # World Bank, 2008
    ],
)
def test_money_goes_by_the_nearest_rate(
    folder: Path, own: str, written: str, rate: float, source: str
) -> None:
    text = MILL.replace("{USD: 20000 VND}", f"{{{own}}}")
    (folder / "mill.yaml").write_text(text, encoding="utf-8")
    rollup = rolled(folder, f"exchange_rates: {{{written}}}\naudits: [mill.yaml]\n")
    assert rollup.sectors.total.saving.value == pytest.approx(2000 / rate, rel=1e-12)
    (used,) = rollup.programme.rates
    assert (used.currency, used.year, used.source) == ("VND", 2008, source)
    assert ("G007" in {said.code.id for said in rollup.diagnostics}) is (source == "library")


def test_a_programme_in_the_audits_currency_needs_no_rate(folder: Path) -> None:
    text = "audits: [mill.yaml]\n"
    path = folder / "vnd.yaml"
    path.write_text(f"programme: 1\nname: A\ncountry: VN\ncurrency: VND\n{text}", encoding="utf-8")
    rollup = cpaudit.programme(path)
    assert rollup.sectors.total.saving.value == pytest.approx(2000)
    assert rollup.programme.rates == ()


def test_sector_province_service_and_plants_are_the_files_or_overridden(folder: Path) -> None:
    text = """\
sectors: {food: {includes: [paper, beer]}}
audits:
  - {path: mill.yaml, service: cpa}
"""
    rollup = rolled(folder, text)
    assert list(rollup.sectors.groups) == ["food"]
    assert list(rollup.provinces.groups) == ["Huế"]
    assert list(rollup.services.groups) == ["cpa"]
    text = "audits: [{path: mill.yaml, sector: beer, province: Hà Nội, plants: 3}]\n"
    rollup = rolled(folder, text)
    assert list(rollup.sectors.groups) == ["beer"]
    assert list(rollup.provinces.groups) == ["Hà Nội"]
    assert list(rollup.services.groups) == [""]
    assert rollup.sectors.total.plants == (3, False)


def test_what_is_in_the_totals_already_is_not_added(folder: Path) -> None:
    totals = "totals: [{sector: paper, years: {from: 1999, to: 2008}, saves: {water: 900 m3}}]\n"
    for flag, saved, warned in (
        ("", 1100, True),
        (", in_totals: false", 1100, False),
        (", in_totals: true", 900, False),
    ):
        rollup = rolled(folder, totals + f"audits: [{{path: mill.yaml{flag}}}]\n")
        assert water(rollup.sectors.total) == pytest.approx(saved)
        assert ("G010" in {said.code.id for said in rollup.diagnostics}) is warned
        assert rollup.projects.lines[0].entry.name == "Mill"


def test_an_audit_that_saves_too_much_is_missing_and_not_zero(folder: Path) -> None:
    text = MILL.replace("planned, saves: {water: 15 %}", "verified, saves: {water: 900 m3}")
    # 900 m3, then 20 % of the 100 that are left: of the tank's 100 m3 only 80 are there
    text = text.replace("proposed", "verified") + "packages: {a: [taps], b: [hoses], c: [tank]}\n"
    (folder / "more.yaml").write_text(text, encoding="utf-8")
    path = folder / "programme.yaml"
    path.write_text(
        "programme: 1\nname: A\ncountry: VN\ncurrency: USD\naudits: [more.yaml, mill.yaml]\n",
        encoding="utf-8",
    )
    with pytest.raises(cpaudit.AuditError) as raised:
        cpaudit.programme(path)
    assert [said.code.id for said in raised.value.diagnostics if said.is_error] == ["P003", "G005"]
    rollup = cpaudit.programme(path, keep_going=True)
    assert rollup.complete is False
    assert rollup.programme.missing == ("more.yaml",)
    assert water(rollup.sectors.total) == pytest.approx(200)


def test_an_outcome_is_small_and_goes_between_processes(folder: Path) -> None:
    padding = "".join(f"# {'x' * 90} {number}\n" for number in range(2000))
    (folder / "mill.yaml").write_text(MILL + padding, encoding="utf-8")
    (folder / "broken.yaml").write_text(MILL.replace("15 %", "15 %%") + padding, encoding="utf-8")
    for name in ("mill.yaml", "broken.yaml"):
        task = Task(str(folder / name), name, None, "all")
        made = outcome(pickle.loads(pickle.dumps(task)), default_library())
        sent = pickle.dumps(made)
        assert pickle.loads(sent).done == made.done
        assert len(sent) < 20_000
        lines = [said.span.source.line(said.span.line) for said in made.diagnostics if said.span]
        assert bool(lines) is (name == "broken.yaml")
        assert all("15 %%" in line for line in lines)


def test_a_programme_of_generated_audits_is_the_sum_of_their_packages(tmp_path: Path) -> None:
    paths = write(tmp_path, 16)
    # every option has a lifetime: all begin in the year of the sums, so that none has ended
    rollup = rolled(
        tmp_path,
        "counts: all\naudits: [{path: '**/plant-*.yaml', package: whole, year: 2012}]\n",
    )
    sums: dict[str, list[float]] = {}
    for path in paths:
        assessment = cpaudit.assess(cpaudit.load(path))
        whole = assessment.packages["whole"].total
        one = [
            whole.saving.value / 16300,
            whole.investment.value / 16300,
            whole.impacts["co2e"].value,
            whole.resources["water"].value if "water" in whole.resources else 0.0,
            whole.impacts["wastewater"].value,
        ]
        for key in (assessment.audit.sector, assessment.audit.province, "total"):
            sums[key] = [a + b for a, b in zip(sums.get(key, [0.0] * 5), one, strict=True)]
    found = {**rollup.sectors.groups, **rollup.provinces.groups, "total": rollup.sectors.total}
    assert set(found) == set(sums)
    for key, one in found.items():
        got = [
            one.saving.value,
            one.investment.value,
            one.impacts["co2e"].value,
            water(one) or 0.0,
            one.impacts["wastewater"].value,
        ]
        assert got == pytest.approx(sums[key], rel=1e-9), key
    assert rollup.sectors.total.plants == (16, False)
