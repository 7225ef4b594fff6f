"""The program from outside: exit codes, what goes to which stream, files written and spared."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import cpaudit

EXAMPLES = Path(__file__).parents[1] / "examples"
DYEHOUSE = str(EXAMPLES / "textile-dyehouse.yaml")
COMMANDS = ("assess", "explain", "sensitivity", "init", "units")
BAD = "cpaudit: 1\nplant: {name: Mill, country: VN, currency: VND}\nperiod: 2014\nresourcs: {}\n"
PRICELESS = BAD.replace("resourcs: {}", "resources:\n  water: {amount: 900 m3}")


def run(
    *arguments: str, cwd: Path | None = None, program: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """`cpaudit` with arguments, or with the text of a program that starts it."""
    started = ["-c", program] if program else ["-m", "cpaudit"]
    kept = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "LANGUAGE"}}
    done = subprocess.run(
        [sys.executable, *started, *arguments],
        capture_output=True,
        check=False,
        cwd=cwd,
        env=kept | {"CPAUDIT_LANG": "en", "PYTHONIOENCODING": "utf-8"} | environment,
        encoding="utf-8",
        timeout=60,
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_says_how_it_is_used(command: str) -> None:
    done = run(command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"cpaudit {command} [OPTIONS]" in done.stdout
    assert f"Example: cpaudit {command}" in done.stdout
    assert run(command, "-h").stdout == done.stdout


def test_the_program_tells_its_commands_an_example_and_its_version() -> None:
    told = run("--help").stdout
    assert all(re.search(rf"^  {command} ", told, re.M) for command in COMMANDS)
    assert "Example: cpaudit assess examples/" in told
    assert run("--version").stdout == f"cpaudit {cpaudit.__version__}\n"


def test_a_report_goes_to_stdout_and_nothing_else_anywhere() -> None:
    done = run("assess", DYEHOUSE)
    assert (done.returncode, done.stderr) == (0, "")
    assert "4,992,646,650 VND" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("asses", DYEHOUSE),
        ("assess",),
        ("assess", DYEHOUSE, "--colour"),
        ("assess", DYEHOUSE, "--format", "pdf"),
        ("assess", DYEHOUSE, "--lang", "fr"),
        ("init",),
        ("explain", DYEHOUSE, "packages.full.savings"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2_and_said_on_stderr(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr.strip() or not arguments  # without arguments the help is the answer


@pytest.mark.parametrize("file", ["nowhere.yaml", ".", ""], ids=["missing", "folder", "empty"])
def test_a_file_that_cannot_be_read_is_1(file: str, tmp_path: Path) -> None:
    done = run("assess", file, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[I001]" in done.stderr


def test_mistakes_are_1_on_stderr_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    done = run("assess", "bad.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "bad.yaml:4:1: error[K003]" in done.stderr
    assert "    4 | resourcs: {}\n      | ^^^^^^^^\n" in done.stderr
    assert "resources" in done.stderr.partition("help:")[2]


BROKEN = """
import cpaudit.steps
def broken(audit):
    raise ZeroDivisionError("by design")
cpaudit.steps.assess_audit = broken
from cpaudit.cli.main import run
run()
"""


def test_a_fault_of_the_program_is_3_and_owned_up_to() -> None:
    done = run("assess", DYEHOUSE, program=BROKEN)
    assert (done.returncode, done.stdout) == (3, "")
    assert "ZeroDivisionError: by design" in done.stderr
    assert "fault of the program" in done.stderr


@pytest.mark.parametrize("arguments", [("assess", DYEHOUSE), ("explain", DYEHOUSE), ("units",)])
def test_a_reader_that_leaves_early_is_no_mistake(arguments: tuple[str, ...]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "cpaudit", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()  # before a line is written: what `| head` does, at its worst
        said = program.stderr.read().decode("utf-8", "replace")
    assert said == ""
    assert program.returncode != 3


def test_output_is_written_whole_in_utf8_with_unix_line_ends(tmp_path: Path) -> None:
    done = run("assess", DYEHOUSE, "--output", "report.txt", cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stdout) == (0, "")
    data = (tmp_path / "report.txt").read_bytes()
    text = data.decode("utf-8")
    assert b"\r" not in data
    assert "Dệt nhuộm Sông Hồng" in text
    assert "Warnings and notes" in text
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


def test_output_spares_what_is_there_unless_forced(tmp_path: Path) -> None:
    there = tmp_path / "out.json"
    there.write_text("precious", encoding="utf-8")
    arguments = ("assess", DYEHOUSE, "--format", "json", "-o", str(there))
    done = run(*arguments)
    assert done.returncode == 1
    assert "I002" in done.stdout + done.stderr
    assert there.read_text(encoding="utf-8") == "precious"
    assert run(*arguments, "--force").returncode == 0
    assert '"kind": "assessment"' in there.read_text(encoding="utf-8")


@pytest.mark.parametrize("place", ["no-folder/out.txt", "file/out.txt", ".", "n" * 300], ids=str)
def test_output_that_cannot_be_written(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run("assess", DYEHOUSE, "--force", "-o", place, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "error[I003]" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
def test_output_may_be_read_by_whoever_may_read_new_files(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    run("assess", DYEHOUSE, "-q", "-o", "report.txt", cwd=tmp_path)
    modes = [(tmp_path / name).stat().st_mode for name in ("usual", "report.txt")]
    assert modes[0] == modes[1]


def test_quiet_shows_the_headline_alone_and_verbose_the_lines_of_warnings(tmp_path: Path) -> None:
    (tmp_path / "mill.yaml").write_text(PRICELESS, encoding="utf-8")
    usual = run("assess", "mill.yaml", cwd=tmp_path).stdout
    quiet, verbose = (run("assess", "mill.yaml", how, cwd=tmp_path).stdout for how in ("-q", "-v"))
    assert "Mill" in quiet
    assert usual.startswith(quiet + "\nBaseline")
    assert "    5 |   water: {amount: 900 m3}\n      |" in verbose
    assert "    5 |" not in usual


def test_init_writes_a_file_that_can_be_assessed(tmp_path: Path) -> None:
    done = run("init", "--sector", "paper", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "cpaudit assess plant.yaml" in done.stderr
    written = (tmp_path / "plant.yaml").read_bytes()
    assert b"\r" not in written
    assert run("assess", "plant.yaml", cwd=tmp_path).returncode == 0
    again = run("init", "--sector", "textile", cwd=tmp_path)
    assert again.returncode == 1
    assert "error[I002]" in again.stderr
    assert (tmp_path / "plant.yaml").read_bytes() == written
    printed = run("init", "--sector", "paper", "-", cwd=tmp_path)
    assert (printed.stdout, printed.stderr) == (written.decode("utf-8"), "")
    assert [path.name for path in tmp_path.iterdir()] == ["plant.yaml"]


def test_init_names_the_sectors_there_are(tmp_path: Path) -> None:
    done = run("init", "--sector", "txtile", cwd=tmp_path)
    assert (done.returncode, done.stdout, list(tmp_path.iterdir())) == (1, "", [])
    assert re.search(r"error\[R014\].*“txtile”[^$]*beer, .*, textile", done.stderr)
