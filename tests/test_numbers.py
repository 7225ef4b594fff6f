"""Numbers in the styles plain, vi and en, and without a declared style: read exactly or refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from reading import WATER, read_quantity, run_text, said_in_full

STYLES = ("plain", "vi", "en")
NO_BREAK, NARROW, THIN, MINUS = "\u00a0", "\u202f", "\u2009", "\u2212"


def read(text: str, style: str | None = None) -> Decimal | str:
    """The number in front of the unit t, or the id of the code that refuses it."""
    found = read_quantity(f"{text} t", style)
    return found if isinstance(found, str) else found.value


SAME_IN_EVERY_STYLE = [
    ("0", "0"),
    ("5", "5"),
    ("1234567", "1234567"),
    ("-15", "-15"),
    ("+15", "15"),
    (f"{MINUS}15", "-15"),
    ("1 234 567", "1234567"),
    (f"1{NO_BREAK}234", "1234"),
    (f"1{NARROW}234", "1234"),
    (f"1{THIN}234", "1234"),
    ("999999999999999999", "999999999999999999"),
]


@pytest.mark.parametrize("style", [None, *STYLES])
@pytest.mark.parametrize(("text", "value"), SAME_IN_EVERY_STYLE)
def test_whole_numbers_mean_the_same_everywhere(text: str, value: str, style: str | None) -> None:
    assert read(text, style) == Decimal(value)


# text, then the value or the code in plain, in vi, in en and without a style
TABLE = [
    ("1234.5", "1234.5", "N003", "1234.5", "1234.5"),
    ("1234,5", "N003", "1234.5", "N003", "1234.5"),
    ("1.234", "1.234", "1234", "1.234", "N002"),
    ("1,234", "N003", "1.234", "1234", "N002"),
    ("-1.234", "-1.234", "-1234", "-1.234", "N002"),
    ("12.500", "12.500", "12500", "12.5", "N002"),
    ("0.123", "0.123", "N003", "0.123", "0.123"),
    ("0,123", "N003", "0.123", "N003", "0.123"),
    ("1.2340", "1.234", "N003", "1.234", "1.234"),
    ("1234.567", "1234.567", "N003", "1234.567", "1234.567"),
    ("1234,567", "N003", "1234.567", "N003", "1234.567"),
    ("1.234.567", "N014", "1234567", "N014", "1234567"),
    ("1,234,567", "N003", "N014", "1234567", "1234567"),
    ("1.234,5", "N003", "1234.5", "N014", "1234.5"),
    ("1,234.5", "N003", "N014", "1234.5", "1234.5"),
    ("1.234.567,89", "N003", "1234567.89", "N014", "1234567.89"),
    ("1,234,567.89", "N003", "N014", "1234567.89", "1234567.89"),
    ("1 234,5", "N003", "1234.5", "N003", "1234.5"),
    ("1 234.5", "1234.5", "N003", "1234.5", "1234.5"),
]


@pytest.mark.parametrize(("text", "plain", "vi", "en", "undeclared"), TABLE)
def test_separators(text: str, plain: str, vi: str, en: str, undeclared: str) -> None:
    for style, wanted in zip((*STYLES, None), (plain, vi, en, undeclared), strict=True):
        assert read(text, style) == (wanted if wanted[0] == "N" else Decimal(wanted)), style


REFUSED = [
    ("", "N001"),
    ("five", "N001"),
    (".5", "N001"),
    ("-", "N001"),
    ("∞", "N001"),
    ("1e3", "N004"),
    ("1E3", "N004"),
    ("2.5e-3", "N004"),
    ("1_000", "N005"),
    ("010", "N006"),
    ("00", "N006"),
    ("-08", "N006"),
    (".inf", "N007"),
    ("-.inf", "N007"),
    (".NaN", "N007"),
    ("nan", "N007"),
    ("Infinity", "N007"),
    ("1000000000000000000", "N008"),
    ("9" * 400, "N008"),
    ("12:30", "N013"),
    ("5.", "N014"),
    ("12.34.56", "N014"),
    ("1 00", "N014"),
    ("1234 567", "N014"),
    ("1.5 000", "N014"),
]


@pytest.mark.parametrize(("text", "code"), REFUSED)
def test_refused_in_every_style(text: str, code: str) -> None:
    assert {read(text, style) for style in (None, *STYLES)} <= {code, "N003"}
    assert read(text) == code


SCALED = [
    ("350 million VND", "350000000"),
    ("1 Million VND", "1000000"),
    ("2 TRIỆU đồng", "2000000"),
    ("6.5 billion VND", "6500000000"),
    ("6,5 tỷ đồng", "6500000000"),
    ("6,5 tỉ đồng", "6500000000"),
    ("350 triệu đồng", "350000000"),
    ("350 triệu VND/t", "350000000"),
    ("350 tr VND", "350000000"),
    ("350tr VND", "350000000"),
    ("12 nghìn VND", "12000"),
    ("12 ngàn VND", "12000"),
    ("12 thousand VND", "12000"),
    ("2 bn USD", "2000000000"),
    ("-20 million VND", "-20000000"),
    (f"350{NO_BREAK}triệu{NO_BREAK}đồng", "350000000"),
    ("0 million VND", "0"),
]


@pytest.mark.parametrize(("text", "value"), SCALED)
def test_words_for_thousands_and_millions(text: str, value: str) -> None:
    assert read_quantity(text).value == Decimal(value)


def test_a_scale_word_needs_a_unit_and_bounds_hold_after_it() -> None:
    assert read_quantity("350 triệu") == "N015"
    assert read_quantity("350 million") == "N015"
    assert read_quantity("999999999 billion VND").value == Decimal("999999999000000000")
    assert read_quantity("1000000000 billion VND") == "N008"


def test_an_ambiguous_number_is_answered_with_both_readings() -> None:
    _, _, found = run_text(WATER.replace("900 m3,", "'1.234 m3',"))
    assert [said.code.id for said in found] == ["N002"]
    assert "as 1234 or as 1.2340" in said_in_full(found[0])
    assert read("1234") == 1234
    assert read("1.2340") == Decimal("1.234")


@pytest.mark.parametrize(("style", "cost"), [("vi", 1234 * 4500), ("en", 1.234 * 4500)])
def test_the_declared_style_holds_for_the_whole_file(style: str, cost: float) -> None:
    text = WATER.replace("VND}", f"VND, number_style: {style}}}", 1)
    _, assessment, _ = run_text(text.replace("900 m3", "1.234 m3"))
    assert assessment.baseline.cost.value == pytest.approx(cost, rel=1e-12)


numbers = st.decimals(min_value=-(10**13), max_value=10**13, places=6) | st.decimals(
    min_value=-5000, max_value=5000, places=3
)
soup = st.text(alphabet="0123456789.,", min_size=1, max_size=14) | st.from_regex(
    r"[1-9][0-9]{0,3}([., ][0-9]{3}){0,3}([.,][0-9]{1,4})?", fullmatch=True
)


@given(numbers, st.sampled_from(["vi", "en"]))
@settings(max_examples=150, deadline=None, database=None)
def test_a_number_written_in_a_style_reads_back(value: Decimal, style: str) -> None:
    written = format_decimal(value, format="#,##0.######", locale=style)
    assert read(written, style) == value
    assert read(f"{value:f}", "plain") == value


@given(soup)
@settings(max_examples=300, deadline=None, database=None)
def test_without_a_style_only_what_has_one_reading_is_accepted(text: str) -> None:
    readings = {read(text, style) for style in STYLES}
    values = {one for one in readings if isinstance(one, Decimal)}
    undeclared = read(text)
    if isinstance(undeclared, Decimal):
        assert values == {undeclared}
    if len(values) > 1:
        assert undeclared == "N002"
