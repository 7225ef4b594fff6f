"""What packages use up, switch and leave unknown: each expected figure computed by hand."""

from __future__ import annotations

import pytest

from reading import HEAD, assessed, errors, run_text, said_in_full, value

FUELS = HEAD + (
    "resources:\n"
    "  fuel_oil: {amount: 100 t, price: 10 VND/t}\n"
    "  lpg: {amount: 0 t, price: 20 VND/t}\n"
)
SWITCH = "options:\n  - {id: a, saves: {fuel_oil: 100 %, lpg: -85 t}}\n"
TUNE = "  - {id: b, saves: {lpg: 5 t}, requires: [a]}\n"
WATER_AND_COAL = HEAD + (
    "resources:\n"
    "  water: {amount: 1000 m3, price: 100 VND/m3}\n"
    "  coal: {kind: anthracite, amount: 100 t, price: 50 VND/t}\n"
)


@pytest.mark.parametrize(
    ("amount", "parts"),
    [
        # in binary 1000.3 - 1000.1 - 0.2 is not 0, nor is 98765432.3 - 98765432.2 - 0.1
        ("1000.3", ["1000.1 m3", "0.2 m3", "5 %"]),
        ("1000.3", ["0.2 m3", "1000.1 m3", "5 %"]),
        ("98765432.3", ["98765432.2 m3", "0.1 m3"]),
        ("0.3", ["0.1 m3", "0.2 m3", "100 %"]),
    ],
)
def test_a_stream_may_be_used_up_exactly(amount: str, parts: list[str]) -> None:
    options = "".join(
        f"  - {{id: o{number}, saves: {{water: {part}}}}}\n" for number, part in enumerate(parts)
    )
    text = f"{HEAD}resources: {{water: {{amount: {amount} m3, price: 9 VND/m3}}}}\noptions:\n"
    assessment = assessed(text + options)
    saved = value(assessment, "packages.all.resources.water")
    assert saved == pytest.approx(float(amount), rel=1e-9)
    assert value(assessment, "packages.all.saving") == pytest.approx(float(amount) * 9, rel=1e-9)
    if parts[-1] == "5 %":  # of nothing
        size = value(assessment, "packages.all.options.o2.resources.water")
        assert size == pytest.approx(0, abs=1e-9)


def test_more_than_rounding_is_still_refused() -> None:
    text = f"{HEAD}resources: {{water: {{amount: 1000.3 m3, price: 9 VND/m3}}}}\noptions:\n"
    options = "  - {id: a, saves: {water: 1000.1 m3}}\n  - {id: b, saves: {water: 0.201 m3}}\n"
    assert [code for code, _, _ in errors(run_text(text + options)[2])] == ["P003"]


def test_a_fuel_that_an_option_switches_to_can_be_saved_by_another() -> None:
    assessment = assessed(FUELS + SWITCH + TUNE)
    # alone, and in the package: 5 of the 85 t that the switch has brought
    assert value(assessment, "options.b.resources.lpg") == pytest.approx(5, rel=1e-12)
    assert value(assessment, "options.b.saving") == pytest.approx(100, rel=1e-12)
    assert value(assessment, "packages.all.options.b.resources.lpg") == pytest.approx(5, rel=1e-12)
    assert value(assessment, "packages.all.resources.lpg") == pytest.approx(-80, rel=1e-12)
    # 100 t x 10 - 85 t x 20, and 5 t x 20 back
    assert value(assessment, "options.a.saving") == pytest.approx(-700, rel=1e-12)
    assert value(assessment, "packages.all.saving") == pytest.approx(-600, rel=1e-12)


def test_a_share_of_the_fuel_switched_to_through_two_requirements() -> None:
    # c can't act alone nor after b alone: a brings 85 t, b saves 5, c saves 60 of the 80 left
    third = "  - {id: c, saves: {lpg: 60 t}, requires: [b]}\n"
    assessment = assessed(FUELS + SWITCH + TUNE + third)
    assert value(assessment, "options.c.resources.lpg") == pytest.approx(60, rel=1e-12)
    assert value(assessment, "packages.all.resources.lpg") == pytest.approx(-20, rel=1e-12)


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (SWITCH + TUNE.replace("5 t", "86 t"), {"P002"}),  # of 85 t
        (SWITCH + TUNE.replace(", requires: [a]", ""), {"P002"}),  # of none
    ],
)
def test_what_no_requirement_brings_is_not_there(options: str, codes: set[str]) -> None:
    assert {code for code, _, _ in errors(run_text(FUELS + options)[2])} == codes


def test_dust_of_a_package_is_unknown_where_that_of_a_member_is() -> None:
    # no ash is written for the coal; water makes no dust at all
    options = "options:\n  - {id: coal, saves: {coal: 10 %}}\n  - {id: tap, saves: {water: 5 %}}\n"
    for order in ("coal, tap", "tap, coal"):
        assessment = assessed(f"{WATER_AND_COAL}{options}packages: {{p: [{order}], wet: [tap]}}\n")
        assert value(assessment, "options.coal.dust") is None
        assert value(assessment, "options.tap.dust") == 0
        assert value(assessment, "packages.p.dust") is None
        assert value(assessment, "packages.wet.dust") == 0


@pytest.mark.parametrize(
    ("cost", "warned"),
    [("5000 VND", False), ("5001 VND", True)],  # against 50 m3 x 100
)
def test_a_package_that_costs_more_than_it_saves_is_warned_of(cost: str, warned: bool) -> None:
    options = (
        f"  - {{id: tap, saves: {{water: 50 m3}}, operating_cost: {cost}}}\n"
        "  - {id: idle, saves: {water: 0 m3}, operating_cost: 0 VND}\n"
    )
    text = f"{WATER_AND_COAL}options:\n{options}packages:\n  pair: [tap, idle]\n  quiet: [idle]\n"
    _, assessment, found = run_text(text)
    said = [one for one in found if one.code.id == "P021"]
    assert not errors(found)
    saving = value(assessment, "packages.pair.saving")
    assert saving == pytest.approx(-1 if warned else 0, abs=1e-9)
    # of the option alone, and of the package where it is written
    row = text.split("\n").index("  pair: [tap, idle]") + 1
    assert ["“pair”" in said_in_full(one) for one in said] == [False, True] * warned
    assert [one.span.line for one in said][1:] == [row] * warned


@pytest.mark.parametrize(("stated", "partial"), [(2, True), (3, False), (1, True)])
def test_cod_of_some_of_three_wastewaters_is_a_part(stated: int, partial: bool) -> None:
    waters = "".join(
        f"  w{number}: {{kind: wastewater, amount: 1000 m3"
        f"{', COD: 500 mg/L' if number < stated else ''}}}\n"
        for number in range(3)
    )
    text = f"{WATER_AND_COAL}discharges:\n{waters}"
    _, assessment, found = run_text(text)
    cod = assessment.baseline.impacts["cod"]
    # 1000 m3 x 500 g
    assert cod.value == pytest.approx(0.5 * stated, rel=1e-12)
    assert cod.partial is partial
    assert assessment.baseline.impacts["bod"] is None
    silent = ", ".join(f"w{number}" for number in range(stated, 3))
    notes = [said_in_full(one) for one in found if one.code.id == "P009"]
    told = [words for words in notes if words.startswith("COD")]
    assert [silent in words for words in told] == [True] * partial
