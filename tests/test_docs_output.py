"""Output that the documentation shows is what the program prints for the file beside it."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from checking import check

DOCS = Path(__file__).parents[1] / "docs"
FILE = re.compile(r"<!-- file: (\S+) -->\n```yaml\n(.*?)```", re.DOTALL)
CONSOLE = re.compile(
    r"```console\n\$ cpaudit check (.*?)\n(.*?)```\n\nThe exit code is (\d)", re.DOTALL
)


@pytest.mark.parametrize("name", ["check.md"])
def test_shown_output_is_what_is_printed(name: str, tmp_path: Path) -> None:
    page = (DOCS / name).read_text(encoding="utf-8")
    for file, text in FILE.findall(page):
        (tmp_path / file).write_text(text, encoding="utf-8")
    shown = CONSOLE.findall(page)
    assert shown
    for arguments, output, code in shown:
        done = check(*shlex.split(arguments), cwd=tmp_path)
        assert done.stdout == output
        assert done.returncode == int(code)
