"""Every mistake there is a code for, each as a small file that says what must be said about it.

A file in tests/invalid/ starts with lines `# expect: CODE at LINE:COLUMN` (or `at no place`). Its
errors must be exactly those; warnings and notes that it gives beside them need not be listed. What
is said of a table beside it is expected `at TABLE.csv:LINE:COLUMN`. The rules of `cpaudit check`
are run as well.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cpaudit.diagnostics.codes  # noqa: F401  registers every code
from cpaudit.diagnostics import Diagnostic, registered_codes
from reading import HEAD, NOWHERE, WATER, errors, examined, place, run, run_text, said_in_full

FOLDER = Path(__file__).parent / "invalid"
FILES = sorted(FOLDER.glob("*.yaml"))
EXPECTATION = re.compile(r"# expect: ([A-Z]\d{3}) at (?:([\w.-]+\.csv):)?(?:(\d+):(\d+)|no place)")

# codes that no file in a folder can show, and why; those of the first set are tested below
TESTED_HERE = {
    "I001": "the file is not there",
    "K018": "the file has more than 200 mistakes",
    "Y002": "the file has more than 4 MB",
}
OF_THE_LIBRARY = "said of the factor library, tested in test_library.py"
OF_THE_GAP = "said by `cpaudit gap`, tested in test_gap_norms.py"
OF_UNCERTAINTY = "said by `cpaudit uncertainty`, tested in test_uncertainty_output.py"
OF_SENSITIVITY = "said by `cpaudit sensitivity`, tested in test_sensitivity_output.py"
OF_SELECTION = "said by `cpaudit select` or `attribution`, tested in test_selection*.py"
OF_RECP = "said by `cpaudit recp`, tested in test_recp_change.py"
OF_A_PROGRAMME = "said by `cpaudit programme`, tested in test_programme_*.py"
OF_A_COMPARISON = "said by `cpaudit compare`, tested in test_compare_*.py"
OF_MONITORING = "said by `cpaudit monitor`, tested in test_monitoring_limits.py"
OF_A_BATCH = "said by `cpaudit batch`, tested in test_batch_*.py"
OF_AN_UPDATE = "said by `cpaudit check --update`, tested in test_check_update*.py"
OF_A_DIFFERENCE = "said by `cpaudit diff`, tested in test_diff*.py"
OF_A_CHECK = "said by `cpaudit check`, tested in test_check.py"
NOT_BY_READING = {
    "W001": "said of an audit that is in no file, tested in test_csv.py",
    "W057": "said of a cell of more than 131072 characters, tested in test_csv.py",
    "W017": "said of a table with more than 200000 cells, tested in test_csv.py",
    "I002": "said when a file is written",
    "I003": "said when a file is written",
    "I004": "said when a file is written",
    "X006": "said of a path that a command is given",
    "X008": "said by `cpaudit assess --cdm` of a file without the section",
    "K016": "for what pydantic objects to beyond the other codes; no file is known that does it",
    **{f"F{number:03}": OF_THE_LIBRARY for number in (*range(1, 7), *range(8, 16))},
    **{f"L{number:03}": OF_THE_GAP for number in (10, 11, 12, *range(14, 25))},
    **{f"U{number:03}": OF_UNCERTAINTY for number in range(1, 6)},
    **{f"D{number:03}": OF_RECP for number in range(1, 17)},
    **{f"A{number:03}": OF_A_COMPARISON for number in range(1, 13)},
    **{f"T{number:03}": OF_SENSITIVITY for number in range(1, 7)},
    "V009": "said of two tables of months, tested in test_monitoring_tables.py",
    **{f"V{number:03}": OF_MONITORING for number in range(40, 64)},
    **{f"S{number:03}": OF_SELECTION for number in range(1, 17)},
    **{f"G{number:03}": OF_A_PROGRAMME for number in range(1, 47)},
    **{f"J{number:03}": OF_A_DIFFERENCE for number in range(1, 15)},
    **{f"Z{number:03}": OF_A_CHECK for number in range(3, 7)},
    **{f"J{number:03}": OF_AN_UPDATE for number in range(40, 45)},
    **{f"B{number:03}": OF_A_BATCH for number in range(1, 23)},
}


Said = tuple[str, str, int, int]


def expected(path: Path) -> list[Said]:
    """(code, table or file, line, column) of each expectation at the head of a file."""
    found = []
    for line in path.read_bytes().decode("latin-1").splitlines():
        match = EXPECTATION.fullmatch(line)
        if not match:
            break
        code, table, row, column = match.groups()
        name = table or (path.name if row else "")
        found.append((code, name, int(row), int(column)) if row else (code, name, *NOWHERE))
    return found


def said_at(found: list[Diagnostic]) -> list[Said]:
    """(code, name of the file, line, column) of each, in the order they are said."""
    return [
        (said.code.id, Path(said.span.source.name).name if said.span else "", *place(said))
        for said in found
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_says_what_the_file_expects(path: Path) -> None:
    wanted = expected(path)
    audit, assessment, found = examined(path)
    wrong = said_at([said for said in found if said.is_error])
    listed = [one for one in said_at(found) if one in wanted]
    assert sorted({*listed, *wrong}) == sorted(set(wanted))
    assert len(wrong) == len(set(wrong))
    if errors(found):
        assert assessment is None
    else:
        assert audit is not None
        assert assessment is not None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_says_it_in_words(path: Path) -> None:
    for said in examined(path)[2]:
        assert said_in_full(said)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_points_into_the_file(path: Path) -> None:
    for said in examined(path)[2]:
        if said.span is not None:
            row, column = place(said)
            assert 1 <= row <= len(said.span.source.lines)
            assert 1 <= column <= len(said.span.source.line(row)) + 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_is_named_after_its_code(path: Path) -> None:
    assert path.stem.partition("-")[0] in {code for code, *_ in expected(path)}


WORDS = {
    "K001-no-country": "the key “country” is missing in “plant”",
    "K003-misspelt-key": "Did you mean “price”?",
    "K007-empty-source": "“source” has no value",
    "K007-period-without-start": "“from” has no value",
    "K013-product-twice": "the first one is on line 12",
    "K017-no-value": "“amount” is written out in parts, but its `value` is missing",
    "N004-exponent-1e3": "Write the number out: 1000.",
    "N011-small-letters": "Did you mean “kWh”?",
    "P010-several-without-price": "no price is written for water, electricity",
    "R007-circle-of-three": "a → b → c → a",
    "R019-load-of-solid-waste": "“TSS” means nothing for “solid-waste”",
    "R025-capitals": "Did you mean “water”?",
    "R025-no-such-load": "Did you mean “wastewater”?",
    "Y009-duplicate-key": "the first one is on line 7",
    "Y014-amount-010": "is read as 8 by",
    "Y014-amount-minus-010": "is read as -8 by",
    "Y017-escape-in-quotes": "the character U+001B",
    "Y019-comma-in-braces": "the comma before “5 m3” ended the value",
}


@pytest.mark.parametrize("name", WORDS)
def test_names_what_is_meant(name: str) -> None:
    said = next(one for one in run(FOLDER / f"{name}.yaml")[2] if one.code.id == name[:4])
    assert WORDS[name] in said_in_full(said)


def test_every_code_has_a_file_or_a_reason() -> None:
    shown = {path.stem.partition("-")[0] for path in FILES}
    excused = {*TESTED_HERE, *NOT_BY_READING}
    assert shown | excused == {code.id for code in registered_codes()}
    assert not shown & excused


def test_file_not_found(tmp_path: Path) -> None:
    audit, assessment, found = run(tmp_path / "nothing.yaml")
    assert (audit, assessment, errors(found)) == (None, None, [("I001", 1, 1)])
    assert "nothing.yaml" in said_in_full(found[0])


def test_folder_instead_of_file(tmp_path: Path) -> None:
    assert errors(run(tmp_path)[2]) == [("I001", 1, 1)]


@pytest.mark.parametrize(("extra", "codes"), [(0, ["K004"]), (1, ["Y002"])])
def test_four_megabytes_are_read_and_not_a_byte_more(
    tmp_path: Path, extra: int, codes: list[str]
) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"text\n".ljust(4 * 1024 * 1024 + extra, b"\n"))
    _, _, found = run(path)
    assert [code for code, _, _ in errors(found)] == codes
    assert said_in_full(found[0])


@pytest.mark.parametrize(
    ("rate", "code"), [("16300 VND", None), ("16300 VND/USD", None), ("16300 VND/EUR", "N012")]
)
def test_an_exchange_rate_with_and_without_its_own_currency(rate: str, code: str | None) -> None:
    text = WATER.replace("4500 VND/m3", "2 USD/m3") + f"exchange_rates: {{USD: {rate}}}\n"
    _, assessment, found = run_text(text)
    assert [one for one, _, _ in errors(found)] == ([code] if code else [])
    if code is None:
        assert assessment.baseline.cost.value == pytest.approx(900 * 2 * 16300, rel=1e-12)


@pytest.mark.parametrize(
    ("resource", "codes"),
    [
        ("biogas: {amount: 2700 GJ}", []),
        ("biogas: {amount: 2700 Nm3, ncv: 20 MJ/Nm3}", []),
        ("biogas: {amount: 2700 m3, ncv: 20 MJ/Nm3}", ["N016"]),
        ("natural_gas: {amount: 2700 Sm3, price: 9000 VND/Nm3}", []),
        ("natural_gas: {amount: 2700 m3}", ["N016"]),
        ("compressed_air: {amount: 2700 m3}", ["N016"]),
    ],
)
def test_a_gas_is_measured_as_energy_or_at_a_temperature(resource: str, codes: list[str]) -> None:
    _, _, found = run_text(HEAD + f"resources:\n  {resource}\n")
    assert [code for code, _, _ in errors(found)] == codes


@pytest.mark.parametrize(("count", "more"), [(200, []), (201, [1]), (250, [50])])
def test_after_two_hundred_mistakes_the_others_are_counted(count: int, more: list[int]) -> None:
    text = WATER + "".join(f"colour{number}: red\n" for number in range(count))
    found = run_text(text)[2]
    assert [said.code.id for said in found[:200]] == ["K002"] * 200
    assert [(said.code.id, said.values["count"]) for said in found[200:]] == [
        ("K018", number) for number in more
    ]


def test_second_place_of_a_repeated_id_is_the_first_of_the_two() -> None:
    _, _, found = run(FOLDER / "K013-product-twice.yaml")
    twice = next(said for said in found if said.code.id == "K013")
    assert (twice.span.line, twice.other.line) == (13, 12)
