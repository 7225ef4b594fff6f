"""`cpaudit check --update` over layouts, number styles and figures, as Hypothesis finds them."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cpaudit.diagnostics import Source, Span
from cpaudit.domain import Expectation
from cpaudit.figure import Assumed, Figure
from cpaudit.portfolio.rounding import text_within
from cpaudit.units import parse_quantity
from cpaudit.units.writing import form_of
from reading import HEAD
from updating import codes, updated

LINES = [
    "  - {{figure: {figure}, value: {value}{within}}}",
    "  - {{value: {quoted}, figure: {figure}{within}}}   # {value}",
    "  - {{ figure: {figure} ,value:   {quoted} }}",
    "  - figure: {figure}\n    value: {value}  # value: {value}",
    "  - figure: {figure}\n    # {value}\n    value: {{source: 'p. 9, {figure}', value: {quoted}}}",
    "  - figure: {figure}\n    value: !!str   {quoted}\t\n    within: 1 %",
    "  - {{figure: {figure},\n     value:\n       {value}{within}}}",
    "  -   value: &v{number}   {quoted}\n      figure: {figure}   ",
]
WORDS = [" VND", " thousand VND", " million VND", " triệu VND", " tỉ VND", " tỷ VND", "VND"]
FIGURES = ["baseline.cost", "options.a.saving", "options.b.saving", "options.c.saving"]


def shown(number: int, decimals: int, style: str | None, grouped: bool) -> str:
    """A number with a whole part and decimals in a style, so that it can be read."""
    whole, mark = (f"{number:,}" if grouped else str(number)), "."
    if style == "vi":
        whole, mark = whole.replace(",", "."), ","
    if style == "plain":
        whole = whole.replace(",", " ")
    if style is None and grouped:
        whole = whole.replace(",", " ")
    return whole + (mark + "5" * decimals if decimals else "")


@st.composite
def audits(draw: Any) -> tuple[str, str]:
    """An audit in any layout, and its line end."""
    style = draw(st.sampled_from([None, "vi", "en", "plain"]))
    price = draw(st.integers(1, 999))
    share = draw(st.integers(-99, 99))
    amount = draw(st.integers(1, 10**9))
    head = HEAD.replace("VND}", f"VND, number_style: {style}}}") if style else HEAD
    rows = []
    for number in range(draw(st.integers(1, 6))):
        old = shown(
            draw(st.integers(0, 10**8)),  # times 10^9 is the most that can be read
            # three decimals behind three digits would be read in two ways
            draw(st.sampled_from([0, 1, 2, 4, 9])),
            style,
            draw(st.booleans()),
        )
        value = draw(st.sampled_from(["", "-", "−", "+"])) + old + draw(st.sampled_from(WORDS))
        within = draw(st.sampled_from(["", "2 VND", "3 %", "1 %"]))
        quoted = draw(st.sampled_from(["'", '"'])).join(["", value, ""])
        line = draw(st.sampled_from(LINES)).format(
            figure=draw(st.sampled_from(FIGURES)),
            value=value if "," not in value else quoted,
            quoted=quoted,
            within=f", within: {within}" if within else "",
            number=number,
        )
        rows.append(line + "\n")
    options = "".join(
        f"  - {{id: {id}, saves: {{water: {saved}}}, investment: 1 VND, lifetime: 9 yr}}\n"
        for id, saved in (("a", f"{share} %"), ("b", "1 m3"), ("c", "0 m3"))
    )
    text = (
        f"{head}resources:\n  water: {{amount: {amount} m3, price: {price} VND/m3}}\n"
        f"options:\n{options}finance: {{discount_rate: 12 %}}\nexpect:\n{''.join(rows)}"
    )
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return text.replace("\n", end), end


@settings(max_examples=300, deadline=None)
@given(audits())
def test_only_lines_of_failing_values_change_and_the_check_passes(made: tuple[str, str]) -> None:
    text, end = made
    with tempfile.TemporaryDirectory() as folder:
        # says itself that a second update changes nothing
        data, checked = updated(Path(folder), text)
    unmet = [code for code in codes(checked) if code[0][0] in "XJYNK"]
    assert not unmet, unmet
    assert all(one.is_met for one in checked.expected)
    before, after = text.split(end), data.decode().split(end)
    differing = [
        (line, old, new)
        for line, (old, new) in enumerate(zip(before, after, strict=True), 1)
        if old != new
    ]
    assert [line for line, _, _ in differing] == [change.line for change in checked.changes]
    for (_, old, new), change in zip(differing, checked.changes, strict=True):
        # the value is the last thing of its text in the line that is not a comment
        code_old, code_new = old.partition("#")[0], new.partition("#")[0]
        assert old.partition("#")[2] == new.partition("#")[2]
        assert code_old.count(change.old) == 1
        replaced = {code_old.replace(change.old, text) for text in forms(change.new)}
        assert code_new in replaced


def forms(value: str) -> list[str]:
    """The value as it is, or in the quotes that a comma needs in a flow mapping."""
    return [value, f"'{value}'"] if "," in value else [value]


MARKS = {"vi": ",", "en": ".", "plain": ".", None: "."}


@settings(max_examples=1000, deadline=None)
@given(
    value=st.floats(-1e17, 1e17).filter(lambda value: value == 0 or abs(value) > 1e-9),
    percent=st.sampled_from([0.0, 1e-7, 1e-3, 0.1, 5.0, 40.0]),
    style=st.sampled_from([None, "vi", "en", "plain"]),
    whole=st.integers(0, 10**9),
    decimals=st.sampled_from([0, 1, 2, 4, 11]),
    grouped=st.booleans(),
    ratio=st.sampled_from([1.0, 1000.0, 3.6, 1 / 12]),
)
def test_a_number_has_room_and_no_digit_too_many(
    value: float,
    percent: float,
    style: Any,
    whole: int,
    decimals: int,
    grouped: bool,
    ratio: float,
) -> None:
    old = shown(whole, decimals, style, grouped) + " t"
    tolerance = percent / 100
    span = Span(Source("text", ""), 1, 1)
    expected = Expectation("baseline.co2e", 0.0, "t", old, tolerance, True, "", span)
    new = text_within(form_of(old, style), expected, Figure(value, "t", Assumed("")), ratio)
    if new is None:
        # only what is asked for exactly can't be had, or a number that is too large to be read
        assert percent == 0 or abs(value / ratio) >= 1e18
        return
    assert "e" not in new.lower()
    read = parse_quantity(new, style, span, "5 t").value
    assert parse_quantity(old, style, span, "5 t").unit == "t"
    assert abs(value - float(read) * ratio) <= abs(float(read) * ratio) * tolerance * 0.1000001
    digits = new.removesuffix(" t").lstrip("-−+")
    significant = len("".join(filter(str.isdigit, digits)).lstrip("0"))
    before = len("".join(filter(str.isdigit, old)).lstrip("0"))
    assert value == 0 or significant >= before
    mark = MARKS[style]
    if percent >= 1e-3 and mark in digits and significant > before:
        # with one decimal less it would be out of the room, or be read in two ways
        places = len(digits.partition(mark)[2])
        shorter = round(Decimal(repr(value / ratio)), places - 1)
        off = abs(value - float(shorter) * ratio)
        is_ambiguous = style is None and places == 4
        assert is_ambiguous or off > abs(float(shorter) * ratio) * tolerance * 0.0999999
