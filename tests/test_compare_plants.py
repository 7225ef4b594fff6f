"""Options of several plants in one abatement cost curve and one front, by hand."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpaudit.api import assess_audit, audit_in
from cpaudit.engine.comparing import Comparison, compare
from cpaudit.engine.comparing.differences import difference, incremental_flows
from cpaudit.figure import Assumed, Figure
from cpaudit.language import LANGUAGES, Language
from cpaudit.report.views.comparing import compare_view
from cpaudit.report.views.plot import SEVERAL, Mark, axis_of, scatter, signs_of
from cpaudit.source.files import source_of_bytes
from test_compare_output import printed, squeezed

# 0.5 t CO2 and 100 USD per MWh; at 10 % over ten years 1 USD is 0.16274539 USD a year and 1 USD a
# year is worth 6.14456711 USD
MILL = """\
cpaudit: 1
plant: {name: Mill, country: VN, currency: USD}
period: 2014
resources:
  electricity: {amount: 1000 MWh, price: 100 USD/MWh, grid_factor: 0.5 t/MWh}
  water: {amount: 9000 m3, price: 1 USD/m3}
options:
  - {id: dear, saves: {electricity: 100 MWh}, investment: 100000 USD, lifetime: 10 yr}
  - {id: small, saves: {electricity: 50 MWh}, investment: 10000 USD, lifetime: 10 yr}
  - {id: taps, saves: {water: 900 m3}, investment: 100 USD, lifetime: 10 yr}
packages: {chosen: [dear, small], all: [dear, small, taps]}
finance: {discount_rate: 10 %, basis: nominal}
"""
OPTIONS = re.compile(r"options:.*?finance", re.DOTALL)


def plant(name: str, *options: str, package: str = "all") -> str:
    """A plant like the mill with other options: id, saving, investment, lifetime."""
    lines = "\n".join(f"  - {{{one}}}" for one in options)
    ids = ", ".join(one.partition(",")[0].removeprefix("id: ") for one in options)
    packages = f"packages: {{{package}: [{ids}]}}"
    text = OPTIONS.sub(f"options:\n{lines}\n{packages}\nfinance", MILL)
    return text.replace("name: Mill", f"name: {name}")


FAIR = "id: fair, saves: {electricity: 200 MWh}, investment: 150000 USD, lifetime: 10 yr"
BIG = "id: big, saves: {electricity: 100 MWh}, investment: 30000 USD, lifetime: 10 yr"
OPEN = "id: open, saves: {electricity: 10 MWh}, investment: 1 USD"
WORKS = plant("Works", FAIR, BIG, OPEN)


def assessed_as(file: str, text: str) -> Any:
    source, _ = source_of_bytes(text.encode(), file)
    assert source is not None
    audit, found = audit_in(source)
    assert audit is not None, found
    return assess_audit(audit)[0]


def of(files: dict[str, str], *packages: str) -> Comparison:
    return compare([assessed_as(file, text) for file, text in files.items()], packages=packages)


def said(comparison: Comparison) -> list[str]:
    return [one.code.id for one in comparison.diagnostics if one.code.id.startswith("A")]


BOTH = {"mill.yaml": MILL, "works.yaml": WORKS}


def test_one_curve_for_all_plants() -> None:
    curve = of(BOTH).abatement["options"].curve
    assert list(curve) == ["works.yaml:fair", "mill.yaml:dear"]
    # fair: 150000 * 0.16274539 - 20000 = 4411.81 over 100 t; dear: 16274.54 - 10000 over 50 t
    costs = [bar.cost.value for bar in curve.values()]
    assert costs == pytest.approx([44.1181, 125.4908], abs=1e-4)
    assert [bar.co2e.value for bar in curve.values()] == pytest.approx([100, 50])
    assert [bar.cumulative.value for bar in curve.values()] == pytest.approx([100, 150])


def test_an_option_may_be_dominated_by_one_of_another_plant() -> None:
    comparison = of(BOTH)
    paying = comparison.abatement["options"].paying
    # big: 10000 * 6.14456711 - 30000 and 500 t; small: 5000 * 6.14456711 - 10000 and 250 t
    worth = {name: one.point.npv.value for name, one in paying.items()}
    assert worth == pytest.approx({"works.yaml:big": 31445.67, "mill.yaml:small": 20722.84})
    assert paying["mill.yaml:small"].point.dominated_by == ("works.yaml:big",)
    points = comparison.fronts["options"].points
    # taps: 900 * 6.14456711 - 100 = 5430.11 and no CO2e; dear: 10000 * 6.14456711 - 100000 < 0;
    # fair has the most CO2e, 1000 t
    front = [name for name, point in points.items() if not point.dominated_by]
    assert front == ["works.yaml:fair", "works.yaml:big"]
    assert set(points["mill.yaml:dear"].dominated_by) == {"works.yaml:fair", "works.yaml:big"}


def test_what_has_no_place_is_listed_with_its_plant() -> None:
    comparison = of(BOTH)
    assert comparison.abatement["options"].left_out == {
        "mill.yaml:taps": "no CO2e is avoided",
        "works.yaml:open": "no lifetime is written",
    }
    assert list(comparison.fronts["options"].left_out) == ["works.yaml:open"]
    unrated = {**BOTH, "works.yaml": WORKS.replace("discount_rate: 10 %, ", "")}
    left_out = of(unrated).abatement["options"].left_out
    assert left_out["works.yaml:fair"] == "no discount rate is written"
    assert "mill.yaml:dear" not in left_out


def test_at_their_turns_in_the_packages_compared() -> None:
    shares = plant(
        "Works",
        "id: first, saves: {electricity: 20 %}, investment: 600000 USD, lifetime: 10 yr",
        "id: second, saves: {electricity: 10 %}, investment: 90000 USD, lifetime: 10 yr",
        package="chosen",
    )
    comparison = of({"mill.yaml": MILL, "works.yaml": shares}, "chosen")
    assert list(comparison.abatement) == ["options", "compared"]
    assert list(comparison.fronts) == ["options", "compared", "packages"]
    # first: 200 of 1000 MWh, 100 t; second: 10 % of the 800 left, 80 MWh and 40 t; dear 50 t.
    # second: 90000 * 0.16274539 - 8000 = 6647.085; first: 600000 * 0.16274539 - 20000 = 77647.2
    curve = comparison.abatement["compared"].curve
    assert list(curve) == ["mill.yaml:dear", "works.yaml:second", "works.yaml:first"]
    costs = [bar.cost.value for bar in curve.values()]
    assert costs == pytest.approx([125.4908, 166.1771, 776.4723], abs=1e-3)
    assert [bar.cumulative.value for bar in curve.values()] == pytest.approx([50, 90, 190])
    # `taps` is in no package that is compared
    assert dict(comparison.abatement["compared"].left_out) == {}
    # the options alone stand there as well: second saves 10 % of 1000 MWh
    alone = comparison.abatement["options"].curve["works.yaml:second"]
    assert alone.co2e.value == pytest.approx(50)


@pytest.mark.parametrize("name", ["Mill", "MILL"])
def test_alternatives_of_one_plant_have_no_common_curve(name: str) -> None:
    other = MILL.replace("Mill", name).replace("100000 USD", "90000 USD")
    comparison = of({"now.yaml": MILL, "works.yaml": WORKS, "new.yaml": other})
    assert (comparison.abatement, list(comparison.fronts)) == ({}, ["packages"])
    assert said(comparison) == ["A012"]
    (note,) = [one for one in comparison.diagnostics if one.code.id == "A012"]
    assert note.values == {"plant": "Mill", "files": "now.yaml, new.yaml"}
    assert note.code.level.name == "NOTE"


def test_a_file_without_options_doubles_nothing() -> None:
    bare = OPTIONS.sub("finance", MILL)
    comparison = of({**BOTH, "bare.yaml": bare})
    assert said(comparison) == ["A006"]
    assert list(comparison.abatement["options"].curve) == ["works.yaml:fair", "mill.yaml:dear"]
    nothing = of({"bare.yaml": bare, "other.yaml": bare.replace("Mill", "Other")})
    assert (nothing.abatement, nothing.fronts) == ({}, {})


def test_money_of_two_currencies_has_no_curve() -> None:
    comparison = of({**BOTH, "works.yaml": WORKS.replace("USD", "EUR")})
    assert (comparison.abatement, comparison.fronts) == ({}, {})
    assert said(comparison) == ["A001"]
    assert "curve and front of all options" in squeezed(printed(comparison))


def test_options_are_called_by_plant_or_by_file() -> None:
    text = squeezed(printed(of(BOTH)))
    assert "Mill: dear 50.0 150 125" in text
    assert "Not counted here: Mill: taps (no CO2e is avoided)." in text
    # a plant in another country is another plant
    abroad = MILL.replace("country: VN", "country: LA")
    comparison = of({"mill.yaml": MILL, "abroad.yaml": abroad})
    assert "A012" not in said(comparison)
    assert "abroad: dear 50.0" in squeezed(printed(comparison))


def test_a_file_name_that_two_plants_have_is_numbered() -> None:
    audits = [assessed_as("audit.yaml", text) for text in (MILL, WORKS)]
    names = list(compare(audits).abatement["options"].curve)
    assert names == ["audit.yaml (2):fair", "audit.yaml (1):dear"]


def many(count: int) -> dict[str, str]:
    """Plants of ten options each: the one of number n saves n MWh for n * n * 100 USD."""
    return {
        f"p{number}.yaml": plant(
            f"Plant {number}",
            *(
                f"id: o{n}, saves: {{electricity: {n} MWh}}, investment: {n * n * 100} USD, "
                "lifetime: 10 yr"
                for n in range(number * 10 + 1, number * 10 + 11)
            ),
        )
        for number in range(count)
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sixty_options_are_numbered_and_fit(lang: str) -> None:
    comparison = of(many(6))
    assert len(comparison.fronts["options"].points) == 60
    text = printed(comparison, lang)
    assert max(len(line.rstrip()) for line in text.splitlines()) <= 80
    # NPV n * 614.46 - n * n * 100: 514, 829, 943, 858, 572, 87 ...; with more CO2e all from the
    # third on are the front, and 5 is the last that is worth more than 1
    beaten = {name: one for name, one in comparison.fronts["options"].points.items() if one[2]}
    assert list(beaten) == ["p0.yaml:o1", "p0.yaml:o2"]
    assert re.search(r"1  Plant 0: o1 [^│]*? 3, 4, 5,? ", squeezed(text).replace("1 P", "1  P"))
    assert re.search(r"^60  Plant 5: o60 ", text, re.MULTILINE)


def test_who_is_beaten_by_many_names_a_few() -> None:
    # the more one saves for the same money, the better: each is beaten by all after it
    options = [
        f"id: o{n}, saves: {{electricity: {n} MWh}}, investment: 10 USD, lifetime: 10 yr"
        for n in range(1, 7)
    ]
    text = squeezed(printed(of({"mill.yaml": MILL, "p.yaml": plant("P", *options)})))
    # dear A, small B, taps C, o1 to o6 D to I; o_n is worth n * 614.46 - 10 and avoids n / 2 t a
    # year: o1 is beaten by small (20,723 USD; on the front, so it stands first) and o2 to o6
    assert "D P: o1 604 0.500 5.00 dominated by B, E, F and 3 more" in text
    assert "H P: o5 3,062 2.50 25.0 dominated by B, I" in text


COORDINATE = st.integers(-50, 50)


@given(st.lists(st.tuples(COORDINATE, COORDINATE), min_size=53, max_size=120))
def test_numbers_in_a_plot_are_whole_and_in_their_places(drawn: list[tuple[int, int]]) -> None:
    signs = signs_of(len(drawn))
    marks = [Mark(sign, float(x), float(y)) for sign, (x, y) in zip(signs, drawn, strict=True)]
    x, y = axis_of([one.x for one in marks]), axis_of([one.y for one in marks])
    lines = scatter(marks, x, y, ("", ""), ("", ""))
    assert (len(lines), max(map(len, lines)) <= 80) == (27, True)
    height, width = 25, 65
    shown = {}
    for row, line in enumerate(reversed(lines[:height])):
        for found in re.finditer(r"\d+", line[13:]):
            assert found[0] not in shown
            shown[found[0]] = (row, found.start())
    for mark in marks:
        row, column = y.place(mark.y, height), x.place(mark.x, width)
        if mark.sign in shown:
            assert shown[mark.sign] == (row, min(column, width - len(mark.sign)))
        else:
            assert lines[height - 1 - row][13 + column] == SEVERAL


def figure(value: float) -> Figure:
    return Figure(value, "USD", Assumed("drawn"))


@pytest.mark.parametrize(
    ("one", "base", "apart"),
    [
        (0.1 + 0.2, 0.3, 0.0),  # 5.6e-17
        (-0.3, -(0.1 + 0.2), 0.0),
        (1e9 + 0.5, 1e9, 0.0),  # half a part in 10^9
        (1e9 + 2, 1e9, 2.0),
        (1e9, 1e9 + 2, -2.0),
        (3e-8, 0.0, 3e-8),  # small, but all there is
        (0.0, 0.0, 0.0),
    ],
)
def test_what_is_nothing_but_rounding_is_no_difference(
    one: float, base: float, apart: float
) -> None:
    made = difference(figure(one), figure(base))
    assert made is not None
    assert made.value == apart
    assert str(made.value) != "-0.0"
    (flow,) = incremental_flows([figure(one)], [figure(base)], "USD")
    assert flow.value == apart


def test_no_zero_with_a_minus_is_printed() -> None:
    # the same savings in two orders: 0.1 + 0.2 + 0.3 and 0.3 + 0.2 + 0.1 differ in the last bit
    options = [
        f"id: o{n}, saves: {{electricity: 0.{n} MWh}}, investment: 1 USD, lifetime: 10 yr"
        for n in (1, 2, 3)
    ]
    text = plant("P", *options)
    turned = text.replace("[o1, o2, o3]", "[o1, o2, o3], turned: [o3, o2, o1]")
    comparison = of({"p.yaml": turned})
    differences = comparison.differences["turned"].figures
    assert [differences[name].value for name in ("saving", "npv", "co2e")] == [0, 0, 0]  # type: ignore[union-attr]
    blocks = str(compare_view(comparison, Language("en")))
    assert "0.0000" not in blocks
    assert "-0" not in blocks
