"""The GitHub Action, and the files for GitHub and GitLab: valid, and their scripts run by bash."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from checking import GOOD, UNMET, UNPRICED, write
from hooks import ROOT, WORKFLOWS, python_with_cpaudit, read, validate

ACTION = read(ROOT / "action.yml")
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"]}
needs_bash = pytest.mark.skipif(
    os.name == "nt" or shutil.which("bash") is None, reason="runs the scripts with bash"
)


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        (ROOT / "action.yml", "github-actions"),
        (WORKFLOWS / "cpaudit.yml", "github-workflows"),
        (WORKFLOWS / "gitlab-ci.yml", "gitlab-ci"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_files_are_as_their_public_schemas_say(path: Path, schema: str) -> None:
    validate(read(path), schema)


def test_no_expression_is_put_into_a_script() -> None:
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")
    for job in read(WORKFLOWS / "cpaudit.yml")["jobs"].values():
        assert not [step for step in job["steps"] if "run" in step]


def test_every_input_is_told_and_used() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    used = set(re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", text))
    assert used == ACTION["inputs"].keys()
    for told in ACTION["inputs"].values():
        assert told["description"]
        assert isinstance(told["default"], str)  # 3.10 as a number would be 3.1


def test_the_workflow_uses_inputs_that_there_are() -> None:
    jobs = read(WORKFLOWS / "cpaudit.yml")["jobs"]
    ours = [
        step
        for job in jobs.values()
        for step in job["steps"]
        if step["uses"].startswith("OWNER/cpaudit@")
    ]
    assert len(ours) == len(jobs) == 2
    for step in ours:
        assert step["with"].keys() <= ACTION["inputs"].keys()
    scanning = jobs["code-scanning"]
    assert scanning["permissions"]["security-events"] == "write"
    assert scanning["steps"][-1]["with"]["sarif_file"] == scanning["steps"][1]["with"]["sarif"]
    assert jobs["check"]["permissions"] == {"contents": "read"}


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return python_with_cpaudit(tmp_path_factory.mktemp("action") / "home")


def run(
    step: str, cwd: Path, inputs: dict[str, str] | None = None, **known: str
) -> subprocess.CompletedProcess[str]:
    """A step as GitHub runs it, with the values that other steps and the runner would give."""
    values = {name: told["default"] for name, told in ACTION["inputs"].items()} | (inputs or {})
    env = dict(os.environ) | {"CPAUDIT_LANG": "en"} | known
    for name, expression in STEPS[step]["env"].items():
        if found := re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", expression):
            env[name] = values[found[1]]
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[step]["run"]],
        capture_output=True,
        check=False,
        cwd=cwd,
        env=env,
        encoding="utf-8",
        timeout=120,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    write(tmp_path / "good ones", mill=GOOD)
    write(tmp_path / "warned", mill=UNPRICED)
    write(tmp_path / "bad", mill=GOOD.replace("expect:\n", UNMET))
    return tmp_path


@needs_bash
@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({"paths": "good ones"}, 0),
        ({"paths": "  good ones/mill.yaml\n\nwarned\n"}, 0),
        ({"paths": "good ones\nwarned", "strict": "true"}, 1),
        ({"paths": "good *"}, 2),  # a pattern that meets a folder: no file
        ({"paths": "*/mill.yaml"}, 1),
        ({}, 1),
        ({"paths": " \n"}, 2),
        ({"strict": "yes"}, 2),
        ({"format": "yaml"}, 2),
        ({"paths": "--help"}, 2),
    ],
)
def test_exit_codes(repository: Path, python: Path, inputs: dict[str, str], code: int) -> None:
    done = run("check", repository, inputs, PYTHON=str(python))
    assert done.returncode == code, done.stdout + done.stderr
    assert (done.stdout + done.stderr).strip() or code == 0


@needs_bash
def test_findings_are_annotated(repository: Path, python: Path) -> None:
    done = run("check", repository, {"paths": "bad\ngood ones"}, PYTHON=str(python))
    # 4050000 VND come out, as in the good one; the place is that of the value 4000000 VND
    (line,) = done.stdout.splitlines()
    assert line.startswith("::error file=bad/mill.yaml,line=10,col=36,")
    assert "baseline.cost is 4,050,000 VND" in line
    told = run("check", repository, {"lang": "vi", "paths": "bad"}, PYTHON=str(python))
    assert told.stdout.startswith("::error file=bad/mill.yaml,line=10,col=36,")
    assert told.stdout.isascii() is False


@needs_bash
def test_findings_are_written_for_code_scanning(repository: Path, python: Path) -> None:
    inputs = {"paths": "bad", "format": "text", "sarif": "out put.sarif"}
    for _ in range(2):  # a second run writes over the first one's file
        done = run("check", repository, inputs, PYTHON=str(python))
        assert done.returncode == 1
        assert "bad/mill.yaml:10:36: error[X001]" in done.stdout
    written = (repository / "out put.sarif").read_text(encoding="utf-8")
    assert [one["ruleId"] for one in json.loads(written)["runs"][0]["results"]] == ["X001"]
    (repository / "out put.sarif").unlink()
    clean = inputs | {"paths": "good ones", "sarif": "no/such/folder.sarif"}
    assert run("check", repository, clean, PYTHON=str(python)).returncode == 1


@needs_bash
@pytest.mark.parametrize("name", ["paths", "strict", "format", "lang", "factors", "sarif"])
def test_an_input_is_never_run(repository: Path, python: Path, name: str) -> None:
    for text in ("$(touch x)", "`touch x`", "; touch x", '"; touch x; "', "' touch x '"):
        run("check", repository, {name: text}, PYTHON=str(python))
    assert not (repository / "x").exists()


@needs_bash
def test_nothing_in_the_checked_folder_is_imported(repository: Path, python: Path) -> None:
    for module in ("cpaudit", "yaml", "sitecustomize"):
        (repository / f"{module}.py").write_text("open('x', 'w')\n", encoding="utf-8")
    inputs = {"paths": "good ones"}
    done = run("check", repository, inputs, PYTHON=str(python), PYTHONPATH=str(repository))
    assert done.returncode == 0
    assert not (repository / "x").exists()


@needs_bash
@pytest.mark.parametrize(
    ("extras", "asked"), [("", "the check out"), ("monitor", "the check out[monitor]")]
)
def test_the_checkout_is_installed(tmp_path: Path, extras: str, asked: str) -> None:
    """With a stub for Python that makes an environment with a stub, and tells its arguments."""
    stub = tmp_path / "python"
    stub.write_text(
        '#!/bin/sh\necho "$@" >> told\n'
        'if [ "$3" = venv ]; then mkdir -p "$4/bin" && cp "$0" "$4/bin/python"; fi\n',
        encoding="utf-8",
    )
    stub.chmod(0o755)
    known = {"RUNNER_TEMP": "temp", "GITHUB_OUTPUT": "out", "CHECKOUT": "the check out"}
    done = run("install", tmp_path, {"extras": extras}, PYTHON=str(stub), **known)
    assert done.returncode == 0, done.stderr
    made, installed = (tmp_path / "told").read_text(encoding="utf-8").splitlines()
    assert made == "-I -m venv temp/cpaudit-action"
    assert installed.startswith("-I -m pip install ")
    assert installed.endswith(f" {asked}")
    written = (tmp_path / "out").read_text(encoding="utf-8")
    assert written == "python=temp/cpaudit-action/bin/python\n"


@needs_bash
def test_the_job_of_gitlab_reports_and_fails(repository: Path, python: Path) -> None:
    """Its lines as they stand, with the program of the checkout and a folder of their name."""
    job: dict[str, Any] = read(WORKFLOWS / "gitlab-ci.yml")["cpaudit"]
    program = repository / "bin" / "cpaudit"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{python}" -I -m cpaudit "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    for folder, code in (("good ones", 0), ("bad", 1)):
        (repository / folder).rename(repository / "audits")
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", "\n".join(job["script"])],
            capture_output=True,
            check=False,
            cwd=repository,
            env=os.environ | {"PATH": path, "CPAUDIT_LANG": "en"},
            encoding="utf-8",
            timeout=120,
        )
        assert done.returncode == code, done.stderr
        report = repository / job["artifacts"]["reports"]["junit"]
        assert (b"<failure" in report.read_bytes()) is bool(code)
        shutil.rmtree(repository / "audits")
