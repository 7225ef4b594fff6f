"""What no file can make a command do: read or write elsewhere, run a formula, move a cursor."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cpaudit.schema.reading import MOST_MISTAKES
from programmes import HEAD as PROGRAMME
from reading import HEAD, WATER

EXAMPLES = Path(__file__).parents[1] / "examples"
OPTION = """\
options:
  - {id: a, name: NAME, saves: {water: 10 %}, investment: 1 million VND, lifetime: 9 yr}
finance: {discount_rate: 12 %}
"""
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\\t=1", "=HYPERLINK(0)")
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX only")
# every command that reads a file and prints, with what follows the file
COMMANDS = (
    ("assess",),
    ("assess", "--format", "json"),
    ("check",),
    ("check", "--format", "sarif"),
    ("explain", "baseline.cost"),
    ("cashflow",),
    ("compare",),
    ("sensitivity",),
    ("gap",),
    ("monitor",),
    ("uncertainty",),
    ("recp",),
    ("attribution",),
    ("batch",),
)


def cpaudit(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "cpaudit", *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=cwd,
        env=os.environ | {"CPAUDIT_LANG": "en", "COLUMNS": "80"},
        encoding="utf-8",
        timeout=120,
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done


def tree(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file of a folder with its time of change and its bytes."""
    return {
        str(path.relative_to(folder)): (path.stat().st_mtime_ns, path.read_bytes())
        for path in folder.rglob("*")
        if path.is_file()
    }


def named(name: str) -> str:
    return WATER.replace("name: Mill", f'name: "{name}"') + OPTION.replace("NAME", f'"{name}"')


def test_no_command_writes_unasked(tmp_path: Path) -> None:
    examples = tmp_path / "examples"
    shutil.copytree(EXAMPLES, examples)
    before = tree(tmp_path)
    file = Path("monitored-dyehouse.yaml")
    for command, *rest in COMMANDS:
        done = cpaudit(command, file, *rest, cwd=examples)
        assert done.returncode == 0, done.stderr
    programme = Path("vncpc-2008") / "programme.yaml"
    for arguments in (
        ("programme", programme),
        ("check", "."),
        ("batch", "."),
        ("diff", file, "textile-dyehouse.yaml"),
        ("diff", ".", "."),
        ("init", "--sector", "textile", "-"),
        ("schema", "programme"),
        ("units",),
        ("factors", "list"),
        ("check", "--update", "."),  # where every figure is as expected
    ):
        assert cpaudit(*arguments, cwd=examples).returncode == 0, arguments
    assert tree(tmp_path) == before


@pytest.mark.parametrize("command", ["assess", "check", "batch"])
@pytest.mark.parametrize("path", ["../secret.csv", "ABSOLUTE", "link.csv", "up/secret.csv"])
def test_a_table_elsewhere_is_never_read(tmp_path: Path, command: str, path: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    secret = tmp_path / "secret.csv"
    secret.write_text("month,t\n2014-01,77123\n", encoding="ascii")
    (inside / "link.csv").symlink_to(secret)
    (inside / "up").symlink_to(tmp_path)
    path = str(secret) if path == "ABSOLUTE" else path
    audit = inside / "mill.yaml"
    amount = f"{{csv: '{path}', column: t, month: month}}"
    audit.write_text(f"{HEAD}resources: {{coal: {{amount: {amount}}}}}\n", encoding="utf-8")
    done = cpaudit(command, audit)
    assert done.returncode == 1
    assert "[W002]" in done.stdout + done.stderr
    assert "77123" not in done.stdout + done.stderr


def cells(text: str) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(text)) for cell in row]


def is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("name", FORMULAS)
def test_no_name_is_a_formula_in_csv(tmp_path: Path, name: str) -> None:
    (tmp_path / "mill.yaml").write_text(named(name), encoding="utf-8")
    monitored = (EXAMPLES / "monitored-dyehouse.yaml").read_text(encoding="utf-8")
    (tmp_path / "monitored.yaml").write_text(monitored, encoding="utf-8")
    shutil.copytree(EXAMPLES / "monitoring", tmp_path / "monitoring")
    (tmp_path / "programme.yaml").write_text(
        PROGRAMME.replace("A centre", f'"{name}"') + "audits: [{path: mill.yaml}]\n",
        encoding="utf-8",
    )
    printed = [
        cpaudit("batch", "mill.yaml", "--format", "csv", cwd=tmp_path),
        cpaudit("batch", "mill.yaml", "--per", "option", "--format", "csv", cwd=tmp_path),
        cpaudit("cashflow", "mill.yaml", "--format", "csv", cwd=tmp_path),
        cpaudit("programme", "programme.yaml", "--format", "csv", cwd=tmp_path),
        cpaudit("monitor", "monitored.yaml", "--format", "csv", cwd=tmp_path),
    ]
    for done in printed:
        assert done.returncode == 0, done.stderr
        found = cells(done.stdout)
        assert found
        assert not [
            one
            for one in found
            if one.startswith(("=", "+", "-", "@", "\t", "\r")) and not is_number(one)
        ]
    # the name is there, behind an apostrophe
    shown = name.replace("\\t", "\t")
    assert f"'{shown}" in cells(printed[0].stdout)
    assert f"'{shown}" in cells(printed[1].stdout)


@POSIX
def test_no_name_is_a_tag_in_markdown(tmp_path: Path) -> None:
    tag = "<img src=x>|[a](b)"
    new = f"{tag}.yaml"
    (tmp_path / "old.yaml").write_text(named("Mill"), encoding="utf-8")
    (tmp_path / new).write_text(named(tag).replace("4500", "4700"), encoding="utf-8")
    text = PROGRAMME.replace("A centre", f'"{tag}"') + f"audits: [{{path: '{new}'}}]\n"
    (tmp_path / "programme.yaml").write_text(text, encoding="utf-8")
    for arguments in (("diff", "old.yaml", new, "--all"), ("programme", "programme.yaml")):
        done = cpaudit(*arguments, "--format", "markdown", cwd=tmp_path)
        assert "\\<img" in done.stdout
        assert "<img" not in done.stdout.replace("\\<", "")
        assert "[a](" not in done.stdout.replace("\\[", "").replace("\\]", "")


OBEYED = tuple(map(chr, [*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F)]))


@POSIX
@pytest.mark.parametrize("command", ["check", "batch", "assess", "diff", "github"])
def test_the_name_of_a_file_moves_no_cursor(tmp_path: Path, command: str) -> None:
    name = "a\x1b[2J\u202e\x07\nb.yaml"
    folder = tmp_path / "plants"
    folder.mkdir()
    (folder / name).write_text(WATER.replace("900", "x"), encoding="utf-8")
    arguments = {
        "check": ("check", "plants"),
        "batch": ("batch", "plants"),
        "assess": ("assess", f"plants/{name}"),
        "diff": ("diff", "plants", "plants"),
        "github": ("check", "plants", "--format", "github"),
    }[command]
    done = cpaudit(*arguments, cwd=tmp_path)
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert "a\\u001b[2J\\u202e\\u0007" in said
    assert not [one for one in OBEYED if one in said]


@pytest.mark.parametrize("mark", ["\x1b[31m", "\x9b", "\u202e", "\u2066", "\u2069"])
def test_a_line_that_is_shown_moves_no_cursor(tmp_path: Path, mark: str) -> None:
    (tmp_path / "mill.yaml").write_text(named(f"a{mark}b"), encoding="utf-8")
    for command in ("assess", "check"):
        done = cpaudit(command, "mill.yaml", cwd=tmp_path)
        assert "[Y017]" in done.stdout + done.stderr
        assert mark[0] not in done.stdout + done.stderr


@POSIX
@pytest.mark.parametrize("command", ["check", "batch"])
def test_what_is_no_plain_file_is_not_opened(tmp_path: Path, command: str) -> None:
    fifo = tmp_path / "fifo.yaml"
    os.mkfifo(fifo)
    for path in (fifo, Path("/dev/zero")):
        done = cpaudit(command, path)
        assert done.returncode == 1
        assert "[I001]" in done.stdout + done.stderr


@POSIX
def test_an_endless_file_is_read_to_the_limit(tmp_path: Path) -> None:
    done = cpaudit("assess", "/dev/zero")
    assert done.returncode == 1
    assert "[Y002]" in done.stderr


@POSIX
def test_a_pipe_beside_an_audit_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.csv")
    os.mkfifo(tmp_path / "fifo.yaml")
    audit, programme = tmp_path / "mill.yaml", tmp_path / "programme.yaml"
    amount = "{csv: fifo.csv, column: t, month: month}"
    audit.write_text(f"{HEAD}resources: {{coal: {{amount: {amount}}}}}\n", encoding="ascii")
    programme.write_text(PROGRAMME + "audits: [{path: fifo.yaml}]\n", encoding="ascii")
    assert "[W004]" in cpaudit("assess", audit).stderr
    for command in ("programme", "check"):
        done = cpaudit(command, programme)
        assert done.returncode == 1
        assert "[G001]" in done.stdout + done.stderr


@POSIX
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("assess", "mill.yaml"), 0),
        (("check", "mill.yaml"), 0),
        (("check", "wrong.yaml"), 1),
        (("diff", "mill.yaml", "mill.yaml"), 0),
        (("schema",), 0),
        (("batch", "mill.yaml"), 0),
    ],
)
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_leave_the_exit_code(
    tmp_path: Path, arguments: tuple[str, ...], code: int, closed: str
) -> None:
    (tmp_path / "mill.yaml").write_text(named("Mill"), encoding="utf-8")
    (tmp_path / "wrong.yaml").write_text(WATER.replace("900", "x"), encoding="utf-8")
    done = subprocess.run(
        ["sh", "-c", f'"$@" {closed}', "sh", sys.executable, "-m", "cpaudit", *arguments],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == code
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("count", "more"), [(MOST_MISTAKES, 0), (MOST_MISTAKES + 1, 1)])
@pytest.mark.parametrize("is_programme", [True, False])
def test_mistakes_of_a_text_are_told_up_to_the_limit(
    tmp_path: Path, count: int, more: int, is_programme: bool
) -> None:
    # each of these keys stands there once more than it may
    text = (PROGRAMME if is_programme else WATER) + "k: 1\n" * (count + 1)
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="ascii")
    done = cpaudit("programme" if is_programme else "assess", path)
    assert done.returncode == 1
    assert done.stderr.count("error[K018]") == more
    assert done.stderr.count("k: 1\n") >= MOST_MISTAKES
