"""Changes of figures between two assessments: by hand, in both directions, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

import cpaudit
from cpaudit.engine.changes import Change, Changes
from cpaudit.engine.results import Irr, Payback
from cpaudit.figure import Entered
from differing import DEARER, PLANT
from reading import HEAD, assessed

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").rglob("*.yaml"))
AUDITS = [path for path in EXAMPLES if "programme" not in path.stem]


def changes(before: str, after: str, tolerance: float = 0.0, of: str | None = None) -> Changes:
    return cpaudit.diff(assessed(before), assessed(after), tolerance, of)


def by_name(made: Changes) -> dict[str, Change]:
    return {one.name: one for one in made.changes}


def causes(made: Changes) -> list[tuple[str, str, float | None, float | None]]:
    """(kind, name, value before, value after) of each cause."""
    return [
        (
            one.kind,
            one.name,
            one.before.value if one.before else None,
            one.after.value if one.after else None,
        )
        for one in made.causes
    ]


def test_a_price_moves_what_rests_on_it_and_by_how_much() -> None:
    moved = by_name(changes(PLANT, DEARER))
    # 900 m3 x 500 VND = 450000 VND; 4050000 x 1/9
    assert moved["baseline.cost"].absolute == pytest.approx(450_000, rel=1e-12)
    assert moved["baseline.cost"].relative == pytest.approx(1 / 9, rel=1e-12)
    # 90 m3 x 500 VND
    assert moved["packages.all.saving"].absolute == pytest.approx(45_000, rel=1e-12)
    # 1000000 / 450000 - 1000000 / 405000 = 20/9 - 200/81 = -20/81
    assert moved["options.a.payback"].absolute == pytest.approx(-20 / 81, rel=1e-12)
    assert moved["options.a.payback"].relative == pytest.approx(-0.1, rel=1e-12)
    # nine years at 12 %: (1 - 1.12^-9) / 0.12 = 5.3282498 x 45000 VND
    annuity = (1 - 1.12**-9) / 0.12
    assert moved["options.a.npv"].absolute == pytest.approx(45_000 * annuity, rel=1e-9)
    assert "options.a.investment" not in moved
    assert "options.a.resources.water" not in moved


def test_the_cause_is_the_price_with_its_line_and_all_that_rests_on_it() -> None:
    made = changes(PLANT, f"# a line more\n{DEARER}")
    assert causes(made) == [("entered", "resources.water.price", 4500.0, 5000.0)]
    cause = made.causes[0]
    origins = [figure.derivation for figure in (cause.before, cause.after) if figure]
    told = [(one.text, one.span.line) for one in origins if isinstance(one, Entered)]
    assert told == [("4500 VND/m3", 5), ("5000 VND/m3", 6)]
    assert cause.figures == len(made.changes)
    assert all(one.causes == (0,) for one in made.changes)
    assert made.entries == ()


def test_each_figure_has_its_own_causes_and_what_moves_most_comes_first() -> None:
    made = changes(PLANT, DEARER.replace("1 million VND", "2 million VND"))
    names = [one.name for one in made.causes]
    moved = by_name(made)
    assert set(names) == {"resources.water.price", "options.a.investment"}
    counts = [one.figures for one in made.causes]
    assert counts == sorted(counts, reverse=True)
    price, money = names.index("resources.water.price"), names.index("options.a.investment")
    assert moved["baseline.cost"].causes == (price,)
    assert moved["options.a.investment"].causes == (money,)
    assert set(moved["options.a.payback"].causes) == {price, money}


def test_outcomes_change_as_values_do() -> None:
    # the operating cost of 500000 VND eats the saving of 405000 VND
    made = by_name(
        changes(PLANT, PLANT.replace("lifetime", "operating_cost: 500000 VND, lifetime"))
    )
    payback, irr = made["options.a.payback"], made["options.a.irr"]
    assert (payback.kind, payback.absolute, payback.relative) == ("outcome", None, None)
    assert isinstance(payback.before, Payback)
    assert isinstance(payback.after, Payback)
    assert (payback.before.outcome, payback.after.outcome) == ("reached", "never")
    assert irr.kind == "outcome"
    assert isinstance(irr.before, Irr)
    assert isinstance(irr.after, Irr)
    assert (irr.before.outcome, irr.after.outcome) == ("unique", "none")
    # 405000 - 500000 - 405000
    assert made["options.a.saving"].absolute == pytest.approx(-500_000, rel=1e-12)
    assert made["options.a.saving"].relative == pytest.approx(-500 / 405, rel=1e-12)


def test_the_relative_change_is_of_the_size_of_what_was() -> None:
    loss = PLANT.replace("lifetime", "operating_cost: 605000 VND, lifetime")
    # from -200000 to 405000: 605000 / 200000 upwards, although the sign changes
    moved = by_name(changes(loss, PLANT))["options.a.saving"]
    assert moved.absolute == pytest.approx(605_000, rel=1e-12)
    assert moved.relative == pytest.approx(3.025, rel=1e-12)


def test_from_nothing_there_is_no_relative_change() -> None:
    free = PLANT.replace("4500 VND/m3", "0 VND/m3")
    moved = by_name(changes(free, PLANT))["baseline.cost"]
    assert (moved.absolute, moved.relative) == (4_050_000.0, None)


def test_figures_of_a_new_option_are_new_and_those_of_an_old_one_gone() -> None:
    more = PLANT.replace(
        "packages:", "  - {id: b, saves: {water: 5 %}, investment: 3 VND}\npackages:"
    )
    made, back = by_name(changes(PLANT, more)), by_name(changes(more, PLANT))
    assert made["options.b.saving"].kind == "new"
    assert back["options.b.saving"].kind == "gone"
    assert all(name.startswith("options.b.") for name in made)
    assert made.keys() == back.keys()
    # 45 m3 x 4500 VND
    after = made["options.b.saving"].after
    assert after is not None
    assert after.value == pytest.approx(202_500, rel=1e-12)  # type: ignore[union-attr]


def test_what_gets_told_is_a_change_from_nothing() -> None:
    undated = PLANT.replace(", lifetime: 9 yr", "")
    moved = by_name(changes(undated, PLANT))["options.a.npv"]
    assert (moved.kind, moved.before, moved.absolute) == ("outcome", None, None)


def test_money_of_two_currencies_is_never_subtracted() -> None:
    dollars = PLANT.replace("currency: VND", "currency: USD").replace(
        "period:", "exchange_rates: {USD: 20000 VND}\nperiod:"
    )
    made = changes(PLANT, dollars)
    moved = by_name(made)
    assert moved["baseline.cost"].kind == "unit"
    assert moved["baseline.cost"].absolute is None
    assert [said.code.id for said in made.diagnostics] == ["J009"]
    assert made.currencies == ("VND", "USD")
    # time and rates are in the same unit: and they are the same
    assert "options.a.payback" not in moved


def test_other_plants_and_periods_are_told() -> None:
    other = PLANT.replace("name: Mill", "name: Works").replace("period: 2014", "period: 2015")
    assert [said.code.id for said in changes(PLANT, other).diagnostics] == ["J010", "J011"]


def test_a_factor_of_another_year_takes_the_place_of_the_one_before() -> None:
    plant = f"{HEAD}resources:\n  electricity: {{amount: 100 MWh, price: 1000 VND/kWh}}\n"
    made = changes(plant, plant.replace("period: 2014", "period: 2015"))
    # the official factors of Viet Nam: 0.6612 and 0.8154 t/MWh
    assert [one[:2] for one in causes(made)] == [("factor", "grid.VN.2015")]
    assert [one[2:] for one in causes(made)] == [(0.6612, 0.8154)]
    assert by_name(made)["baseline.co2e"].absolute == pytest.approx(15.42, rel=1e-9)
    assert [(one.name, one.before.text, one.after.text) for one in made.entries] == [  # type: ignore[union-attr]
        ("period", "2014", "2015")
    ]


def test_a_price_written_in_place_of_a_factor_is_one_cause() -> None:
    plant = f"{HEAD}resources:\n  electricity: {{amount: 100 MWh}}\n"
    own = plant.replace("100 MWh", "100 MWh, grid_factor: 0.7 t/MWh")
    assert [one[2:] for one in causes(changes(plant, own))] == [(0.6612, 0.7)]
    assert changes(plant, own).entries == ()


def test_an_order_that_moves_figures_is_told_as_an_entry() -> None:
    two = PLANT.replace(
        "packages: {all: [a]}",
        "  - {id: b, saves: {water: 90 m3}, investment: 3 VND}\npackages: {all: [a, b]}",
    )
    made = changes(two, two.replace("[a, b]", "[b, a]"))
    moved = by_name(made)
    # a takes 10 % of 900, or of the 810 that b leaves: 9 m3 less
    assert moved["packages.all.options.a.resources.water"].absolute == pytest.approx(-9, rel=1e-9)
    assert [(one.name, one.before.text, one.after.text) for one in made.entries] == [  # type: ignore[union-attr]
        ("packages.all", "a, b", "b, a")
    ]


def test_words_and_expectations_are_no_figures() -> None:
    words = PLANT.replace("name: Mill", "name: Mill, address: Here").replace(
        "id: a", "id: a, name: A"
    )
    expected = f"{words}expect:\n  - {{figure: baseline.cost, value: 1 VND}}\n"
    made = changes(PLANT, expected)
    assert (made.changes, made.causes, made.entries) == ((), (), ())


@pytest.mark.parametrize(("tolerance", "count"), [(0.0, True), (0.1, True), (0.2, False)])
def test_a_tolerance_is_a_part_of_the_larger_value(tolerance: float, count: bool) -> None:
    # 4050000 to 4500000 is 10 % of the larger one; of the NPVs, 1157941 and 1397712, it is 17 %
    moved = by_name(changes(PLANT, DEARER, tolerance))
    assert ("baseline.cost" in moved) == (tolerance == 0)
    assert ("options.a.npv" in moved) == count


def test_the_same_up_to_the_last_bits_is_the_same() -> None:
    assert changes(PLANT, PLANT.replace("900 m3", "900.0000000001 m3")).changes == ()
    assert changes(PLANT, PLANT.replace("900 m3", "900.00001 m3")).changes != ()


def test_a_path_and_what_is_below_it() -> None:
    made = by_name(changes(PLANT, DEARER, of="options.a"))
    assert {name.rpartition(".")[0] for name in made} <= {"options.a", "options.a.resources"}
    assert list(by_name(changes(PLANT, DEARER, of="baseline.cost"))) == ["baseline.cost"]
    # a cash flow is there where it is asked for: 45000 VND more in each of nine years
    flows = by_name(changes(PLANT, DEARER, of="options.a.cash_flow.total"))
    assert [one.absolute for one in flows.values()] == pytest.approx([45_000.0] * 9, rel=1e-9)
    with pytest.raises(LookupError):
        changes(PLANT, DEARER, of="options.b")


@pytest.fixture(scope="module", params=AUDITS, ids=lambda path: path.stem)
def example(request: pytest.FixtureRequest) -> cpaudit.Assessment:
    return cpaudit.assess(cpaudit.load(request.param))


def test_an_audit_does_not_differ_from_itself(example: cpaudit.Assessment) -> None:
    made = cpaudit.diff(example, example)
    assert (made.changes, made.causes, made.entries, made.diagnostics) == ((), (), (), ())
    assert made.compared > 20


def test_backwards_everything_has_the_other_sign(example: cpaudit.Assessment) -> None:
    other = cpaudit.assess(cpaudit.load(AUDITS[0]))
    there, back = cpaudit.diff(example, other), cpaudit.diff(other, example)
    assert_reversed(there, back)


def assert_reversed(there: Changes, back: Changes) -> None:
    """That two comparisons tell the same in either direction."""
    kinds = {"new": "gone", "gone": "new"}
    found, turned = by_name(there), by_name(back)
    assert found.keys() == turned.keys()
    for name, one in found.items():
        other = turned[name]
        assert (one.before, one.after) == (other.after, other.before)
        assert kinds.get(one.kind, one.kind) == other.kind
        assert (one.absolute is None) == (other.absolute is None)
        if one.absolute is not None and other.absolute is not None:
            assert one.absolute == -other.absolute
    assert {one.name for one in there.entries} == {one.name for one in back.entries}
    assert len(there.causes) == len(back.causes)
