"""What the tests of `cpaudit diff` share: a plant by hand, the command, figures out of JSON."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reading import WATER
from running import run_command

# 900 m3 at 4500 VND/m3 = 4050000 VND a year; 10 % of it are 405000 VND for 1 million VND
PLANT = f"""{WATER}options:
  - {{id: a, saves: {{water: 10 %}}, investment: 1 million VND, lifetime: 9 yr}}
packages: {{all: [a]}}
finance: {{discount_rate: 12 %}}
"""
DEARER = PLANT.replace("4500 VND/m3", "5000 VND/m3")
Leaf = dict[str, Any] | None


def diff(
    *arguments: str | Path, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """`cpaudit diff` with arguments."""
    return run_command("diff", *arguments, cwd=cwd, **environment)


def document(*arguments: str | Path, code: int = 0) -> dict[str, Any]:
    """The JSON of a comparison."""
    done = diff(*arguments, "--format", "json")
    assert (done.returncode, done.stderr) == (code, "")
    made: dict[str, Any] = json.loads(done.stdout, parse_constant=pytest.fail)
    assert (made["kind"], made["format"]) == ("changes", 1)
    return made


def write(folder: Path, **texts: str) -> Path:
    """A folder with audits by the name of their file."""
    folder.mkdir(exist_ok=True, parents=True)
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def leaves(document: dict[str, Any], parts: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """Every figure below some keys of a JSON document by its path; those untold are left out."""

    def below(path: str, node: Any) -> Iterator[tuple[str, Leaf]]:
        if isinstance(node, dict) and not {"value", "values"} & node.keys():
            for key, child in node.items():
                yield from below(f"{path}.{key}", child)
        elif isinstance(node, dict):
            yield path, node

    found = [one for part in parts if part in document for one in below(part, document[part])]
    return {path: leaf for path, leaf in found if leaf is not None}
