"""A command of the program, run as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run_command(
    command: str, *arguments: str | Path, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """`cpaudit COMMAND` with arguments, in English at 80 columns unless the environment says."""
    done = subprocess.run(
        [sys.executable, "-m", "cpaudit", command, *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=cwd,
        env=os.environ | {"CPAUDIT_LANG": "en", "COLUMNS": "80"} | environment,
        encoding="utf-8",
        timeout=120,
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done
