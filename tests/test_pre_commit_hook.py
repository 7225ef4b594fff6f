"""The hook for pre-commit: its file says what pre-commit needs, and what it says runs.

What keys there are, and which are needed, is told under "Creating new hooks" on pre-commit.com.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from checking import GOOD, UNMET, UNPRICED, check, write
from cpaudit.cli.main import app
from hooks import ROOT, read

NEEDED = {"id", "name", "entry", "language"}
KNOWN = NEEDED | {"description", "args", "files", "exclude", "pass_filenames"}


@pytest.fixture(scope="module")
def hook() -> dict[str, Any]:
    (hook,) = read(ROOT / ".pre-commit-hooks.yaml")
    return hook


def test_the_file_says_what_pre_commit_needs(hook: dict[str, Any]) -> None:
    assert NEEDED <= hook.keys() <= KNOWN
    assert all(isinstance(hook[key], str) for key in NEEDED | {"files", "exclude"})
    assert hook["id"] == "cpaudit-check"
    assert hook["language"] == "python"
    # names of changed files after the folder would be checked as files that have to be audits
    assert hook["pass_filenames"] is False
    assert hook["args"] == ["."]


def test_its_entry_is_a_command_of_the_program(hook: dict[str, Any]) -> None:
    program, command = shlex.split(hook["entry"])
    assert f'{program} = "cpaudit.cli.main:run"' in (ROOT / "pyproject.toml").read_text("utf-8")
    assert command in {one.name for one in app.registered_commands}


@pytest.mark.parametrize(
    ("path", "runs"),
    [
        ("plants/mill.yaml", True),
        ("plants/MILL.YML", True),
        ("plants/bills.csv", True),
        ("README.md", False),
        ("yaml.py", False),
        (".pre-commit-config.yaml", False),
        (".github/workflows/cpaudit.yml", False),
        ("plants/.draft.yaml", False),
    ],
)
def test_it_runs_where_a_change_can_matter(hook: dict[str, Any], path: str, runs: bool) -> None:
    """As pre-commit decides: one pattern is found in the path, the other is not."""
    found = re.search(hook["files"], path) and not re.search(hook["exclude"], path)
    assert bool(found) is runs


def run(hook: dict[str, Any], folder: Path, *changed: str) -> int:
    """The exit code of the hook in a repository."""
    arguments = [*shlex.split(hook["entry"])[2:], *(changed or hook["args"])]
    done = check(*arguments, cwd=folder)
    assert (done.stdout if done.returncode < 2 else done.stderr).strip()
    return done.returncode


def test_what_it_says_runs(hook: dict[str, Any], tmp_path: Path) -> None:
    folder = write(tmp_path / "plants", mill=GOOD).parent
    (tmp_path / "docker-compose.yaml").write_text("services: {}\n", encoding="utf-8")
    assert run(hook, folder) == 0
    write(tmp_path / "plants", mill=GOOD.replace("expect:\n", UNMET))
    assert run(hook, folder) == 1


def test_arguments_of_a_user_stand_in_place_of_its_own(
    hook: dict[str, Any], tmp_path: Path
) -> None:
    write(tmp_path / "audits", mill=UNPRICED)
    write(tmp_path, broken="cpaudit: 1\n")
    assert run(hook, tmp_path, "audits/") == 0
    assert run(hook, tmp_path, "audits/", "--strict") == 1


def test_it_does_not_pass_where_there_is_no_audit(hook: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("a: 1\n", encoding="utf-8")
    assert run(hook, tmp_path) == 2
