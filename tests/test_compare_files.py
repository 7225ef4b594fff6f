"""Packages of one file and several files side by side: figures, differences, what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

import cpaudit
from choices import HEAD, of, said
from cpaudit.figure import Figure

EXAMPLES = Path(__file__).parents[1] / "examples"
KILN = cpaudit.assess(cpaudit.load(EXAMPLES / "brick-kiln.yaml"))
PLANT = (
    HEAD
    + """\
  coal: {kind: anthracite, amount: 100 t, price: 100 USD/t}
options:
  - {id: a, saves: {water: 1000 m3, coal: 10 %}, investment: 2000 USD, lifetime: 5 yr}
  - {id: b, saves: {water: 3000 m3}, investment: 6000 USD, lifetime: 5 yr}
packages: {small: [a], large: [a, b]}
finance: {discount_rate: 10 %, basis: nominal}
"""
)


def value(node: object) -> float:
    assert isinstance(node, Figure)
    return node.value


def test_packages_of_one_file_differ_by_hand() -> None:
    comparison = cpaudit.compare([KILN])
    assert [one.name for one in comparison.columns] == ["with-vsbk", "with-tunnel"]
    tunnel = comparison.differences["with-tunnel"]
    # the sums of the example file: 3250113000 - 2964278000 and 21320 - 6520 million VND
    assert value(tunnel.figures["saving"]) == pytest.approx(285835000)
    assert value(tunnel.figures["investment"]) == pytest.approx(14800e6)
    # coal -380.7 t * 1.8014 and electricity -485 MWh * 0.6612 = -685.786 - 320.682
    assert value(tunnel.figures["co2e"]) == pytest.approx(-1006.468, abs=0.01)
    assert tunnel.irr is not None
    assert tunnel.irr.outcome == "unique"


def test_the_extra_money_of_a_package_has_a_rate_of_its_own() -> None:
    # b alone differs: 6000 for 3000 a year over 5 years: (P/A, i, 5) = 2, i = 41.04 %
    irr = of(PLANT).differences["large"].irr
    assert irr is not None
    assert irr.values == pytest.approx([0.410415], abs=1e-5)


def test_a_difference_is_figure_less_base() -> None:
    comparison = of(PLANT, base="large")
    assert comparison.base is not None
    assert comparison.base.name == "large"
    assert list(comparison.differences) == ["small"]
    small = comparison.differences["small"].figures
    assert value(small["saving"]) == pytest.approx(-3000)
    # -3000 * (P/A, 10 %, 5) + 6000 = -3000 * 3.790787 + 6000
    assert value(small["npv"]) == pytest.approx(-5372.36, abs=0.01)
    assert value(small["co2e"]) == pytest.approx(0)


def test_files_have_their_last_package_or_the_one_that_is_named() -> None:
    other = PLANT.replace("100 t,", "120 t,").replace("Mill", "Other").replace("large:", "huge:")
    assert [one.package for one in of(PLANT, other).columns] == ["large", "huge"]
    assert [one.package for one in of(PLANT, other, packages=["small"]).columns] == ["small"] * 2
    named = of(PLANT, other, packages=["large", "huge"])
    assert [one.package for one in named.columns] == ["large", "huge"]
    assert said(of(PLANT, other, packages=["large"])) == ["A007"]


def test_baselines_of_two_plants_are_subtracted() -> None:
    other = PLANT.replace("100 t,", "120 t,").replace("Mill", "Other")
    comparison = of(PLANT, other)
    (difference,) = comparison.differences.values()
    assert value(difference.baseline["cost"]) == pytest.approx(2000)  # 20 t at 100 USD
    # 20 t of anthracite: 26.7 GJ/t
    assert value(difference.baseline["energy"]) == pytest.approx(534)
    assert said(comparison) == []
    assert comparison.choices == ()
    assert list(comparison.fronts) == ["options", "packages"]


def test_one_plant_with_two_baselines_is_warned_of() -> None:
    comparison = of(PLANT, PLANT.replace("100 t,", "120 t,").replace("Mill", "MILL"))
    assert said(comparison) == ["A005", "A005", "A005", "A012"]
    first = next(one for one in comparison.diagnostics if one.code.id == "A005")
    assert first.values["what"] == "cost"
    assert said(of(PLANT, PLANT)) == ["A012"]


def test_money_of_two_currencies_is_not_subtracted() -> None:
    comparison = of(PLANT, PLANT.replace("USD", "EUR").replace("Mill", "Other"))
    (difference,) = comparison.differences.values()
    assert difference.figures["saving"] is None
    assert difference.figures["npv"] is None
    assert difference.baseline["cost"] is None
    assert value(difference.figures["co2e"]) == pytest.approx(0)
    assert said(comparison) == ["A001"]
    assert comparison.fronts == {}


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (("period: 2014", "period: 2015"), ["A002"]),
        (("period: 2014", "period: 2014\ngwp: AR4"), ["A003"]),
        (("discount_rate: 10 %", "discount_rate: 12 %"), ["A004"]),
        (("basis: nominal", "tax_rate: 20 %"), ["A004"]),
        (("basis: nominal", "basis: real, inflation: 4 %"), ["A004", "A004"]),
    ],
)
def test_what_makes_files_hard_to_compare_is_told(
    change: tuple[str, str], codes: list[str]
) -> None:
    other = PLANT.replace("Mill", "Other").replace(*change)
    assert said(of(PLANT, other)) == codes


def test_a_file_without_options_has_its_baseline() -> None:
    bare = PLANT.partition("options:")[0].replace("Mill", "Other")
    comparison = of(PLANT, bare)
    assert said(comparison) == ["A004", "A006"][::-1]
    assert [one.package for one in comparison.columns] == ["large", None]
    (difference,) = comparison.differences.values()
    assert difference.figures == {}
    assert value(difference.baseline["cost"]) == pytest.approx(0)
    alone = of(bare)
    assert (alone.columns, alone.base, dict(alone.abatement)) == ((), None, {})


def test_names_that_are_not_there_are_errors() -> None:
    assert said(of(PLANT, base="larg")) == ["A008"]
    assert said(of(PLANT, packages=["larg"])) == ["A007"]
    (error,) = [one for one in of(PLANT, base="larg").diagnostics if one.is_error]
    assert error.values["known"] == "large"


def test_nothing_to_compare_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="nothing to compare"):
        cpaudit.compare([])


def test_the_same_file_may_stand_twice() -> None:
    names = [one.name for one in of(PLANT, PLANT).columns]
    assert len(set(names)) == 2
