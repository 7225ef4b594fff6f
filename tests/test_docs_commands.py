"""Every command line of cpaudit that the documentation quotes is one that the program reads."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main

from cpaudit.cli.main import app

ROOT = Path(__file__).parents[1]
PAGES = [
    ROOT / "README.md",
    ROOT / "action.yml",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "docs" / "workflows").glob("*.yml")),
]
# a line of a block (in YAML after "- "), or a text in backticks
LINE = re.compile(r"^ *(?:- |\$ )?(cpaudit [a-z].*)$", re.MULTILINE)
QUOTED = re.compile(r"`(cpaudit [a-z][^`\n]*)`")
BLOCK = re.compile(r"^ *```(?:sh|bat|console|yaml)\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
ENDS = {"|", "||", "&&", ">", ">>"}
SUBSTITUTED = re.compile(r"<\([^)]*\)")
# a text may speak of a command without its file, of an option without its value
IN_SHORT = {"MissingParameter", "BadOptionUsage"}


def quoted_in(page: Path) -> Iterator[str]:
    """The command lines of a page, without what is comment, and without what follows in a shell."""
    text = page.read_text(encoding="utf-8")
    blocks = [text] if page.suffix == ".yml" else BLOCK.findall(text)
    lines = [line for block in blocks for line in LINE.findall(block)]
    for line in [*lines, *QUOTED.findall(text)]:
        words = shlex.split(SUBSTITUTED.sub("FILE", line.replace("…", "")), comments=True)
        end = next((at for at, word in enumerate(words) if word in ENDS), None)
        yield shlex.join(words[:end])


QUOTES = [
    pytest.param(line, id=f"{page.name}: {line}")
    for page in PAGES
    for line in sorted(set(quoted_in(page)))
]


@pytest.mark.parametrize("line", QUOTES)
def test_a_quoted_command_line_is_one(line: str) -> None:
    """Its command, options and their values are read by the program itself; nothing is run."""
    command = typer.main.get_command(app)
    words = [word for word in shlex.split(line)[1:] if word not in {"--help", "-h"}]
    while (commands := getattr(command, "commands", None)) and words:
        assert words[0] in commands
        command = commands[words.pop(0)]
    try:
        command.make_context(line, words)
    except Exception as problem:  # of click, which is a part of some versions of typer
        if type(problem).__name__ not in IN_SHORT:
            raise


def test_command_lines_are_found() -> None:
    lines = set(quoted_in(ROOT / "docs" / "continuous-integration.md"))
    assert {
        "cpaudit check audits/",
        "cpaudit check audits --format junit --output cpaudit.xml --force",
        "cpaudit diff ../before/audits audits",
        "cpaudit explain audits/mill.yaml packages.full.co2e",
    } <= lines
    assert "cpaudit schema audit --output audit.schema.json --force" in set(
        quoted_in(ROOT / "docs" / "editors.md")
    )
