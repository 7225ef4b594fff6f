"""`cpaudit check --update`: which characters of a file change, and to what."""

from __future__ import annotations

from pathlib import Path

import pytest

from reading import HEAD
from updating import WATER, audit, codes, stating, told, updated, value_after

STEPS = HEAD + WATER


@pytest.mark.parametrize(
    ("old", "within", "new"),
    [
        # 4050000 VND; as many digits as before at least
        ("4000000 VND", "", "4050000 VND"),
        ("4000000 VND", "1 %", "4050000 VND"),
        ("1 VND", "", "4050000 VND"),
        ("4000000.00 VND", "", "4050000.00 VND"),
        # 4.05 million; of 1 % a tenth is 0.00405: 4.1 is too far
        ("4 million VND", "1 %", "4.05 million VND"),
        # of 20 % a tenth is 0.081: 4.1 is near enough, 4 is near enough as well (0.05)
        ("9 million VND", "20 %", "4 million VND"),
        ("9.0 million VND", "20 %", "4.0 million VND"),
        ("9.00 million VND", "20 %", "4.05 million VND"),
        ("5 million VND", "300000 VND", "4.05 million VND"),
        ("5 million VND", "600000 VND", "4 million VND"),
        ("0.0041 billion VND", "", "0.00405 billion VND"),
        ("4 triệu VND", "", "4.05 triệu VND"),
        ("4,1 tr VND", "", "4,05 tr VND"),
        ("4 000 000 VND", "", "4 050 000 VND"),
        ("4.000.000 VND", "", "4.050.000 VND"),
        ("4,000,000 VND", "", "4,050,000 VND"),
        ("4.000.000,0 VND", "", "4.050.000,0 VND"),
        ("+4000000 VND", "", "+4050000 VND"),
        ("-4000000 VND", "", "4050000 VND"),
        ("−4000000 VND", "", "4050000 VND"),
        ("0 VND", "", "4050000 VND"),
        ("4000000VND", "", "4050000VND"),
    ],
)
def test_a_value_is_written_as_it_was(tmp_path: Path, old: str, within: str, new: str) -> None:
    assert value_after(tmp_path, old, within=within) == new


@pytest.mark.parametrize(
    ("style", "old", "new"),
    [
        ("vi", "4,1 tỉ VND", "0,00405 tỉ VND"),
        ("vi", "4.000.000 VND", "4.050.000 VND"),
        ("vi", "4000000 VND", "4050000 VND"),
        ("vi", "900 VND", "4.050.000 VND"),
        ("vi", "4.000.000,50 VND", "4.050.000,00 VND"),
        ("en", "4,000,000 VND", "4,050,000 VND"),
        ("en", "900 VND", "4,050,000 VND"),
        ("en", "4000000.5 VND", "4050000.0 VND"),
        ("plain", "900 VND", "4050000 VND"),
        ("plain", "4 000 000.5 VND", "4 050 000.0 VND"),
    ],
)
def test_the_style_of_the_file_is_kept(tmp_path: Path, style: str, old: str, new: str) -> None:
    price = {"vi": "4.500", "en": "4,500", "plain": "4500"}[style]
    before = audit(f"  - figure: baseline.cost\n    value: {old}\n", style)
    before = before.replace("{amount: 900 m3, price: 4500 VND/m3}", "{amount: 900 m3}")
    before = before.replace("{amount: 900 m3}", f'{{amount: 900 m3, price: "{price} VND/m3"}}')
    data, checked = updated(tmp_path, before)
    assert data.decode() == before.replace(f"value: {old}", f"value: {new}")
    assert codes(checked) == []


def test_negative_values_and_zero(tmp_path: Path) -> None:
    # water costs 900 · 4500 = 4050000 VND, of which nothing is saved by a, and by b more is used:
    # -10 % of 900 m3 = -90 m3, -405000 VND
    text = STEPS + (
        "options:\n"
        "  - {id: a, saves: {water: 0 m3}, investment: 1 million VND, lifetime: 9 yr}\n"
        "  - {id: b, saves: {water: -10 %}, investment: 1 million VND, lifetime: 9 yr}\n"
        "finance: {discount_rate: 12 %}\n"
        "expect:\n"
        "  - {figure: options.b.saving, value: 400000 VND}\n"
        "  - {figure: options.b.saving, value: −400000 VND}\n"
        "  - {figure: options.b.saving, value: +0.4 million VND, within: 2 %}\n"
        "  - {figure: options.a.saving, value: -12.50 VND}\n"
        "  - {figure: options.a.saving, value: 7 VND, within: 1 VND}\n"
    )
    data, checked = updated(tmp_path, text)
    new = ["-405000 VND", "−405000 VND", "-0.405 million VND", "0 VND", "0 VND"]
    assert [change.new for change in checked.changes] == new
    for change in checked.changes:
        text = text.replace(f"value: {change.old}", f"value: {change.new}")
    assert data.decode() == text


@pytest.mark.parametrize(
    "layout",
    [
        "  - {figure: baseline.cost, value: ▸, within: 1 %}  # by hand\n",
        "  - { figure : baseline.cost , value : ▸ }\t# tabs\t\n",
        "  - figure: baseline.cost\n    value: ▸   # 4 million\n    within: 1 %   \n",
        "  - figure: baseline.cost\n    value:\n      ▸\n\n\n# the end",
        "  - figure: baseline.cost\n    value: '▸'\n",
        '  - figure: baseline.cost\n    value: " ▸ "   \n',
        "  - figure: baseline.cost\n    value: &cost ▸\n",
        "  - figure: baseline.cost\n    value: !!str &cost  '▸'\n",
        "  - figure: baseline.cost\n    value: &cost\n      ▸\n",
        "  - {value: {source: 'page 1, line 2', value: ▸}, figure: baseline.cost} # source\n",
        "  - figure: baseline.cost\n    value:\n      value: ▸ # old\n      quality: billed\n",
        "  - ? figure\n    : baseline.cost\n    ? value\n    : ▸\n",
        "  [{figure: baseline.cost,\n    value: ▸}]\n",
        "  # 🏭 xưởng nhuộm: cafe\u0301\n  - {figure: 'baseline.cost', value: ▸} # 🏭\n",
        "  - {value: ▸, figure: baseline.cost}\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "bom"])
def test_every_other_byte_stays(tmp_path: Path, layout: str, end: str, mark: bytes) -> None:
    text = ("# a comment\n" + audit(layout) + "\n").replace("\n", end)
    before = mark + text.replace("▸", "4.0 million VND").encode()
    data, checked = updated(tmp_path, before)
    # within 1 % and without any `within` alike: 4.05
    assert data == mark + text.replace("▸", "4.05 million VND").encode()
    line = text[: text.index("▸")].count(end) + 1
    expected = [("baseline.cost", line, "4.0 million VND", "4.05 million VND")]
    assert [told(change) for change in checked.changes] == expected


def test_letters_that_are_not_composed_stay_so(tmp_path: Path) -> None:
    # "tỉ" in three characters: t, i, hook above
    before = stating("4,1 ti\u0309 VND")
    data, checked = updated(tmp_path, before)
    assert data == before.replace("4,1 t", "0,00405 t").encode()
    assert codes(checked) == []


def test_several_values_on_one_line(tmp_path: Path) -> None:
    row = "{figure: baseline.cost, value: %s}"
    before = audit(f"  [{row % '1 VND'}, {row % '4050000 VND'}, {row % '3 million VND'}]\n")
    data, _ = updated(tmp_path, before)
    after = before.replace("1 VND", "4050000 VND").replace("3 million", "4.05 million")
    assert data.decode() == after


def test_a_comma_in_a_flow_mapping_needs_quotes(tmp_path: Path) -> None:
    before = audit("  - {figure: baseline.cost, value: 4 tr VND, within: '0,1 %'}\n", "vi")
    before = before.replace("4500 VND/m3", "4.500 VND/m3")
    data, checked = updated(tmp_path, before)
    assert data.decode() == before.replace("4 tr VND", "'4,05 tr VND'")
    assert codes(checked) == []
    # in English style no group is needed, and so no quotes
    before = audit("  - {figure: baseline.cost, value: 900 VND}\n", "en")
    data, _ = updated(tmp_path, before)
    assert data.decode() == before.replace("900 VND}", "4050000 VND}")


def test_what_passes_stays_as_it_is_written(tmp_path: Path) -> None:
    before = audit(
        "  - {figure: baseline.cost, value: 4.1 million VND, within: 2 %}\n"
        "  - {figure: baseline.cost, value: 4.1 million VND, within: 1 %}\n"
    )
    data, checked = updated(tmp_path, before)
    assert data.decode() == before.replace(
        "4.1 million VND, within: 1", "4.05 million VND, within: 1"
    )
    assert len(checked.changes) == 1


def test_a_number_that_could_be_read_in_two_ways_gets_a_digit_more(tmp_path: Path) -> None:
    # 900 m3 are 0.900 thousand m3 = 1.234 · 0.7293…; written `1.234 t` would be refused without a
    # declared style: 617 kg · 2 = 1234 kg
    text = HEAD + "resources:\n  salt: {resource: chemical, amount: 1234 kg, price: 2 VND/kg}\n"
    figure = "baseline.resources.salt.amount"
    data, checked = updated(tmp_path, f"{text}expect:\n  - {{figure: {figure}, value: 2 t}}\n")
    assert b"value: 1.2340 t}" in data
    assert codes(checked) == []


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        ("1 yr", "0.333333333333333 yr"),
        ("0.1234567890123456 yr", "0.3333333333333333 yr"),
        ("3 months", "4 months"),
    ],
)
def test_without_a_tolerance_every_digit_is_written(
    tmp_path: Path, value: str, digits: str
) -> None:
    # 135000 VND over 10 % of 4050000 VND a year: a third of a year; 15 digits where none is asked
    # for, and as many as before otherwise
    text = STEPS + (
        "options:\n"
        "  - {id: a, saves: {water: 10 %}, investment: 135000 VND, lifetime: 9 yr}\n"
        "finance: {discount_rate: 12 %}\n"
    )
    before = f"{text}expect:\n  - {{figure: options.a.payback, value: {value}}}\n"
    data, checked = updated(tmp_path, before)
    assert data.decode() == before.replace(value, digits)
    assert [code for code, _, _ in codes(checked) if code.startswith(("X", "J"))] == []
