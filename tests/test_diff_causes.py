"""What came or went as a whole moves figures; what these rest on is no cause where it stayed."""

from __future__ import annotations

import pytest

from differing import PLANT
from test_diff import by_name, causes, changes

TWO = PLANT.replace(
    "packages: {all: [a]}",
    "  - {id: b, saves: {water: 90 m3}, investment: 3 VND}\npackages: {all: [a, b], one: [a]}",
)


def entries(before: str, after: str) -> list[tuple[str, str | None, str | None]]:
    found = changes(before, after).entries
    return [
        (one.name, one.before and one.before.text, one.after and one.after.text) for one in found
    ]


def test_a_package_that_went_takes_no_value_with_it() -> None:
    less = TWO.replace(", one: [a]", "")
    for before, after, told in [(TWO, less, ("a", None)), (less, TWO, (None, "a"))]:
        made = changes(before, after)
        assert all(name.startswith("packages.one.") for name in by_name(made))
        # water, its price and the option are written as before
        assert causes(made) == []
        assert entries(before, after) == [("packages.one", *told)]


def test_a_package_that_went_and_a_price_that_changed() -> None:
    made = changes(TWO, TWO.replace(", one: [a]", "").replace("4500", "5000"))
    assert causes(made) == [("entered", "resources.water.price", 4500.0, 5000.0)]
    moved = by_name(made)
    assert moved["packages.one.saving"].causes == moved["packages.all.saving"].causes == (0,)


@pytest.mark.parametrize("of", [None, "packages.all", "packages.all.saving"])
def test_an_option_that_leaves_a_package_is_as_it_was(of: str | None) -> None:
    made = changes(TWO, TWO.replace("[a, b]", "[a]"), of=of)
    # 90 m3 x 4500 VND
    assert by_name(made)["packages.all.saving"].absolute == pytest.approx(-405_000, rel=1e-12)
    assert causes(made) == []
    assert [one.name for one in made.entries] == ["packages.all"]


def test_an_option_of_another_name_has_its_own_values_and_nothing_else() -> None:
    made = changes(PLANT, PLANT.replace("id: a", "id: c").replace("[a]", "[c]"))
    assert set(causes(made)) == {
        ("entered", "options.a.saves.water", 0.1, None),
        ("entered", "options.c.saves.water", None, 0.1),
        ("entered", "options.a.investment", 1e6, None),
        ("entered", "options.c.investment", None, 1e6),
        ("entered", "options.a.lifetime", 9.0, None),
        ("entered", "options.c.lifetime", None, 9.0),
    }
