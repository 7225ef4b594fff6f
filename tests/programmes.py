"""What the tests of programmes share: programme files as texts, read and rolled up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cpaudit.engine.programme import roll_up
from cpaudit.portfolio.programme import read_programme

HEAD = """\
programme: 1
name: A centre
country: VN
currency: USD
number_style: plain
"""


def run(path: Path) -> tuple[Any, list[Any]]:
    """The roll-up of a file, or None; and everything that is said."""
    made, found = read_programme(path)
    if made is None or made.missing:
        return None, list(found)
    rollup = roll_up(made)
    return rollup, list(rollup.diagnostics)


def rolled(folder: Path, text: str, **wanted: Any) -> Any:
    """The roll-up of a text in a folder, which must have no mistake."""
    path = folder / "programme.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    made, found = read_programme(path)
    assert made is not None, [str(one.span) + one.code.id for one in found]
    assert not made.missing, made.missing
    return roll_up(made, **wanted)
