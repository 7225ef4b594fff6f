"""A folder of a user's own: what it may hold, what counts, and where its faults are told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cpaudit.factors import default_library, library_with
from cpaudit.factors.catalogue import every_entry
from cpaudit.factors.check import check_library
from reading import marked, places

Own = Callable[[Mapping[str, str]], Path]
SHIPPED = default_library().files.root
VN = "grids/VN.yaml"
WATER_LAW = "charges/vn-wastewater.yaml"
MINE = {"sources.yaml": "mine: {title: My own measurements}\n"}
OWN = "source: mine, confirmed: true"
LEVY = """\
versions:
  - from: {}
    shared: {{source: mine, confirmed: true}}
    classes: [{{at_least: {}, rates: {{COD: 900 VND/kg}}}}]
"""
BEER = "products: [{{id: beer, unit: {}, benchmarks: [{{id: a, of: energy, level: norm, {}}}]}}]"
# an own file, and what can't be used in it
UNUSABLE = {
    "no such day": (WATER_LAW, LEVY.format("2021-02-30", "20 m3/day")),
    "no year": (VN, f"series: [{{id: official, years: {{soon: {{value: 1 t/MWh, {OWN}}}}}}}]"),
    "half a year": ("fuels/diesel.yaml", f"density: {{value: 1 kg/l, year: 2011.5, {OWN}}}"),
    "no such constant": ("energy.yaml", f"constants: {{peat: {{value: 1 GJ/t, {OWN}}}}}"),
    "no such rule": ("cdm.yaml", f"rules: {{luck: {{value: 1 yr, {OWN}}}}}"),
    "no such kind": ("tables/wastewater-cod.yaml", "kind: luck"),
    "no such unit": ("sectors/beer.yaml", BEER.format("luck", f"value: 9 MJ/hl, {OWN}")),
    "no such default": ("gwp.yaml", "default: AR9"),
    "no flow": (WATER_LAW, LEVY.format("2021-01-01", "20 kg")),
    "no size": (
        "sectors/beer.yaml",
        BEER.format("hl", f"capacity: {{below: 9 kWh}}, value: 9 MJ/hl, {OWN}"),
    ),
    "less than nothing": (
        VN,
        f"series: [{{id: official, years: {{2023: {{value: -1 t/MWh, {OWN}}}}}}}]",
    ),
}


@pytest.fixture
def own(tmp_path: Path) -> Own:
    """A folder of a user's own, with these files."""

    def written(files: Mapping[str, str]) -> Path:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return written


@pytest.mark.parametrize("name", UNUSABLE)
def test_what_an_audit_could_not_use_is_found_in_the_own_file(name: str, own: Own) -> None:
    path, text = UNUSABLE[name]
    found = check_library(SHIPPED, own({**MINE, path: text}))
    errors = [said.span.source.name for said in found if said.is_error and said.span]
    assert any(file.endswith(path) and not file.startswith("sector_factors") for file in errors)


def test_a_folder_that_holds_only_what_differs(own: Own) -> None:
    years = f"{{2023: {{value: 0.5 t/MWh, {OWN}}}, 2024: {{value: 0.4 t/MWh, {OWN}}}}}"
    diesel = f"density: {{value: 0.85 kg/l, {OWN}}}\n"
    grid = f"series: [{{id: official, years: {years}}}]\n"
    folder = own({**MINE, VN: grid, "fuels/diesel.yaml": diesel})
    assert check_library(SHIPPED, folder) == []
    library, shipped = library_with(folder), default_library()
    values = {year: library.grid("VN", year).factor.value for year in (2022, 2023, 2024)}
    assert values == {2022: 0.6766, 2023: 0.5, 2024: 0.4}
    assert shipped.grid("VN", 2023).factor.value == 0.6592
    density = library.fuel_factor("diesel", "density", "VN").factor
    # the source and the bounds of the value that ships went with it
    assert (density.value, density.low, density.publication.title) == (
        0.85,
        None,
        "My own measurements",
    )
    assert density.own == str(folder / "fuels/diesel.yaml")
    assert library.fuel_factor("diesel", "ncv", "VN") == shipped.fuel_factor("diesel", "ncv", "VN")


def test_a_fault_of_a_folder_is_told_where_it_is_in_that_folder(own: Own) -> None:
    diesel, place = marked("density: {value: 0.85 kg/l, ▸source: theirs, confirmed: true}\n")
    (unknown,) = check_library(SHIPPED, own({"fuels/diesel.yaml": diesel}))
    assert places([unknown]) == [("F003", *place)]
    assert unknown.span.source.name.endswith("/fuels/diesel.yaml")
    (own({}) / "fuels/diesel.yaml").unlink()
    grid, place = marked("▸series: [{id: official, default: false}]\n")
    (without,) = check_library(SHIPPED, own({VN: grid}))
    assert places([without]) == [("F008", *place)]


def test_an_own_value_needs_no_more_than_the_value_and_its_source(own: Own) -> None:
    entries = f"{{id: norm-2021-small, value: 250 MJ/hl, {OWN}}}"
    entries += f", {{id: survey-2012-energy, low: 90, high: 110, unit: MJ/hl, {OWN}}}"
    folder = own(
        {**MINE, "sectors/beer.yaml": f"products: [{{id: beer, benchmarks: [{entries}]}}]"}
    )
    assert check_library(SHIPPED, folder) == []
    found = {one.factor.id: one for one in every_entry(library_with(folder))}
    norm = found["beer.norm-2021-small"].factor
    # what it is of, since when and for whom it holds is said by the library still
    assert (norm.value, norm.start, norm.end) == (pytest.approx(0.25), "2021-01-01", "2025-12-31")
    survey = found["beer.survey-2012-energy"].factor
    assert (survey.low, survey.high) == (pytest.approx(0.09), pytest.approx(0.11))
    assert survey.is_range
