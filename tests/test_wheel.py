"""The wheel works where there is nothing but itself: all its data is in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
DYEHOUSE = ROOT / "examples" / "textile-dyehouse.yaml"


def run(*command: object, cwd: Path) -> str:
    """What a command prints, from a folder and in an environment that know no checkout."""
    left_out = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"}
    kept = {key: value for key, value in os.environ.items() if key not in left_out}
    done = subprocess.run(
        [*map(str, command)],
        capture_output=True,
        check=False,
        cwd=cwd,
        env=kept | {"CPAUDIT_LANG": "en", "PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built by what there is."""
    out = tmp_path_factory.mktemp("wheel")
    if find_spec("hatchling") and find_spec("build"):
        how = ["build", "--wheel", "--no-isolation", "--outdir", out, ROOT]
    else:
        how = ["pip", "wheel", "--no-deps", "--wheel-dir", out, ROOT]
    run(sys.executable, "-m", *how, cwd=out)
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an empty environment in which the wheel is installed with what it needs."""
    home = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home)
    windows = os.name == "nt"
    python = home / ("Scripts/python.exe" if windows else "bin/python")
    run(sys.executable, "-m", "pip", "--python", python, "install", "-q", wheel, cwd=home)
    return python


def test_the_wheel_holds_all_data_and_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    for file in (ROOT / "sector_factors").rglob("*.yaml"):
        assert f"cpaudit/{file.relative_to(ROOT).as_posix()}" in names
    for name in (
        "py.typed",
        "units/units.txt",
        "units/memo.tsv",
        "locale/vi/LC_MESSAGES/cpaudit.po",
        "templates/starter.en.yaml",
        "templates/starter.vi.yaml",
    ):
        assert f"cpaudit/{name}" in names
    tops = {name.split("/")[0] for name in names}
    assert len(tops) == 2  # the package and its .dist-info
    assert "cpaudit" in tops
    assert not [name for name in names if "tests/" in name or "__pycache__" in name]


def test_the_wheel_tells_who_it_is_and_what_it_needs(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        (place,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        told = archive.read(place).decode("utf-8")
        assert [name for name in archive.namelist() if name.endswith("/LICENSE")]
    needed = [line for line in told.splitlines() if line.startswith("Requires-Dist: ")]
    core = {line.split()[1].partition(">")[0].lower() for line in needed if "extra ==" not in line}
    assert core == {"typer", "pydantic", "pyyaml", "rich", "pint", "pyxirr", "babel"}
    assert "Requires-Python: >=3.11" in told
    assert "License-Expression: Apache-2.0" in told


def test_an_assessment_in_an_empty_environment(python: Path, tmp_path: Path) -> None:
    where = run(python, "-c", "import cpaudit; print(cpaudit.__file__)", cwd=tmp_path).strip()
    assert python.parents[1].resolve() in Path(where).resolve().parents  # not the checkout's
    plant = tmp_path / "nhà máy.yaml"
    plant.write_bytes(DYEHOUSE.read_bytes())
    (script,) = python.parent.glob("cpaudit*")
    report = run(script, "assess", plant.name, cwd=tmp_path)
    assert "Package “full” saves 4,992,646,650 VND a year" in report
    assert "Gói “full”" in run(script, "assess", plant.name, "--lang", "vi", cwd=tmp_path)
    document = json.loads(run(script, "assess", plant.name, "--format", "json", cwd=tmp_path))
    assert document["packages"]["full"]["saving"]["value"] == pytest.approx(4992646650, rel=1e-14)


def test_every_command_finds_its_data_there(python: Path, tmp_path: Path) -> None:
    module = (python, "-m", "cpaudit")
    for language in ("en", "vi"):
        file = f"{language}.yaml"
        run(*module, "init", "--sector", "textile", file, "--lang", language, cwd=tmp_path)
        assert "baseline.cost" in run(*module, "explain", file, cwd=tmp_path)
    assert "kWh" in run(*module, "units", cwd=tmp_path)
