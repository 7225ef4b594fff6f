"""`cpaudit check`: what it finds, what passes, what can be switched off, exit codes."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

import cpaudit
from checking import GOOD, OPTION, UNMET, UNPRICED, WRONG, check, switching_off, write
from cpaudit.diagnostics import Level
from cpaudit.portfolio import checking
from monitored import PLANT, section
from reading import WATER

EXAMPLES = Path(__file__).parents[1] / "examples"


def codes(path: Path, level: Level | None = None) -> list[tuple[str, int, int]]:
    """(code, line, column) of the findings of a file."""
    (made,) = cpaudit.check([path])
    return [
        (said.code.id, said.span.line, said.span.column)
        for said in made.findings
        if said.span is not None and level in (None, said.level)
    ]


def test_what_is_in_order_passes(tmp_path: Path) -> None:
    write(tmp_path, good=GOOD)
    done = check(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "files checked: 1, in order: 1\nexpected figures: 1, as expected: 1\n" in done.stdout
    assert done.stdout.endswith("errors: 0, warnings: 0, notes: 0, switched off: 0\n")
    assert check(tmp_path, "--quiet").stdout == ""


@pytest.mark.parametrize(
    ("text", "strict", "code", "found"),
    [
        (WRONG, False, 1, "bad.yaml:5:23: error[N011]"),
        # 4050000 is 1.25 % above 4000000
        (GOOD.partition("expect")[0] + UNMET, False, 1, "bad.yaml:10:36: error[X001]"),
        (UNPRICED, False, 0, "bad.yaml:6:36: warning[P010]"),
        (UNPRICED, True, 1, "bad.yaml:6:36: warning[P010]"),
    ],
    ids=["error", "unmet", "warning", "strict"],
)
def test_levels_and_exit_codes(
    tmp_path: Path, text: str, strict: bool, code: int, found: str
) -> None:
    write(tmp_path, bad=text, good=GOOD)
    done = check(".", *["--strict"] * strict, cwd=tmp_path)
    assert found in done.stdout, done.stdout
    assert done.returncode == code
    assert f"files checked: 2, in order: {2 - code}" in done.stdout


def test_an_unmet_expectation_is_a_warning_where_figures_are_asked_for(tmp_path: Path) -> None:
    write(tmp_path, bad=WATER + UNMET)
    assessment = cpaudit.assess(cpaudit.load(tmp_path / "bad.yaml"))
    assert [said.level for said in assessment.diagnostics if said.code.id == "X001"] == ["warning"]
    assert ("X001", 7, 36) in codes(tmp_path / "bad.yaml", Level.ERROR)


def test_notes_are_shown_if_asked_for(tmp_path: Path) -> None:
    write(tmp_path, bare=WATER + OPTION.replace(", lifetime: 9 yr", ""))
    assert "note[P012]" not in check(tmp_path).stdout
    assert "notes: 1" in check(tmp_path).stdout
    assert "bare.yaml:7:10: note[P012]" in check(".", "--verbose", cwd=tmp_path).stdout


def test_quiet_shows_what_fails_alone(tmp_path: Path) -> None:
    write(tmp_path, bad=WRONG, unpriced=UNPRICED)
    done = check(tmp_path, "--quiet")
    assert "N011" in done.stdout
    assert "P010" not in done.stdout
    assert "files checked" not in done.stdout
    assert "P010" in check(tmp_path, "--quiet", "--strict").stdout


def test_a_rule_is_switched_off_with_its_reason(tmp_path: Path) -> None:
    write(tmp_path, a=UNPRICED + switching_off("P010", '"the boiler house has no bill"'))
    done = check(".", "--strict", cwd=tmp_path)
    assert done.returncode == 0
    assert "a.yaml:14:5: P010 is switched off here (1): the boiler house has no bill" in done.stdout
    assert "warnings: 0, notes: 1, switched off: 1" in done.stdout
    assert "warning[" not in done.stdout


@pytest.mark.parametrize(
    ("rule", "code"),
    [("N001", "Z002"), ("X001", "Z002"), ("Q999", "Z001"), ("p010", "Z001"), ("X005", "Z002")],
)
def test_errors_can_not_be_switched_off_nor_what_is_not_there(
    tmp_path: Path, rule: str, code: str
) -> None:
    write(tmp_path, a=GOOD + switching_off(rule))
    assert (code, 13, 5) in codes(tmp_path / "a.yaml", Level.ERROR)


def test_what_is_switched_off_for_nothing_is_told(tmp_path: Path) -> None:
    write(tmp_path, a=GOOD + switching_off("P010"))
    assert ("Z003", 13, 5) in codes(tmp_path / "a.yaml", Level.WARNING)


@pytest.mark.parametrize("section", ["check: P010\n", "check: {ignore: [P010]}\n"])
def test_the_section_has_one_shape(tmp_path: Path, section: str) -> None:
    write(tmp_path, a=GOOD + section)
    assert codes(tmp_path / "a.yaml", Level.ERROR)


def test_a_reason_must_be_given(tmp_path: Path) -> None:
    for reason in ("", '""', '" "'):
        write(tmp_path, a=UNPRICED + switching_off("P010", reason))
        assert codes(tmp_path / "a.yaml", Level.ERROR), reason


def test_other_yaml_is_passed_over_unless_it_is_named(tmp_path: Path) -> None:
    write(tmp_path, good=GOOD, compose="services: {web: {image: nginx}}\n")
    assert "files checked: 1," in check(tmp_path).stdout
    done = check(tmp_path / "compose.yaml")
    assert done.returncode == 1
    assert "error[K" in done.stdout


@pytest.mark.parametrize("name", ["nowhere", "*.nothing", "empty"])
def test_a_path_to_nothing_is_wrong_usage(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    done = check(name, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "error[B00" in done.stderr


def test_a_path_alone_is_a_path(tmp_path: Path) -> None:
    write(tmp_path, good=GOOD)
    (made,) = cpaudit.check(str(tmp_path / "good.yaml"))
    assert made.kind == "audit"
    assert [one.state for one in cpaudit.batch(tmp_path)] == ["assessed"]  # type: ignore[arg-type]


def test_nothing_to_check_is_no_success(tmp_path: Path) -> None:
    write(tmp_path, compose="services: {web: {image: nginx}}\n")
    done = check(tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "error[Z006]" in done.stderr


def test_files_that_can_not_be_read_are_findings(tmp_path: Path) -> None:
    write(tmp_path, good=GOOD)
    (tmp_path / "bytes.yaml").write_bytes(b"cpaudit: 1\n\xff")
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "link.yaml").symlink_to("nowhere.yaml")
    done = check(".", cwd=tmp_path)
    assert done.returncode == 1
    for place in ("bytes.yaml:2:1: error[Y001]", "pipe.yaml:1:1: error[I001]", "link.yaml:1:1:"):
        assert place in done.stdout
    assert "files checked: 4, in order: 1" in done.stdout


def test_a_fault_of_the_program_ends_one_file_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a=GOOD, b=GOOD)
    monkeypatch.delenv("CPAUDIT_TRACEBACK", raising=False)
    real = checking.audit_in

    def broken(source: object, library: object) -> object:
        if source.name.endswith("a.yaml"):  # type: ignore[attr-defined]
            raise ZeroDivisionError("float division by zero")
        return real(source, library)  # type: ignore[arg-type]

    monkeypatch.setattr(checking, "audit_in", broken)
    first, second = cpaudit.check([tmp_path])
    assert first.failed
    assert [said.code.id for said in first.findings] == ["Z005"]
    assert not second.fails(strict=True)
    from cpaudit.cli.check_run import exit_code_of

    assert exit_code_of([first, second], strict=False) == 3


def test_a_programme_is_checked_with_its_audits(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "vncpc-2008", tmp_path / "vncpc")
    programme = tmp_path / "vncpc" / "programme.yaml"
    done = check(programme)
    assert done.returncode == 0
    assert "G024 is switched off here (1): the weight of the firewood is not known" in done.stdout
    assert "warnings: 0" in done.stdout
    text = programme.read_text(encoding="utf-8")
    programme.write_text(text.partition("\ncheck:")[0] + "\n", encoding="utf-8")
    assert "programme.yaml:113:78: warning[G024]" in check(programme).stdout
    (tmp_path / "vncpc" / "audits" / "plastics-2008.yaml").write_text("cpaudit: 1\n")
    assert check(programme).returncode == 1


def test_monitoring_is_checked_as_monitor_would() -> None:
    (made,) = cpaudit.check([EXAMPLES / "monitored-dyehouse.yaml"])
    assert [said.code.id for said, _ in made.silenced].count("V053") == 2


def test_a_model_that_can_not_be_made_is_an_error_said_once(tmp_path: Path) -> None:
    month = {"electricity": 5, "output": 5}
    text = PLANT + section([month] * 2, [month])
    text += "expect:\n  - {figure: monitoring.streams.electricity.avoided, value: 1 MWh}\n"
    write(tmp_path, a=text)
    (made,) = cpaudit.check([tmp_path])
    found = [said.code.id for said in made.findings if said.is_error]
    assert found == ["V042", "X002"], found


def test_every_example_is_in_order() -> None:
    done = check(EXAMPLES, "--strict")
    assert done.returncode == 0, done.stdout
    for made in cpaudit.check([EXAMPLES]):
        assert made.kind == "programme" or len(made.expected) >= 1, made.file


def test_a_factor_that_changes_an_expected_figure_fails_the_check(tmp_path: Path) -> None:
    folder = tmp_path / "factors" / "grids"
    folder.mkdir(parents=True)
    grid = Path(__file__).parents[1] / "sector_factors" / "grids" / "VN.yaml"
    text = grid.read_text(encoding="utf-8")
    assert "0.5764" in text
    (folder / "VN.yaml").write_text(text.replace("0.5764", "0.5765"), encoding="utf-8")
    done = check(EXAMPLES / "textile-dyehouse.yaml", "--factors", tmp_path / "factors")
    assert done.returncode == 1
    assert "error[X001]" in done.stdout


def test_outputs_are_not_written_over_unasked(tmp_path: Path) -> None:
    write(tmp_path, a=GOOD)
    output = tmp_path / "found.json"
    arguments = (tmp_path, "--format", "json", "--output", output)
    assert check(*arguments).returncode == 0
    assert json.loads(output.read_text(encoding="utf-8"))["passed"] is True
    assert "error[I002]" in check(*arguments).stderr
    assert check(*arguments, "--force").returncode == 0
    done = check(tmp_path, "--output", tmp_path / "a.yaml", "--force")
    assert done.returncode == 1
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == GOOD


def test_nothing_is_written_by_a_check(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    check(tmp_path, "--lang", "vi")
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_it_speaks_vietnamese(tmp_path: Path) -> None:
    write(tmp_path, a=UNPRICED + switching_off("P010", "không có hóa đơn"), bad=WRONG)
    done = check(tmp_path, "--lang", "vi")
    assert "lỗi[N011]" in done.stdout
    assert "không có hóa đơn" in done.stdout
    assert "errors" not in done.stdout
    assert "files" not in done.stdout
