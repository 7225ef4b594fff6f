"""The same figures on every machine: locales, code pages, file encodings, file names, systems."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
DYEHOUSE = next(path for path in EXAMPLES if path.stem == "textile-dyehouse")
SAVING = 4992646650  # of the dyehouse's whole package, by the hand computation in the file
LOCALE = {"LC_ALL", "LC_CTYPE", "LANG", "LANGUAGE", "PYTHONUTF8", "PYTHONIOENCODING"}
# a C locale in earnest: Python neither goes over to C.UTF-8 nor to its own UTF-8 mode
PLAIN_C = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
SURROUNDINGS = {
    "C": {"LC_ALL": "C"},
    "plain C": PLAIN_C,
    "no UTF-8 mode": {"PYTHONUTF8": "0"},
    "UTF-8 mode": {"PYTHONUTF8": "1"},
    "cp1252": {"PYTHONIOENCODING": "cp1252"},
    "cp1258": {"PYTHONIOENCODING": "cp1258"},
    "ascii": {"PYTHONIOENCODING": "ascii"},
}


def run(
    *arguments: object, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    kept = {key: value for key, value in os.environ.items() if key not in LOCALE}
    done = subprocess.run(
        [sys.executable, "-m", "cpaudit", *map(str, arguments), "--lang", "en"],
        capture_output=True,
        check=False,
        cwd=cwd,
        env=kept | environment,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return done


def figures(printed: bytes | str) -> dict[str, Any]:
    """Every value, unit and factor of a JSON report; texts may lose letters to a code page."""

    def below(path: str, node: Any) -> Iterator[tuple[str, Any]]:
        if isinstance(node, dict):
            for key, child in node.items():
                yield from below(f"{path}.{key}", child)
        elif path.endswith((".value", ".unit", ".values", ".outcome", ".factor", ".formula")):
            yield path, node

    found = dict(below("", json.loads(printed)))
    assert found
    return found


@pytest.fixture(scope="module")
def usual() -> dict[str, Any]:
    found = figures(run("assess", DYEHOUSE, "--format", "json", PYTHONIOENCODING="utf-8").stdout)
    assert found[".packages.full.saving.value"] == pytest.approx(SAVING, rel=1e-14)
    return found


@pytest.mark.parametrize("surroundings", SURROUNDINGS.values(), ids=SURROUNDINGS.keys())
def test_figures_do_not_depend_on_the_locale(
    surroundings: dict[str, str], usual: dict[str, Any]
) -> None:
    printed = run("assess", DYEHOUSE, "--format", "json", **surroundings).stdout
    encoding = surroundings.get("PYTHONIOENCODING", "utf-8")
    assert figures(printed.decode(encoding)) == usual
    # without a word about the encoding, what goes into a pipe is UTF-8
    assert ("Dệt nhuộm Sông Hồng" in printed.decode(encoding)) is (encoding == "utf-8")


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258", "ascii"])
def test_a_report_for_a_code_page_keeps_its_numbers_and_lines(encoding: str) -> None:
    report = run("assess", DYEHOUSE, PYTHONIOENCODING=encoding).stdout.decode(encoding)
    assert "4,992,646,650 VND" in report
    assert max(len(line) for line in report.splitlines()) == 80


def bytes_of(path: Path, change: str) -> bytes:
    text = path.read_text(encoding="utf-8")
    if change == "BOM":
        return b"\xef\xbb\xbf" + text.encode("utf-8")
    if change == "CRLF":
        return text.replace("\n", "\r\n").encode("utf-8")
    if change == "all":
        text = unicodedata.normalize("NFD", text).replace("\n", "\r\n")
        return b"\xef\xbb\xbf" + text.encode("utf-8")
    return unicodedata.normalize(change, text).encode("utf-8")


@pytest.mark.parametrize("change", ["BOM", "CRLF", "NFD", "all"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_files_of_every_editor_give_the_same_figures(
    example: Path, change: str, tmp_path: Path
) -> None:
    from cpaudit import assess, load
    from cpaudit.language import Language
    from cpaudit.report.renderers.json import assessment_json

    data = bytes_of(example, change)
    assert data != example.read_bytes()
    (tmp_path / "it.yaml").write_bytes(data)
    reports = [
        assessment_json(assess(load(path)), Language("en"))
        for path in (example, tmp_path / "it.yaml")
    ]
    expected, got = (figures(unicodedata.normalize("NFC", report)) for report in reports)
    assert got == expected


@pytest.mark.parametrize("surroundings", [{}, PLAIN_C], ids=["usual", "plain C"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_files_may_be_called_what_they_are(
    form: str, surroundings: dict[str, str], tmp_path: Path, usual: dict[str, Any]
) -> None:
    folder = tmp_path / unicodedata.normalize(form, "Nhà máy số 1")
    folder.mkdir()
    (folder / unicodedata.normalize(form, "kiểm toán 2008.yaml")).write_bytes(DYEHOUSE.read_bytes())
    (file,) = folder.iterdir()
    out = folder / unicodedata.normalize(form, "kết quả.json")
    run("assess", file, "--format", "json", "-o", out, cwd=tmp_path, **surroundings)
    assert figures(out.read_text(encoding="utf-8")) == usual
    assert len(list(folder.iterdir())) == 2
    tree = run("explain", file.name, "baseline.resources.coal.amount", cwd=folder, **surroundings)
    if not surroundings:
        assert f"{file.name}:" in tree.stdout.decode("utf-8")


# what Python has on POSIX systems alone
MODULES = {"crypt", "fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}
NAMES = {
    *("chown", "chroot", "fork", "forkpty", "getegid", "geteuid", "getgid", "getpgid", "getuid"),
    *("lchown", "mkfifo", "mknod", "nice", "setsid", "setuid", "sysconf", "uname", "wait3"),
    *("SIGALRM", "SIGCHLD", "SIGHUP", "SIGKILL", "SIGPIPE", "SIGUSR1", "SIGUSR2", "alarm"),
}


def imported(source: str) -> Iterator[str]:
    """Modules and attributes of modules that a source text uses."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield f"{node.value.id}.{node.attr}"


def posix_only(source: str) -> set[str]:
    bad = {f"{module}.{name}" for module in ("os", "signal") for name in NAMES}
    return {name for name in imported(source) if name in bad | MODULES}


def test_nothing_is_called_that_windows_lacks() -> None:
    assert posix_only("import fcntl, os\nos.fork()\nfrom signal import SIGALRM") == {
        *("fcntl", "os.fork", "signal.SIGALRM")
    }
    sources = sorted((ROOT / "src").rglob("*.py"))
    assert len(sources) > 50
    assert {str(path): posix_only(path.read_text(encoding="utf-8")) for path in sources} == {
        str(path): set() for path in sources
    }


HEAVY = {"pint", "rich", "pyxirr", "yaml", "babel", "numpy"}
CALL = """import sys; sys.argv[1:] = {!r}
from cpaudit.cli.main import app
try: app()
except SystemExit: pass"""


@pytest.mark.parametrize(
    ("program", "unwanted"),
    [
        ("import cpaudit", HEAVY | {"pydantic", "typer"}),
        (CALL.format(["--help"]), HEAVY | {"pydantic"}),
        (CALL.format(["assess", "--help"]), HEAVY),  # typer itself may want pydantic here
    ],
    ids=["import", "help", "help of a command"],
)
def test_what_is_not_needed_is_not_loaded(program: str, unwanted: set[str]) -> None:
    program += "\nimport sys; print('loaded', *{name.partition('.')[0] for name in sys.modules})"
    environment = {**os.environ, "CPAUDIT_LANG": "en"}
    printed = subprocess.check_output([sys.executable, "-c", program], env=environment, text=True)
    loaded = set(printed.partition("loaded ")[2].split())
    assert "cpaudit" in loaded
    assert not loaded & unwanted
