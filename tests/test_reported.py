"""Figures that a report states: which of them can come from the quantities that it states."""

from __future__ import annotations

import re

import pytest

from cpaudit.language import Language
from cpaudit.report.diagnostics import hint_of, message_of
from reading import HEAD, assessed, places, run_text, value

# cleaner technology at eight firms in 2008, as the centre's annual report has them
CTA = """\
cpaudit: 1
plant: {name: Eight firms, country: VN, currency: VND}
period: 2008
resources:
  fuel_oil: {amount: 5742 t, price: 1 VND/t}
  coal: {kind: other_bituminous, amount: 772 t, price: 1 VND/t}
  electricity: {amount: 1110.6 MWh, price: 1 VND/kWh}
reported:
"""


def doubted(text: str) -> list[tuple[str, int, int]]:
    return [one for one in places(run_text(text)[2]) if one[0] == "X007"]


def test_what_is_printed_of_the_eight_firms_is_doubted() -> None:
    said = "  - {figure: baseline.co2, value: 73867 t}\n"
    (doubt,) = (one for one in run_text(CTA + said)[2] if one.code.id == "X007")
    assert (doubt.span.line, doubt.span.column) == (9, 35)
    assert not doubt.is_error
    # 73 867 / 20 479
    assert 3.6 < doubt.values["ratio"] < 3.7
    # by hand 20 479 t; the bounds of oil and coal take off 679 t and add 753 t
    text = message_of(doubt, Language("en"))
    figures = r"reported 73867 t of baseline.co2 .* give 20,479\S* t, between 19,800\S* t and 21,23"
    assert re.search(figures, text)
    assert "3.61 times" in hint_of(doubt, Language("en"))


def test_what_can_come_from_the_quantities_is_not() -> None:
    both = "".join(
        f"  - {{figure: baseline.{path}, value: {text}}}\n"
        for path, text in (
            ("co2", "20000 t"),
            ("co2e", "20.5 kt"),
            ("co2", "20479 t/yr"),
            ("co2e", "20500 tCO2e"),
        )
    )
    assert doubted(CTA + both) == []


def test_the_monitored_firms_of_2008_are_not_doubted() -> None:
    # 7611 t coal, 57.8 t oil, 1216 MWh give 19 458 t; the report says 19 108
    text = CTA.replace("5742 t", "57.8 t").replace("772 t", "7611 t").replace("1110.6", "1216")
    assert value(assessed(text + "  []\n"), "baseline.co2") == pytest.approx(19_458, abs=0.5)
    assert doubted(text + "  - {figure: baseline.co2, value: 19108 t}\n") == []
    assert doubted(text + "  - {figure: baseline.co2, value: 61080 t}\n") == [("X007", 9, 35)]


@pytest.mark.parametrize(
    ("value", "code", "factor"),
    [
        # 20 479 t by hand; times 10, 100, 1000, a thousandth; 3.6, 30 and 10 000 times are no slips
        ("204790 t", "X009", 10),
        ("2047900 t", "X009", 100),
        ("20479000 t", "X009", 1000),
        ("20.48 t", "X009", 1000),
        ("73867 t", "X007", None),
        ("614370 t", "X007", None),
        ("204790000 t", "X007", None),
    ],
)
def test_a_slip_of_digits_is_told_in_place_of_a_doubt(
    value: str, code: str, factor: int | None
) -> None:
    text = CTA + f"  - {{figure: baseline.co2, value: {value}}}\n"
    (said,) = (one for one in run_text(text)[2] if one.code.id in {"X007", "X009"})
    assert (said.code.id, said.values.get("factor")) == (code, factor)


@pytest.mark.parametrize(
    ("amount", "reported", "style", "is_doubted"),
    [
        # half a unit of the last digit that is printed
        ("1000.6 m3", "1001 m3", "plain", False),
        ("1000.6 m3", "1000 m3", "plain", True),
        ("1000.4 m3", "1000 m3", "plain", False),
        ("1000.6 m3", "1000.7 m3", "plain", True),
        ("1000.64 m3", "1000.6 m3", "plain", False),
        ("1000600.6 m3", "1,000,601 m3", "en", False),
        ("1000600.6 m3", "1.000.601 m3", "vi", False),
        ("1000600.6 m3", "1,000,602 m3", "en", True),
    ],
)
def test_rounding_in_print_is_no_mistake(
    amount: str, reported: str, style: str, is_doubted: bool
) -> None:
    head = HEAD.replace("VND}", f"VND, number_style: {style}}}")
    amount = amount.replace(".", ",") if style == "vi" else amount
    text = f'{head}resources: {{water: {{amount: "{amount}", price: 1 VND/m3}}}}\n'
    entry = f'{{figure: baseline.resources.water.amount, value: "{reported}"}}'
    assert bool(doubted(text + f"reported: [{entry}]\n")) is is_doubted


@pytest.mark.parametrize(
    ("reported", "is_doubted"),
    [
        ("25 billion VND", False),  # 24.5 to 25.5
        ("24 billion VND", True),
        ("25.3 billion VND", False),
        ("25.2 billion VND", True),
        ("25318 million VND", False),
        ("25 tỉ VND", False),
    ],
)
def test_a_scale_word_moves_the_last_digit(reported: str, is_doubted: bool) -> None:
    option = "options: [{id: a, saves: {water: 1 m3}, investment: 25318200000 VND}]\n"
    text = HEAD + "resources: {water: {amount: 9 m3, price: 1 VND/m3}}\n" + option
    entry = f"{{figure: packages.all.investment, value: {reported}}}"
    assert bool(doubted(text + f"reported: [{entry}]\n")) is is_doubted


def test_what_cannot_be_compared_is_said() -> None:
    entries = [
        "{figure: baseline.kohl, value: 1 t}",
        "{figure: baseline.co2, value: 20000 kWh}",
        "{figure: baseline.cod, value: 1 t}",
        "{figure: gap.x.energy, value: 1 GJ/t}",
    ]
    found = run_text(CTA + "".join(f"  - {one}\n" for one in entries))[2]
    said = [one[:2] for one in places(found) if one[0].startswith("X")]
    assert said == [("X002", 9), ("X004", 10), ("X005", 11), ("X002", 12)]


@pytest.mark.parametrize(
    ("reported", "is_doubted"), [("500 t", False), ("2000 t", False), ("100 t", True)]
)
def test_a_sum_that_leaves_something_out_has_no_upper_end(reported: str, is_doubted: bool) -> None:
    # 100 t of oil are 313 t CO2 (300 to 325); what the electricity adds in France is not known
    head = HEAD.replace("country: VN", "country: FR")
    supply = "resources: {electricity: {amount: 900 MWh}, fuel_oil: {amount: 100 t}}\n"
    text = f"{head}{supply}reported: [{{figure: baseline.co2, value: {reported}}}]\n"
    assert bool(doubted(text)) is is_doubted
