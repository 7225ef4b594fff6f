"""RECP indicators of several products, of packages, and of periods that do not fit together."""

from __future__ import annotations

import re

import pytest

from cpaudit.diagnostics.codes import recp as codes
from cpaudit.engine.recp import recp_after, recp_change, recp_of
from cpaudit.language import LANGUAGES, Language
from cpaudit.report.diagnostics import hint_of, message_of
from periods import BASE, CURRENT, OPTIONS, PARTIAL, STEAM, changes, of, printed, said, values
from reading import assessed

SEVERAL = BASE.replace(
    "resources:", "  - {product: bags, amount: 40000 pieces, share: 25 %}\nresources:"
)


def test_products_of_several_units_have_no_output_in_common() -> None:
    base = of(SEVERAL)
    assert (base.output, said(base)) == (None, ["D002"])
    assert set(base.productivity.values()) | set(base.intensity.values()) == {None}
    assert base.absolute["energy"].value == pytest.approx(1800)
    (warning,) = (one for one in base.diagnostics if one.code is codes.SEVERAL_UNITS)
    assert warning.span.line == 5
    assert "`--product`: cloth, bags" in hint_of(warning, Language("en"))


def test_one_product_of_several_takes_its_share() -> None:
    bags = of(SEVERAL, "bags")
    assert (bags.output.value, bags.output.unit) == (40000, "piece")
    assert bags.absolute["energy"].value == pytest.approx(1800 * 0.25)
    assert bags.productivity["energy"].value == pytest.approx(40000 / 450)
    assert bags.intensity["wastewater"].value == pytest.approx(4000 / 40000)
    assert said(bags) == []
    cloth = of(SEVERAL, "cloth")  # no share is written: all of the use, and that is said
    assert cloth.productivity["energy"].value == pytest.approx(1000 / 1800)
    assert said(cloth) == ["D004"]


def test_products_of_one_unit_are_added_with_their_shares() -> None:
    two = BASE.replace("1000 t}", "1000 t}\n  - {product: yarn, amount: 500 t}")
    assert of(two).output.value == 1500
    assert of(two).productivity["energy"].value == pytest.approx(1500 / 1800)
    shared = two.replace("1000 t", "1000 t, share: 60 %").replace("500 t", "500 t, share: 20 %")
    both = of(shared)  # a fifth of the use goes elsewhere: 0.8 · 1800 GJ
    assert both.absolute["energy"].value == pytest.approx(1440)
    assert both.productivity["energy"].value == pytest.approx(1500 / 1440)
    whole = of(shared.replace("20 %", "40 %"))
    assert (whole.share, whole.absolute["energy"].value) == (None, pytest.approx(1800))


def test_no_production() -> None:
    base = of(re.sub(r"production:\n.*\n", "", BASE))
    assert (base.output, said(base)) == (None, ["D001"])
    assert base.absolute["energy"].value == pytest.approx(1800)
    assert set(base.productivity.values()) == {None}


def test_what_a_package_is_expected_to_make_of_it() -> None:
    assessment = assessed(BASE + OPTIONS)
    base, after = recp_of(assessment), recp_after(assessment, "both")
    # electricity 450 MWh; water 15000 m3; wastewater 12000 m3; of the sludge 30 %, then the rest
    assert after.output == base.output
    assert values(after.absolute) == pytest.approx(
        {"energy": 1620, "materials": 50, "water": 15000}
        | {"co2e": 450 * 0.6612, "wastewater": 12000, "waste": 3}
    )
    change = recp_change(base, after)
    assert values(change.relative) == pytest.approx(
        {"energy": 1 / 0.9 - 1, "materials": 0, "water": 20000 / 15000 - 1}
        | {"co2e": -0.1, "wastewater": -0.25, "waste": -0.8}
    )
    assert (change.grid, said(change)) == (None, [])
    assert recp_after(assessment, "first").absolute["waste"].value == pytest.approx(15 - 3.6)


def test_what_is_saved_whole_leaves_nothing() -> None:
    saves = "{water: 30 %}, investment: 1 VND}\n  - {id: b, saves: {water: 100 %}"
    options = f"options:\n  - {{id: a, saves: {saves}, investment: 1 VND}}\n"
    for amount in ("20000 m3", "20000.1 m3", "0.7 m3", "19999.3 m3"):
        assessment = assessed(BASE.replace("20000 m3", amount) + options)
        after = recp_after(assessment, "all")
        assert (after.absolute["water"].value, after.productivity["water"]) == (0, None)


def test_a_partial_sum_stays_partial() -> None:
    base = of(PARTIAL)
    figures = (base.absolute["co2e"], base.intensity["co2e"], base.absolute["energy"])
    assert [one.partial for one in figures] == [True] * 3
    assert base.productivity["energy"].partial
    assert not base.absolute["water"].partial
    assert said(base) == ["D005", "D005"]
    change = changes(PARTIAL, CURRENT.replace("\n  dye", f"{STEAM}}}\n  dye"))
    assert change.absolute["energy"].partial
    assert change.relative["co2e"].partial
    assert change.grid.co2e.partial
    text = printed(base, change)
    assert re.search(r"Energy use +1,800 GJ \* +1,944 GJ \* +\+8.0 % \*\n", text)
    assert "* without what is not counted: see the notes" in text


def test_sums_that_leave_out_different_things_are_not_compared() -> None:
    change = changes(PARTIAL)
    assert (change.absolute["co2e"], change.relative["co2e"], change.grid) == (None, None, None)
    assert (change.absolute["energy"], change.relative["energy"]) == (None, None)
    assert change.absolute["water"].value == pytest.approx(0.08)
    assert said(change) == ["D005", "D005", "D012", "D013", "D013", "D015"]


# what is changed in the current file, and what is said of the comparison
UNEVEN = {
    "plant": ("Mill", "Other", ["D006", "D015"]),
    "sector": ("textile", "paper", ["D006", "D015"]),
    "half a year": ("2015", "{from: 2015-01, to: 2015-06}", ["D008", "D015"]),
    "unit of output": ("1200 t", "1200 m", ["D009", "D015"]),
    "product": ("cloth", "yarn", ["D010", "D015"]),
    "share": ("1200 t", "1200 t, share: 90 %", ["D011", "D015"]),
    "streams": ("drums", "barrels", ["D012", "D012", "D015"]),
    "GWP": ("period", "gwp: AR4\nperiod", ["D014", "D015"]),
    "kind of grid factor": ("540 MWh", "540 MWh, grid_factor: 0.8 t/MWh", ["D015", "D016"]),
    "nothing": ("540 MWh", "540 MWh, grid_factor: 0.6612 t/MWh", []),
}


@pytest.mark.parametrize(("before", "after", "wanted"), UNEVEN.values(), ids=UNEVEN.keys())
def test_what_makes_a_comparison_uneven_is_said(before: str, after: str, wanted: list[str]) -> None:
    assert before in CURRENT
    change = changes(BASE, CURRENT.replace(before, after))
    assert said(change) == wanted
    for one in change.diagnostics:
        for language in map(Language, LANGUAGES):
            text = message_of(one, language) + hint_of(one, language)
            assert "{" not in text  # every value of the message is given


def test_files_in_the_wrong_order() -> None:
    assert said(changes(CURRENT, BASE)) == ["D007", "D015"]
    assert said(changes(BASE, BASE)) == ["D007"]


def test_outputs_of_several_units_have_no_relative_change() -> None:
    change = changes(BASE, CURRENT.replace("1200 t}", "1200 m}"))
    assert change.output is None
    assert set(change.relative.values()) == {None}
    assert change.absolute["energy"].value == pytest.approx(0.08)
    assert change.grid.relative is None


def test_hectolitres_and_cubic_metres_are_one_output() -> None:
    brewed = BASE.replace("1000 t", "10000 hl")
    assert of(brewed).output.unit == "m3"
    change = changes(brewed, BASE.replace("1000 t", "1000 m3"))
    assert (change.output.value, change.relative["energy"].value) == (0, 0)
