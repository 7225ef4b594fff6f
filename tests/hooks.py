"""What the tests of hooks share: YAML as GitHub reads it, public schemas, a Python with cpaudit."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
from importlib.resources import files
from pathlib import Path
from typing import Any

from jsonschema.validators import validator_for
from ruamel.yaml import YAML

import cpaudit

ROOT = Path(__file__).parents[1]
WORKFLOWS = ROOT / "docs" / "workflows"


def read(path: Path) -> Any:
    """A file of YAML 1.2, in which the key `on` of a workflow is no truth value."""
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


def validate(document: Any, schema: str) -> None:
    """Raises where a document is not as a public schema says, of those in check-jsonschema."""
    folder = files("check_jsonschema") / "builtin_schemas" / "vendor"
    rules = json.loads((folder / f"{schema}.json").read_text(encoding="utf-8"))
    validator_for(rules)(rules).validate(document)


def python_with_cpaudit(home: Path) -> Path:
    """The Python of a new environment that has this checkout, whatever PYTHONPATH may say."""
    made = [sys.executable, "-m", "venv", "--without-pip", str(home)]
    subprocess.run(made, check=True, timeout=120)
    source = Path(cpaudit.__file__).parents[1]
    (packages,) = home.glob("lib/python*/site-packages")
    there = f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})"
    (packages / "checkout.pth").write_text(f"{source}\n{there}\n", encoding="utf-8")
    return home / "bin" / "python"
