"""RECP indicators: two small audits of one plant, with every expectation worked out by hand."""

from __future__ import annotations

import re

import pytest

from cpaudit.diagnostics.codes import recp as codes
from cpaudit.language import Language
from cpaudit.report.diagnostics import message_of
from periods import BASE, CURRENT, changes, of, printed, said, values


def test_absolute_indicators_by_hand() -> None:
    base = of(BASE)
    assert (base.output.value, base.output.unit) == (1000, "t")
    # 500 MWh · 3.6; 30 + 20; grid of 2014 (the official table): 0.6612 t/MWh · 500; 12 + 3
    assert values(base.absolute) == pytest.approx(
        {"energy": 1800, "materials": 50, "water": 20000}
        | {"co2e": 330.6, "wastewater": 16000, "waste": 15}
    )
    units = {name: one.unit for name, one in base.absolute.items() if one}
    assert units == {"energy": "GJ", "materials": "t", "water": "m3"} | {
        "co2e": "tCO2e",
        "wastewater": "m3",
        "waste": "t",
    }


def test_productivity_and_intensity_by_hand() -> None:
    base = of(BASE)
    assert values(base.productivity) == pytest.approx(
        {"energy": 1000 / 1800, "materials": 20, "water": 0.05}
    )
    assert values(base.intensity) == pytest.approx(
        {"co2e": 0.3306, "wastewater": 16, "waste": 0.015}
    )
    assert base.productivity["energy"].unit == "t/GJ"
    assert base.intensity["co2e"].unit == "tCO2e/t"


def test_changes_by_hand() -> None:
    change = changes()
    assert change.output.value == pytest.approx(0.2)
    # energy 1944 / 1800; materials 36 + 18 = 54 to 50; water 21600 / 20000; greenhouse gases
    # 540 · 0.8154 = 440.316 to 330.6; wastewater 17600 / 16000; waste 15 + 3 = 18 to 15
    assert values(change.absolute) == pytest.approx(
        {"energy": 0.08, "materials": 0.08, "water": 0.08}
        | {"co2e": 440.316 / 330.6 - 1, "wastewater": 0.1, "waste": 0.2}
    )
    # use grows by 8 %, output by 20 %: 1.2 / 1.08 - 1 = +11.11 %; wastewater 1.1 / 1.2 - 1
    assert values(change.relative) == pytest.approx(
        {"energy": 0.111111111, "materials": 0.111111111, "water": 0.111111111}
        | {"co2e": 0.36693 / 0.3306 - 1, "wastewater": -0.083333333, "waste": 0}
    )
    assert {one.unit for one in change.relative.values() if one} == {"unit"}


def test_the_grid_alone_by_hand() -> None:
    change = changes()
    grid = change.grid
    assert grid is not None
    # 540 MWh · (0.8154 - 0.6612) = 83.268 t; without it 540 · 0.6612 = 357.048 t: +8 % like the
    # electricity; per tonne of cloth 0.29754 to 0.3306: -10 %, where +10.99 % is shown with it
    assert (grid.effect.value, grid.effect.unit) == (pytest.approx(83.268), "tCO2e")
    assert grid.co2e.value == pytest.approx(357.048)
    assert grid.absolute.value == pytest.approx(0.08)
    assert grid.intensity.value == pytest.approx(0.29754)
    assert grid.relative.value == pytest.approx(-0.1)
    assert said(change) == ["D015"]
    (note,) = (one for one in change.diagnostics if one.code is codes.OTHER_GRID_FACTOR)
    assert (note.span.line, note.span.column) == (7, 3)
    assert "0.6612 t/MWh" in message_of(note, Language("en"))
    assert "83.3 t CO2e" in message_of(note, Language("en"))


def test_a_share_of_the_plant_has_the_same_share_of_the_grid_effect() -> None:
    shared = [text.replace("0 t}\nres", "0 t, share: 50 %}\nres") for text in (BASE, CURRENT)]
    change = changes(*shared)
    assert change.grid.effect.value == pytest.approx(83.268 / 2)
    assert change.absolute["energy"].value == pytest.approx(0.08)


def test_a_factor_that_stays_has_no_effect() -> None:
    written = "500 MWh, grid_factor: 0.7 t/MWh", "540 MWh, grid_factor: 0.7 t/MWh"
    change = changes(BASE.replace("500 MWh", written[0]), CURRENT.replace("540 MWh", written[1]))
    assert (change.grid, said(change)) == (None, [])


def test_unknown_stays_unknown() -> None:
    silent = re.sub(r"  (water|dye|salt|sludge|drums): .*\n", "", BASE)
    base, change = of(silent), changes(silent)
    assert values(base.absolute) == pytest.approx(
        {"energy": 1800, "materials": None, "water": None}
        | {"co2e": 330.6, "wastewater": 16000, "waste": None}
    )
    assert (base.productivity["water"], base.intensity["waste"]) == (None, None)
    assert [change.absolute[name] for name in ("water", "materials", "waste")] == [None] * 3
    assert [change.relative[name] for name in ("water", "materials", "waste")] == [None] * 3
    assert said(change) == ["D012", "D015"]
    assert re.search(r"Water use +– +21,600 m3 +–\n", printed(base, change))


def test_without_fuel_or_electricity_there_is_no_zero() -> None:
    base = of(re.sub(r"  electricity: .*\n", "", BASE))
    assert (base.absolute["energy"], base.absolute["co2e"]) == (None, None)


def test_a_base_of_zero_has_no_change_and_a_use_of_zero_no_productivity() -> None:
    dry = BASE.replace("16000 m3, COD: 400 mg/L", "0 m3").replace("20000 m3", "0 m3")
    base, change = of(dry), changes(dry)
    assert (base.absolute["wastewater"].value, base.intensity["wastewater"].value) == (0, 0)
    assert (base.absolute["water"].value, base.productivity["water"]) == (0, None)
    assert (change.absolute["wastewater"], change.relative["wastewater"]) == (None, None)
    assert (change.absolute["water"], change.relative["water"]) == (None, None)
    # the other way round all of it is gone: -100 %, and productivity has no limit
    gone = changes(BASE, CURRENT.replace("17600 m3", "0 m3").replace("21600 m3", "0 m3"))
    assert (gone.absolute["wastewater"].value, gone.relative["wastewater"].value) == (-1, -1)
    assert (gone.absolute["water"].value, gone.relative["water"]) == (-1, None)
