"""What the tests of `cpaudit check` share: files with a mistake of each level, and the command."""

from __future__ import annotations

import subprocess
from pathlib import Path

from reading import WATER
from running import run_command

# 900 m3 · 4500 VND/m3 = 4050000 VND a year, of which 10 % are saved: 405000 VND
OPTION = """\
options:
  - {id: a, saves: {water: 10 %}, investment: 1 million VND, lifetime: 9 yr}
finance: {discount_rate: 12 %}
"""
MET = "expect:\n  - {figure: baseline.cost, value: 4050000 VND}\n"
UNMET = "expect:\n  - {figure: baseline.cost, value: 4000000 VND, within: 1 %}\n"
GOOD = WATER + OPTION + MET
# a warning: no price, line 6
UNPRICED = GOOD.replace("}\noptions", "}\n  coal: {kind: anthracite, amount: 1 t}\noptions", 1)
WRONG = GOOD.replace("900 m3", "900 bars")


def check(
    *arguments: str | Path, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """`cpaudit check` with arguments."""
    return run_command("check", *arguments, cwd=cwd, **environment)


def write(folder: Path, **texts: str) -> Path:
    """A folder with audits by the name of their file."""
    folder.mkdir(exist_ok=True, parents=True)
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def switching_off(rule: str, reason: str = "not billed") -> str:
    return f"check:\n  ignore:\n    {rule}: {reason}\n"
