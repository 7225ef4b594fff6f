"""examples/bills: an audit with its tables; figures by hand, both languages, 80 columns."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import cpaudit
from reading import said_in_full, value

PLANT = Path(__file__).parents[1] / "examples" / "bills" / "plant.yaml"


@pytest.fixture(scope="module")
def assessment() -> cpaudit.Assessment:
    return cpaudit.assess(cpaudit.load(PLANT))


def test_what_it_expects_comes_out(assessment: cpaudit.Assessment) -> None:
    wrong = [said_in_full(one) for one in assessment.diagnostics if one.code.id[0] == "X"]
    assert wrong == []
    assert len(assessment.audit.expectations) >= 6


def test_its_price_by_hand(assessment: cpaudit.Assessment) -> None:
    price = assessment.audit.streams["electricity"].price
    assert price is not None
    # 1278140000 VND by 730.8 MWh; 8 % of it saves 0.08 · 1278140000 VND
    assert price.value == pytest.approx(1_278_140_000 / 730.8, rel=1e-12)
    assert value(assessment, "options.motors.saving") == pytest.approx(102_251_200, rel=1e-9)


def test_it_explains_what_is_said_of_it(assessment: cpaudit.Assessment) -> None:
    text = PLANT.read_text(encoding="utf-8")
    comments = [line for line in text.splitlines() if "#" in line]
    codes = {said.code.id for said in assessment.diagnostics}
    assert {"W049", "W052", "W054"} <= codes
    explained = "\n".join([*comments, *(one.rule for one in assessment.audit.switched_off)])
    assert {code for code in codes if code not in explained} == set()
    assert len(comments) >= 15


def test_the_leak_is_found_in_its_row(assessment: cpaudit.Assessment) -> None:
    (leak,) = [said for said in assessment.diagnostics if said.code.id == "W049"]
    assert leak.span is not None
    assert (Path(leak.span.source.name).name, leak.span.line) == ("months.csv", 9)


def test_all_tables_are_attached(assessment: cpaudit.Assessment) -> None:
    names = [Path(one.path).name for one in assessment.audit.attachments]
    assert sorted(names) == ["dyes.csv", "electricity.csv", "months.csv"]
    assert all(re.fullmatch(r"[0-9a-f]{64}", one.sha256) for one in assessment.audit.attachments)


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize(
    "command",
    [["assess"], ["gap"], ["cashflow"], ["uncertainty"], ["sensitivity"], ["assess", "--verbose"]],
)
def test_every_command_reads_it_from_anywhere(
    command: list[str], lang: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cpaudit", command[0], str(PLANT), *command[1:], "--lang", lang],
        capture_output=True, text=True, cwd=tmp_path, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_it_asks_nothing_of_pint() -> None:
    code = "import cpaudit, sys; cpaudit.load(sys.argv[1]); print('pint' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, str(PLANT)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_an_output_never_takes_the_place_of_its_own_bills(tmp_path: Path) -> None:
    for file in PLANT.parent.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    bills = tmp_path / "electricity.csv"
    before = bills.read_bytes()
    command = [sys.executable, "-m", "cpaudit", "assess", tmp_path / "plant.yaml"]
    done = subprocess.run(
        [*command, "-o", bills, "--force"], capture_output=True, check=False, encoding="utf-8"
    )
    assert (done.returncode, bills.read_bytes()) == (1, before)
    assert "I004" in done.stderr
