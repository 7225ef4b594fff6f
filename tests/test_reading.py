"""A file as bytes: encodings, line ends, places, all mistakes at once, texts without end."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest

from reading import HEAD, WATER, errors, marked, places, run_text

VIETNAMESE = """\
cpaudit: 1
plant: {name: Dệt nhuộm Sông Hồng, country: VN, currency: VND}
period: 2014
resources:
  nước-giếng: {resource: water, amount: 900 m3, price: 4500 đồng/m3}
options:
  - {id: tuần-hoàn, saves: {nước-giếng: 10 %}, investment: 3 triệu đồng, lifetime: 9 năm}
packages: {gói-một: [tuần-hoàn]}
"""


def saving(text: str | bytes) -> float:
    _, assessment, found = run_text(text)
    assert not errors(found)
    (package,) = assessment.packages.values()
    return package.total.saving.value


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_byte_order_mark_and_line_ends(end: str, mark: bytes) -> None:
    text = VIETNAMESE.replace("\n", end)
    assert saving(mark + text.encode()) == pytest.approx(90 * 4500, rel=1e-12)
    broken, (line, column) = marked(VIETNAMESE.replace("10 %", "▸10 kWh"))
    found = errors(run_text(mark + broken.replace("\n", end).encode())[2])
    assert found == [("N012", line, column)]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1258"])
def test_other_encodings_are_refused_in_line_one_or_two(encoding: str) -> None:
    text = "cpaudit: 1\nplant: {name: Đông Á}\n"
    found = errors(run_text(text.encode(encoding))[2])
    assert len(found) == 1
    assert found[0][0] in {"Y001", "Y017"}
    assert found[0][1] <= 2


@pytest.mark.parametrize("word", ["nước-giếng", "tuần-hoàn", "gói-một", "triệu", "đồng", "năm"])
def test_decomposed_letters_equal_composed_ones(word: str) -> None:
    decomposed = unicodedata.normalize("NFD", word)
    first, _, rest = VIETNAMESE.partition(word)
    assert saving(first + decomposed + rest) == pytest.approx(405000, rel=1e-12)
    assert saving(VIETNAMESE.replace(word, decomposed)) == pytest.approx(405000, rel=1e-12)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("good", "bad", "code"),
    [
        ("900 m3", "900 ▸m3x", "N011"),
        ("4500 đồng/m3", "▸4500 đồng/t", "N012"),
        ("3 triệu đồng", "3 triệu ▸đồngg", "N011"),
        ("lifetime: 9 năm", "▸lifetimes: 9 năm", "K003"),
        ("{nước-giếng: 10", "{▸nước: 10", "R005"),
        ("[tuần-hoàn]", "[tuần-hoàn, ▸khác]", "R006"),
        ("currency: VND", "currency: ▸đồng", "R021"),
        ("Sông Hồng,", "Sông Hồng 🏭, sector: ▸x y,", "K009"),
    ],
)
def test_columns_right_of_vietnamese_text(good: str, bad: str, code: str, form: str) -> None:
    assert good in VIETNAMESE
    text, (line, column) = marked(unicodedata.normalize(form, VIETNAMESE.replace(good, bad)))
    assert errors(run_text(text)[2]) == [(code, line, column)]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_lines_end_where_editors_end_them(separator: str) -> None:
    """YAML 1.1 broke lines at these too: they are refused, or count as one character."""
    text = VIETNAMESE.replace("cpaudit: 1", f"cpaudit: 1  # {separator}")
    text, (line, column) = marked(text.replace("country: VN", "country: ▸X"))
    assert errors(run_text(text)[2]) in ([("K014", line, column)], [("Y017", 1, 15)])


def test_all_mistakes_of_the_keys_are_told_at_once_and_in_order() -> None:
    text = """\
cpaudit: 2
plant: {name: Mill, country: Vietnam, currency: VND, number_style: de}
period: soon
resources:
  water: {amount: 900 m4, price: 1.234 VND/m3}
  steam: {price: 5}
options:
  - {id: 1st, saves: {water: much}, status: done}
colour: red
"""
    found = errors(run_text(text)[2])
    codes = "K012 K014 K008 K010 N011 N002 K001 N009 K009 N001 K008 K002"
    assert " ".join(code for code, _, _ in found) == codes
    assert [line for _, line, _ in found] == [1, 2, 2, 3, 5, 5, 6, 6, 8, 8, 8, 9]
    assert found == sorted(found, key=lambda one: one[1:])


def test_mistakes_of_the_text_and_of_the_keys_are_told_together() -> None:
    text = WATER.replace("country: VN", "country: NO") + "gwp: AR5\ngwp: AR4\ncolour: red\n"
    assert sorted(errors(run_text(text)[2])) == [("K002", 8, 1), ("Y009", 7, 1), ("Y012", 2, 30)]


def test_all_mistakes_of_meaning_are_told_at_once() -> None:
    text = """\
resources:
  water: {amount: 5 kWh, price: 4500 VND/m3}
  coal: {kind: cam_9, amount: 5 t, price: 9 VND/t}
options:
  - {id: wash, saves: {steam: 5 %}, investment: -5 VND, requires: [dry]}
gwp: AR99
"""
    found = errors(run_text(HEAD + text)[2])
    assert sorted(found) == [
        ("N012", 5, 19),
        ("P004", 8, 49),
        ("R002", 6, 16),
        ("R005", 8, 24),
        ("R006", 8, 68),
        ("R018", 9, 6),
    ]


BOMB = "charges:\n  - &a [" + ", ".join("x" * 10) + "]\n"
BOMB += "".join(f"  - &{b} [{', '.join([f'*{a}'] * 10)}]\n" for a, b in pairwise("abcdefghi"))


ENDLESS = {
    "alias bomb": (WATER + BOMB, {"Y006"}),
    "open lists": (WATER + "charges: " + "[" * 50_000, {"Y005"}),
    "open mappings": (WATER + "charges: " + "{a: " * 50_000, {"Y005"}),
    "lists on one line": (WATER + "charges:\n  " + "- " * 50_000 + "x\n", {"Y005"}),
    "lists on many lines": (
        WATER + "charges:\n" + "".join(f"{' ' * n}-\n" for n in range(1, 390)),
        {"Y005"},
    ),
    "a quarter of a million values": (WATER + f"charges: [{'x, ' * 250_000}x]\n", {"Y006"}),
    "alias in itself": ("&a [*a, *a]", {"K004", "Y007"}),
    "keys in keys": ("? " * 5_000 + "a", {"Y005"}),
    "4 MB of one word": ("x" * 4_000_000, {"K004"}),
    "4 MB of empty lines": ("\n" * 4_000_000, {"Y011"}),
    "4 MB of brackets": ("[" * 4_000_000, {"Y005"}),
    "4 MB of dashes": ("- " * 2_000_000, {"Y005"}),
    "more than 4 MB of comment": ("#" * 4_194_305, {"Y011"}),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_texts_without_end_are_refused(name: str) -> None:
    text, codes = ENDLESS[name]
    audit, assessment, found = run_text(text)
    assert audit is None
    assert assessment is None
    assert {code for code, _, _ in errors(found)} == codes


@pytest.mark.parametrize("word", ["0b_", "0x_", "-0b_", "+0x__", "0b", "0x", "0o", "0_", "-", "~~"])
def test_what_looks_like_the_start_of_a_number_never_raises(word: str) -> None:
    for text in (WATER.replace("Mill", word), WATER.replace("900 m3", word), f"{word}: {word}\n"):
        run_text(text)


@pytest.mark.parametrize(
    "unit",
    [
        "·".join(["t"] * 3000),
        "/".join(["t"] * 3001),
        "t" * 100_000,
        "·".join(["m3", *["kt3"] * 20]) + "/" + "·".join(["mg3"] * 20),
        "m3/" + "·".join(["kt3"] * 20) + "/" + "/".join(["mg3"] * 20),
    ],
    ids=["product", "quotient", "word", "huge", "tiny"],
)
def test_endless_units_never_raise(unit: str) -> None:
    _, assessment, found = run_text(WATER.replace("900 m3", f"900 {unit}"))
    assert assessment is None
    assert errors(found)


@pytest.mark.parametrize("count", [10, 1500])
def test_a_long_chain_of_requirements(count: int) -> None:
    option = "  - {{id: a{0}, saves: {{water: 0.01 %}}, requires: [a{1}]}}\n"
    chain = "options:\n" + "".join(option.format(n, n + 1) for n in range(count))
    end = f"  - {{id: a{count}, saves: {{water: 0.01 %}}}}\n"
    assert not errors(run_text(WATER + chain + end)[2])
    circle = option.format(count, 0)
    found = errors(run_text(WATER + chain + circle)[2])
    assert [code for code, _, _ in found] == ["R007"]


def test_places_of_notes_and_warnings_may_be_nowhere() -> None:
    _, _, found = run_text(VIETNAMESE)
    assert places(found) == [("P013", 0, 0)]


def test_an_anchor_on_a_key_counts_as_one_value() -> None:
    text = WATER + "a:\n" + "  - x\n" * 5_000 + "&k key: 1\nlist:\n" + "  - *k\n" * 50
    assert "Y006" not in [code for code, _, _ in errors(run_text(text)[2])]
