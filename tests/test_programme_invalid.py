"""Every mistake of a programme file, each as a small file that says what must be said about it.

The files in tests/invalid_programmes/ start like those in tests/invalid/.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

import cpaudit.diagnostics.codes  # noqa: F401  registers every code
from cpaudit.diagnostics import registered_codes
from cpaudit.language import Language
from cpaudit.report.views.programme import programme_view
from programmes import run
from reading import errors, place, places, said_in_full
from test_invalid import expected

FOLDER = Path(__file__).parent / "invalid_programmes"
FILES = sorted(FOLDER.glob("*.yaml"))
EXAMPLE = FOLDER.parents[1] / "examples" / "vncpc-2008" / "programme.yaml"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_says_what_the_file_expects(path: Path) -> None:
    wanted = [(code, line, column) for code, _, line, column in expected(path)]
    assert wanted
    rollup, found = run(path)
    assert set(wanted) <= set(places(found))
    # that audits are missing follows from what is wrong with them
    others = {one for one in errors(found) if one[0] != "G005"} - set(wanted)
    assert (path.stem.startswith("G005") and len(others) == 1) or others == set()
    assert (rollup is None) == any(said.is_error for said in found)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_says_it_in_words_at_a_place_that_is_there(path: Path) -> None:
    for said in run(path)[1]:
        assert said_in_full(said)
        if said.span is not None:
            row, column = place(said)
            assert 1 <= row <= len(said.span.source.lines)
            assert 1 <= column <= len(said.span.source.line(row)) + 1


def test_every_code_of_programmes_has_a_file() -> None:
    shown = {path.stem.partition("-")[0] for path in FILES}
    assert {code.id for code in registered_codes() if code.id.startswith("G")} <= shown


def test_a_broken_audit_is_told_with_its_own_line() -> None:
    _, found = run(FOLDER / "G005-broken.yaml")
    first = next(said for said in found if said.is_error)
    assert str(first.span).endswith("audits/broken.yaml:8:55")
    assert "water: 10 %%" in first.span.source.line(first.span.line)


def test_a_missing_key_is_missing_in_the_programme_file() -> None:
    _, found = run(FOLDER / "R021-currency.yaml")
    assert "K001" not in {said.code.id for said in found}
    _, found = run(FOLDER / "audits" / "mill.yaml")
    assert [said.code.id for said in found] == ["G028"]


WRONG = ("", "-5", "0", "NO", "[]", "{}", "{value: 3 t}", "10 %", "5 USD", "1999", "~", "3 m3")


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_programme_is_rolled_up_or_refused(seed: int, tmp_path: Path) -> None:
    """Lines of a good file are lost, repeated or given other values; nothing is ever raised."""
    draw = random.Random(seed)
    lines = EXAMPLE.read_text(encoding="utf-8").splitlines()
    for _ in range(draw.randint(1, 4)):
        at = draw.randrange(len(lines))
        values = re.findall(r": ([^,{}\[\]#:]+)", lines[at])
        if values and draw.random() < 0.7:
            lines[at] = lines[at].replace(draw.choice(values), draw.choice(WRONG), 1)
        elif draw.random() < 0.5:
            del lines[at]
        else:
            lines.insert(at, draw.choice(lines))
    path = tmp_path / "programme.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "audits").mkdir()
    audit = EXAMPLE.parent / "audits" / "plastics-2008.yaml"
    (tmp_path / "audits" / audit.name).write_bytes(audit.read_bytes())
    rollup, found = run(path)
    assert (rollup is None) == any(said.is_error for said in found)
    for said in found:
        assert said_in_full(said)
    if rollup is not None:
        assert programme_view(rollup, Language("vi"))
